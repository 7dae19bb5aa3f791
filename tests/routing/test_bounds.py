"""What the relaxed pass says cannot be beaten is not beaten, and what it says cannot be had is not had."""

from __future__ import annotations

from datetime import timedelta

from gouden_poort.profiles.levels import CEFR
from gouden_poort.routing.calendar import NEVER, calendar_of
from gouden_poort.routing.effort import as_decimal
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.prospect import cheap_bounds
from gouden_poort.routing.stage import useful_rows
from tests.builders import MONDAY, a_profile, a_snapshot


def week(number: int) -> str:
    return (MONDAY + timedelta(weeks=number)).isoformat()


def test_the_soonest_weeks_follow_the_prerequisites() -> None:
    snapshot = a_snapshot(
        offerings=[{"min_cefr": "A2"}, {"offering_id": "L2", "awards_cefr": "A2", "min_cefr": "A1", "weeks": 6}],
        offering_starts=[
            {"start_date": week(3)},
            {"start_date": week(9)},
            {"offering_id": "L2", "start_date": week(2)},
        ],
    )
    stage = Planner(snapshot, a_profile(cefr=CEFR.A1)).stage
    cefr = stage.person.abilities.cefr
    assert [stage.soonest(cefr, level) for level in (1, 2, 3)] == [0, 8, NEVER]
    assert [stage.soonest(0, level) for level in (0, 1, 2, 3)] == [0, 17, 17, NEVER]
    beginner = Planner(snapshot, a_profile(cefr=CEFR.A0)).stage
    assert beginner.soonest(0, 1) == NEVER


def test_no_bound_is_above_the_best_effort() -> None:
    snapshot, profile = a_snapshot(schemes=[{}]), a_profile()
    planner = Planner(snapshot, profile)
    route, bound = planner.best(0), planner.bound(0)
    assert route is not None
    assert bound is not None
    assert as_decimal(cheap_bounds(planner)[0]) <= as_decimal(bound) <= route.effort


def test_what_cannot_be_paid_is_out_of_reach() -> None:
    planner = Planner(a_snapshot(), a_profile(budget_eur=399))
    assert planner.bound(0) is None


def test_a_calendar_repeats_its_last_year_only_when_asked() -> None:
    snapshot = a_snapshot(offering_starts=[{"start_date": week(number)} for number in (10, 120, 160)])
    person = Planner(snapshot, a_profile()).person
    rows = useful_rows(person, person.held, 36)
    assert calendar_of(person, rows, 0, 400).starts_of(0) == [10, 120, 160]
    assert calendar_of(person, rows, 0, 400, repeat_last_year=True).starts_of(0) == [10, 120, 160, 212, 264, 316, 368]
    assert calendar_of(person, rows, 11, 211, repeat_last_year=True).starts_of(0) == [120, 160]
