"""People of every group get somewhere with the catalogue that travels with the package."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.suggestion import suggest
from tests.people import beginners, four_people
from tools.check_ladders import steps_out_of_reach

REGIONS = 35
LARGE_CITIES = ("Rijnmond", "Groot Amsterdam", "Regio Zwolle")
LEAST_STEPS = 0.8
"""The share of ladder steps that can be taken from any of the regions tried."""


@pytest.mark.slow
@pytest.mark.parametrize("region", range(REGIONS))
def test_four_people_get_three_routes_in_three_sectors_from_every_region_centre(builtin: Snapshot, region: int) -> None:
    columns = builtin.columns
    for person in four_people(float(columns.regions.lat[region]), float(columns.regions.lon[region])):
        routes = suggest(builtin, person)
        rows = [columns.occupations.id.row(route.target_occupation_id) for route in routes]
        sectors = {int(columns.occupations.sector[row]) for row in rows}
        assert len(routes) >= 3, (columns.regions.label[region], person.profile_id)
        assert len(sectors) >= 3, (columns.regions.label[region], person.profile_id)


def test_there_is_no_occupation_that_all_beginners_miss(builtin: Snapshot) -> None:
    columns = builtin.columns
    unreached = set(range(len(columns.occupations.id)))
    for label in LARGE_CITIES:
        region = list(columns.regions.label).index(label)
        for person in beginners(float(columns.regions.lat[region]), float(columns.regions.lon[region])):
            planner = Planner(builtin, person)
            unreached -= {row for row in unreached if planner.best(row)}
    assert {columns.occupations.id[row] for row in unreached} == set()


@pytest.mark.parametrize("label", ["Rijnmond", "Drenthe", "Noord-Limburg", "Flevoland"])
def test_most_steps_of_the_ladders_can_be_taken_in_a_ten_year_career(builtin: Snapshot, label: str) -> None:
    columns = builtin.columns
    region = list(columns.regions.label).index(label)
    missed = steps_out_of_reach(builtin, float(columns.regions.lat[region]), float(columns.regions.lon[region]))
    steps = len(columns.occupations.moves_to.items)
    assert len(missed) <= (1 - LEAST_STEPS) * steps, missed
