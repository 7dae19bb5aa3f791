"""Looking for work, and the page of each occupation: with answers and without."""

from __future__ import annotations

import re

import pytest

from gouden_poort.routing.planner import Planner
from gouden_poort.routing.terrain import Answer
from tests.fakes import ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page
from tests.web.plain_words import mean_words

MOST_MEAN_WORDS = 12
WITH_RULES = [{"key": "rulebook", "value": "builtin"}]
THREE = [
    {},
    {"occupation_id": "O2", "label": "Timmerman", "sector": "bouw"},
    {"occupation_id": "O3", "label": "Buiger"},
]
TOLD = {
    "day_tasks": "Je last staal.|Je leest een tekening.",
    "day_tasks_source": "eigen beschrijving",
    "day_tasks_checked_on": "2026-11-22",
    "wage_10y_month_eur": "3500",
    "scarcity": "4",
    "source": "eigen schatting",
    "checked_on": "2026-11-21",
    "licences": "medische keuring",
}
MOVES = {
    "occupations": [TOLD, {"occupation_id": "O2", "label": "Hulplasser"}, {"occupation_id": "O3", "label": "Voorman"}],
    "transitions": [
        {"from_occupation_id": "O2", "to_occupation_id": "O1", "min_tenure_weeks": 104},
        {"from_occupation_id": "O1", "to_occupation_id": "O3", "min_tenure_weeks": 156},
    ],
}


def boxes(page: str) -> list[str]:
    """What the five boxes of the first skill look like."""
    return re.findall(r'<rect class="([\w-]+)"', page)[:5]


def primary(page: str) -> list[str]:
    """Where the one thing to do leads."""
    return re.findall(r'href="([^"]*)" data-test="primary"', page)


def test_all_work_is_listed_by_sector_for_who_has_not_begun(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=THREE)
    page = visitor.read("/beroepen")
    assert re.findall(r"<summary>(.*?)</summary>", page) == ["Bouw (1)", "Metal (2)"]
    assert page.index("Buiger") < page.index("Lasser")
    assert 'href="/beroep/O2"' in page


def test_one_sector_can_be_looked_at_alone(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=THREE)
    page = visitor.read("/beroepen?sector=bouw")
    assert "Timmerman" in page
    assert "Lasser" not in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("xqzw", "We vonden geen beroep"),
        ("timmerman", "1 beroep gevonden"),
        ("las", "2 beroepen gevonden"),
    ],
)
def test_a_search_says_how_much_it_found(visitor: Visitor, shelf: ShelfWith, words: str, said: str) -> None:
    both = [{"occupation_id": work, "skill_id": "S1"} for work in ("O1", "O3")]
    shelf.snapshot = a_web_snapshot(occupations=THREE, occupation_skills=both)
    page = visitor.read(f"/beroepen?zoek={words}")
    assert said in page
    assert 'href="/beroep/O2"' in page, "never a dead end: all work stands below"
    assert faults_in_page(page) == []


def test_work_is_listed_by_its_name_in_the_language_of_the_reader(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=[{"label_en": "Welder"}])
    assert ">Welder</a>" in visitor.read("/en/beroepen")
    assert ">Welder</a>" in visitor.read("/en/beroepen?zoek=lasser")


def test_very_much_that_is_found_is_cut_and_says_so(visitor: Visitor, shelf: ShelfWith) -> None:
    many = [{"occupation_id": f"O{n}", "label": f"Lasser {n}"} for n in range(1, 40)]
    shelf.snapshot = a_web_snapshot(occupations=many)
    assert "Dit zijn de eerste 30 beroepen" in visitor.read("/beroepen?zoek=lasser")


def test_a_search_keeps_to_the_sector_and_leads_out_of_it(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=THREE)
    page = visitor.read("/beroepen?zoek=lasser&sector=bouw")
    assert "We vonden geen beroep" in page
    assert 'href="/beroepen?zoek=lasser"' in page
    assert 'name="sector" value="bouw"' in page


def test_what_was_typed_is_shown_as_text(visitor: Visitor) -> None:
    page = visitor.read("/beroepen?zoek=%3Cb%3Elas%22%3E")
    assert "<b>las" not in page
    assert faults_in_page(page) == []


