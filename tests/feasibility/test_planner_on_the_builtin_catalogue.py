"""The planner before the judge on the catalogue that travels with the package."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.suggestion import suggest
from tests.feasibility.adapters import answer_json, profile_value
from tests.feasibility.checker import check_answer
from tests.feasibility.people import make_people
from tests.feasibility.reading import Catalogue
from tests.feasibility.writing import Row

TOWNS = ((52.0907, 5.1214), (53.2194, 6.5665), (51.4416, 5.4697), (51.4988, 3.6110), (52.3702, 4.8952))


@pytest.fixture(scope="module")
def builtin() -> tuple[Catalogue, Snapshot]:
    return Catalogue.load(BUILTIN), build(read_bundle(BUILTIN))


def _people(seed: int) -> list[dict[str, Any]]:
    """Two generated people in each of five towns."""
    names = ("bundle", "skills", "credentials")
    tables: dict[str, list[Row]] = {}
    for name in names:
        with (BUILTIN / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            tables[name] = [dict(row) for row in csv.DictReader(file)]
    people = make_people(seed, 2 * len(TOWNS), tables)
    for number, profile in enumerate(people):
        profile["lat"], profile["lon"] = TOWNS[number % len(TOWNS)]
    return people


@pytest.mark.parametrize("seed", range(2))
def test_every_suggestion_could_be_booked(builtin: tuple[Catalogue, Snapshot], seed: int) -> None:
    catalogue, snapshot = builtin
    faults, shown = [], 0
    for profile in _people(seed):
        answer = answer_json(profile, suggest(snapshot, profile_value(profile)))
        faults += [(profile["profile_id"], fault) for fault in check_answer(catalogue, profile, answer)]
        shown += len(answer["routes"])
    assert faults == []
    assert shown > 0
