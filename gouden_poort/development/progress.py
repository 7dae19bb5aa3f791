"""A plan beside what happened: how far each milestone is, and how late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gouden_poort.development.plan import COURSES, RUNGS, Milestone, MilestoneKind, Plan
from gouden_poort.development.standing import RESTING, Standing, year_at_work

_ON_THE_WAY = (*RUNGS, *COURSES)


class How(StrEnum):
    """How far a milestone is."""

    AHEAD = "ahead"
    LATE = "late"
    """Its day went by and nothing was heard of it."""
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    """Begun and stopped."""
    PASSED = "passed"
    """Not needed any more: what it led to is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One milestone with how far it is."""

    milestone: Milestone
    how: How
    expected_on: date
    """The day that counts now: a moved one, else that of the plan."""
    done_on: date | None = None
    begun_on: date | None = None
    """Of one that is under way."""

    @property
    def is_moved(self) -> bool:
        """Whether its day is another than the plan gave it."""
        return self.expected_on != self.milestone.planned_on

    @property
    def ready_on(self) -> date:
        """When it would be done: as long after it began, or will begin, as the plan gave it."""
        return (self.begun_on or self.expected_on) + (self.milestone.ready_on - self.milestone.planned_on)


def points(plan: Plan, standing: Standing, today: date, *, counted_from: date | None = None) -> Sequence[Point]:
    """All milestones of a plan, in the order of the days that count now.

    `counted_from`: the day from which the years of yearly talks count, when that is not the beginning of this plan.
    """
    milestones = plan.milestones_counted_from(counted_from or plan.begins_on)
    found = [*_passed_by([_point(each, standing, today) for each in milestones])]
    return sorted(found, key=lambda point: (point.expected_on, point.milestone.ready_on, point.milestone.id))


def weeks_late(found: Sequence[Point], today: date) -> int:
    """Whole weeks since the longest waiting milestone was due; 0 when nothing waits."""
    return max((((today - point.expected_on).days // 7) for point in found if point.how is How.LATE), default=0)


def _point(milestone: Milestone, standing: Standing, today: date) -> Point:
    expected = standing.moved.get(milestone.id, milestone.planned_on)
    done_on = _done_on(milestone, standing, today)
    if done_on is not None:
        how = How.DONE
    elif milestone.id in standing.running:
        how = How.RUNNING
    elif milestone.id in standing.failed:
        how = How.FAILED
    elif expected >= today or standing.phase in RESTING:
        how = How.AHEAD
    else:
        how = How.PASSED if _is_behind(milestone, standing) else How.LATE
    begun_on = standing.running.get(milestone.id)
    return Point(milestone=milestone, how=how, expected_on=expected, done_on=done_on, begun_on=begun_on)


def _passed_by(found: Sequence[Point]) -> Iterator[Point]:
    """Nothing waits any more of what the plan has before work that is done."""
    done = [each.milestone for each in found if each.milestone.kind in RUNGS and each.how is How.DONE]
    reached = max((each.planned_on for each in done), default=date.min)
    for each in found:
        is_before = each.milestone.kind in _ON_THE_WAY and each.milestone.planned_on < reached
        yield replace(each, how=How.PASSED) if each.how is How.LATE and is_before else each


def _done_on(milestone: Milestone, standing: Standing, today: date) -> date | None:
    """From what the journal says; work in the occupation is the placement or the move, whoever noted it."""
    if milestone.id in standing.finished:
        return standing.finished[milestone.id]
    match milestone.kind:
        case MilestoneKind.PLACEMENT | MilestoneKind.MOVE:
            return standing.first_worked_on.get(milestone.occupation_id)
        case MilestoneKind.FIRST_YEAR:
            return year_at_work(standing, today)
        case MilestoneKind.YEARLY_TALK:
            return standing.checked_in.get(milestone.year) if milestone.year else None
        case _:
            return None


def _is_behind(milestone: Milestone, standing: Standing) -> bool:
    """Training for work that was done already."""
    worked = standing.first_worked_on.get(milestone.occupation_id)
    return milestone.kind in COURSES and worked is not None
