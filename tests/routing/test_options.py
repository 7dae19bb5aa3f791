"""Which routes are worth choosing between, on routes made up for it."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.measures import Measure, Measures, measures_of, wage_in_week
from gouden_poort.routing.options import options, picked, unbeaten
from gouden_poort.routing.route import Career, Move, Placement, Route
from tests.builders import MONDAY, a_snapshot

WAGES = range(2000, 2900, 100)
SNAPSHOT = a_snapshot(
    occupations=[{}, *({"occupation_id": f"O{wage}", "wage_month_eur": wage} for wage in WAGES)],
    positions=[{}, {"position_id": "J2", "kind": "bbl", "wage_month_eur": 1900}],
)


def a_route(weeks: int, euros: int, minutes: int, wage: int = 2600, effort: int = 0) -> Route:
    """A route of these numbers, after which someone moves to work that earns the wage."""
    moves = () if wage == 2600 else (move(f"O{wage}", weeks + 100),)
    return Route(
        target_occupation_id="O1",
        steps=(),
        placement=Placement(position_id="J1", start_date=MONDAY + timedelta(weeks=weeks)),
        weeks_to_work=weeks,
        weeks_to_qualified=weeks,
        own_cost_eur=euros,
        travel_minutes=minutes,
        effort=Decimal(effort),
        career=Career(moves=moves, value_eur=0, at_most_eur=0),
    )


def move(occupation_id: str, week: int) -> Move:
    return Move(occupation_id=occupation_id, position_id="J1", start_date=MONDAY + timedelta(weeks=week))


def some_routes(seed: int) -> list[Route]:
    rng = random.Random(seed)
    return [
        a_route(rng.randint(0, 9), rng.randint(0, 9), rng.randint(0, 9), rng.choice(WAGES), effort)
        for effort in range(rng.randint(1, 14))
    ]


def least(snapshot: Snapshot, routes: list[Route]) -> dict[Measure, int]:
    measured = [measures_of(snapshot, route) for route in routes]
    return {measure: min(own.burden(measure) for own in measured) for measure in Measure}


@pytest.mark.parametrize("seed", range(40))
def test_a_route_is_unbeaten_when_every_other_is_worse_somewhere(seed: int) -> None:
    routes = some_routes(seed)
    kept = unbeaten(SNAPSHOT, routes)
    for route in routes:
        own = measures_of(SNAPSHOT, route)
        others = [measures_of(SNAPSHOT, other) for other in routes if other is not route]
        worse = [any(other.burden(m) > own.burden(m) for m in Measure) or other == own for other in others]
        if all(worse) and others.count(own) == 0:
            assert route in kept
        if not all(worse):
            assert route not in kept


def test_of_routes_alike_in_all_four_the_one_of_least_effort_stays() -> None:
    routes = [a_route(3, 100, 20, effort=9), a_route(3, 100, 20, effort=8)]
    assert unbeaten(SNAPSHOT, routes) == routes[1:]


@pytest.mark.parametrize("seed", range(40))
def test_the_first_and_the_best_in_each_measure_are_picked(seed: int) -> None:
    routes = unbeaten(SNAPSHOT, some_routes(seed))
    kept = picked(SNAPSHOT, routes, 5)
    assert len(kept) == min(5, len(routes))
    assert kept[0] == routes[0]
    assert least(SNAPSHOT, kept) == least(SNAPSHOT, routes)


def test_what_is_picked_stays_in_order() -> None:
    routes = unbeaten(SNAPSHOT, some_routes(7))
    kept = picked(SNAPSHOT, routes, 3)
    assert kept == [route for route in routes if route in kept]


def test_room_that_is_left_goes_to_what_differs_most() -> None:
    ends = [a_route(0, 100, 5, effort=1), a_route(100, 0, 5, effort=2)]
    near_an_end, in_the_middle = a_route(2, 99, 5, effort=3), a_route(50, 50, 5, effort=4)
    assert picked(SNAPSHOT, [*ends, near_an_end, in_the_middle], 3) == [*ends, in_the_middle]


def test_nothing_is_picked_of_nothing() -> None:
    assert picked(SNAPSHOT, unbeaten(SNAPSHOT, []), 5) == []
    assert options(SNAPSHOT, []) == ()


def test_a_single_route_is_best_in_nothing() -> None:
    (alone,) = options(SNAPSHOT, [a_route(3, 100, 20)])
    assert alone.best_in == ()
    assert alone.difference == alone.measures.less(alone.measures)


def test_two_that_are_as_good_are_both_best() -> None:
    found = options(SNAPSHOT, [a_route(3, 100, 20), a_route(3, 50, 30), a_route(4, 0, 40)])
    assert [Measure.WEEKS_TO_WORK in option.best_in for option in found] == [True, True, False]


def test_options_can_be_compared_with_a_route_that_is_not_among_them() -> None:
    (option,) = options(SNAPSHOT, [a_route(3, 100, 20, 2500)], beside=a_route(5, 0, 26, 2800))
    assert option.difference == Measures(
        weeks_to_work=-2, own_cost_eur=100, travel_minutes=-6, wage_month_year_10_eur=-300
    )


def test_the_wage_of_a_week_follows_the_career() -> None:
    route = a_route(10, 0, 0)
    bbl = Route(
        target_occupation_id="O1",
        steps=(),
        placement=Placement(position_id="J2", start_date=route.placement.start_date),
        weeks_to_work=10,
        weeks_to_qualified=60,
        own_cost_eur=0,
        travel_minutes=0,
        effort=Decimal(0),
        career=Career(moves=(move("O2700", 200), move("O2800", 519)), value_eur=0, at_most_eur=0),
    )
    weeks = (9, 10, 59, 60, 199, 200, 518, 519)
    assert [wage_in_week(SNAPSHOT, bbl, week) for week in weeks] == [0, 1900, 1900, 2600, 2600, 2700, 2700, 2800]
    assert measures_of(SNAPSHOT, bbl).wage_month_year_10_eur == 2800
