"""Words of the screens about one person, for who works there."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gouden_poort.errors import FieldError
from gouden_poort.profiles.contact import LONGEST
from gouden_poort.profiles.people.agreement import LONGEST_AGREEMENT, Agreement, Doer
from gouden_poort.profiles.people.consent import Consent, Given, Line
from gouden_poort.profiles.people.dossier import UNDER_WAY, Dossier, DossierState
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.note import LONGEST_NOTE
from gouden_poort.profiles.people.set_aside import LONGEST_REASON, SHORTEST_REASON
from gouden_poort.profiles.question import Choice
from gouden_poort.web.desk.referral_words import GROUNDS
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.language import LANGUAGES
from gouden_poort.web.wording import say

OTHER_LANGUAGE = "other"
LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "nl": "Nederlands",
        "en": "Engels (English)",
        "ar": "Arabisch (العربية)",
        "uk": "Oekraïens (Українська)",
        "tr": "Turks (Türkçe)",
        "ti": "Tigrinya (ትግርኛ)",
        OTHER_LANGUAGE: "Een andere taal, met een tolk",
    }
)
"""What a talk may be held in."""
assert set(LANGUAGES) < set(LANGUAGE_NAMES)  # noqa: S101 - a language that pages speak has a name here
LANGUAGE_CHOICES = tuple(Choice(value=code, label=name) for code, name in LANGUAGE_NAMES.items())

STATES: Mapping[DossierState, str] = MappingProxyType(
    {
        DossierState.NEW: "Nieuw",
        DossierState.ACTIVE: "Bezig",
        DossierState.PAUSED: "Even pauze",
        DossierState.STOPPED: "Gestopt",
        DossierState.DONE: "Klaar",
    }
)
MOVES: Mapping[DossierState, str] = MappingProxyType(
    {
        DossierState.ACTIVE: "Pak weer op",
        DossierState.PAUSED: "Zet op pauze",
        DossierState.DONE: "Meld klaar",
        DossierState.STOPPED: "Meld gestopt",
    }
)
"""On the button that brings someone into a state."""
LINES: Mapping[Line, str] = MappingProxyType(
    {
        Line.COACH_SEES_DOSSIER: "De coach ziet het dossier",
        Line.COUNSELLOR_SEES_STEPS: "De adviseur ziet de stappen",
        Line.MESSAGES: "We sturen berichten",
    }
)
HOW_GIVEN: Mapping[Given, str] = MappingProxyType(
    {
        Given.READ_ALOUD: "voorgelezen",
        Given.ON_SCREEN: "zelf aangevinkt",
        Given.ON_PAPER: "getekend op papier",
    }
)
MESSAGES: Mapping[MessageKind, str] = MappingProxyType(
    {
        MessageKind.CITIZEN_INVITATION: "Uitgenodigd om zelf mee te kijken",
        MessageKind.CITIZEN_RECOVERY: "Nieuwe link op papier gegeven",
        MessageKind.RESUME_CODE: "Code gestuurd",
        MessageKind.SIGN_IN_LINK: "Link om aan te melden gestuurd",
        MessageKind.REMINDER_APPOINTMENT: "Herinnering aan een afspraak gestuurd",
        MessageKind.PLACE_OFFER: "Plek aangeboden",
        MessageKind.PLAN_READY: "Bericht gestuurd: het plan staat klaar",
        MessageKind.REQUEST_RECEIPT: "Ontvangst van een vraag gestuurd",
        MessageKind.REQUEST_ANSWER: "Antwoord op een vraag gestuurd",
        MessageKind.HANDED_OVER: "Bericht gestuurd: een andere coach",
        MessageKind.YEARLY_QUESTIONS: "Bericht gestuurd: de vragen van het jaar",
        MessageKind.YEARLY_REMINDER: "Herinnering aan de vragen van het jaar gestuurd",
        MessageKind.PROMISE_TO_READ: "Bericht gestuurd: een toezegging om te lezen",
        MessageKind.PROPOSAL_TO_ANSWER: "Bericht gestuurd: een voorstel bij een bedrijf",
        MessageKind.PROPOSAL_REMINDER: "Herinnering aan een voorstel gestuurd",
    }
)
OTHER_MESSAGE = "Bericht gestuurd"


def moves_from(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The buttons for whoever is in this state: its value and words. Who stopped is taken up before a pause."""
    never = {dossier.state}
    if dossier.state in UNDER_WAY:
        never.add(DossierState.ACTIVE)
    if dossier.state is DossierState.STOPPED:
        never.add(DossierState.PAUSED)
    return tuple((state.value, words) for state, words in MOVES.items() if state not in never)


