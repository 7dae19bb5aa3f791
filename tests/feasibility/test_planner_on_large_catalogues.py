"""The planner before the judge on larger catalogues, where the script that makes them is beside the repository."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.thorough import best_route
from tests.feasibility.adapters import answer_json, profile_value, route_json
from tests.feasibility.checker import check_answer, check_route
from tests.feasibility.reading import Catalogue

MAKER = Path(__file__).parents[2].parent / "shared" / "bench" / "make_catalogue.py"


def _made(folder: Path, size: str, seed: int, people: int) -> list[dict[str, Any]]:
    """Write a catalogue of that size, and give its people."""
    if not MAKER.exists():
        pytest.skip(f"{MAKER.name} is not beside the repository")
    options = ["--size", size, "--seed", str(seed), "--out", str(folder), "--profiles", str(people)]
    subprocess.run([sys.executable, str(MAKER), *options], check=True, capture_output=True)
    profiles: list[dict[str, Any]] = json.loads((folder / "profiles.json").read_text(encoding="utf-8"))
    return profiles


@pytest.mark.parametrize(
    ("size", "seed", "people"),
    [("small", 41, 10), ("small", 42, 10), pytest.param("region", 43, 6, marks=pytest.mark.slow)],
)
def test_every_suggestion_could_be_booked(tmp_path: Path, size: str, seed: int, people: int) -> None:
    profiles = _made(tmp_path, size, seed, people)
    catalogue, snapshot = Catalogue.load(tmp_path), build(read_bundle(tmp_path))
    faults, shown = [], 0
    for profile in profiles:
        answer = answer_json(profile, suggest(snapshot, profile_value(profile)))
        faults += [(profile["profile_id"], fault) for fault in check_answer(catalogue, profile, answer)]
        shown += len(answer["routes"])
    assert faults == []
    assert shown >= 2 * people


def test_every_pair_of_a_small_catalogue_could_be_booked(tmp_path: Path) -> None:
    profiles = _made(tmp_path, "small", 44, 3)
    catalogue, snapshot = Catalogue.load(tmp_path), build(read_bundle(tmp_path))
    faults = []
    for profile in profiles:
        routes = {target: best_route(snapshot, profile_value(profile), target) for target in catalogue.occupations}
        feasible = {target: route_json(route) for target, route in routes.items() if route}
        for route in feasible.values():
            faults += check_route(catalogue, profile, route)
        answer = answer_json(profile, suggest(snapshot, profile_value(profile)))
        faults += check_answer(catalogue, profile, answer, feasible)
    assert faults == []
