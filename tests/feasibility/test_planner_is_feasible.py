"""The planner before the judge: for two hundred generated people no route it returns breaks a rule."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.thorough import best_route
from tests.feasibility.adapters import answer_json, profile_value, route_json
from tests.feasibility.best_five import ROUTES, least_sum
from tests.feasibility.checker import check_answer, check_route, score_of
from tests.feasibility.generator import make_tables
from tests.feasibility.people import make_people
from tests.feasibility.reading import Catalogue
from tests.feasibility.writing import write_tables

BUNDLES = 20
PEOPLE = 10
MOST_MEAN_REGRET = 0.3


@dataclass(slots=True)
class Judgement:
    """What came of ten people: faults, how many routes, and per person how far the five shown were from the best."""

    faults: list[tuple[str, str]] = field(default_factory=list)
    routes: int = 0
    regrets: list[float] = field(default_factory=list)


@cache
def _judgement(seed: int) -> Judgement:
    """Plan and judge once; more than one test asks."""
    tables, judgement = make_tables(seed), Judgement()
    with tempfile.TemporaryDirectory() as place:
        folder = write_tables(Path(place), tables)
        catalogue, snapshot = Catalogue.load(folder), build(read_bundle(folder))
    for profile in make_people(seed, PEOPLE, tables):
        _judge(catalogue, snapshot, profile, judgement)
    return judgement


def _judge(catalogue: Catalogue, snapshot: Snapshot, profile: dict[str, Any], judgement: Judgement) -> None:
    """Every target on its own, and the suggestion beside them."""
    person, faults = profile_value(profile), []
    routes = {target: best_route(snapshot, person, target) for target in catalogue.occupations}
    feasible = {target: route_json(route) for target, route in routes.items() if route}
    answer = answer_json(profile, suggest(snapshot, person))
    for target, route in feasible.items():
        faults += check_route(catalogue, profile, route)
        if route["target_occupation_id"] != target:
            faults.append(f"asked for {target}, got {route['target_occupation_id']}")
    faults += check_answer(catalogue, profile, answer, feasible)
    judgement.faults += [(profile["profile_id"], fault) for fault in faults]
    judgement.routes += len(feasible)
    if len(answer["routes"]) == min(ROUTES, len(feasible)):
        sectors = {name: occupation.sector for name, occupation in catalogue.occupations.items()}
        scores = {target: score_of(catalogue, profile, route) for target, route in feasible.items()}
        shown = sum((score_of(catalogue, profile, route) for route in answer["routes"]), Fraction(0))
        judgement.regrets.append(float(shown - least_sum(scores, sectors)))


@pytest.mark.parametrize("seed", range(BUNDLES))
def test_every_route_for_ten_people_could_be_booked(seed: int) -> None:
    assert _judgement(seed).faults == []
    assert _judgement(seed).routes > 0, "no route to judge"


def test_the_five_shown_are_close_to_the_best_five() -> None:
    regrets = [regret for seed in range(BUNDLES) for regret in _judgement(seed).regrets]
    assert len(regrets) > BUNDLES * PEOPLE * 0.9
    assert sum(regrets) / len(regrets) <= MOST_MEAN_REGRET


def test_the_same_question_gets_the_same_answer(tmp_path: Path) -> None:
    tables = make_tables(0)
    folder = write_tables(tmp_path, tables)
    one, other = build(read_bundle(folder)), build(read_bundle(folder))
    for profile in make_people(0, 3, tables):
        person = profile_value(profile)
        assert suggest(one, person) == suggest(other, person)
