"""The one line of each dossier with a plan, for the calendar, for lists, and column by column for counting."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import Connection, Select, Text, and_, func, or_, select, type_coerce

from gouden_poort.development.journey import Journey
from gouden_poort.development.lines import NEVER, Coded, Lines
from gouden_poort.development.standing import Phase
from gouden_poort.services.ports.ten_years import AtWork
from gouden_poort.storage.bulk import read_columns
from gouden_poort.storage.day_number import day_number
from gouden_poort.storage.holding import take_turn
from gouden_poort.storage.once import put_rows
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.ten_years import EVENTS, JOURNEYS
from gouden_poort.storage.values import as_row, as_value

_TEXTS = tuple(each.name for each in fields(Lines) if each.type == "Coded")
_DAYS = tuple(each.name for each in fields(Lines) if each.type == "Days")
"""What of a line is a word, and what a day."""


class SQLJourneys:
    """Fulfils `ports.Journeys`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, journey: Journey) -> None:
        self.put_all([journey])

    def put_all(self, journeys: Sequence[Journey]) -> None:
        put_rows(self._connection, JOURNEYS, [as_row(each) for each in journeys], "dossier_id")

    def find(self, dossier_id: UUID) -> Journey | None:
        query = select(JOURNEYS).where(JOURNEYS.c.dossier_id == dossier_id)
        row = self._connection.execute(query).mappings().first()
        return None if row is None else as_value(Journey, row)

    def of_many(self, dossier_ids: Sequence[UUID]) -> Sequence[Journey]:
        return self._journeys(select(JOURNEYS).where(JOURNEYS.c.dossier_id.in_(dossier_ids)))

    def to_look_at(self, day: date, most: int, after: Journey | None = None) -> Sequence[Journey]:
        """Those due by a day, after another one in the same order; until the end of the transaction they are ours."""
        take_turn(self._connection)
        place = JOURNEYS.c.look_on, JOURNEYS.c.dossier_id
        query = select(JOURNEYS).where(JOURNEYS.c.look_on <= day)
        if after is not None:
            same_day = and_(place[0] == after.look_on, place[1] > after.dossier_id)
            query = query.where(or_(place[0] > after.look_on, same_day))
        return self._journeys(query.order_by(*place).limit(most).with_for_update(skip_locked=True))

    def at_work(self, coach_id: UUID, occupations: Collection[str]) -> Sequence[AtWork]:
        there = JOURNEYS.c.occupation_id.in_(occupations) & (JOURNEYS.c.phase != Phase.CLOSED)
        query = (
            select(JOURNEYS.c.dossier_id, JOURNEYS.c.occupation_id, EVENTS.c.employer)
            .distinct()
            .join(DOSSIERS, DOSSIERS.c.id == JOURNEYS.c.dossier_id)
            .join(EVENTS, EVENTS.c.dossier_id == JOURNEYS.c.dossier_id)
            .where(DOSSIERS.c.coach_id == coach_id, there, EVENTS.c.employer != "")
            .order_by(JOURNEYS.c.dossier_id, EVENTS.c.employer)
        )
        return [as_value(AtWork, row) for row in self._connection.execute(query).mappings()]

    def drifting(self, coach_id: UUID) -> Sequence[Journey]:
        query = select(JOURNEYS).join(DOSSIERS, DOSSIERS.c.id == JOURNEYS.c.dossier_id)
        query = query.where(DOSSIERS.c.coach_id == coach_id, JOURNEYS.c.drift_since.is_not(None))
        return self._journeys(query.order_by(JOURNEYS.c.drift_since, JOURNEYS.c.dossier_id))

    def to_call(self, coach_id: UUID) -> Sequence[Journey]:
        query = select(JOURNEYS).join(DOSSIERS, DOSSIERS.c.id == JOURNEYS.c.dossier_id)
        query = query.where(DOSSIERS.c.coach_id == coach_id, JOURNEYS.c.call_since.is_not(None))
        return self._journeys(query.order_by(JOURNEYS.c.call_since, JOURNEYS.c.dossier_id))

    def to_ask_without_account(self, coach_id: UUID, day: date) -> Sequence[Journey]:
        query = select(JOURNEYS).join(DOSSIERS, DOSSIERS.c.id == JOURNEYS.c.dossier_id)
        alone = (DOSSIERS.c.coach_id == coach_id) & DOSSIERS.c.citizen_id.is_(None)
        return self._journeys(query.where(alone, JOURNEYS.c.ask_from <= day).order_by(JOURNEYS.c.dossier_id))

    def all(self, region: str = "") -> Sequence[Journey]:
        query = select(JOURNEYS)
        return self._journeys(query.where(JOURNEYS.c.region == region) if region else query)

    def lines(self) -> Lines:
        texts: list[Any] = [type_coerce(JOURNEYS.c[name], Text) for name in _TEXTS]
        days: list[Any] = [func.coalesce(day_number(JOURNEYS.c[name]), NEVER) for name in _DAYS]
        query: Select[Any] = select(*texts, *days)
        columns = dict(zip((*_TEXTS, *_DAYS), read_columns(self._connection, query), strict=True))
        coded: dict[str, Any] = {name: Coded.of(columns[name]) for name in _TEXTS}
        numbers: dict[str, Any] = {name: np.array(columns[name], dtype=np.int32) for name in _DAYS}
        return Lines(**coded, **numbers)

    def _journeys(self, query: Any) -> Sequence[Journey]:
        return [as_value(Journey, row) for row in self._connection.execute(query).mappings()]
