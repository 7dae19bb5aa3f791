"""Two or three routes beside each other."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from gouden_poort.services.routes import suggest_routes
from gouden_poort.web.routes.comparing import comparison
from tests.builders import a_profile, a_snapshot
from tests.fakes import ShelfWith
from tests.web.conftest import Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page
from tests.web.picture_rules import faults_in_pictures

WORK = ("O1", "O2", "O3", "O4")
FOUR = {
    "occupations": [{"occupation_id": each, "label": f"Werk {each}"} for each in WORK],
    "occupation_skills": [{"occupation_id": each} for each in WORK],
    "positions": [{"position_id": f"J{each}", "occupation_id": each} for each in WORK],
}


@pytest.fixture
def everyone(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    shelf.snapshot = a_web_snapshot(**FOUR)
    visitor.answer_all()
    return visitor


def test_the_routes_page_lets_someone_choose_routes_to_compare(everyone: Visitor) -> None:
    page = everyone.read("/routes")
    assert page.count('name="route"') == len(WORK)
    assert "Vergelijk deze routes" in page
    assert faults_in_page(page) == []


def test_one_route_alone_has_nothing_to_be_compared_with(visitor: Visitor) -> None:
    visitor.answer_all()
    assert 'name="route"' not in visitor.read("/routes")
    assert "Bekijk wat bijna kan" in visitor.read("/vergelijk")


@pytest.mark.parametrize("chosen", [["O2", "O1"], ["O3", "O1", "O2"]])
def test_what_was_chosen_stands_beside_each_other_in_that_order(everyone: Visitor, chosen: list[str]) -> None:
    answer = everyone.send("/vergelijk", {"route": chosen})
    assert (answer.status_code, answer.location) == (303, "/vergelijk")
    page = everyone.read("/vergelijk")
    assert re.findall(r'href="/routes/(O\d)"[^>]*>Kies deze', page) == chosen
    assert faults_in_page(page) == []


def test_the_routes_are_lines_in_time_too(everyone: Visitor) -> None:
    everyone.send("/vergelijk", {"route": ["O1", "O2"]})
    page = everyone.read("/vergelijk")
    drawing = page.partition('data-test="metro"')[2].partition("</svg>")[0]
    assert drawing.count('<text class="strong"') == 2
    assert faults_in_pictures(page) == []


def test_every_route_tells_the_same_facts(everyone: Visitor) -> None:
    everyone.send("/vergelijk", {"route": ["O1", "O2", "O3"]})
    body = everyone.read("/vergelijk").partition("<tbody>")[2].partition("</tbody>")[0]
    rows = body.split("<tr")[1:]
    assert len(rows) == 12
    for row in rows:
        assert re.findall('data-label="([^"]+)"', row) == ["Werk O1", "Werk O2", "Werk O3"]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ([], "Kies 2 of 3 routes."),
        (["O1"], "Je koos 1 route. Kies er nog een."),
        (["O1", "O1"], "Je koos 1 route. Kies er nog een."),
        (["O1", "onzin"], "Je koos 1 route. Kies er nog een."),
        (list(WORK), "Je koos 4 routes. Kies er hoogstens 3."),
    ],
)
def test_too_few_or_too_many_is_said_and_keeps_what_was_chosen(
    everyone: Visitor, chosen: list[str], words: str
) -> None:
    page = everyone.follow(everyone.send("/vergelijk", {"route": chosen}))
    assert page.count(words) == 2
    assert "<title>Fout: " in page
    assert page.count(" checked>") == len(set(chosen) - {"onzin"})
    assert faults_in_page(page) == []


def test_a_route_that_is_gone_is_left_out_and_said(everyone: Visitor, shelf: ShelfWith) -> None:
    everyone.send("/vergelijk", {"route": ["O1", "O2", "O3"]})
    shelf.snapshot = a_web_snapshot(**{**FOUR, "positions": FOUR["positions"][:2]})
    page = everyone.read("/vergelijk")
    assert "Eén route is er nu niet meer." in page
    assert page.count("Kies deze<") == 2


def test_who_has_one_route_left_picks_another(everyone: Visitor, shelf: ShelfWith) -> None:
    everyone.send("/vergelijk", {"route": ["O1", "O3"]})
    shelf.snapshot = a_web_snapshot(**{**FOUR, "positions": FOUR["positions"][:2]})
    page = everyone.read("/vergelijk")
    assert "Welke routes wil je vergelijken?" in page
    assert re.findall('value="(O.)"[^>]* checked', page) == ["O1"]


def test_what_is_chosen_is_no_answer(everyone: Visitor) -> None:
    everyone.send("/vergelijk", {"route": ["O1", "O2"]})
    assert "draft" not in everyone.read("/controle")


def test_who_wiped_the_answers_begins_anew(everyone: Visitor) -> None:
    everyone.send("/wis-mijn-antwoorden", {})
    answer = everyone.client.get("/vergelijk")
    assert (answer.status_code, answer.location) == (303, "/voor-je-begint")


def test_a_fact_that_is_missing_says_so() -> None:
    snapshot = a_snapshot(positions=[{"wage_month_eur": 0}])
    (found,) = suggest_routes(snapshot, a_profile())
    without_years = replace(found, route=replace(found.route, career=None))
    rows = {row.name: row.facts[0].value for row in comparison(snapshot, a_profile(), [without_years]).rows}
    assert {name for name, value in rows.items() if value == "niet bekend"} == {
        "Loon per maand als je begint",
        "Loon per maand na 10 jaar",
        "Nederlands dat nodig is",
    }


def test_dutch_is_the_most_that_anything_on_the_route_asks() -> None:
    snapshot = a_snapshot(offerings=[{"min_cefr": "B1"}], positions=[{"min_cefr": "A2"}])
    found = suggest_routes(snapshot, a_profile())
    rows = {row.name: row.facts[0].value for row in comparison(snapshot, a_profile(), found).rows}
    assert rows["Nederlands dat nodig is"] == "B1 of hoger"
