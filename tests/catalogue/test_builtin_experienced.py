"""Someone who can weld is not sent to a school for beginners by the built-in catalogue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouden_poort.catalogue.snapshot import KIND_BBL, Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggest
from tests.people import four_people

REGIONS = 35
WELDING = frozenset({"oc-lasser", "oc-tig-lasser"})
USES_WELDING = frozenset({"oc-pijpfitter", "oc-monteur-warmtenet", "oc-constructiewerker", "oc-pijplasser"})
HALF_A_YEAR = 26


def the_welder(snapshot: Snapshot, region: int) -> Profile:
    regions = snapshot.columns.regions
    return four_people(float(regions.lat[region]), float(regions.lon[region]))[3]


def best(snapshot: Snapshot, profile: Profile, occupation: str) -> Route | None:
    return Planner(snapshot, profile).best(snapshot.columns.occupations.id.row(occupation))


def learns_at_work(snapshot: Snapshot, route: Route) -> bool:
    offerings = snapshot.columns.offerings
    return any(offerings.kind[offerings.id.row(step.offering_id)] == KIND_BBL for step in route.steps)


@pytest.mark.parametrize("region", range(REGIONS))
def test_a_welder_is_welding_again_after_one_short_course(builtin: Snapshot, region: int) -> None:
    route = best(builtin, the_welder(builtin, region), "oc-lasser")
    assert route
    assert len(route.steps) <= 1
    assert route.weeks_to_work <= 4
    assert not learns_at_work(builtin, route)


@pytest.mark.parametrize("region", range(0, REGIONS, 4))
def test_the_skill_opens_other_sectors_without_starting_anew(builtin: Snapshot, region: int) -> None:
    welder = the_welder(builtin, region)
    routes = [route for target in sorted(USES_WELDING) if (route := best(builtin, welder, target))]
    soon = [route for route in routes if route.weeks_to_work <= HALF_A_YEAR and not learns_at_work(builtin, route)]
    assert len(soon) >= 3, builtin.columns.regions.label[region]


@pytest.mark.parametrize("region", range(1, REGIONS, 4))
def test_welding_work_is_suggested_to_a_welder(builtin: Snapshot, region: int) -> None:
    routes = suggest(builtin, the_welder(builtin, region))
    assert WELDING & {route.target_occupation_id for route in routes}


def test_a_beginner_still_learns_to_weld_at_a_company_school(builtin: Snapshot) -> None:
    beginner = replace(the_welder(builtin, 0), skills=())
    route = best(builtin, beginner, "oc-lasser")
    assert route
    assert learns_at_work(builtin, route)
