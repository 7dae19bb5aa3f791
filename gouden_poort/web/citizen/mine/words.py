"""What a citizen reads about who looked, and about each thing that may be shared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from gouden_poort.profiles.people.consent import Consent, Line
from gouden_poort.profiles.people.trail import COMPANY
from gouden_poort.services.dossiers.looks import Look
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import _, fixed, later, ngettext, nl

_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "coach": later("Een coach"),
        "counsellor": later("Een adviseur"),
        "editor": later("Een redacteur"),
        "administrator": later("Een beheerder"),
    }
)
_MACHINE = later("Het systeem, vanzelf")
_DEEDS: Mapping[str, str] = MappingProxyType(
    {
        "see_dossier": later("Keek in je dossier"),
        "register": later("Maakte je dossier"),
        "change_dossier": later("Werkte in je dossier"),
        "export_dossier": later("Nam je gegevens mee in een bestand"),
        "hand_over": later("Droeg je dossier over"),
        "hand_over_caseload": later("Droeg je dossier over"),
        "take_over": later("Nam je dossier over"),
        "read_message": later("Las een bericht aan jou"),
        "send_message": later("Verstuurde een bericht aan jou"),
        "refer": later("Verwees je naar een coach"),
        "see_referral": later("Las je verwijzing"),
        "answer_referral": later("Gaf antwoord op je verwijzing"),
        "withdraw_referral": later("Trok je verwijzing in"),
        "write_about_referral": later("Schreef over je verwijzing"),
        "see_proposal": later("Keek naar jouw voorstel"),
        "see_report": later("Telde je mee in cijfers zonder naam"),
    }
)
_OTHER_DEED = later("Werkte met je gegevens")
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "guidance": later("Om je verder te helpen"),
        "registration": later("Om je in te schrijven"),
        "referral": later("Om je naar een coach te verwijzen"),
        "handover": later("Omdat een andere coach je gaat helpen"),
        "request": later("Omdat je iets vroeg"),
        "reporting": later("Om cijfers te maken"),
        "access": later("Om je binnen te laten"),
        "upkeep": later("Om oude gegevens te wissen"),
    }
)
_LINES: Mapping[Line, tuple[str, str]] = MappingProxyType(
    {
        Line.COACH_SEES_DOSSIER: (
            later("Je dossier, met je coach"),
            later("Je coach ziet je antwoorden, routes, plan en notities."),
        ),
        Line.COUNSELLOR_SEES_STEPS: (
            later("Je stappen, met wie je verwees"),
            later("De adviseur ziet of je begon, startte of stopte. Meer niet."),
        ),
        Line.MESSAGES: (
            later("Berichten aan jou"),
            later("We sturen je berichten over afspraken en plekken."),
        ),
    }
)
_ALWAYS = frozenset({Line.COACH_SEES_DOSSIER, Line.MESSAGES})
"""Lines that are shown also to who never said yes to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLine:
    """One thing that may be shared, and how that stands now."""

    line: str
    title: str
    what: str
    state: str
    is_shared: bool
    was_shared: bool


def look_rows(looks: Sequence[Look]) -> list[tuple[str, str, str, str]]:
    """Each look as a row: when, who, what and why."""
    return [(_day(look), _who(look), _what(look), _why(look)) for look in looks]


def line_words(line: str) -> str:
    """What may be shared, by the name under which it is kept."""
    return _(_LINES[Line(line)][0])


def shared_lines(consents: Sequence[Consent]) -> list[SharedLine]:
    """Every line that a citizen said something about, and those that everyone may."""
    return list(_shared_lines(consents))


def _shared_lines(consents: Sequence[Consent]) -> Iterator[SharedLine]:
    for line, (title, what) in _LINES.items():
        given = [each for each in consents if each.line is line]
        running = next((each for each in given if each.ended_at is None), None)
        if given or line in _ALWAYS:
            yield SharedLine(
                line=line.value,
                title=_(title),
                what=_(what),
                state=_state(given, running),
                is_shared=running is not None,
                was_shared=bool(given),
            )


def _state(given: Sequence[Consent], running: Consent | None) -> str:
    if running is not None:
        since = dutch_date(running.given_at)
        if running.is_a_yes:
            return _("Je deelt dit sinds %(day)s.", day=since)
        return _("Dit mag volgens de wet, sinds %(day)s. Stoppen mag ook.", day=since)
    ended = [each.ended_at for each in given if each.ended_at is not None]
    if ended:
        return _("Je stopte op %(day)s. Nu ziet niemand dit.", day=dutch_date(max(ended)))
    return _("Je deelt dit niet.")


def _day(look: Look) -> str:
    return fixed(dutch_date(look.day))


def _who(look: Look) -> str:
    if look.role == COMPANY:
        return _("Het bedrijf %(company)s", company=nl(look.organisation)) if look.organisation else _("Een bedrijf")
    if look.role not in _ROLES:
        return _(_MACHINE)
    role = _(_ROLES[look.role])
    if not look.organisation:
        return role
    return _("%(role)s van %(organisation)s", role=role, organisation=nl(look.organisation))


def _what(look: Look) -> str:
    deed = _(_DEEDS.get(look.deed, _OTHER_DEED))
    if look.times == 1:
        return deed
    return ngettext("%(deed)s, %(num)s keer", "%(deed)s, %(num)s keer", look.times, deed=deed)


def _why(look: Look) -> str:
    return _(_REASONS[look.why]) if look.why in _REASONS else "–"
