"""The catalogue's own calendar, and the example dates on which trainings start."""

from __future__ import annotations

from datetime import date, timedelta

from tools.build_catalogue.facts import draw
from tools.build_catalogue.trainings import Training

BASE = date(2026, 11, 23)
"""A Monday: week 0."""
HORIZON_WEEKS = 215
"""The last start is on Monday 30 December 2030."""
LAST = BASE + timedelta(weeks=HORIZON_WEEKS - 1)

SCHOOL_SUBKINDS = frozenset({"bbl", "bol", "entree", "ad"})
WEEKS_BETWEEN = {
    "orientation": (8, 12),
    "language": (10, 14),
    "basic": (8, 12),
    "safety": (5, 8),
    "mbo_certificate": (13, 17),
    "company_school": (9, 13),
    "specialist": (11, 17),
    "leadership": (17, 26),
    "part_time": (15, 22),
}
"""Fewest and most weeks between two starts, by subkind."""
ROLLING = frozenset({"practice_certificate", "recognition"})
"""Start any week: these follow the person, not a class."""
ROLLING_TRAININGS = frozenset({"bvs-lassen", "basis-rijbewijs"})
SELF_PACED = frozenset({"bij-tekening-start"})
"""Online these are exercises to do at home."""


def is_rolling(training: Training, *, online: bool) -> bool:
    """Whether someone may start on any Monday."""
    if training.training_id in ROLLING_TRAININGS or training.subkind in ROLLING:
        return True
    return online and (training.kind in ("language", "basic") or training.training_id in SELF_PACED)


def starts(training: Training, place: str) -> list[date]:
    """The Mondays on which a class starts in one place: intakes of a school year, or every so many weeks."""
    if training.subkind in SCHOOL_SUBKINDS or (training.subkind == "part_time" and training.weeks >= 52):
        return _intakes(training, place)
    fewest, most = WEEKS_BETWEEN[training.subkind]
    if training.subkind == "safety" and training.spread != "every":
        fewest, most = fewest + 4, most + 4
    gap = fewest + draw("gap", training.training_id, place) % (most - fewest + 1)
    first = draw("first", training.training_id, place) % gap
    mondays = (BASE + timedelta(weeks=week) for week in range(first, HORIZON_WEEKS, gap))
    return [_outside_holidays(monday) for monday in mondays if _outside_holidays(monday) <= LAST]


def _intakes(training: Training, place: str) -> list[date]:
    """The end of August or the start of September, and for most also the start of February."""
    late = draw("late", training.training_id, place) % 2
    chosen = []
    for year in range(BASE.year, LAST.year + 1):
        days = [_monday_from(date(year, 8, 24)) + timedelta(weeks=late)]
        if training.kind != "bol" and training.subkind != "ad":
            days.insert(0, _monday_from(date(year, 2, 1)) + timedelta(weeks=late))
        chosen += [day for day in days if BASE <= day <= LAST]
    return chosen


def _monday_from(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


def _outside_holidays(monday: date) -> date:
    """The same Monday, or the first one after the Christmas or summer holiday it falls in."""
    if (monday.month, monday.day) >= (12, 21):
        return _monday_from(date(monday.year + 1, 1, 4))
    if (monday.month, monday.day) <= (1, 3):
        return _monday_from(date(monday.year, 1, 4))
    if (7, 20) <= (monday.month, monday.day) <= (8, 15):
        return _monday_from(date(monday.year, 8, 16))
    return monday
