"""The solver beside trying everything: on tiny catalogues both must find the same least effort.

Run with `PYTHONPATH=.:bench/planner .venv/bin/pytest bench/planner`, once `make bench-planner` installed the solver.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from exact import solve, units_of
from greedy import greedy_route
from ground import Ground

from tests.feasibility.checker import check_route
from tests.feasibility.exhaustive import Search
from tests.feasibility.reading import Catalogue
from tests.feasibility.tiny import make_tiny
from tests.feasibility.writing import write_tables


@pytest.mark.parametrize("seed", range(150))
def test_the_solver_finds_what_trying_everything_finds(tmp_path: Path, seed: int) -> None:
    tables, profile = make_tiny(seed)
    catalogue = Catalogue.load(write_tables(tmp_path, tables))
    ground = Ground(catalogue, profile)
    for target in catalogue.occupations:
        best, proof = Search(catalogue, profile, target).run(), solve(ground, target, seconds=60)
        assert proof.proved
        assert proof.units == (None if best is None else units_of(best["effort"]))
        if proof.route is not None:
            assert units_of(proof.route["effort"]) == proof.units
            assert check_route(catalogue, profile, dict(proof.route)) == []
        greedy = greedy_route(ground, target)
        assert greedy is None or check_route(catalogue, profile, greedy) == []
