"""The careers of the planner beside careers found by trying: never earning less, and often moving on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.suggestion import suggest
from tests.feasibility.adapters import profile_value, route_json
from tests.feasibility.career import Begin
from tests.feasibility.generator import make_tables
from tests.feasibility.itinerary import steps_of
from tests.feasibility.moving import Careers
from tests.feasibility.people import make_people
from tests.feasibility.reading import Catalogue
from tests.feasibility.writing import write_tables


def _begin(catalogue: Catalogue, route: dict[str, Any]) -> Begin:
    return Begin(
        steps=steps_of(catalogue, route["steps"]),
        occupation_id=route["target_occupation_id"],
        position=catalogue.positions[route["placement"]["position_id"]],
        work=route["weeks_to_work"],
        qualified=route["weeks_to_qualified"],
    )


@pytest.mark.parametrize("seed", [0, 1])
def test_no_career_found_by_trying_earns_more(tmp_path: Path, seed: int) -> None:
    tables = make_tables(seed)
    folder = write_tables(tmp_path, tables)
    catalogue, snapshot = Catalogue.load(folder), build(read_bundle(folder))
    better, moved = [], 0
    for profile in make_people(seed, 6, tables):
        for route in map(route_json, suggest(snapshot, profile_value(profile))):
            value, moves = Careers(catalogue, profile, _begin(catalogue, route)).most()
            if value > route["career_value_eur"]:
                better.append((profile["profile_id"], route["target_occupation_id"], value, moves))
            moved += bool(route["career"])
    assert better == []
    assert moved > 0
