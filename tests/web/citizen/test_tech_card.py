"""The Techniekkaart on screen: eight pictures, a place or none, a card, and nothing left behind."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from gouden_poort.profiles.tech_card_questions import QUESTIONS, THEMES
from gouden_poort.settings import Settings
from gouden_poort.web.citizen.tech_card.draft import KEPT_FOR
from gouden_poort.wiring import House, move_in
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import NOW, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page
from tests.web.plain_words import mean_words

CLUB = {
    "activity_id": "A1",
    "label": "Techniekclub",
    "kind": "kids",
    "site_id": "L1",
    "min_age": 9,
    "max_age": 14,
    "months": "3|10",
    "url": "https://school.example",
    "example": "1",
}
CARD = "/techniekkaart/kaart"
MEAN_WORDS = 8


@pytest.fixture
def child(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    shelf.snapshot = a_web_snapshot(activities=[CLUB])
    return visitor


def begin(child: Visitor) -> None:
    assert child.send("/techniekkaart", {}).location == "/techniekkaart/vraag/1"


def pick_all(child: Visitor, value: str = "") -> None:
    """Answer every question with its first picture, or all of them with one value."""
    begin(child)
    for number, question in enumerate(QUESTIONS, 1):
        answer = child.send(f"/techniekkaart/vraag/{number}", {"pick": value or question.picks[0].value})
        assert answer.status_code == 303


def make_card(child: Visitor, place: str = "Utrecht") -> str:
    pick_all(child)
    assert child.send("/techniekkaart/plaats", {"place": place}).location == CARD
    return child.read(CARD)


def test_eight_pictures_and_a_place_give_a_card_with_something_to_do(child: Visitor) -> None:
    page = make_card(child)
    for words in (
        "Jouw techniekkaart",
        "<h2>Bouwen</h2>",
        "Techniekclub",
        "Voor 9 tot en met 14 jaar, in maart en oktober.",
        "voorbeeld",
        'href="https://school.example"',
    ):
        assert words in page


def test_a_card_shows_no_numbers_about_the_child(child: Visitor) -> None:
    themes = make_card(child).partition('data-test="themes"')[2].partition("</ul>")[0]
    assert not re.search(r"\d", re.sub(r"<[^>]+>", "", themes))


def test_every_page_of_the_card_keeps_the_rules(child: Visitor) -> None:
    page = make_card(child)
    addresses = [f"/techniekkaart/vraag/{number}" for number in range(1, len(QUESTIONS) + 1)]
    pages = [page, *(child.read(address) for address in ("/techniekkaart/plaats", *addresses))]
    assert [fault for each in pages for fault in faults_in_page(each)] == []


def test_nothing_reaches_the_database(child: Visitor, memory: Memory) -> None:
    make_card(child)
    assert (memory.assessments.started, memory.assessments.given) == ({}, [])


def test_no_address_holds_an_answer(child: Visitor) -> None:
    begin(child)
    answer = child.send("/techniekkaart/vraag/1", {"pick": "hut"})
    assert answer.location == "/techniekkaart/vraag/2"


def test_a_postcode_is_kept_as_no_more_than_its_place(child: Visitor) -> None:
    page = make_card(child, "3511 AB")
    assert "bij Utrecht" in page
    assert "3511" not in page
    with child.client.session_transaction() as session:
        assert session["card"]["place"] == "Utrecht"


def test_wiping_leaves_nothing_in_the_browser(child: Visitor) -> None:
    make_card(child)
    assert child.send("/techniekkaart/wis", {}).location == "/techniekkaart"
    with child.client.session_transaction() as session:
        assert "card" not in session


def test_the_next_child_begins_with_an_empty_card(child: Visitor) -> None:
    make_card(child)
    begin(child)
    assert "Dit koos je" not in child.read("/techniekkaart/vraag/1")


def test_going_back_shows_what_was_picked(child: Visitor) -> None:
    make_card(child)
    assert child.read("/techniekkaart/vraag/1").count("Dit koos je") == 1


@pytest.mark.parametrize(("later", "status"), [(KEPT_FOR, 200), (KEPT_FOR + timedelta(seconds=1), 303)])
def test_a_card_holds_for_an_hour(
    child: Visitor, tmp_path: Path, shelf: ShelfWith, later: timedelta, status: int
) -> None:
    make_card(child)
    settings = Settings(data_dir=tmp_path, database_url="sqlite://", secret_key="a key for tests")
    move_in(
        child.client.application,
        House(settings=settings, unit_of_work=Memory(), shelf=shelf, clock=lambda: NOW + later),
    )
    assert child.client.get(CARD).status_code == status


def test_without_a_place_the_card_asks_for_one(child: Visitor) -> None:
    pick_all(child)
    child.send("/techniekkaart/plaats", {"place": "Utrecht", "action": "unknown"})
    page = child.read(CARD)
    assert "Kies een plaats" in page
    assert faults_in_page(page) == []


def test_who_does_not_know_gets_all_there_is(child: Visitor) -> None:
    pick_all(child, "unknown")
    page = child.read(CARD)
    assert all(f"<h2>{theme.label}</h2>" in page for theme in THEMES)
    assert faults_in_page(page) == []


def test_an_answer_that_is_none_is_asked_again(child: Visitor) -> None:
    begin(child)
    page = child.follow(child.send("/techniekkaart/vraag/1", {"pick": "robot"}))
    assert "Kies 1 plaatje." in page
    assert faults_in_page(page) == []


def test_an_unknown_place_is_asked_again_with_names_that_look_like_it(child: Visitor) -> None:
    pick_all(child)
    page = child.follow(child.send("/techniekkaart/plaats", {"place": "Utregt"}))
    assert 'value="Utrecht">Utrecht</button>' in page
    assert faults_in_page(page) == []


def test_a_question_that_was_skipped_comes_before_the_card(child: Visitor) -> None:
    begin(child)
    child.send("/techniekkaart/vraag/1", {"pick": "hut"})
    assert child.client.get(CARD).location == "/techniekkaart/vraag/2"


@pytest.mark.parametrize("address", ["/techniekkaart/vraag/1", "/techniekkaart/plaats", CARD])
def test_who_has_no_card_begins_at_the_beginning(child: Visitor, address: str) -> None:
    assert child.client.get(address).location == "/techniekkaart"


def test_there_is_no_ninth_question(child: Visitor) -> None:
    begin(child)
    assert child.client.get("/techniekkaart/vraag/9").status_code == 404


def test_pages_for_children_are_in_short_sentences(child: Visitor) -> None:
    card = make_card(child)
    pages = [card, *(child.read(f"/techniekkaart{rest}") for rest in ("", "/vraag/1", "/plaats", "/op-papier"))]
    assert [mean_words(page) <= MEAN_WORDS for page in pages] == [True] * len(pages)
    assert not any("!" in re.sub(r"<!DOCTYPE html>", "", page) for page in pages)