def test_an_empty_catalogue_still_has_a_page(visitor: Visitor, shelf: ShelfWith) -> None:
    nothing = {"occupations": [], "occupation_skills": [], "positions": [], "occupation_credentials": []}
    shelf.snapshot = a_web_snapshot(**nothing, experience=[])
    assert "Er staan nog geen beroepen in het overzicht." in visitor.read("/beroepen")


def test_the_page_of_an_occupation_tells_what_you_do_all_day_and_who_says_so(
    visitor: Visitor, shelf: ShelfWith
) -> None:
    shelf.snapshot = a_web_snapshot(occupations=[TOLD])
    page = visitor.read("/beroep/O1").replace("\u00a0", " ")
    assert "<li>Je last staal.</li>" in page
    assert "Dit schreven wij zelf, op 22 november 2026." in page
    assert "€ 2.600" in page
    assert "€ 3.500" in page
    assert "<dd>Groot" in page
    assert "Bron: eigen schatting. Gecontroleerd op 21 november 2026." in page
    assert "medische keuring" in page
    assert faults_in_page(page) == []
    assert mean_words(page) <= MOST_MEAN_WORDS


def test_a_day_is_told_in_the_language_of_the_reader_where_the_catalogue_has_it(
    visitor: Visitor, shelf: ShelfWith
) -> None:
    shelf.snapshot = a_web_snapshot(occupations=[TOLD | {"day_tasks_en": "You weld steel.|You read a drawing."}])
    assert "<li>You weld steel.</li>" in visitor.read("/en/beroep/O1")
    assert '<bdi lang="nl">Je last staal.</bdi>' in visitor.read("/ar/beroep/O1")


def test_a_catalogue_that_tells_less_gives_a_shorter_page(visitor: Visitor) -> None:
    page = visitor.read("/beroep/O1")
    assert "Dit doe je op een dag" not in page
    assert "Vraag naar mensen" not in page
    assert "Loon per maand" in page


def test_a_day_described_by_others_names_them(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=[{"day_tasks": "Je last.", "day_tasks_source": "Lasvereniging"}])
    page = visitor.read("/beroep/O1")
    assert "Bron: Lasvereniging." in page
    assert "wij zelf" not in page


def test_who_has_not_begun_sees_what_is_needed_and_a_button_to_begin(visitor: Visitor) -> None:
    page = visitor.read("/beroep/O1")
    assert boxes(page) == ["empty-box"] * 5
    assert "Nodig: onder toezicht." in page
    assert re.search(r'data-label="Dit kun je">niet bekend</td><td data-label="Dit is nodig">2<', page)
    assert primary(page) == ["/voor-je-begint"]
    assert 'data-test="state"' not in page


def test_who_is_still_answering_goes_on(visitor: Visitor) -> None:
    visitor.begin()
    assert primary(visitor.read("/beroep/O1")) == ["/vraag"]


