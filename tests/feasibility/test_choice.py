"""The choice beside trying everything: on tiny catalogues it has the ends of what is possible, and nothing beaten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.choice import choice
from tests.feasibility.adapters import profile_value, route_json
from tests.feasibility.checker import check_route
from tests.feasibility.front import COMPARED, Point, front
from tests.feasibility.reading import Catalogue
from tests.feasibility.tiny import make_tiny
from tests.feasibility.writing import Row, Tables, write_tables

CASES = 40
TWINS = 2
LEAST_SHARE = 0.95
ROOMY = {"budget_eur": 3000, "max_travel_minutes": 90, "hours_per_week": 26}
"""Who has more to spend has more to choose from."""


def _add_twins(tables: Tables) -> None:
    """Beside each of the last courses the same one elsewhere, a fortnight later, for a third of the price."""
    for row in tables["offerings"][-TWINS:]:
        name, site, price = row["offering_id"], row["site_id"], row["cost_eur"]
        assert isinstance(price, int)
        elsewhere = {"site_id": "L0" if site == "L1" else "L1", "cost_eur": price // 3}
        tables["offerings"].append(row | elsewhere | {"offering_id": f"{name}-twin"})
        for file in ("offering_skills", "offering_requires", "offering_starts"):
            same = [one for one in tables.get(file, []) if one["offering_id"] == name]
            tables.get(file, []).extend(one | {"offering_id": f"{name}-twin"} | _later(one) for one in same)


def _later(row: Row) -> Row:
    day = row.get("start_date")
    return {"start_date": (date.fromisoformat(str(day)) + timedelta(weeks=2)).isoformat()} if day else {}


@dataclass(frozen=True, kw_only=True)
class Case:
    """One person and one occupation: the choice, and what can be had at best."""

    catalogue: Catalogue
    profile: dict[str, Any]
    target: str
    routes: list[dict[str, Any]]

    @property
    def points(self) -> list[Point]:
        """The routes of the choice in the three numbers. Nobody moves on here: all earn the same in year ten."""
        return [tuple(route[name] for name in COMPARED) for route in self.routes]

    @cached_property
    def front(self) -> set[Point]:
        """What can be had at best."""
        return front(self.catalogue, self.profile, self.target, self.points)


def make_cases(folder: Path) -> Iterator[Case]:
    for seed in range(CASES):
        tables, profile = make_tiny(seed)
        _add_twins(tables)
        profile |= ROOMY
        bundle = write_tables(folder / str(seed), tables)
        catalogue, snapshot = Catalogue.load(bundle), build(read_bundle(bundle))
        for target in catalogue.occupations:
            routes = [route_json(route) for route in choice(snapshot, profile_value(profile), target)]
            if routes:
                yield Case(catalogue=catalogue, profile=profile, target=target, routes=routes)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    found = list(make_cases(tmp_path_factory.mktemp("choices")))
    assert sum(len(case.routes) > 1 for case in found) > CASES / 4, "too few with something to choose"
    return found


@pytest.mark.slow
def test_every_route_of_a_choice_is_feasible(cases: list[Case]) -> None:
    for case in cases:
        for route in case.routes:
            assert check_route(case.catalogue, case.profile, route) == []


@pytest.mark.slow
@pytest.mark.parametrize("place", range(len(COMPARED)), ids=COMPARED)
def test_the_ends_of_what_is_possible_are_nearly_always_there(cases: list[Case], place: int) -> None:
    ends = [min(point[place] for point in case.points) == min(point[place] for point in case.front) for case in cases]
    assert sum(ends) / len(ends) >= LEAST_SHARE


@pytest.mark.slow
def test_a_route_of_a_choice_is_hardly_ever_beaten_by_one_that_was_not_found(cases: list[Case]) -> None:
    beaten = [point not in case.front for case in cases for point in case.points]
    assert sum(beaten) / len(beaten) <= 1 - LEAST_SHARE
