"""People are shown days and hours of the Netherlands: nothing on a page takes the day or hour of UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from gouden_poort.settings import templates_dir
from gouden_poort.web.filters import clock_time, dutch_date
from tests.databases import Database
from tests.people_with_rights import Clock, house_at

_PACKAGE = Path(__file__).parents[2] / "gouden_poort"
_DAY_OF_UTC = re.compile(r"(?:_at|\bclock\(\)|\bmoment|\bdue|\bnow)\.date\(\)|\{[^{}]*:%H")
SUMMER, WINTER = datetime(2027, 7, 1, 22, 30, tzinfo=UTC), datetime(2027, 1, 4, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day", "hour"), [(SUMMER, "2 juli 2027", "00.30"), (WINTER, "4 januari 2027", "23.30")]
)
def test_a_moment_is_shown_as_the_clock_on_the_wall(moment: datetime, day: str, hour: str) -> None:
    assert (dutch_date(moment), clock_time(moment)) == (day, hour)


@pytest.mark.parametrize(("moment", "today"), [(SUMMER, date(2027, 7, 2)), (WINTER, date(2027, 1, 4))])
def test_today_begins_at_midnight_in_the_netherlands(sqlite_database: Database, moment: datetime, today: date) -> None:
    assert house_at(sqlite_database, Clock(moment)).today() == today


def test_no_page_takes_the_day_or_hour_of_utc() -> None:
    floors = ("services", "web", "http", "profiles")
    code = [path for floor in floors for path in (_PACKAGE / floor).rglob("*.py") if "demo" not in path.parts]
    pages = list(templates_dir().rglob("*.html"))
    allowed = {"filters.py", "dutch_time.py", "logbook_words.py", "sheets.py"}
    found = {
        path.name
        for path in (*code, *pages)
        if path.name not in allowed and _DAY_OF_UTC.search(path.read_text(encoding="utf-8"))
    }
    assert found == set()
