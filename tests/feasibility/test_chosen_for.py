"""Why each of the five is one of them, beside the reasons when every occupation is solved by itself."""

from __future__ import annotations

from pathlib import Path

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.effort import UNITS
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.selecting import ChosenFor, Scored, chosen_for
from gouden_poort.routing.suggestion import choose, worth_of
from tests.feasibility.adapters import profile_value
from tests.feasibility.generator import make_tables
from tests.feasibility.people import make_people
from tests.feasibility.writing import Tables, write_tables

SEEDS = 12


def _reasons_when_all_is_solved(snapshot: Snapshot, profile: Profile) -> list[ChosenFor]:
    planner = Planner(snapshot, profile)
    worth, sectors = worth_of(planner), snapshot.columns.occupations.sector.tolist()
    routes = [(row, planner.alone().best(row)) for row in range(len(sectors))]
    return chosen_for(Scored(int(one.effort * UNITS) - worth[row], row, sectors[row]) for row, one in routes if one)


def _mostly_metal(tables: Tables) -> Tables:
    """Most work in one sector, so that others seldom come in by score."""
    for number, occupation in enumerate(tables["occupations"]):
        occupation["sector"] = "metal" if number % 7 else f"small {number}"
    return tables


def test_the_search_knows_why_each_is_there_without_solving_everything(tmp_path: Path) -> None:
    other, for_sector = [], 0
    for seed in range(SEEDS):
        tables = _mostly_metal(make_tables(seed))
        snapshot = build(read_bundle(write_tables(tmp_path / str(seed), tables)))
        for profile in map(profile_value, make_people(seed, 5, tables)):
            reasons = [one.chosen_for for one in choose(snapshot, profile)]
            if reasons != _reasons_when_all_is_solved(snapshot, profile):
                other.append((seed, profile.profile_id, reasons))
            for_sector += reasons.count(ChosenFor.SECTOR)
    assert other == []
    assert for_sector > SEEDS / 3
