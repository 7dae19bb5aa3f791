"""What no career can earn more than, beside the best career there is: never below it, and often just that.

The bound is asked for without telling what was found, so that it has to stand by itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.career import Careers
from gouden_poort.routing.career_bound import most_earned
from gouden_poort.routing.career_ground import CareerGround
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.wages import in_euros
from tests.feasibility.adapters import profile_value
from tests.feasibility.career import Begin
from tests.feasibility.highest import Highest
from tests.feasibility.late import make_late
from tests.feasibility.reading import Catalogue
from tests.feasibility.writing import write_tables

CASES = 120


class _Case(NamedTuple):
    value_eur: int
    highest_eur: int
    at_most_eur: int
    moves: int


def _case(folder: Path, seed: int) -> _Case:
    tables, profile = make_late(seed)
    write_tables(folder, tables)
    catalogue, snapshot = Catalogue.load(folder), build(read_bundle(folder))
    planner = Planner(snapshot, profile_value(profile))
    occupation = snapshot.columns.occupations.id.row("O0")
    route = planner.best(occupation)
    assert route is not None
    ground = CareerGround(planner.person, planner.laws)
    career = Careers(ground).after(route).career
    assert career is not None
    begin = Begin(
        steps=[],
        occupation_id="O0",
        position=catalogue.positions[route.placement.position_id],
        work=route.weeks_to_work,
        qualified=route.weeks_to_qualified,
    )
    return _Case(
        value_eur=career.value_eur,
        highest_eur=Highest(catalogue, profile, begin).run(),
        at_most_eur=in_euros(most_earned(ground.after(route), occupation, route.weeks_to_qualified, 0, 0)),
        moves=len(career.moves),
    )


def test_no_career_there_is_earns_more_than_the_bound(tmp_path: Path) -> None:
    cases = [_case(tmp_path / str(seed), seed) for seed in range(CASES)]
    assert [one for one in cases if not one.value_eur <= one.highest_eur <= one.at_most_eur] == []
    assert sum(one.moves > 0 for one in cases) > CASES / 3
    assert sum(one.at_most_eur == one.highest_eur for one in cases) > CASES / 2
