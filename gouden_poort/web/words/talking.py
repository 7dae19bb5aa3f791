"""What coach and citizen look at together, in the language of the citizen and in Dutch beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouden_poort.profiles.people.agreement import Agreement, Doer
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.language import DUTCH, LANGUAGES, Language, _, fixed


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """The words around routes and agreements."""

    routes: str
    first_step: str
    agreements: str
    nothing_agreed: str
    next_talk: str
    """Empty while no day was chosen."""


def languages_of(code: str) -> tuple[Language, ...]:
    """Dutch, and the language of the citizen beside it where pages speak that."""
    return tuple(dict.fromkeys((DUTCH, LANGUAGES.get(code, DUTCH))))


def heads(dossier: Dossier) -> Heads:
    """In the language that is spoken now."""
    day = dossier.next_contact_on
    return Heads(
        routes=_("Jouw routes"),
        first_step=_("Eerste stap:"),
        agreements=_("Onze afspraken"),
        nothing_agreed=_("Er zijn nog geen afspraken."),
        next_talk=_("We spreken elkaar weer op %(day)s.", day=fixed(dutch_date(day))) if day else "",
    )


def agreed(agreements: Sequence[Agreement]) -> tuple[tuple[str, str], ...]:
    """Each as it was written, with who does it by when in the language that is spoken now."""
    return tuple((each.text, _whose(each)) for each in agreements)


def _whose(agreement: Agreement) -> str:
    day = fixed(dutch_date(agreement.due_on))
    if agreement.doer is Doer.CITIZEN:
        return _("Jij doet dit op %(day)s of eerder.", day=day)
    return _("Je coach doet dit op %(day)s of eerder.", day=day)
