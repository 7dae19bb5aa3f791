"""Referrals in the words of screens of staff: how far, by when, on what ground, and what is wrong with a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gouden_poort.errors import FieldError
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.consent import Given, LegalGround
from gouden_poort.profiles.people.referral import Referral, ReferralState
from gouden_poort.profiles.question import Choice
from gouden_poort.services.referrals.numbers import Reached
from gouden_poort.web.filters import dutch_date
from gouden_poort.web.forms.fault_words import Fault

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {"nl": "Nederlands", "en": "Engels", "ar": "Arabisch", "uk": "Oekraïens", "tr": "Turks", "ti": "Tigrinya"}
)
"""In which we can write to someone, by code."""
LANGUAGE_CHOICES = tuple(Choice(value=code, label=name) for code, name in LANGUAGES.items())
GROUNDS: Mapping[LegalGround, str] = MappingProxyType(
    {
        LegalGround.CONSENT: "De persoon zei ja",
        LegalGround.UWV: "Taak van UWV (Wet SUWI)",
        LegalGround.PARTICIPATION_ACT: "Taak van de gemeente (Participatiewet)",
    }
)
GROUND_CHOICES = (
    Choice(
        value=LegalGround.CONSENT.value, label=GROUNDS[LegalGround.CONSENT], help="Toestemming. Dit past bijna altijd."
    ),
    Choice(value=LegalGround.UWV.value, label=GROUNDS[LegalGround.UWV], help="Je hebt de persoon erover verteld."),
    Choice(
        value=LegalGround.PARTICIPATION_ACT.value,
        label=GROUNDS[LegalGround.PARTICIPATION_ACT],
        help="Je hebt de persoon erover verteld.",
    ),
)
HOW_GIVEN: Mapping[Given, str] = MappingProxyType(
    {
        Given.READ_ALOUD: "Voorgelezen in een taal die de persoon begrijpt",
        Given.ON_SCREEN: "De persoon las het op het scherm",
        Given.ON_PAPER: "De persoon kreeg het op papier",
    }
)
GIVEN_CHOICES = tuple(Choice(value=given.value, label=words) for given, words in HOW_GIVEN.items())
REACHED: Mapping[Reached, str] = MappingProxyType(
    {
        Reached.SENT: "Verwezen",
        Reached.ACCEPTED: "Aangenomen",
        Reached.SENT_BACK: "Teruggestuurd",
        Reached.FIRST_TALK: "Eerste gesprek",
        Reached.STARTED: "Gestart",
        Reached.STOPPED: "Gestopt",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """How far a referral is, as a badge shows it."""

    state: str
    words: str
    icon: str


LATE = Badge(state="closed", words="Te laat", icon="warn")
_BADGES: Mapping[ReferralState, Badge] = MappingProxyType(
    {
        ReferralState.SENT: Badge(state="waiting", words="Wacht op antwoord", icon="hourglass"),
        ReferralState.ACCEPTED: Badge(state="open", words="Aangenomen", icon="tick"),
        ReferralState.SENT_BACK: Badge(state="unknown", words="Teruggestuurd", icon="back"),
        ReferralState.FIRST_TALK: Badge(state="open", words="Eerste gesprek geweest", icon="tick"),
        ReferralState.STARTED: Badge(state="open", words="Gestart", icon="tick"),
        ReferralState.STOPPED: Badge(state="unknown", words="Gestopt", icon="bar"),
        ReferralState.WITHDRAWN: Badge(state="unknown", words="Gesloten", icon="bar"),
    }
)


def badge(referral: Referral) -> Badge:
    """How far it is; that it is too late stands beside that."""
    return _BADGES[referral.state]


def clock(referral: Referral) -> str:
    """By when there is an answer, or since when it is as it is."""
    match referral.state:
        case ReferralState.SENT:
            return f"antwoord uiterlijk {dutch_date(referral.answer_by)}"
        case ReferralState.WITHDRAWN:
            return f"verwezen op {dutch_date(referral.sent_at)}"
    steps = (referral.stopped_on, referral.started_on, referral.first_talk_on)
    day = next((day for day in steps if day), None)
    if day is None and referral.answered_at:
        day = dutch_day(referral.answered_at)
    return f"sinds {dutch_date(day)}" if day else ""


def steps(referral: Referral) -> tuple[tuple[str, str], ...]:
    """Each step with its day; one that may still come says so."""
    back = referral.state is ReferralState.SENT_BACK
    answered = dutch_date(referral.answered_at) if referral.answered_at else "nog niet"
    told = [("Verwezen", dutch_date(referral.sent_at)), ("Teruggestuurd" if back else "Aangenomen", answered)]
    if not back:
        told += [
            (name, dutch_date(day) if day else "nog niet")
            for name, day in (("Eerste gesprek", referral.first_talk_on), ("Gestart", referral.started_on))
        ]
    if referral.stopped_on:
        told.append(("Gestopt", dutch_date(referral.stopped_on)))
    return tuple(told)


_MISSING: Mapping[str, str] = MappingProxyType(
    {
        "name": "Vul een naam in.",
        "phone": "Vul een telefoonnummer of een mailadres in.",
        "birth_date": "Vul een dag, een maand en een jaar in. Bijvoorbeeld 14 9 1998.",
        "place": "Vul een plaats of een postcode in. Bijvoorbeeld 8011 AB of Zwolle.",
        "language": "Kies een taal.",
        "wish": "Schrijf op wat de persoon wil.",
        "reason": "Schrijf op waarom je verwijst.",
        "to": "Kies een organisatie.",
        "ground": "Kies op welke grond je verwijst.",
        "given": "Kies hoe je het besprak.",
        "text": "Schrijf eerst een bericht.",
        "dutch": "Kies een niveau uit de lijst.",
        "who": "Kijk eerst of deze persoon hier al is. Kies dan wat klopt.",
    }
)
_MALFORMED: Mapping[str, str] = MappingProxyType(
    {
        "phone": "Dit is geen telefoonnummer. Vul iets in als 06 1234 5678.",
        "email": "Dit is geen mailadres. Vul iets in als naam@voorbeeld.nl.",
        "birth_date": "Deze datum kan niet kloppen. Vul de geboortedag in.",
    }
)
_BSN = "Hier staat een burgerservicenummer. Dat mogen en willen we niet bewaren. Haal het weg."


def fault_of(fault: FieldError) -> Fault:
    """A fault in words, at its field."""
    return Fault(field=fault.path, words=_fault_words(fault))


def _fault_words(fault: FieldError) -> str:
    if fault.code == "bsn":
        return _BSN
    if fault.code == "too_many":
        return (
            f"Dit is te lang. Maak er {fault.expected.removeprefix('at most ').partition(' ')[0]} tekens van of minder."
        )
    if fault.path == "place" and fault.code != "missing":
        near = f" Bedoel je {' of '.join(fault.near[:3])}?" if fault.near else ""
        return f"Deze plaats kennen we niet.{near}"
    if fault.code != "missing" and fault.path in _MALFORMED:
        return _MALFORMED[fault.path]
    return _MISSING.get(fault.path, "Dit klopt nog niet. Kijk het na.")
