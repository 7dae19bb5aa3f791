"""Plans, journals, commitments and journeys in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, select, update

from gouden_poort.development.event import Event
from gouden_poort.development.guarantee import Commitment
from gouden_poort.development.journey import Journey
from gouden_poort.development.kept import as_text, from_text
from gouden_poort.development.plan import Plan
from gouden_poort.storage.tables.ten_years import COMMITMENTS, EVENTS, JOURNEYS, PLANS
from gouden_poort.storage.values import as_row, as_value, found, keep

_WHOLE = ("route", "named")
"""What of a plan is kept as one text."""


class SQLPlans:
    """Fulfils `ports.Plans`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, plan: Plan) -> None:
        row = {name: value for name, value in as_row(plan).items() if name not in _WHOLE}
        self._connection.execute(PLANS.insert().values(row | {"kept": as_text(plan.route, plan.named)}))

    def find(self, plan_id: UUID) -> Plan | None:
        row = self._connection.execute(select(PLANS).where(PLANS.c.id == plan_id)).mappings().first()
        return None if row is None else _plan(row)

    def of(self, dossier_id: UUID) -> Sequence[Plan]:
        query = select(PLANS).where(PLANS.c.dossier_id == dossier_id).order_by(PLANS.c.made_at, PLANS.c.id)
        return [_plan(row) for row in self._connection.execute(query).mappings()]


class SQLJournal:
    """Fulfils `ports.Journal`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, event: Event) -> None:
        keep(self._connection, EVENTS, event)

    def find(self, event_id: UUID) -> Event | None:
        return found(self._connection, EVENTS, Event, event_id)

    def of(self, dossier_id: UUID) -> Sequence[Event]:
        return self.of_many([dossier_id])[dossier_id]

    def of_many(self, dossier_ids: Sequence[UUID]) -> Mapping[UUID, Sequence[Event]]:
        """Of each dossier that is named, also when nothing happened yet."""
        journals: dict[UUID, list[Event]] = {each: [] for each in dossier_ids}
        query = select(EVENTS).where(EVENTS.c.dossier_id.in_(dossier_ids))
        ordered = query.order_by(EVENTS.c.day, EVENTS.c.written_at, EVENTS.c.id)
        for row in self._connection.execute(ordered).mappings():
            journals[row["dossier_id"]].append(as_value(Event, row))
        return journals


class SQLCommitments:
    """Fulfils `ports.Commitments`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, commitment: Commitment) -> None:
        keep(self._connection, COMMITMENTS, commitment)

    def find(self, commitment_id: UUID) -> Commitment | None:
        return found(self._connection, COMMITMENTS, Commitment, commitment_id)

    def of(self, dossier_id: UUID) -> Sequence[Commitment]:
        query = select(COMMITMENTS).where(COMMITMENTS.c.dossier_id == dossier_id)
        ordered = query.order_by(COMMITMENTS.c.recorded_at, COMMITMENTS.c.id)
        return [as_value(Commitment, row) for row in self._connection.execute(ordered).mappings()]

    def change(self, commitment: Commitment) -> None:
        same = COMMITMENTS.c.id == commitment.id
        self._connection.execute(update(COMMITMENTS).where(same).values(as_row(commitment)))


class SQLJourneys:
    """Fulfils `ports.Journeys`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, journey: Journey) -> None:
        self._connection.execute(delete(JOURNEYS).where(JOURNEYS.c.dossier_id == journey.dossier_id))
        keep(self._connection, JOURNEYS, journey)

    def find(self, dossier_id: UUID) -> Journey | None:
        query = select(JOURNEYS).where(JOURNEYS.c.dossier_id == dossier_id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else as_value(Journey, row)

    def to_look_at(self, day: date, most: int) -> Sequence[Journey]:
        query = select(JOURNEYS).where(JOURNEYS.c.look_on <= day)
        return self._journeys(query.order_by(JOURNEYS.c.look_on, JOURNEYS.c.dossier_id).limit(most))

    def all(self, region: str = "") -> Sequence[Journey]:
        query = select(JOURNEYS)
        return self._journeys(query.where(JOURNEYS.c.region == region) if region else query)

    def _journeys(self, query: Any) -> Sequence[Journey]:
        return [as_value(Journey, row) for row in self._connection.execute(query).mappings()]


def _plan(row: RowMapping) -> Plan:
    route, named = from_text(row["kept"])
    return Plan(**{name: value for name, value in row.items() if name != "kept"}, route=route, named=named)
