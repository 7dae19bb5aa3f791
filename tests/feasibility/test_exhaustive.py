"""Trying everything finds the routes that were worked out by hand, and pays for them as well as can be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.feasibility.checker import check_route
from tests.feasibility.exhaustive import Search
from tests.feasibility.itinerary import Taken, steps_of
from tests.feasibility.paying import most_paid
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue
from tests.feasibility.town import bbl_person, job_route, person, town, week
from tests.feasibility.writing import Tables, write_tables


def test_the_best_job_route_takes_the_better_scheme(tmp_path: Path) -> None:
    """F4 pays 100, 300 and 150 beside what F1 and F3 pay, so the person pays 0 + 300 + 151."""
    catalogue = Catalogue.load(write_tables(tmp_path, town()))
    best = Search(catalogue, person(), "O1").run()
    assert best is not None
    assert (best["own_cost_eur"], best["effort"]) == (451, 33.56)
    assert check_route(catalogue, person(), best) == []


def test_the_best_bbl_route_leaves_out_the_course_nobody_asks(tmp_path: Path) -> None:
    """T4 alone, of which F3 pays 200 and F2 116: effort 5 + 11.25 + 0.84 + 1.7 + 0.5."""
    catalogue = Catalogue.load(write_tables(tmp_path, town()))
    best = Search(catalogue, bbl_person(), "O2").run()
    assert best is not None
    assert ([step["offering_id"] for step in best["steps"]], best["effort"]) == (["T4"], 19.29)
    assert check_route(catalogue, bbl_person(), best) == []


def test_no_route_is_none(tmp_path: Path) -> None:
    catalogue = Catalogue.load(write_tables(tmp_path, town()))
    assert Search(catalogue, {**person(), "budget_eur": 450}, "O1").run() is None
    assert Search(catalogue, {**person(), "horizon_weeks": 19}, "O1").run() is None
    assert Search(catalogue, person(), "O3").run() is None


def _steps(catalogue: Catalogue, **costs: int) -> list[Taken]:
    steps = steps_of(catalogue, job_route()["steps"])
    return [
        replace(step, offering=replace(step.offering, cost_eur=costs[step.offering.offering_id]))
        for step in steps
        if step.offering.offering_id in costs
    ]


def _schemes(tables: Tables, *rows: tuple[str, int, int, str, str]) -> Tables:
    names = ("pays_share", "max_amount_eur", "cap_per_person_eur", "stack_group", "offering_kinds")
    tables["schemes"] = [
        {
            "scheme_id": f"F{number}",
            "label": "scheme",
            "kind": "subsidy",
            "valid_from": week(0),
            "valid_to": week(60),
            **dict(zip(names, row, strict=True)),
        }
        for number, row in enumerate(rows)
    ]
    return tables


def test_money_goes_where_no_other_scheme_pays(tmp_path: Path) -> None:
    """F0 could pay either step, F1 only the module: the most is paid when F0 keeps its money for the certificate."""
    tables = _schemes(town(), ("1.00", 500, 300, "a", ""), ("1.00", 500, 300, "b", "module"))
    catalogue = Catalogue.load(write_tables(tmp_path, tables))
    steps = _steps(catalogue, T2=300, T3=300)
    assert sum(most_paid(catalogue, Person.of(person()), steps).values()) == 600


def test_one_scheme_of_a_stack_group_is_left_out(tmp_path: Path) -> None:
    tables = _schemes(town(), ("1.00", 200, 300, "a", ""), ("0.29", 500, 300, "a", ""), ("0.10", 90, 300, "b", ""))
    catalogue = Catalogue.load(write_tables(tmp_path, tables))
    assert sum(most_paid(catalogue, Person.of(person()), _steps(catalogue, T2=900)).values()) == 261 + 90
    assert sum(most_paid(catalogue, Person.of(person()), _steps(catalogue, T2=220)).values()) == 220