def test_answers_show_ones_own_level_beside_what_is_needed_and_the_same_in_a_table(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.read("/beroep/O1")
    assert boxes(page) == ["have", "to-learn", "empty-box", "empty-box", "empty-box"]
    assert "Nog nodig: onder toezicht. Jij: met hulp." in page
    assert re.search(r'data-label="Dit kun je">1</td><td data-label="Dit is nodig">2<', page)


def test_levels_nobody_told_are_not_shown_as_nothing(visitor: Visitor) -> None:
    visitor.begin()
    for question in ("place", "birth_date", "budget"):
        visitor.answer(question)
    page = visitor.read("/beroep/O1")
    assert 'data-test="state"' in page
    assert boxes(page) == ["empty-box"] * 5


def test_open_work_leads_to_its_route(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.read("/beroep/O1")
    assert "Er is een route voor jou" in page
    assert "Open voor jou" in page
    assert primary(page) == ["/routes/O1"]
    assert faults_in_page(page) == []


def test_closed_work_says_why_and_the_smallest_change_that_opens_it(visitor: Visitor) -> None:
    visitor.answer_all(budget={"budget": "0"})
    page = visitor.read("/beroep/O1").replace("\u00a0", " ")
    assert "Nu is er nog geen route" in page
    assert "Eigen geld: € 200 meer." in page
    assert "Dan is er een route." in page
    assert len(primary(page)) == 1
    assert faults_in_page(page) == []


def test_work_that_nothing_opens_leads_to_what_is_possible(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(occupations=[{}, {"occupation_id": "O9", "label": "Duiker"}])
    visitor.answer_all()
    page = visitor.read("/beroep/O9")
    assert "Nu dicht" in page
    assert primary(page) == ["/routes"]


def test_who_may_not_work_yet_gets_the_answer_to_look_at_again(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES)
    visitor.answer_all(right_to_work={"right_to_work": "not_allowed"})
    assert primary(visitor.read("/beroep/O1")) == [f"/vraag/{NUMBER['right_to_work']}?naar=controle"]


def test_full_courses_are_a_matter_of_waiting(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(offerings=[{"capacity": 0}])
    visitor.answer_all()
    page = visitor.read("/beroep/O1")
    assert "Alles klopt. Alleen is er nog geen plek." in page
    assert primary(page) == ["/routes/O1"]


def test_a_route_that_hangs_on_an_answer_asks_it_first(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(bundle=WITH_RULES)
    visitor.begin()
    for question in ("place", "birth_date", "budget"):
        visitor.answer(question)
    page = visitor.read("/beroep/O1")
    assert "Eerst 1 vraag" in page
    assert primary(page) == [f"/vraag/{NUMBER['right_to_work']}?naar=controle"]


def test_what_takes_long_to_find_is_a_click_away(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.answer_all(budget={"budget": "403"})
    monkeypatch.setattr(Planner, "searched", lambda *_: Answer(solution=None, is_proved=False, spent=0))
    page = visitor.read("/beroep/O1")
    assert "Daar moeten we even langer voor rekenen." in page
    assert primary(page) == ["/routes/O1"]


def test_ways_in_name_the_training_its_price_and_how_many_places_give_it(visitor: Visitor) -> None:
    page = visitor.read("/beroep/O1").replace("\u00a0", " ")
    assert "Leren lassen" in page
    assert "Duur: 8 weken, 8 uur les per week." in page
    assert "Prijs: € 400." in page
    assert "Op 1 plek in Nederland." in page


def test_with_answers_the_nearest_place_has_a_name(visitor: Visitor) -> None:
    visitor.answer_all()
    assert "De dichtste plek: Utrecht, 2 minuten reizen." in visitor.read("/beroep/O1")


def test_hybrid_centres_are_named_where_they_teach_for_this_work(visitor: Visitor, shelf: ShelfWith) -> None:
    assert "Hybride techniekcentra" not in visitor.read("/beroep/O1")
    shelf.snapshot = a_web_snapshot(providers=[{"kind": "hybrid_learning_centre"}])
    assert "<li>Werkplaats in Utrecht</li>" in visitor.read("/beroep/O1")


def test_a_centre_that_is_very_far_away_is_not_named(visitor: Visitor, shelf: ShelfWith) -> None:
    groningen = {"city": "Groningen", "lat": 53.2194, "lon": 6.5665}
    shelf.snapshot = a_web_snapshot(providers=[{"kind": "hybrid_learning_centre"}], sites=[groningen])
    assert "<li>Werkplaats in Groningen</li>" in visitor.read("/beroep/O1")
    visitor.answer_all(transport={"transport": "bike"})
    assert "Hybride techniekcentra" not in visitor.read("/beroep/O1")


def test_the_ladder_leads_from_page_to_page(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(**MOVES)
    page = visitor.read("/beroep/O1").replace("\u00a0", " ")
    assert re.search(r'href="/beroep/O3">Voorman</a><br><small>Na ongeveer 3 jaar werken. Loon: € 2.600', page)
    assert re.search(r'href="/beroep/O2">Hulplasser</a><br><small>Na ongeveer 2 jaar in dat werk.', page)


def test_work_that_is_not_there_says_so_and_leads_to_the_list(visitor: Visitor) -> None:
    page = visitor.read("/beroep/O99", 404)
    assert "Dit beroep kennen we niet" in page
    assert 'href="/beroepen"' in page


def test_a_page_of_an_occupation_says_nothing_of_a_person_in_its_address(visitor: Visitor) -> None:
    visitor.answer_all()
    links = re.findall(r'href="(/beroep[^"]*)"', visitor.read("/beroep/O1"))
    assert {link.partition("?")[2] for link in links} == {""}
