"""Free seats, and to whom they are offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.place_offer import FreePlace, PlaceOffer


class FreePlaces(Protocol):
    """Seats by organisation and opening, and the offers of them."""

    def put(self, place: FreePlace) -> FreePlace: ...  # in the place of the one at the same opening, with its id

    def find(self, place_id: UUID) -> FreePlace | None: ...

    def hold(self, place_id: UUID) -> None: ...  # whoever else wants to hold it waits until this unit ends

    def of(self, organisation_id: UUID) -> Sequence[FreePlace]: ...

    def taken(self) -> Mapping[FreePlace, int]: ...  # every place there is, with how many of its seats are taken

    def add_offer(self, offer: PlaceOffer) -> None: ...

    def find_offer(self, offer_id: UUID) -> PlaceOffer | None: ...

    def offers_at(self, place_id: UUID) -> Sequence[PlaceOffer]: ...  # the first one first

    def offers_to(self, dossier_id: UUID) -> Sequence[PlaceOffer]: ...  # the last one first

    def offers_of_coach(
        self, coach_id: UUID, answered_since: datetime
    ) -> Sequence[PlaceOffer]: ...  # to the people of a coach: what is open, and what was answered or over since

    def change_offer(self, offer: PlaceOffer) -> None: ...

    def unanswered_before(self, day: date) -> Sequence[PlaceOffer]: ...
