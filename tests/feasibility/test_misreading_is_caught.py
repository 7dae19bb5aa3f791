"""The trial itself can fail: a planner that misreads one thing gives routes that the judge refuses.

The planner gets a catalogue or a person with one thing changed; the judge knows the true ones.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.suggestion import suggest
from tests.feasibility.adapters import profile_value, route_json
from tests.feasibility.checker import check_route
from tests.feasibility.generator import make_tables
from tests.feasibility.people import make_people
from tests.feasibility.reading import Catalogue
from tests.feasibility.writing import Tables, write_tables

SEEDS = range(4)


def _cells(file: str, column: str, new: Callable[[Any], Any]) -> Callable[[Tables], None]:
    """Change one column of a file in every row that has it."""

    def change(tables: Tables) -> None:
        for row in tables.get(file, []):
            if row.get(column) not in (None, ""):
                row[column] = new(row[column])

    return change


def _without(file: str) -> Callable[[Tables], None]:
    return lambda tables: tables[file].clear()


def _later(day: Any, weeks: int) -> str:
    return (date.fromisoformat(str(day)) + timedelta(weeks=weeks)).isoformat()


def _start_later(tables: Tables) -> None:
    about = {row["key"]: row["value"] for row in tables["bundle"]}
    last = _later(about["base_date"], int(str(about["horizon_weeks"])) - 1)
    for row in tables["offering_starts"]:
        row["start_date"] = min(last, _later(row["start_date"], 1))


def _stack(tables: Tables) -> None:
    for number, row in enumerate(tables["schemes"]):
        row["stack_group"] = f"group {number}"


CATALOGUES: dict[str, tuple[str, Callable[[Tables], None]]] = {
    "start dates a week later": ("R1", _start_later),
    "full courses have places": ("R2", _cells("offerings", "capacity", lambda _: 3)),
    "every course is a week shorter": ("R7", _cells("offerings", "weeks", lambda weeks: max(1, int(weeks) - 1))),
    "nothing is asked of who enters a course": ("R4", _without("offering_requires")),
    "no language level is asked": ("R4", _cells("offerings", "min_cefr", lambda _: "")),
    "no age is asked": ("R4", _cells("offerings", "min_age", lambda _: "")),
    "courses take two hours less": ("R5", _cells("offerings", "hours_per_week", lambda hours: max(0, int(hours) - 2))),
    "sites lie closer": ("R6", _cells("sites", "lat", lambda lat: 52 + (float(lat) - 52) / 2)),
    "companies lie closer": ("R6", _cells("companies", "lat", lambda lat: 52 + (float(lat) - 52) / 2)),
    "places open a month longer": ("R7", _cells("positions", "open_to", lambda day: _later(day, 4))),
    "work takes two hours less": ("R5", _cells("positions", "hours_per_week", lambda hours: int(hours) - 2)),
    "essential skills are a level lower": ("R7", _cells("occupation_skills", "level", lambda n: max(1, int(n) - 1))),
    "essential credentials are optional": ("R7", _cells("occupation_credentials", "importance", lambda _: "optional")),
    "schemes pay a hundredth more": ("R8", _cells("schemes", "pays_share", lambda s: f"{min(1, float(s) + 0.01):.2f}")),
    "schemes pay a euro more": ("R8", _cells("schemes", "max_amount_eur", lambda most: int(most) + 1)),
    "caps are higher": ("R8", _cells("schemes", "cap_per_person_eur", lambda cap: int(cap) + 50)),
    "schemes are for everyone": ("R8", _cells("schemes", "target_groups", lambda _: "")),
    "schemes have no end": ("R8", _cells("schemes", "valid_to", lambda day: _later(day, 52))),
    "stack groups are forgotten": ("R8", _stack),
    "tenures are a week shorter": ("career", _cells("transitions", "min_tenure_weeks", lambda n: max(0, int(n) - 1))),
    "work teaches half a year sooner": ("career", _cells("experience", "after_weeks", lambda n: max(0, int(n) - 26))),
    "wages are a euro more": ("career:", _cells("occupations", "wage_month_eur", lambda wage: int(wage) + 1)),
}  # fmt: skip

PEOPLE: dict[str, tuple[str, str, Callable[[Any], Any]]] = {
    "a week early": ("R1", "available_from", lambda day: _later(day, -1)),
    "four hours more": ("R5", "hours_per_week", lambda hours: hours + 4),
    "five minutes further": ("R6", "max_travel_minutes", lambda minutes: minutes + 5),
    "a longer horizon": ("R7", "horizon_weeks", lambda weeks: weeks + 52),
    "a hundred euro more": ("R9", "budget_eur", lambda euros: euros + 100),
    "four years older": ("R4", "birth_date", lambda day: f"{int(day[:4]) - 4}{day[4:]}"),
}


def _rules_broken(
    folder: Path, changed: Tables, misread: Callable[[dict[str, Any]], dict[str, Any]], seed: int
) -> set[str]:
    tables = make_tables(seed)
    catalogue = Catalogue.load(write_tables(folder / "true", tables))
    snapshot = build(read_bundle(write_tables(folder / "misread", changed)))
    return {
        fault.split()[0]
        for profile in make_people(seed, 10, tables)
        for route in suggest(snapshot, profile_value(misread(profile)))
        for fault in check_route(catalogue, profile, route_json(route))
    }


@pytest.mark.parametrize(("rule", "change"), [pytest.param(*rest, id=name) for name, rest in CATALOGUES.items()])
def test_a_misread_catalogue_is_caught(tmp_path: Path, rule: str, change: Callable[[Tables], None]) -> None:
    broken: set[str] = set()
    for seed in SEEDS:
        changed = copy.deepcopy(make_tables(seed))
        change(changed)
        broken |= _rules_broken(tmp_path, changed, lambda profile: profile, seed)
        if rule in broken:
            return
    pytest.fail(f"only {sorted(broken)} were caught")


@pytest.mark.parametrize(("rule", "key", "new"), [pytest.param(*rest, id=name) for name, rest in PEOPLE.items()])
def test_a_misread_person_is_caught(tmp_path: Path, rule: str, key: str, new: Callable[[Any], Any]) -> None:
    broken: set[str] = set()
    for seed in SEEDS:
        broken |= _rules_broken(tmp_path, make_tables(seed), lambda profile: {**profile, key: new(profile[key])}, seed)
        if rule in broken:
            return
    pytest.fail(f"only {sorted(broken)} were caught")
