"""Work without a route, work that is nearly open, and all work by sector: never a dead end."""

from __future__ import annotations

import re

import pytest

from tests.fakes import ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

WITH_RULES = [{"key": "rulebook", "value": "builtin"}]
DIVER = {"occupations": [{}, {"occupation_id": "O9", "label": "Duiker"}]}
FULL = {"offerings": [{"capacity": 0}]}


def state(page: str) -> str:
    found = re.search(r'data-test="state"><svg.*?</svg>(.*?)<', page)
    assert found
    return found[1]


def test_nearly_open_work_says_what_is_missing_what_opens_it_and_when_work_begins(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"})
    page = visitor.read("/routes/O1").replace("\u00a0", " ")
    assert state(page) == "Nog 1 stap"
    assert "We vonden geen hele route die nu past." in page
    assert "Eigen geld: € 200 meer. Nodig: € 200. Jij zei € 0." in page
    assert re.search(
        rf'href="/vraag/{NUMBER["budget"]}\?naar=controle" data-test="primary">Verander mijn eigen geld', page
    )
    assert "Dan is er een route. Betaald werk begint na ongeveer 3 maanden." in page
    assert faults_in_page(page) == []


def test_making_the_change_opens_the_door(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"})
    visitor.answer("budget", {"budget": "200"})
    assert state(visitor.read("/routes/O1")) == "Open voor jou"


def test_two_changes_are_two_steps(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"}, week={"week.hours": "20"})
    page = visitor.read("/routes/O1")
    assert state(page) == "Nog 2 stappen"
    assert page.count('data-test="primary"') == 1
    assert "Deze 2 dingen zijn samen nodig:" in page
    assert "Verander mijn uren per week" in page


def test_a_full_course_is_a_matter_of_waiting_and_the_route_is_shown(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(**FULL)
    visitor.answer_all()
    page = visitor.read("/routes/O1")
    assert state(page) == "Open, wachten op plek"
    assert "Deze opleiding is vol: Leren lassen, van Techniekcollege." in page
    assert 'data-test="steps"' in page
    assert faults_in_page(page) == []


def test_a_taken_place_names_the_company(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(positions=[{"capacity": 0}])
    visitor.answer_all()
    assert "De werkplek bij Lasbedrijf in Utrecht is bezet." in visitor.read("/routes/O1")


def test_work_that_no_company_has_leads_on_to_what_is_possible(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(**DIVER)
    visitor.answer_all()
    page = visitor.read("/routes/O9")
    assert state(page) == "Nu dicht"
    assert "geen bedrijf in ons overzicht heeft dit werk" in page
    assert re.search(r'href="/routes" data-test="primary">Bekijk wat wel kan', page)
    assert "Werkcentrum" in page


def test_a_law_that_shuts_the_door_is_told_with_its_source_and_the_answer_it_hangs_on(
    visitor: Visitor, shelf: ShelfWith
) -> None:
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES)
    visitor.answer_all(right_to_work={"right_to_work": "not_allowed"})
    page = visitor.read("/routes/O1")
    assert state(page) == "Nu dicht"
    assert "Voor betaald werk moet je mogen werken in Nederland." in page
    assert "Een van deze dingen is genoeg:" in page
    assert "Bij jou: nu nog niet." in page
    assert "Bron: Wet arbeid vreemdelingen, artikel 2." in page
    assert f'href="/vraag/{NUMBER["right_to_work"]}?naar=controle" data-test="primary"' in page
    assert faults_in_page(page) == []


def test_courses_that_are_too_far_are_one_sentence(visitor: Visitor, shelf: ShelfWith) -> None:
    far = {"lat": 53.2194, "lon": 6.5665, "city": "Groningen"}
    shelf.snapshot = a_web_snapshot(
        skills=[{}, {"skill_id": "S2", "label": "Meten"}],
        occupation_skills=[{}, {"skill_id": "S2"}],
        sites=[{"site_id": "L1", **far}],
        offerings=[{}, {"offering_id": "T2", "label": "Leren meten"}],
        offering_skills=[{}, {"offering_id": "T2", "skill_id": "S2"}],
        offering_starts=[{}, {"offering_id": "T2"}],
    )
    visitor.answer_all()
    page = visitor.read("/routes/O1")
    assert "Reistijd naar les: 2 opleidingen zijn te ver." in page
    assert page.count("Reistijd naar les") == 1


def test_what_nobody_teaches_is_named(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(
        skills=[{}, {"skill_id": "S2", "label": "Duiken"}], occupation_skills=[{}, {"skill_id": "S2"}]
    )
    visitor.answer_all()
    assert "Nog nodig: Duiken. Geen opleiding in ons overzicht leert je dit." in visitor.read("/routes/O1")


def test_what_is_nearly_open_stands_on_its_own_page(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"})
    assert 'href="/routes/bijna"' in visitor.read("/routes")
    page = visitor.read("/routes/bijna")
    assert page.count('data-test="near-card"') == 1
    assert state(page) == "Nog 1 stap"
    assert "Dan is er een route." in page
    assert 'href="/routes/O1"' in page
    assert faults_in_page(page) == []


def test_where_no_single_change_helps_the_page_says_so(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.read("/routes/bijna")
    assert "Er is niets dat met 1 stap opengaat" in page
    assert re.search(r'href="/beroepen" data-test="primary"', page)
    assert faults_in_page(page) == []


def test_who_may_not_work_yet_hears_that_here_too(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES)
    visitor.answer_all(right_to_work={"right_to_work": "not_allowed"})
    page = visitor.read("/routes/bijna")
    assert "Betaald werk kan nu nog niet." in page
    assert f'href="/vraag/{NUMBER["right_to_work"]}?naar=controle" data-test="primary"' in page
    assert "andere tijden" not in page


@pytest.mark.parametrize("address", ["/routes/bijna", "/routes/O1"])
def test_who_has_not_begun_goes_to_the_page_before_the_first_question(visitor: Visitor, address: str) -> None:
    answer = visitor.client.get(address)
    assert (answer.status_code, answer.location) == (303, "/voor-je-begint")


def test_a_route_that_hangs_on_an_answer_even_after_the_change_says_on_which(
    visitor: Visitor, shelf: ShelfWith
) -> None:
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES)
    visitor.begin()
    for question in ("place", "birth_date"):
        visitor.answer(question)
    visitor.answer("budget", {"budget": "0"})
    for address in ("/routes", "/routes/bijna", "/routes/O1"):
        assert "Het hangt dan nog af van deze vraag: Mag je in Nederland werken?" in visitor.read(address)


def test_a_route_that_is_open_after_the_change_asks_nothing_more(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES)
    visitor.answer_all(budget={"budget": "0"})
    assert "hangt dan nog af" not in visitor.read("/routes/bijna")
