"""Daily counts in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from gouden_poort.services.ports import DayCount
from gouden_poort.storage.tables.counts import DAILY_COUNTS


class SQLCounts:
    """Fulfils `ports.Counts`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, day: date, language: str, milestone: str) -> None:
        """One more; two at the same moment both count."""
        if self._raised(day, language, milestone):
            return
        row = {"day": day, "language": language, "milestone": milestone, "many": 1}
        try:
            with self._connection.begin_nested():
                self._connection.execute(insert(DAILY_COUNTS).values(row))
        except IntegrityError:  # another was first in the meantime
            self._raised(day, language, milestone)

    def since(self, day: date) -> Sequence[DayCount]:
        rows = self._connection.execute(select(DAILY_COUNTS).where(DAILY_COUNTS.c.day >= day))
        return [DayCount(**row._mapping) for row in rows]

    def _raised(self, day: date, language: str, milestone: str) -> bool:
        counts = DAILY_COUNTS.c
        same = (counts.day == day) & (counts.language == language) & (counts.milestone == milestone)
        return bool(self._connection.execute(update(DAILY_COUNTS).where(same).values(many=counts.many + 1)).rowcount)
