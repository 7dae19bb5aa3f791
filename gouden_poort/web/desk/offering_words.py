"""Places that a coach offers, and what people still lack for them, as one says it to a colleague."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import FieldError
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.place_offer import MOST_SEATS, FreePlace, OfferState, PlaceOffer
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.services.offering.fitting import Gap, Lack
from gouden_poort.services.offering.seats import FURTHEST
from gouden_poort.web.desk.today_words import short_day
from gouden_poort.web.filters import counted, dutch_date
from gouden_poort.web.forms.fault_words import Fault
from gouden_poort.web.wording import CEFR_LEVELS, NLQF_LEVELS, SKILL_LEVELS
from gouden_poort.web.words.names import Names
from gouden_poort.web.words.openings import OpeningWords
from gouden_poort.web.words.whole_rules import rule_in_words

KINDS: Mapping[str, str] = MappingProxyType({"job": "baan", "bbl": "leerbaan", "start": "start van een opleiding"})
STATES: Mapping[OfferState, str] = MappingProxyType(
    {
        OfferState.OPEN: "Wacht op antwoord",
        OfferState.YES: "Zei ja",
        OfferState.NO: "Zei nee",
        OfferState.SILENT: "Gaf geen antwoord",
    }
)


def title(words: OpeningWords) -> str:
    """What a place is called in a line.

    >>> title(OpeningWords(what="Lasser", whose="Lasbedrijf")), title(OpeningWords())
    ('Lasser bij Lasbedrijf', 'Een plek die niet meer in het aanbod staat')
    """
    return f"{words.what} bij {words.whose}" if words.is_known else "Een plek die niet meer in het aanbod staat"


def sort_of(words: OpeningWords) -> str:
    """What sort of place it is, with what tells it from others at the same company."""
    if words.begins_on is not None:
        return f"{KINDS[words.kind]} op {dutch_date(words.begins_on)}"
    return ", ".join(
        part for part in (KINDS.get(words.kind, "–"), words.paper, words.hours and f"{words.hours} uur") if part
    )


def since(place: FreePlace) -> str:
    """Since when the number of seats is known, and whether it is of the company itself."""
    day = dutch_date(place.updated_at)
    return f"bijgewerkt op {day}, door het bedrijf" if place.by_company else f"bijgewerkt op {day}"


def clock(offer: PlaceOffer, today: date) -> str:
    """Until when an offer is open, and how long that still is; or since when it was answered."""
    day = short_day(offer.answer_by, today)
    left = (offer.answer_by - today).days
    if offer.state is not OfferState.OPEN and offer.answered_at is not None:
        return f"op {short_day(dutch_day(offer.answered_at), today)}"
    if left < 0:
        return f"tot en met {day}: die dag is voorbij"
    return f"tot en met {day}, {'dat is vandaag' if not left else 'nog ' + counted(left, 'dag', 'dagen')}"


class LackWords:
    """What somebody lacks, in words of one catalogue."""

    def __init__(self, snapshot: Snapshot, book: Rulebook, today: date) -> None:
        self._names, self._book, self._today = Names(snapshot), book, today

    def of(self, lack: Lack) -> str:  # noqa: PLR0911 - one answer for each kind
        """One thing, with what is needed and what is there."""
        match lack.gap:
            case Gap.SKILL:
                return f"{self._names.skill(lack.id)}: nodig {SKILL_LEVELS[lack.needed]}, nu {SKILL_LEVELS[lack.yours]}"
            case Gap.PAPER:
                return f"papier: {self._names.credential(lack.id)}"
            case Gap.DUTCH:
                return f"Nederlands: nodig {CEFR_LEVELS[lack.needed]}, nu {CEFR_LEVELS[lack.yours]}"
            case Gap.SCHOOLING:
                return f"opleiding: nodig {NLQF_LEVELS[lack.needed]}, nu {NLQF_LEVELS[lack.yours]}"
            case Gap.GROUP:
                return "deze plek is voor een andere doelgroep"
            case Gap.AGE:
                return f"leeftijd: nodig {lack.needed} jaar, nu {lack.yours}"
            case Gap.TRAVEL:
                return f"reistijd: {lack.needed} minuten, wil hoogstens {lack.yours}"
            case Gap.HOURS:
                return f"uren: {lack.needed} in de week, kan er {lack.yours}"
            case Gap.BEGIN:
                return "kan pas later beginnen"
            case Gap.LESSONS:
                return "geen school in de buurt voor de lessen"
            case Gap.RULE:
                return self._rule(lack.id)

    def training(self, offering_id: str) -> str:
        """The one training that is needed besides."""
        return self._names.offering(offering_id)

    def _rule(self, rule_id: str) -> str:
        rule = next((each for each in self._book.rules if each.id == rule_id), None)
        return rule_in_words(self._book, rule, self._today) if rule else "een regel"


def fault_of(fault: FieldError) -> Fault:
    """What to do about something that was filled in."""
    if fault.path == "seats":
        return Fault(field="seats", words=f"Vul een heel getal in van 0 tot en met {MOST_SEATS}.")
    return Fault(field="answer_by", words=f"Kies een dag vanaf vandaag, binnen {FURTHEST.days} dagen.")
