"""Free seats, and to whom they are offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.place_offer import FreePlace, PlaceOffer


class FreePlaces(Protocol):
    """Seats by organisation and opening, and the offers of them."""

    def put(self, place: FreePlace) -> FreePlace: ...  # in the place of the one at the same opening, with its id

    def find(self, place_id: UUID) -> FreePlace | None: ...

    def hold(self, place_id: UUID) -> None: ...  # whoever else wants to hold it waits until this unit ends

    def of(self, organisation_id: UUID) -> Sequence[FreePlace]: ...

    def add_offer(self, offer: PlaceOffer) -> None: ...

    def find_offer(self, offer_id: UUID) -> PlaceOffer | None: ...

    def offers_at(self, place_id: UUID) -> Sequence[PlaceOffer]: ...  # the first one first

    def change_offer(self, offer: PlaceOffer) -> None: ...

    def unanswered_before(self, day: date) -> Sequence[PlaceOffer]: ...
