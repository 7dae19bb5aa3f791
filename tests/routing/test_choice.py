"""The routes to one occupation worth choosing between: what is sooner, cheaper, nearer or better paid in the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.profile import Profile, Weights
from gouden_poort.routing.choice import MOST_OPTIONS, choice
from gouden_poort.routing.measures import Measure
from gouden_poort.routing.options import options
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.thorough import best_route
from gouden_poort.routing.verification import verify
from gouden_poort.rules.judge import judge_of
from tests.builders import MONDAY, UTRECHT, a_profile, a_snapshot
from tests.people import beginners, four_people

AMERSFOORT = {"lat": 52.1561, "lon": 5.3878}
ZEIST = {"lat": 52.0893, "lon": 5.2436}
ZWOLLE = (52.517, 6.104)


def week(number: int) -> str:
    return (MONDAY + timedelta(weeks=number)).isoformat()


def a_fork(*courses: tuple[str, int, dict[str, Any]], **files: Any) -> Snapshot:
    """Courses (id, start week, what is special) that each teach S1; L1 is near and L2 in the next town."""
    rows: dict[str, Any] = {
        "sites": [{}, {"site_id": "L2", **AMERSFOORT}],
        "offerings": [{"offering_id": name, **special} for name, _, special in courses],
        "offering_skills": [{"offering_id": name} for name, _, _ in courses],
        "offering_starts": [{"offering_id": name, "start_date": week(start)} for name, start, _ in courses],
    }
    return a_snapshot(**(rows | files))


def steps_of(routes: Sequence[Route]) -> list[list[str]]:
    return [[step.offering_id for step in route.steps] for route in routes]


def test_sooner_is_dearer() -> None:
    snapshot = a_fork(("T1", 4, {"cost_eur": 800}), ("T2", 9, {"cost_eur": 100}))
    routes = choice(snapshot, a_profile(), "O1")
    assert [(route.weeks_to_work, route.own_cost_eur) for route in routes] == [(17, 100), (12, 800)]
    cheap, soon = options(snapshot, routes)
    assert (cheap.best_in, soon.best_in) == ((Measure.OWN_COST,), (Measure.WEEKS_TO_WORK,))
    assert (soon.difference.weeks_to_work, soon.difference.own_cost_eur) == (-5, 700)


def test_nearer_is_later() -> None:
    snapshot = a_fork(("T1", 4, {"site_id": "L2"}), ("T2", 20, {}))
    soon, near = options(snapshot, choice(snapshot, a_profile(), "O1"))
    assert (soon.best_in, near.best_in) == ((Measure.WEEKS_TO_WORK,), (Measure.TRAVEL,))
    assert near.difference.weeks_to_work == 16
    assert near.difference.travel_minutes < -30


def test_the_cheapest_is_a_choice_however_late() -> None:
    snapshot = a_fork(("T1", 4, {"cost_eur": 800}), ("T2", 60, {"cost_eur": 790}))
    assert steps_of(choice(snapshot, a_profile(), "O1")) == [["T1"], ["T2"]]


def test_the_nearest_is_a_choice_however_late_and_dear() -> None:
    snapshot = a_fork(("T1", 4, {"cost_eur": 0, "site_id": "L2"}), ("T2", 60, {"cost_eur": 1000}))
    assert steps_of(choice(snapshot, a_profile(), "O1")) == [["T1"], ["T2"]]


def test_the_best_without_the_furthest_place_is_a_choice() -> None:
    snapshot = a_fork(
        ("T1", 4, {"cost_eur": 0, "site_id": "L2"}),
        ("T2", 14, {"cost_eur": 500, "site_id": "L3"}),
        ("T3", 100, {"cost_eur": 900}),
        sites=[{}, {"site_id": "L2", **AMERSFOORT}, {"site_id": "L3", **ZEIST}],
    )
    assert steps_of(choice(snapshot, a_profile(), "O1")) == [["T1"], ["T2"], ["T3"]]


def test_something_between_the_ends_is_a_choice_too() -> None:
    snapshot = a_fork(
        ("T1", 0, {"cost_eur": 900, "site_id": "L2"}),
        ("T2", 30, {"cost_eur": 200, "site_id": "L2"}),
        ("T3", 32, {"cost_eur": 600}),
        ("T4", 31, {"cost_eur": 250}),
        ("T5", 40, {"cost_eur": 0, "site_id": "L2"}),
    )
    assert ["T4"] in steps_of(choice(snapshot, a_profile(), "O1"))


def test_what_another_route_beats_is_no_choice() -> None:
    snapshot = a_fork(("T1", 4, {}), ("T2", 4, {"cost_eur": 401}), ("T3", 5, {}), ("T4", 4, {"site_id": "L2"}))
    assert steps_of(choice(snapshot, a_profile(), "O1")) == [["T1"]]


BBL = {"offering_id": "T9", "kind": "bbl", "weeks": 52, "cost_eur": 500}


def a_diploma(**files: Any) -> Snapshot:
    """A short course, and a bbl that is later, dearer and further away; only the bbl gives the diploma C1."""
    rows: dict[str, Any] = {
        "credentials": [{}],
        "offerings": [{}, BBL],
        "offering_skills": [{}, {"offering_id": "T9"}],
        "offering_credentials": [{"offering_id": "T9"}],
        "offering_starts": [{}, {"offering_id": "T9", "start_date": week(30)}],
        "companies": [{}, {"company_id": "B2", **AMERSFOORT}],
        "positions": [
            {},
            {"position_id": "J9", "company_id": "B2", "kind": "bbl", "credential_id": "C1", "hours_per_week": 24},
            {"position_id": "J2", "occupation_id": "O2"},
        ],
        "occupations": [{}, {"occupation_id": "O2", "wage_month_eur": 3900}],
        "occupation_credentials": [{"occupation_id": "O2"}],
        "transitions": [{"to_occupation_id": "O2", "min_tenure_weeks": 104}],
    }
    return a_snapshot(**(rows | files))


def test_a_harder_route_is_a_choice_when_it_pays_better_in_the_end() -> None:
    snapshot = a_diploma()
    short, diploma = options(snapshot, choice(snapshot, a_profile(), "O1"))
    assert steps_of([short.route, diploma.route]) == [["T1"], ["T9"]]
    assert (short.measures.wage_month_year_10_eur, diploma.measures.wage_month_year_10_eur) == (2600, 3900)
    assert diploma.best_in == (Measure.WAGE,)
    assert diploma.difference.wage_month_year_10_eur == 1300


def test_a_harder_route_to_the_same_wage_is_none() -> None:
    assert steps_of(choice(a_diploma(transitions=[]), a_profile(), "O1")) == [["T1"]]


def test_the_first_is_the_best_by_the_own_weights() -> None:
    snapshot = a_fork(("T1", 4, {"cost_eur": 800}), ("T2", 9, {"cost_eur": 100}))
    for cost, first in ((Decimal("0.5"), "T1"), (Decimal(1), "T2")):
        profile = a_profile(weights=Weights(cost=cost))
        routes = choice(snapshot, profile, "O1")
        assert steps_of(routes)[0] == [first]
        assert replace(routes[0], career=None) == best_route(snapshot, profile, "O1")


def test_the_best_by_the_own_weights_is_left_out_when_another_beats_it() -> None:
    """The bbl is sooner and free; only that someone is qualified later makes its effort more."""
    snapshot = a_diploma(
        offerings=[{}, BBL | {"cost_eur": 0, "weeks": 104}],
        offering_starts=[{}, {"offering_id": "T9", "start_date": week(2)}],
        companies=[{}, {"company_id": "B2", **UTRECHT}],
    )
    best = best_route(snapshot, a_profile(), "O1")
    assert best is not None
    assert steps_of([best]) == [["T1"]]
    assert steps_of(choice(snapshot, a_profile(), "O1")) == [["T9"]]


def test_what_weighs_nothing_for_someone_still_tells_routes_apart() -> None:
    nothing = Weights(week=Decimal(0), qualified=Decimal(0), cost=Decimal(0), travel=Decimal(0), step=Decimal(0))
    snapshot = a_fork(("T1", 4, {"cost_eur": 800}), ("T2", 9, {"cost_eur": 100}), ("T3", 20, {"site_id": "L2"}))
    routes = choice(snapshot, a_profile(weights=nothing), "O1")
    assert {route.effort for route in routes} == {Decimal(0)}
    assert sorted(steps_of(routes)) == [["T1"], ["T2"]]


def test_without_a_route_there_is_nothing_to_choose() -> None:
    assert choice(a_fork(("T1", 4, {})), a_profile(horizon_weeks=11), "O1") == ()


def test_an_occupation_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnknownThing):
        choice(a_snapshot(), a_profile(), "O9")


def test_every_route_comes_with_its_ten_years() -> None:
    assert all(route.career is not None for route in choice(a_diploma(), a_profile(), "O1"))


def choices_of(snapshot: Snapshot, people: Sequence[Profile]) -> list[tuple[Profile, tuple[Route, ...]]]:
    """The choice for each person and each occupation that is suggested to them."""
    return [
        (person, choice(snapshot, person, route.target_occupation_id))
        for person in people
        for route in suggest(snapshot, person)
    ]


@pytest.fixture(scope="module")
def on_the_builtin_catalogue(builtin: Snapshot) -> list[tuple[Profile, tuple[Route, ...]]]:
    return choices_of(builtin, [*four_people(*ZWOLLE), *beginners(*ZWOLLE)])


Choices = list[tuple[Profile, tuple[Route, ...]]]


def test_there_are_one_to_five_routes(on_the_builtin_catalogue: Choices) -> None:
    sizes = {len(routes) for _, routes in on_the_builtin_catalogue}
    assert sizes <= set(range(1, MOST_OPTIONS + 1))
    assert len(sizes) > 2


def test_no_route_is_beaten_by_another(builtin: Snapshot, on_the_builtin_catalogue: Choices) -> None:
    for _, routes in on_the_builtin_catalogue:
        measured = [option.measures for option in options(builtin, routes)]
        assert not any(one.beats(other) for one in measured for other in measured)
        assert len(set(measured)) == len(measured)


def test_every_route_is_feasible_for_the_person_as_given(builtin: Snapshot, on_the_builtin_catalogue: Choices) -> None:
    for person, routes in on_the_builtin_catalogue:
        for route in routes:
            verify(judge_of(builtin), person, route)


def test_routes_come_by_effort(on_the_builtin_catalogue: Choices) -> None:
    for _, routes in on_the_builtin_catalogue:
        efforts = [route.effort for route in routes]
        assert efforts == sorted(efforts)


def test_the_same_question_gets_the_same_answer(builtin: Snapshot, on_the_builtin_catalogue: Choices) -> None:
    for person, routes in on_the_builtin_catalogue[::5]:
        assert choice(builtin, person, routes[0].target_occupation_id) == routes


def test_huge_weights_do_no_harm(builtin: Snapshot) -> None:
    huge = Weights(**dict.fromkeys(("week", "qualified", "cost", "travel", "step", "wage"), Decimal(1_000_000)))
    person = replace(four_people(*ZWOLLE)[2], weights=huge, budget_eur=10_000_000, max_travel_minutes=180)
    for profile, routes in choices_of(builtin, [person]):
        for route in routes:
            verify(judge_of(builtin), profile, route)
