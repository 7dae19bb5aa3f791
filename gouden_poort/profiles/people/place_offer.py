"""Free seats at an opening, and offering one of them to somebody: yes, no, or no word before the last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from gouden_poort.profiles.dutch_time import dutch_day

MOST_SEATS = 500
FRESH = timedelta(weeks=4)
"""For so long a number of seats is taken for true; after that somebody has to ask."""


class OpeningKind(StrEnum):
    """What the seats are at."""

    OFFERING_START = "offering_start"
    POSITION = "position"


class OfferState(StrEnum):
    """How far an offer is."""

    OPEN = "open"
    YES = "yes"
    NO = "no"
    SILENT = "silent"
    """The last day went by without a word."""


TAKES_A_SEAT = frozenset({OfferState.OPEN, OfferState.YES})


@dataclass(frozen=True, slots=True, kw_only=True)
class FreePlace:
    """How many seats an organisation may offer at an opening of the catalogue; beside it, for it changes daily."""

    id: UUID
    organisation_id: UUID
    kind: OpeningKind
    opening_id: str
    """Of the catalogue."""
    seats: int
    updated_at: datetime
    updated_by: UUID
    """The colleague; for a number of the company itself the link by which it was said."""
    by_company: bool = False
    """Whether the company itself said so, by its link."""

    def is_old_on(self, day: date) -> bool:
        """Whether it was said so long ago that somebody has to ask."""
        return day - dutch_day(self.updated_at) > FRESH


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOffer:
    """A seat, offered to one person."""

    id: UUID
    place_id: UUID
    dossier_id: UUID
    offered_by: UUID
    offered_at: datetime
    answer_by: date
    """The last day on which a yes counts."""
    state: OfferState = OfferState.OPEN
    answered_at: datetime | None = None

    def is_over_on(self, day: date) -> bool:
        """Whether nobody answered in time."""
        return self.state is OfferState.OPEN and day > self.answer_by

    def state_on(self, day: date) -> OfferState:
        """How far it is: one that nobody answered in time is silent, also before that was written down."""
        return OfferState.SILENT if self.is_over_on(day) else self.state

    def holds_a_seat_on(self, day: date) -> bool:
        """Whether its seat can be offered to nobody else."""
        return self.state_on(day) in TAKES_A_SEAT
