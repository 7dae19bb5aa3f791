"""Answers about work beside the journal: what still has to be written down, and when nothing has."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gouden_poort.development.check_in import CheckIn, WorkNow
from gouden_poort.development.event import OUTSIDE, Event, EventKind
from gouden_poort.development.journal import standing_of
from gouden_poort.development.told_work import unwritten_work
from tests.dossiers import a_dossier
from tests.ten_years import a_check_in, a_plan_of, an_event_of, chosen

SOMEBODY = a_dossier()
ASKED_AT = datetime(2028, 9, 6, 9, tzinfo=UTC)
TECHNICAL = {"occupation_id": "O1", "sector": "metal", "employer": "Voorbeeld Staal"}
ELSEWHERE = {"occupation_id": OUTSIDE, "employer": "Voorbeeldwinkel"}
WORK, LOST = EventKind.NEW_JOB, EventKind.LOST_JOB


def answers(work: WorkNow, year: int = 1, days: int = 0) -> CheckIn:
    return a_check_in(SOMEBODY, year, work=work, answered_at=ASKED_AT + timedelta(days=days))


def lacking(check_in: CheckIn, *events: Event) -> EventKind | None:
    found = unwritten_work([check_in], events, standing_of(events))
    assert found is None or found.check_in == check_in
    return found.kind if found else None


def job(day: str, of: dict[str, str] = TECHNICAL) -> Event:
    return an_event_of(SOMEBODY, WORK, day, **of)


@pytest.mark.parametrize(
    ("work", "kind"),
    [
        (WorkNow.SAME, WORK),
        (WorkNow.OTHER_TECHNICAL, WORK),
        (WorkNow.ELSEWHERE, WORK),
        (WorkNow.LEARNING, None),
        (WorkNow.NONE, None),
    ],
)
def test_in_a_journal_without_work_work_lacks(work: WorkNow, kind: EventKind | None) -> None:
    assert lacking(answers(work)) is kind


@pytest.mark.parametrize(
    ("work", "kind"),
    [
        (WorkNow.SAME, None),
        (WorkNow.OTHER_TECHNICAL, WORK),
        (WorkNow.ELSEWHERE, WORK),
        (WorkNow.LEARNING, None),
        (WorkNow.NONE, LOST),
    ],
)
def test_beside_technical_work_of_long_ago_what_is_other_lacks(work: WorkNow, kind: EventKind | None) -> None:
    assert lacking(answers(work), job("2027-01-04")) is kind


def test_other_work_that_began_in_the_year_is_written_down_already() -> None:
    assert lacking(answers(WorkNow.OTHER_TECHNICAL), job("2027-09-07")) is None
    assert lacking(answers(WorkNow.OTHER_TECHNICAL), job("2027-09-06")) is WORK


def test_work_outside_technology_is_the_work_of_who_says_so_and_of_nobody_else() -> None:
    outside = job("2027-10-01", ELSEWHERE)
    assert lacking(answers(WorkNow.ELSEWHERE), outside) is None
    assert lacking(answers(WorkNow.SAME), outside) is WORK
    assert lacking(answers(WorkNow.OTHER_TECHNICAL), outside) is WORK


def test_who_learns_at_work_may_call_that_the_same_work() -> None:
    plan = a_plan_of(SOMEBODY)
    begun = an_event_of(SOMEBODY, EventKind.STARTED, "2027-09-06", milestone_id=plan.milestones[0].id)
    assert lacking(answers(WorkNow.SAME), chosen(plan), begun) is None


@pytest.mark.parametrize("instead", [None, WORK], ids=["an event", "a correction of a day"])
def test_whatever_is_written_about_work_after_the_answers_settles_it(instead: EventKind | None) -> None:
    old = job("2027-01-04")
    told = (
        job("2028-09-07", {**TECHNICAL, "employer": "Voorbeeld Ander"})
        if instead is None
        else an_event_of(SOMEBODY, EventKind.CORRECTED, "2028-09-07", corrects=old.id, instead=instead, **TECHNICAL)
    )
    assert lacking(answers(WorkNow.OTHER_TECHNICAL), old) is WORK
    assert lacking(answers(WorkNow.OTHER_TECHNICAL), old, told) is None


def test_the_answers_that_were_given_last_count_whatever_their_year() -> None:
    events = [job("2027-01-04")]
    late = answers(WorkNow.NONE, year=1, days=30)
    found = unwritten_work([answers(WorkNow.SAME, year=2), late], events, standing_of(events))
    assert found is not None
    assert (found.check_in, found.kind) == (late, LOST)


def test_nothing_has_to_be_written_once_the_ten_years_are_closed_or_before_any_answer() -> None:
    closed = an_event_of(SOMEBODY, EventKind.CLOSED, "2028-09-05")
    assert lacking(answers(WorkNow.OTHER_TECHNICAL), closed) is None
    assert unwritten_work([], [], standing_of([])) is None
