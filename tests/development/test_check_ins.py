"""When a yearly check-in is asked, reminded and missed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gouden_poort.development.check_ins import (
    Stage,
    call_since,
    missed_on,
    next_change_on,
    open_askings,
    quiet_times,
    stage_on,
)
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import standing_of, standings
from gouden_poort.development.progress import Point, points
from tests.development.journals import an_event
from tests.development.plans import a_plan

PLAN = a_plan()
DUE = date(2028, 9, 6)


def found(today: date, *events: Event) -> list[Point]:
    return list(points(PLAN, standing_of(events), today))


def answered(year: int) -> Event:
    return an_event(EventKind.CHECKED_IN, f"{2027 + year}-09-10", year=year)


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (-15, None),
        (-14, Stage.ASKED),
        (13, Stage.ASKED),
        (14, Stage.REMINDED),
        (27, Stage.REMINDED),
        (28, Stage.REMINDED_AGAIN),
        (55, Stage.REMINDED_AGAIN),
        (56, Stage.MISSED),
    ],
)
def test_each_stage_has_its_days(days: int, stage: Stage | None) -> None:
    assert stage_on(DUE, DUE + timedelta(days=days)) is stage


def test_only_years_without_an_answer_are_asked() -> None:
    today = date(2029, 9, 20)
    assert [
        (each.year, each.stage) for each in open_askings(found(today, answered(1)), standing_of(()).phase, today)
    ] == [(2, Stage.REMINDED)]


def test_after_a_gap_of_years_each_year_has_one_stage() -> None:
    today = date(2030, 9, 1)
    asked = open_askings(found(today), standing_of(()).phase, today)
    assert [(each.year, each.stage) for each in asked] == [(1, Stage.MISSED), (2, Stage.MISSED), (3, Stage.ASKED)]


@pytest.mark.parametrize("kind", [EventKind.PAUSED, EventKind.STOPPED])
def test_who_does_not_go_on_now_is_asked_and_never_reminded_or_missed(kind: EventKind) -> None:
    away = an_event(kind, "2028-01-03")
    for days, expected in ((0, [Stage.ASKED]), (20, [Stage.ASKED]), (60, [])):
        today = DUE + timedelta(days=days)
        asked = open_askings(found(today, away), standing_of((away,)).phase, today)
        assert [each.stage for each in asked] == expected


def test_who_is_closed_is_not_asked() -> None:
    closed = an_event(EventKind.CLOSED, "2028-01-03")
    assert not open_askings(found(DUE, closed), standing_of((closed,)).phase, DUE)


def test_missed_years_count_from_the_last_answer() -> None:
    today = date(2031, 12, 1)
    assert len(missed_on(found(today), today)) == 4
    assert len(missed_on(found(today, answered(3)), today)) == 1
    assert len(missed_on(found(today, answered(4)), today)) == 0


@pytest.mark.parametrize("kind", [EventKind.PAUSED, EventKind.STOPPED])
def test_a_year_that_passed_in_a_pause_is_not_missed_when_someone_goes_on(kind: EventKind) -> None:
    today = date(2031, 12, 1)
    events = (an_event(kind, "2028-01-03"), an_event(EventKind.RESUMED, "2030-01-07"))
    assert len(missed_on(found(today, *events), today, quiet_times(standings(events), today))) == 2
    away = events[:1]
    assert not missed_on(found(today, *away), today, quiet_times(standings(away), today))


def test_the_coach_calls_since_the_second_year_and_again_after_a_talk() -> None:
    missed = [date(2028, 11, 1), date(2029, 11, 1), date(2030, 11, 1)]
    assert call_since(missed[:1], None) is None
    assert call_since(missed, None) == missed[1]
    assert call_since(missed, date(2029, 11, 1)) == missed[2]
    assert call_since(missed, date(2030, 11, 1)) is None


def test_the_next_day_to_look_is_the_one_on_which_something_changes() -> None:
    assert next_change_on(found(date(2028, 1, 1)), date(2028, 1, 1)) == DUE - timedelta(days=14)
    assert next_change_on(found(DUE), DUE) == DUE + timedelta(days=14)
    last = date(2037, 9, 6) + timedelta(days=56)
    assert next_change_on(found(last), last) is None


def test_every_change_of_stage_happens_on_a_day_that_was_announced() -> None:
    day, looked, seen = date(2027, 9, 6), [date(2027, 9, 6)], []
    while (coming := next_change_on(found(day), day)) is not None:
        looked.append(coming)
        day = coming
    for place in range((date(2038, 1, 1) - date(2027, 9, 6)).days):
        day = date(2027, 9, 6) + timedelta(days=place)
        now = [(each.year, each.stage) for each in open_askings(found(day), standing_of(()).phase, day)]
        if not seen or seen[-1] != now:
            assert day in looked
            seen.append(now)
