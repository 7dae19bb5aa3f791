"""Free seats and offers in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from gouden_poort.profiles.people.place_offer import TAKES_A_SEAT, FreePlace, OfferState, PlaceOffer
from gouden_poort.storage.holding import hold_row
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.free_places import FREE_PLACES, PLACE_OFFERS
from gouden_poort.storage.values import as_row, as_value, found, keep

_OFFERS = select(PLACE_OFFERS)
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
        hold_row(self._connection, FREE_PLACES.c.seats, place_id)

    def of(self, organisation_id: UUID) -> Sequence[FreePlace]:
        query = select(FREE_PLACES).where(FREE_PLACES.c.organisation_id == organisation_id)
        rows = self._connection.execute(query.order_by(FREE_PLACES.c.kind, FREE_PLACES.c.opening_id)).mappings()
        return [as_value(FreePlace, row) for row in rows]

    def taken(self) -> Mapping[FreePlace, int]:
        """Every place, with the seats that are offered or given away."""
        takes = (PLACE_OFFERS.c.place_id == FREE_PLACES.c.id) & PLACE_OFFERS.c.state.in_(sorted(TAKES_A_SEAT))
        many = select(func.count()).select_from(PLACE_OFFERS).where(takes).scalar_subquery().label("many")
        rows = self._connection.execute(select(FREE_PLACES, many)).mappings()
        return {as_value(FreePlace, row): row["many"] for row in rows}

    def add_offer(self, offer: PlaceOffer) -> None:
        keep(self._connection, PLACE_OFFERS, offer)

    def find_offer(self, offer_id: UUID) -> PlaceOffer | None:
        return found(self._connection, PLACE_OFFERS, PlaceOffer, offer_id)

    def offers_at(self, place_id: UUID) -> Sequence[PlaceOffer]:
        return self._offers(_OFFERS.where(PLACE_OFFERS.c.place_id == place_id).order_by(PLACE_OFFERS.c.offered_at))

    def offers_to(self, dossier_id: UUID) -> Sequence[PlaceOffer]:
        here = PLACE_OFFERS.c.dossier_id == dossier_id
        return self._offers(_OFFERS.where(here).order_by(PLACE_OFFERS.c.offered_at.desc()))

    def offers_of_coach(self, coach_id: UUID, answered_since: datetime) -> Sequence[PlaceOffer]:
        recent = (PLACE_OFFERS.c.state == OfferState.OPEN) | (PLACE_OFFERS.c.answered_at >= answered_since)
        query = _OFFERS.join(DOSSIERS).where(DOSSIERS.c.coach_id == coach_id, recent)
        return self._offers(query.order_by(PLACE_OFFERS.c.answer_by, PLACE_OFFERS.c.offered_at))

    def change_offer(self, offer: PlaceOffer) -> None:
        self._connection.execute(update(PLACE_OFFERS).where(PLACE_OFFERS.c.id == offer.id).values(as_row(offer)))

    def unanswered_before(self, day: date) -> Sequence[PlaceOffer]:
        late = (PLACE_OFFERS.c.state == OfferState.OPEN) & (PLACE_OFFERS.c.answer_by < day)
        return self._offers(_OFFERS.where(late).order_by(PLACE_OFFERS.c.answer_by))

    def _offers(self, query: Select[Any]) -> Sequence[PlaceOffer]:
        return [as_value(PlaceOffer, row) for row in self._connection.execute(query).mappings()]
