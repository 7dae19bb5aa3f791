"""What the relaxed pass says cannot be beaten is not beaten, and what it says cannot be had is not had."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from gouden_poort.profiles.levels import CEFR
from gouden_poort.routing.effort import as_decimal
from gouden_poort.routing.kernel import entries
from gouden_poort.routing.kernel.calendars import dated_start
from gouden_poort.routing.kernel.ground import NEVER
from gouden_poort.routing.planner import Planner
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
    planner = Planner(snapshot, a_profile(cefr=CEFR.A1))
    weeks, cefr = entries.need_weeks(planner.arrival), planner.person.abilities.cefr
    asked = [planner.network.need(level) for level in ((cefr, 2), (0, 2))]
    assert [weeks[need] for need in asked] == [8, 17]
    assert planner.is_in_reach((0, 2))
    beginner = Planner(snapshot, a_profile(cefr=CEFR.A0))
    assert not beginner.is_in_reach((0, 2))


def test_no_bound_is_above_the_best_effort() -> None:
    snapshot, profile = a_snapshot(schemes=[{}]), a_profile()
    planner = Planner(snapshot, profile)
    route, bound = planner.best(0), planner.bound(0)
    assert route is not None
    assert bound is not None
    assert as_decimal(dict(planner.prospects())[0]) <= as_decimal(bound) <= route.effort


def test_what_cannot_be_paid_is_out_of_reach() -> None:
    planner = Planner(a_snapshot(), a_profile(budget_eur=399))
    assert planner.bound(0) is None


HORIZON = 208
"""Weeks of the catalogue."""
STARTS = np.array((10, 120, 160), dtype=np.int32)
"""Only the last of them falls in its last year."""


def starts_from(week: int, *, repeats: bool) -> int:
    return int(dated_start(STARTS, HORIZON, 0, len(STARTS), week, repeats))


def test_a_calendar_repeats_its_last_year_only_when_asked() -> None:
    assert [starts_from(week, repeats=False) for week in (0, 11, 121)] == [10, 120, 160]
    assert starts_from(161, repeats=False) == NEVER
    assert [starts_from(week, repeats=True) for week in (161, 173, 213, 368)] == [212, 212, 264, 368]
