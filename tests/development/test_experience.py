"""What somebody did by their journal: courses and work, without what was taken back, under the names that were kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.experience import employments, finished_courses
from gouden_poort.development.plan import MilestoneKind
from tests.development.plans import NAMED, a_plan, milestone
from tests.dossiers import a_dossier
from tests.ten_years import an_event_of

DOSSIER = a_dossier()
PLAN = a_plan()
COURSE = milestone(PLAN, MilestoneKind.LEARNING).id
TODAY = date(2031, 6, 2)


def event(kind: EventKind, day: str, **rest: object) -> Event:
    return an_event_of(DOSSIER, kind, day, **rest)


def hired(day: str, employer: str = "Voorbeeld Een", occupation_id: str = "welder", **rest: object) -> Event:
    return event(EventKind.NEW_JOB, day, occupation_id=occupation_id, sector="metal", employer=employer, **rest)


def taken_back(wrong: Event) -> Event:
    return event(EventKind.CORRECTED, "2031-06-01", corrects=wrong.id)


STARTED = event(EventKind.STARTED, "2027-09-06", milestone_id=COURSE)
FINISHED = event(EventKind.FINISHED, "2028-02-28", milestone_id=COURSE)


def work(*events: Event, today: date = TODAY) -> list[tuple[str, str, str, str | None, int]]:
    return [
        (
            each.occupation_id,
            each.employer,
            each.since.isoformat(),
            each.until.isoformat() if each.until else None,
            each.days,
        )
        for each in employments(events, today)
    ]


def courses(*events: Event) -> list[tuple[UUID, str, str]]:
    return [(each.id, each.name, each.finished_on.isoformat()) for each in finished_courses([PLAN], events)]


def test_a_course_keeps_the_name_that_the_plan_has_for_it() -> None:
    assert courses(STARTED, FINISHED) == [(COURSE, "Lassen niveau 2", "2028-02-28")]


def test_a_name_that_was_not_kept_is_no_fault() -> None:
    plan = replace(PLAN, named=replace(NAMED, offerings={}))
    assert [each.name for each in finished_courses([plan], [STARTED, FINISHED])] == ["F1"]


def test_a_course_that_only_began_or_whose_end_was_taken_back_is_not_finished() -> None:
    assert courses(STARTED) == []
    assert courses(STARTED, FINISHED, taken_back(FINISHED)) == []


def test_a_milestone_that_is_no_course_or_of_no_plan_is_none() -> None:
    of_nothing = uuid4()
    place = milestone(PLAN, MilestoneKind.PLACEMENT).id
    began = [event(EventKind.STARTED, "2027-09-06", milestone_id=each) for each in (of_nothing, place)]
    ended = [event(EventKind.FINISHED, "2028-02-28", milestone_id=each) for each in (of_nothing, place)]
    assert courses(*began, *ended) == []


def test_work_lasts_until_it_was_lost_or_other_work_came() -> None:
    events = (
        hired("2028-03-06"),
        hired("2029-03-05", "Voorbeeld Twee"),
        event(EventKind.LOST_JOB, "2030-03-04"),
        hired("2031-06-01", occupation_id="inspector"),
    )
    assert work(*events) == [
        ("welder", "Voorbeeld Een", "2028-03-06", "2029-03-05", 364),
        ("welder", "Voorbeeld Twee", "2029-03-05", "2030-03-04", 364),
        ("inspector", "Voorbeeld Een", "2031-06-01", None, 1),
    ]


def test_other_hours_of_the_same_work_are_no_other_work() -> None:
    found = work(hired("2028-03-06", hours_per_week=24), hired("2029-03-05", hours_per_week=36))
    assert [(since, until) for _, _, since, until, _ in found] == [("2028-03-06", None)]


def test_other_work_with_the_same_employer_is_other_work() -> None:
    moved = event(EventKind.SECTOR_CHANGE, "2030-03-04", sector="energy", occupation_id="fitter")
    assert [(each[0], each[2]) for each in work(hired("2028-03-06"), moved)] == [
        ("welder", "2028-03-06"),
        ("fitter", "2030-03-04"),
    ]


@pytest.mark.parametrize(("day", "days"), [("2031-06-02", 0), ("2031-06-01", 1)])
def test_work_of_today_is_work(day: str, days: int) -> None:
    assert [each[4] for each in work(hired(day))] == [days]


def test_work_that_never_was_or_ended_at_once_is_none() -> None:
    wrong = hired("2028-03-06")
    assert work(wrong, taken_back(wrong)) == []
    later = wrong.written_at + timedelta(hours=1)
    assert work(wrong, event(EventKind.LOST_JOB, "2028-03-06", written_at=later)) == []


def test_days_after_today_or_after_the_closing_are_not_counted() -> None:
    began = hired("2031-03-03")
    assert work(began, event(EventKind.CLOSED, "2031-03-10")) == [
        ("welder", "Voorbeeld Een", "2031-03-03", None, 7),
    ]
    assert work(began, event(EventKind.LOST_JOB, "2031-05-05"), today=date(2031, 3, 5))[0][3:] == (None, 2)