def doer_name(doer: Doer, dossier: Dossier) -> str:
    """Who does it, by name."""
    return dossier.name if doer is Doer.CITIZEN else "Jij"


def why_shared(consent: Consent) -> str:
    """How the yes was given; or on which law it rests, when nobody asked for one."""
    if consent.is_a_yes:
        return f"ja, {HOW_GIVEN[consent.given]}"
    return f"geen ja: {GROUNDS[consent.ground]}"


def standing_of(agreement: Agreement) -> str:
    """What became of an agreement; empty while it is open."""
    if agreement.done_at:
        return "gedaan"
    return "niet meer nodig" if agreement.dropped_at else ""


def fault_of(fault: FieldError) -> Fault:
    """What to do about one thing that was filled in."""
    return Fault(field=fault.path or "text", words=say("typed.bsn") if fault.code == "bsn" else _words(fault))


def _words(fault: FieldError) -> str:
    last = fault.path.rpartition(".")[2]
    if last in ("due_on", "next_contact_on"):
        return _of_day(last, fault.code)
    if fault.code == "too_many":
        return f"Maak dit korter. Er passen {_LONGEST.get(last, LONGEST_AGREEMENT)} tekens in."
    return _MISSING.get((last, fault.code)) or _MISSING.get((last, ""), "Vul dit in.")


def _of_day(field: str, code: str) -> str:
    what = "het volgende contact" if field == "next_contact_on" else "deze afspraak"
    if code == "missing":
        return f"Vul een dag, een maand en een jaar in voor {what}."
    return f"Kies voor {what} een dag vanaf vandaag, binnen een jaar."


_LONGEST: Mapping[str, int] = MappingProxyType(
    {**LONGEST, "text": LONGEST_NOTE, "reason": LONGEST_REASON, "labels": 40}
)
_MISSING: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("name", ""): "Vul een naam in.",
        ("birth_date", "missing"): "Vul de dag, de maand en het jaar van de geboorte in.",
        ("birth_date", ""): "Deze geboortedatum kan niet kloppen. Vul een dag, een maand en een jaar in.",
        ("place", "missing"): "Vul een postcode of een plaats in. Bijvoorbeeld 8011 AB of Zwolle.",
        ("place", ""): "Deze plaats kennen we niet. Vul een postcode in. Bijvoorbeeld 8011 AB.",
        ("phone", "missing"): "Vul een telefoonnummer of een mailadres in.",
        ("phone", ""): "Vul een telefoonnummer in met alleen cijfers. Bijvoorbeeld 06 1234 5678.",
        ("email", ""): "Vul een mailadres in met een @. Bijvoorbeeld naam@voorbeeld.nl.",
        ("language", ""): "Kies een taal.",
        ("dutch", ""): "Kies hoe het gaat met het Nederlands.",
        ("lines", ""): "Zonder dit ja kun je niemand inschrijven. Lees de tekst voor en vink het aan.",
        ("given", ""): "Kies hoe je het ja kreeg.",
        ("code", "missing"): "Vul de code in. Dat zijn 8 letters en cijfers.",
        ("code", "malformed"): "Een code heeft 8 letters en cijfers, zonder 0, O, 1 en I.",
        ("code", "wait"): "Er zijn te veel codes geprobeerd. Wacht een kwartier.",
        ("code", ""): "Met deze code vinden we geen antwoorden. Kijk of hij goed is overgetypt.",
        ("rule", ""): "Kies een regel.",
        ("reason", "missing"): "Schrijf waarom deze regel niet meetelt.",
        ("reason", ""): f"Schrijf iets meer: minstens {SHORTEST_REASON} tekens.",
        ("text", ""): "Schrijf op wat er was.",
        ("visible", ""): "Kies wie deze notitie mag lezen.",
        ("labels", ""): "Neem minder labels.",
    }
)
