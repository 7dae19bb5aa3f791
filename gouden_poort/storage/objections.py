"""Objections in the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, RowMapping, delete, func, select, update

from gouden_poort.profiles.objection import About, Objection
from gouden_poort.storage.once import keep_once, with_id
from gouden_poort.storage.tables.objections import OBJECTIONS


class SQLObjections:
    """Fulfils `ports.Objections`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, objection: Objection) -> Objection:
        """Keep an objection; when its id is here already, the one that was kept."""
        kept = keep_once(self._connection, OBJECTIONS, asdict(objection) | {"about": objection.about.value})
        return objection if kept is None else _objection(kept)

    def with_id(self, objection_id: UUID) -> Objection | None:
        row = with_id(self._connection, OBJECTIONS, objection_id)
        return None if row is None else _objection(row)

    def received_since(self, moment: datetime) -> int:
        query = select(func.count()).select_from(OBJECTIONS).where(OBJECTIONS.c.received_at >= moment)
        return self._connection.scalar(query) or 0

    def open(self) -> Sequence[Objection]:
        """Those without an answer; the earliest term first."""
        query = select(OBJECTIONS).where(OBJECTIONS.c.answered_at.is_(None))
        rows = self._connection.execute(query.order_by(OBJECTIONS.c.answer_by, OBJECTIONS.c.received_at)).mappings()
        return [_objection(row) for row in rows]

    def find(self, number: str) -> Objection | None:
        row = self._connection.execute(select(OBJECTIONS).where(OBJECTIONS.c.number == number)).mappings().first()
        return None if row is None else _objection(row)

    def mark_answered(self, objection_id: UUID, moment: datetime) -> None:
        """Note the first answer; a later one does not make it stay longer."""
        unanswered = (OBJECTIONS.c.id == objection_id) & OBJECTIONS.c.answered_at.is_(None)
        self._connection.execute(update(OBJECTIONS).where(unanswered).values(answered_at=moment))

    def remove_answered_before(self, moment: datetime) -> int:
        return self._connection.execute(delete(OBJECTIONS).where(OBJECTIONS.c.answered_at < moment)).rowcount


def _objection(row: RowMapping) -> Objection:
    return Objection(**(dict(row) | {"about": About(row["about"])}))
