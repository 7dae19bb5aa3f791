"""Daily counts as rows, on both kinds of database."""

from __future__ import annotations

from datetime import date

from sqlalchemy import inspect

from gouden_poort.services.ports import DayCount
from gouden_poort.storage.counts import SQLCounts
from gouden_poort.storage.tables.counts import DAILY_COUNTS
from tests.databases import Database

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def test_steps_add_up_by_day_language_and_step(database: Database) -> None:
    with database.unit() as unit:
        for language in ("nl", "nl", "ar"):
            unit.counts.add(MONDAY, language, "started")
        unit.counts.add(TUESDAY, "nl", "started")
        unit.commit()
    with database.unit() as unit:
        counted = {(one.day, one.language): one.many for one in unit.counts.since(MONDAY)}
        assert counted == {(MONDAY, "nl"): 2, (MONDAY, "ar"): 1, (TUESDAY, "nl"): 1}
        assert unit.counts.since(TUESDAY) == [DayCount(day=TUESDAY, language="nl", milestone="started", many=1)]


def test_the_first_two_of_a_day_at_the_same_moment_both_count(database: Database) -> None:
    class Late(SQLCounts):
        """Sees no row at first, because the other is not there yet."""

        looked = 0

        def _raised(self, day: date, language: str, milestone: str) -> bool:
            self.looked += 1
            return self.looked > 1 and super()._raised(day, language, milestone)

    with database.unit() as unit:
        unit.counts.add(MONDAY, "nl", "started")
        Late(unit._connection).add(MONDAY, "nl", "started")
        unit.commit()
    with database.unit() as unit:
        assert [one.many for one in unit.counts.since(MONDAY)] == [2]


def test_nothing_else_is_kept(database: Database) -> None:
    columns = {column["name"] for column in inspect(database.engine).get_columns(DAILY_COUNTS.name)}
    assert columns == {"day", "language", "milestone", "many"}
