"""What anyone may read of outcomes, without an account: how many of a hundred people stay, and how soon work comes.

It is less than staff see, and nothing else: four years of the same line, of all people together or of those who chose a
sector. Everything is counted once a day, so that nobody can keep the house busy or see a figure move while they look.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from gouden_poort.development.lines import EPOCH, Lines
from gouden_poort.development.survival import AFTER_YEARS
from gouden_poort.services.demo.mark import is_demo
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.recent import Recent
from gouden_poort.services.ten_years.groups import By, Group, members, shown_groups
from gouden_poort.services.ten_years.staying import Point, staying, waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The figures of a day."""

    counted_on: date
    is_example: bool
    """They are of the invented people of the demo."""
    everyone: Sequence[Point] = ()
    by_sector: Mapping[str, Sequence[Point]]
    """By the sector that people chose, as far as anything can be told."""
    half_works_after: int | None = None
    """Months from choosing a route until half of everyone has technical work."""


ToldOfDay = Recent[tuple[date, bool], Told]
"""What a process remembers: the figures of a day, of real people or of the demo."""


def remembered() -> ToldOfDay:
    """Room for the figures of a day."""
    return Recent(2)


def told_to_everyone(open_unit: UnitOfWorkFactory, today: date, remembers: ToldOfDay) -> Told:
    """The figures of today, counted by whoever asks first. The demo coming or going makes others at once."""
    with open_unit() as unit:
        is_example = is_demo(unit)
    return remembers.get((today, is_example), partial(_count, open_unit, today, is_example=is_example))


def _count(open_unit: UnitOfWorkFactory, today: date, *, is_example: bool) -> Told:
    with open_unit() as unit:  # of the house: only numbers come out
        lines = unit.journeys.lines()
    day = (today - EPOCH).days
    sectors = {sector: _points(_to(lines, sector), day) for sector in shown_groups(lines)[By.SECTOR]}
    return Told(
        counted_on=today,
        is_example=is_example,
        everyone=_points(lines, day),
        by_sector={sector: points for sector, points in sectors.items() if points},
        half_works_after=waiting(lines, day).half,
    )


def _to(lines: Lines, sector: str) -> Lines:
    return lines.where(members(lines, Group(by=By.SECTOR, value=sector)))


def _points(lines: Lines, day: int) -> Sequence[Point]:
    return tuple(point for point in staying(lines, day) if point.years in AFTER_YEARS)
