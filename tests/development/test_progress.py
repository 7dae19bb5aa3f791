"""A plan beside what happened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import standing_of
from gouden_poort.development.plan import MilestoneKind
from gouden_poort.development.progress import How, Point, points, weeks_late
from tests.development.journals import an_event, finished, fired, hired, started
from tests.development.plans import a_plan, milestone

PLAN = a_plan()
COURSE = milestone(PLAN, MilestoneKind.LEARNING).id
K = MilestoneKind


def point(kind: MilestoneKind, today: str, *events: Event, year: int | None = None) -> Point:
    found = points(PLAN, standing_of(events), date.fromisoformat(today))
    return next(each for each in found if each.milestone == milestone(PLAN, kind, year))


@pytest.mark.parametrize(
    ("today", "events", "how"),
    [
        ("2027-09-06", (), How.AHEAD),
        ("2027-09-07", (), How.LATE),
        ("2027-09-07", (started("2027-09-06", COURSE),), How.RUNNING),
        ("2028-03-01", (started("2027-09-06", COURSE), finished("2028-02-28", COURSE)), How.DONE),
        (
            "2028-01-10",
            (started("2027-09-06", COURSE), an_event(EventKind.STOPPED, "2028-01-03", milestone_id=COURSE)),
            How.FAILED,
        ),
        ("2028-01-10", (hired("2027-10-04", "welder"),), How.PASSED),
        ("2028-01-10", (hired("2027-10-04", "driver", sector=""),), How.LATE),
        ("2028-01-10", (an_event(EventKind.PAUSED, "2027-08-30"),), How.AHEAD),
    ],
    ids=["not yet", "late", "running", "done", "failed", "work without it", "other work", "paused"],
)
def test_training(today: str, events: tuple[Event, ...], how: How) -> None:
    assert point(K.LEARNING, today, *events).how is how


def test_work_in_the_occupation_is_the_placement_on_its_first_day_also_after_it_was_lost() -> None:
    placed = point(K.PLACEMENT, "2029-01-01", hired("2028-04-03"), fired("2028-10-02"))
    assert (placed.how, placed.done_on) == (How.DONE, date(2028, 4, 3))


@pytest.mark.parametrize("kind", [K.LEARNING, K.PLACEMENT, K.BRIDGING])
def test_what_the_plan_has_before_work_that_is_done_waits_no_more(kind: MilestoneKind) -> None:
    assert point(kind, "2032-01-05").how is How.LATE
    assert point(kind, "2032-01-05", hired("2031-03-03", "inspector")).how is How.PASSED


def test_what_comes_after_work_that_is_done_still_waits() -> None:
    assert point(K.MOVE, "2032-01-05", hired("2028-03-06")).how is How.LATE


@pytest.mark.parametrize(("today", "how"), [("2029-04-02", How.LATE), ("2029-04-03", How.DONE)])
def test_the_first_year_is_done_when_a_year_was_worked(today: str, how: How) -> None:
    assert point(K.FIRST_YEAR, today, hired("2028-04-03")).how is how


def test_a_year_counts_when_its_questions_were_answered() -> None:
    answered = an_event(EventKind.CHECKED_IN, "2028-09-20", year=1)
    assert point(K.YEARLY_TALK, "2028-10-01", answered, year=1).done_on == date(2028, 9, 20)
    assert point(K.YEARLY_TALK, "2028-10-01", answered, year=2).how is How.AHEAD


def test_a_moved_day_is_the_one_that_counts() -> None:
    moved = an_event(
        EventKind.MILESTONE_MOVED, "2027-08-30", milestone_id=COURSE, moved_to=date(2028, 2, 7), words="vol"
    )
    found = point(K.LEARNING, "2027-12-01", moved)
    assert (found.how, found.expected_on, found.is_moved) == (How.AHEAD, date(2028, 2, 7), True)


def test_what_runs_is_ready_as_long_after_it_began_as_the_plan_gave_it() -> None:
    takes = milestone(PLAN, K.LEARNING).ready_on - milestone(PLAN, K.LEARNING).planned_on
    assert point(K.LEARNING, "2028-03-01", started("2027-12-06", COURSE)).ready_on == date(2027, 12, 6) + takes


def test_how_late_is_counted_from_what_waits_longest() -> None:
    today = date(2027, 9, 6) + timedelta(weeks=9, days=6)
    assert weeks_late(points(PLAN, standing_of(()), today), today) == 9
    assert weeks_late(points(PLAN, standing_of(()), date(2027, 9, 6)), today) == 0
