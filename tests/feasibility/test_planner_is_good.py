"""The planner beside trying everything: on tiny catalogues it finds what there is, and mostly the best of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.thorough import best_route
from tests.feasibility.adapters import profile_value, route_json
from tests.feasibility.checker import check_route
from tests.feasibility.exhaustive import Search
from tests.feasibility.reading import Catalogue
from tests.feasibility.tiny import make_tiny
from tests.feasibility.writing import write_tables

CASES = 100
LEAST_SHARE_OPTIMAL = 0.95
MOST_MEAN_GAP = 0.005


@pytest.mark.slow
def test_the_planner_finds_what_there_is_and_mostly_the_best(tmp_path: Path) -> None:
    faults, missed, gaps = [], [], []
    for seed in range(CASES):
        tables, profile = make_tiny(seed)
        folder = write_tables(tmp_path / str(seed), tables)
        catalogue, snapshot = Catalogue.load(folder), build(read_bundle(folder))
        for target in catalogue.occupations:
            best = Search(catalogue, profile, target).run()
            route = best_route(snapshot, profile_value(profile), target)
            if route is not None:
                claimed = route_json(route)
                faults += [(seed, target, fault) for fault in check_route(catalogue, profile, claimed)]
            if best is not None and route is None:
                missed.append((seed, target))
            elif best is not None:
                gaps.append((claimed["effort"] - best["effort"]) / max(best["effort"], 1))
            else:
                assert route is None, (seed, target, "a route that trying everything did not find")
    assert faults == []
    assert missed == []
    assert min(gaps) > -1e-9, "a route better than the best"
    assert len(gaps) >= CASES / 3, "too few cases have a route to say anything"
    assert sum(gap < 1e-9 for gap in gaps) / len(gaps) >= LEAST_SHARE_OPTIMAL
    assert sum(gaps) / len(gaps) <= MOST_MEAN_GAP
