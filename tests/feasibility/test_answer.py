"""The judge on whole answers: how many routes, to where, in which order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.feasibility.checker import check_answer
from tests.feasibility.reading import Catalogue
from tests.feasibility.town import job_route, person, town, week
from tests.feasibility.writing import write_tables

Direct = tuple[Catalogue, dict[str, dict[str, Any]]]


@pytest.fixture
def direct(tmp_path: Path) -> Direct:
    """The town, and the routes without steps to each occupation that asks nothing."""
    catalogue = Catalogue.load(write_tables(tmp_path, town()))
    routes = {}
    for name in ("O4", "O5", "O6"):
        routes[name] = {**job_route(), "target_occupation_id": name, "steps": []}
        routes[name]["placement"] = {"position_id": name.replace("O", "J"), "start_date": week(0)}
        routes[name] |= {"weeks_to_work": 0, "weeks_to_qualified": 0, "own_cost_eur": 0, "travel_minutes": 17}
        routes[name]["effort"] = 0.85
    return catalogue, routes


def _answer(direct: Direct, *names: str, feasible: str = "", profile_id: str = "P") -> list[str]:
    catalogue, routes = direct
    answer = {"profile_id": profile_id, "routes": [routes[name] for name in names]}
    return check_answer(catalogue, person(), answer, feasible.split() or None)


def test_a_good_answer_passes(direct: Direct) -> None:
    assert _answer(direct, "O4", "O5", "O6", feasible="O4 O5 O6") == []
    assert _answer(direct) == []


def test_an_answer_is_as_full_and_as_varied_as_it_can_be(direct: Direct) -> None:
    assert "2 routes where 3 targets" in _answer(direct, "O4", "O6", feasible="O4 O5 O6")[0]
    assert "2 sectors where 3" in _answer(direct, "O4", "O5", "O6", feasible="O3 O4 O5 O6")[1]


def test_an_answer_in_the_wrong_order_or_shape_is_caught(direct: Direct) -> None:
    catalogue, routes = direct
    assert "not in order" in _answer(direct, "O5", "O4")[0]
    assert "O4 2 times" in _answer(direct, "O4", "O4")[0]
    assert "profile_id is 'Q'" in _answer(direct, "O4", profile_id="Q")[0]
    assert any("6 routes" in fault for fault in _answer(direct, *["O4"] * 6))
    assert (
        "objective"
        in check_answer(catalogue, person(), {"profile_id": "P", "routes": [{**routes["O4"], "effort": 0.8}]})[0]
    )
    assert check_answer(catalogue, person(), {"profile_id": "P"}) == ["answer: an object with profile_id and routes"]
