"""The yearly check-in: when someone is asked, reminded, and when a year counts as missed.

Everything follows from the day of a yearly talk and today, so whoever looks twice, or weeks late, finds the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from gouden_poort.development.journal import Happened, spans
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.development.progress import How, Point
from gouden_poort.development.standing import Phase

ASKED_BEFORE = timedelta(days=14)
REMINDED_AFTER = timedelta(days=14)
REMINDED_AGAIN_AFTER = timedelta(days=28)
MISSED_AFTER = timedelta(days=56)
MISSED_TOO_OFTEN = 2
"""So many years missed one after the other, and the coach calls."""
QUIET = (Phase.PAUSED, Phase.STOPPED)
"""Who is in one of these is asked, because it is a way back, and never reminded; no year counts as missed."""


class Stage(StrEnum):
    """How far the asking of one year is."""

    ASKED = "asked"
    REMINDED = "reminded"
    REMINDED_AGAIN = "reminded_again"
    MISSED = "missed"


_BEGINS: Mapping[Stage, timedelta] = MappingProxyType(
    {
        Stage.ASKED: -ASKED_BEFORE,
        Stage.REMINDED: REMINDED_AFTER,
        Stage.REMINDED_AGAIN: REMINDED_AGAIN_AFTER,
        Stage.MISSED: MISSED_AFTER,
    }
)
"""How long after the day of the talk each stage begins."""


class OpenYear(NamedTuple):
    """A year whose questions were not answered, whether or not it is time to ask them; a line keeps all of them."""

    year: int
    due_on: date
    """The day of its talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One year that was not answered, and how far its asking should be today."""

    year: int
    due_on: date
    stage: Stage


def stage_on(due_on: date, today: date) -> Stage | None:
    """How far the asking of a year should be; None before it begins."""
    if today < due_on - ASKED_BEFORE:
        return None
    if today < due_on + REMINDED_AFTER:
        return Stage.ASKED
    if today < due_on + REMINDED_AGAIN_AFTER:
        return Stage.REMINDED
    return Stage.REMINDED_AGAIN if today < due_on + MISSED_AFTER else Stage.MISSED


def open_years(points: Sequence[Point]) -> Sequence[OpenYear]:
    """Those that were not answered, the one that is due first in front. Time alone changes nothing about them."""
    found = []
    for point in points:
        if point.milestone.kind is MilestoneKind.YEARLY_TALK and point.how is not How.DONE:
            assert point.milestone.year is not None  # noqa: S101 - every yearly talk has its year
            found.append(OpenYear(point.milestone.year, point.expected_on))
    return found


def open_askings(points: Sequence[Point], phase: Phase, today: date) -> Sequence[Asking]:
    """The years that are asked or were missed, the first one first; none for who is closed."""
    return askings_of(open_years(points), phase, today)


def askings_of(years: Sequence[OpenYear], phase: Phase, today: date) -> Sequence[Asking]:
    """The same, for who knows which years are open."""
    if phase is Phase.CLOSED:
        return ()
    found = []
    for year, due_on in years:
        stage = stage_on(due_on, today)
        if phase in QUIET and stage is not None:
            stage = Stage.ASKED if stage is not Stage.MISSED else None
        if stage is not None:
            found.append(Asking(year=year, due_on=due_on, stage=stage))
    return found


def quiet_times(happened: Iterable[Happened], today: date) -> Sequence[tuple[date, date]]:
    """The stretches of days in which someone paused or had stopped; the last day is not part of one."""
    found = spans(happened, today + timedelta(days=1))
    return [(each.since, each.until) for each in found if each.standing.phase in QUIET]


def missed_on(points: Sequence[Point], today: date, quiet: Sequence[tuple[date, date]] = ()) -> Sequence[date]:
    """The days on which the last years in a row became missed, up to the last one that was answered.

    `quiet`: the stretches in which no year counts as missed.
    """
    talks = [point for point in points if point.milestone.kind is MilestoneKind.YEARLY_TALK]
    days: list[date] = []
    for point in sorted(talks, key=lambda each: each.expected_on):
        day = point.expected_on + MISSED_AFTER
        if point.how is How.DONE:
            days.clear()
        elif day <= today and not any(since <= day < until for since, until in quiet):
            days.append(day)
    return days


def call_since(missed: Sequence[date], last_talk_on: date | None) -> date | None:
    """Since when the coach should call, because years were missed too often in a row; None once they talked."""
    too_often = missed[MISSED_TOO_OFTEN - 1 :]
    return next((day for day in too_often if last_talk_on is None or day > last_talk_on), None)


def stage_begins_on(due_on: date, stage: Stage) -> date:
    """The first day of a stage."""
    return due_on + _BEGINS[stage]


def next_change_on(points: Sequence[Point], today: date) -> date | None:
    """The first day after today on which another stage begins; None when nothing is left to ask."""
    days = [
        day
        for point in points
        if point.milestone.kind is MilestoneKind.YEARLY_TALK and point.how is not How.DONE
        for stage in Stage
        if (day := stage_begins_on(point.expected_on, stage)) > today
    ]
    return min(days, default=None)
