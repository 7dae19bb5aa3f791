"""Free seats and offers in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, PlaceOffer
from gouden_poort.storage.tables.free_places import FREE_PLACES, PLACE_OFFERS
from gouden_poort.storage.values import as_row, as_value, found, keep

_OPENING = ("organisation_id", "kind", "opening_id")


class SQLFreePlaces:
    """Fulfils `ports.FreePlaces`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, place: FreePlace) -> FreePlace:
        """In the place of the one at the same opening, also when two people do it at once."""
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        fresh = {name: value for name, value in as_row(place).items() if name not in ("id", *_OPENING)}
        row = dialect.insert(FREE_PLACES).values(as_row(place))
        self._connection.execute(row.on_conflict_do_update(index_elements=_OPENING, set_=fresh))
        same = [FREE_PLACES.c[name] == getattr(place, name) for name in _OPENING]
        kept = self._connection.execute(select(FREE_PLACES).where(*same)).mappings().one()
        return as_value(FreePlace, kept)

    def find(self, place_id: UUID) -> FreePlace | None:
        return found(self._connection, FREE_PLACES, FreePlace, place_id)

    def hold(self, place_id: UUID) -> None:
        """Let whoever else holds it wait: changing nothing is a change to the database."""
        here = FREE_PLACES.c.id == place_id
        self._connection.execute(update(FREE_PLACES).where(here).values(seats=FREE_PLACES.c.seats))

    def of(self, organisation_id: UUID) -> Sequence[FreePlace]:
        query = select(FREE_PLACES).where(FREE_PLACES.c.organisation_id == organisation_id)
        rows = self._connection.execute(query.order_by(FREE_PLACES.c.kind, FREE_PLACES.c.opening_id)).mappings()
        return [as_value(FreePlace, row) for row in rows]

    def add_offer(self, offer: PlaceOffer) -> None:
        keep(self._connection, PLACE_OFFERS, offer)

    def find_offer(self, offer_id: UUID) -> PlaceOffer | None:
        return found(self._connection, PLACE_OFFERS, PlaceOffer, offer_id)

    def offers_at(self, place_id: UUID) -> Sequence[PlaceOffer]:
        query = select(PLACE_OFFERS).where(PLACE_OFFERS.c.place_id == place_id).order_by(PLACE_OFFERS.c.offered_at)
        return [as_value(PlaceOffer, row) for row in self._connection.execute(query).mappings()]

    def change_offer(self, offer: PlaceOffer) -> None:
        self._connection.execute(update(PLACE_OFFERS).where(PLACE_OFFERS.c.id == offer.id).values(as_row(offer)))

    def unanswered_before(self, day: date) -> Sequence[PlaceOffer]:
        late = (PLACE_OFFERS.c.state == OfferState.OPEN) & (PLACE_OFFERS.c.answer_by < day)
        rows = self._connection.execute(select(PLACE_OFFERS).where(late).order_by(PLACE_OFFERS.c.answer_by)).mappings()
        return [as_value(PlaceOffer, row) for row in rows]
