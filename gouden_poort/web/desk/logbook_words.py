"""Deeds in the words of who looks back at them: what was done, about whom, why and when."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.profiles.dutch_time import on_the_wall
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import COMPANY, Why
from gouden_poort.services.logbook import Line
from gouden_poort.web.desk.words import ROLES
from gouden_poort.web.filters import clock_time

DEEDS: Mapping[str, str] = MappingProxyType(
    {
        Deed.OWN_ACCOUNT: "Wijzigde het eigen account",
        Deed.INVITE_STAFF: "Nodigde een collega uit",
        Deed.DISABLE_STAFF: "Zette een collega uit",
        Deed.ENABLE_STAFF: "Zette een collega weer aan",
        Deed.RESET_STAFF: "Gaf een collega een nieuwe start",
        Deed.SEE_AUDIT_TRAIL: "Opende het logboek",
        Deed.EXPORT_AUDIT_TRAIL: "Nam het logboek mee in een bestand",
        Deed.SEE_FUNNEL: "Bekeek de stappen van bezoekers",
        Deed.LIST_DOSSIERS: "Bekeek de lijst van mensen",
        Deed.REGISTER: "Schreef iemand in, of vergeleek",
        Deed.SEE_DOSSIER: "Opende een dossier",
        Deed.CHANGE_DOSSIER: "Wijzigde een dossier",
        Deed.EXPORT_DOSSIER: "Nam gegevens mee in een bestand",
        Deed.HAND_OVER: "Droeg iemand over",
        Deed.HAND_OVER_CASELOAD: "Gaf de mensen van een collega door",
        Deed.TAKE_OVER: "Antwoordde op een overdracht",
        Deed.SEE_REPORT: "Maakte een rapport",
        Deed.SEE_OUTCOMES: "Keek wat er van mensen werd",
        Deed.KEEP_PLACES: "Werkte plekken bij",
        Deed.KEEP_COMPANY_LINKS: "Gaf een bedrijf een link, of sloot die",
        Deed.KEEP_SURPLUSES: "Meldde werk dat stopt, of haalde dat weg",
        Deed.SEE_PROPOSAL: "Keek naar iemand die werd voorgesteld",
        Deed.BRING_IN: "Las een bestand met mensen in",
        Deed.ANSWER_REQUESTS: "Las of beantwoordde een aanvraag",
        Deed.SEE_MESSAGES: "Bekeek de lijst van berichten",
        Deed.READ_MESSAGE: "Las een bericht",
        Deed.SEND_MESSAGE: "Verstuurde een bericht, of postte een brief",
        Deed.REFER: "Verwees iemand",
        Deed.SEE_REFERRAL: "Las een verwijzing",
        Deed.ANSWER_REFERRAL: "Antwoordde op een verwijzing",
        Deed.WRITE_ABOUT_REFERRAL: "Schreef over een verwijzing",
        Deed.WITHDRAW_REFERRAL: "Trok een verwijzing in",
        Deed.SEE_REFERRAL_NUMBERS: "Bekeek cijfers van verwijzingen",
        Deed.OWN_DOSSIER: "Bekeek of wijzigde het eigen dossier",
        Deed.ERASE_DOSSIER: "Wiste het eigen dossier",
    }
)
WHYS: Mapping[str, str] = MappingProxyType(
    {
        Why.GUIDANCE: "Begeleiden",
        Why.REGISTRATION: "Inschrijven",
        Why.REFERRAL: "Verwijzen",
        Why.HANDOVER: "Overdragen",
        Why.REQUEST: "Een vraag of bezwaar",
        Why.REPORTING: "Cijfers en lijsten",
        Why.ACCESS: "Aanmelden en toegang",
        Why.OVERSIGHT: "Toezicht",
        Why.OWN: "Over zichzelf",
        Why.UPKEEP: "Onderhoud",
    }
)
_OF_STAFF = frozenset(
    {
        Deed.INVITE_STAFF,
        Deed.DISABLE_STAFF,
        Deed.ENABLE_STAFF,
        Deed.RESET_STAFF,
        Deed.SEE_AUDIT_TRAIL,
        Deed.EXPORT_AUDIT_TRAIL,
    }
)
"""Deeds that are about a colleague, if about anybody."""
HEADER = ("Moment", "Wie", "Rol", "Wat", "Over wie", "Waarom")
_SHOWN_OF_ID = 8


def deed(line: Line) -> str:
    """What was done; a deed that has no words any more by its own name."""
    return DEEDS.get(line.deed, line.deed)


def why(line: Line) -> str:
    """For what it was done."""
    return WHYS.get(line.why, line.why)


def who(line: Line) -> str:
    """The name of a colleague, or that they are gone; or that it was a company with a link."""
    return line.who or ("Een bedrijf" if line.role == COMPANY else "Oud-collega")


def role(line: Line) -> str:
    """As what they did it."""
    if line.role == COMPANY:
        return "bedrijf"
    return ROLES[Role(line.role)] if line.role in list(Role) else "systeem"


def whom(line: Line) -> str:
    """A colleague by name; a citizen never by more than the start of a code, which leads nowhere from here."""
    if line.subject is None:
        return "–"
    if line.whom:
        return line.whom
    of_nobody = "Aanvraag" if line.why == Why.REQUEST else "Dossier"
    return f"{'Oud-collega' if line.deed in _OF_STAFF else of_nobody} {str(line.subject)[:_SHOWN_OF_ID]}"


def times(line: Line) -> str:
    """When on its day, and how often.

    >>> from datetime import UTC, datetime
    >>> at = datetime(2027, 1, 4, 9, 5, tzinfo=UTC)
    >>> times(Line(first=at, last=at, who="", role="", deed="", why="", whom="", subject=None))
    '10.05'
    """
    last, first = clock_time(line.last), clock_time(line.first)
    span = last if first == last else f"{first} tot {last}"
    return span if line.times == 1 else f"{span}, {line.times} keer"


def row(line: Line) -> tuple[str, ...]:
    """A deed as a row of a file."""
    return f"{on_the_wall(line.last):%Y-%m-%d %H:%M:%S}", who(line), role(line), deed(line), whom(line), why(line)
