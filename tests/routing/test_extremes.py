"""Weights and wishes at the ends of what a profile may hold: an answer, exact, and no overflow."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Weights
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.thorough import best_route
from tests.builders import a_profile, a_snapshot
from tests.people import four_people

HUGE = Decimal(1_000_000)
EXTREMES = [
    Weights(week=HUGE, qualified=HUGE, cost=HUGE, travel=HUGE, step=HUGE, wage=HUGE),
    Weights(week=Decimal(0), qualified=Decimal(0), cost=Decimal(0), travel=HUGE, step=Decimal(0), wage=Decimal(0)),
    Weights(week=Decimal(0), qualified=Decimal(0), cost=Decimal(0), travel=Decimal(0)),
    Weights(travel=Decimal(400)),
]


NOTHING_COUNTS = Weights(
    week=Decimal(0), qualified=Decimal(0), cost=Decimal(0), travel=Decimal(0), step=Decimal(0), wage=Decimal(0)
)


@pytest.mark.parametrize("step", [Decimal(0), Decimal("0.001")])
def test_a_search_ends_where_hardly_anything_counts_and_there_is_no_route(step: Decimal) -> None:
    too_much_at_once = a_snapshot(
        skills=[{}, {"skill_id": "S2"}],
        occupation_skills=[{}, {"skill_id": "S2"}],
        offerings=[{"hours_per_week": 20}, {"offering_id": "T2", "hours_per_week": 20}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
        offering_starts=[{}, {"offering_id": "T2"}],
    )
    assert suggest(too_much_at_once, a_profile(weights=replace(NOTHING_COUNTS, step=step))) == ()


@pytest.mark.parametrize("weights", EXTREMES, ids=["all huge", "only travel", "mostly nothing", "past 32 bits"])
def test_the_effort_of_every_route_is_exact(builtin: Snapshot, weights: Weights) -> None:
    person = replace(four_people(52.517, 6.104)[2], weights=weights, max_travel_minutes=180)
    routes = suggest(builtin, person)
    assert routes
    for route in routes:
        assert route.effort == (
            weights.week * route.weeks_to_work
            + weights.qualified * route.weeks_to_qualified
            + weights.cost * route.own_cost_eur / 100
            + weights.travel * route.travel_minutes
            + weights.step * len(route.steps)
        )


@pytest.mark.parametrize("schemes", [40, 70])
def test_any_number_of_schemes_may_pay(schemes: int) -> None:
    """More than there are bits in a number, in so many groups that all ways to combine them cannot be tried."""
    in_pairs = [{"scheme_id": f"F{number}", "stack_group": f"g{number // 2}"} for number in range(schemes)]
    small = {"pays_share": "0.01", "cap_per_person_eur": 6}
    snapshot = a_snapshot(
        schemes=[one | small for one in in_pairs],
        skills=[{}, {"skill_id": "S2"}],
        occupation_skills=[{}, {"skill_id": "S2"}],
        offerings=[{}, {"offering_id": "T2"}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
        offering_starts=[{}, {"offering_id": "T2"}],
    )
    assert best_route(snapshot, a_profile(), "O1") is not None
