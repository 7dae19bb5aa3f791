"""The page half-way: the first routes, what is still to come, and safe ways on, back and out."""

from __future__ import annotations

import re

from gouden_poort.profiles.questions import BLOCKS, QUESTIONS
from tests.fakes import ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

PAGE = "/dit-zien-we-al"
LAST, NEXT = BLOCKS[2][-1].id, BLOCKS[3][0].id


def half_way(visitor: Visitor) -> None:
    visitor.begin()
    for question in QUESTIONS[: NUMBER[LAST]]:
        visitor.answer(question.id)


def test_after_the_third_block_the_first_routes_are_shown(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(offerings=[{"cost_eur": "0"}])
    half_way(visitor)
    assert visitor.answer(LAST).location == PAGE
    page = visitor.read(PAGE)
    assert page.count('data-test="first-route"') == 1
    assert f'href="/vraag/{NUMBER[NEXT]}" data-test="primary">Ga verder met vraag {NUMBER[NEXT]}<' in page
    assert "Bewaar en stop" in page
    assert faults_in_page(page) == []


def test_a_first_route_has_a_state_and_a_reason(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(offerings=[{"cost_eur": "0"}])
    half_way(visitor)
    card = visitor.read(PAGE).partition('data-test="first-route"')[2].partition("</article>")[0]
    assert re.search(r'data-test="state"><svg.*?</svg>Open voor jou<', card)
    assert 'data-test="reason"' in card


def test_what_is_still_asked_is_named_and_nothing_is_kept_for_it(visitor: Visitor) -> None:
    half_way(visitor)
    page = visitor.read(PAGE)
    for block in BLOCKS[3:]:
        assert f"<li>{block[0].block}</li>" in page
    assert visitor.read(PAGE) == page
    assert visitor.client.get("/vraag").location == f"/vraag/{NUMBER[NEXT]}"


def test_the_way_back_from_the_next_block_passes_here(visitor: Visitor) -> None:
    half_way(visitor)
    assert f'href="{PAGE}"' in visitor.read(f"/vraag/{NUMBER[NEXT]}")


def test_who_changes_an_answer_goes_back_to_all_answers_instead(visitor: Visitor) -> None:
    half_way(visitor)
    assert visitor.send(f"/vraag/{NUMBER[LAST]}", {"schooling": "mbo_3", "next": "controle"}).location == "/controle"


def test_without_what_is_needed_the_page_asks_for_it(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("place", {}, action="unknown")
    page = visitor.read(PAGE)
    assert "Nog 2 vragen." in page
    assert 'href="/vraag/1">Waar woon je?' in page
    assert "first-route" not in page


def test_without_a_route_the_page_goes_on_all_the_same(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(positions=[{"min_nlqf": "8"}])
    half_way(visitor)
    page = visitor.read(PAGE)
    assert "We zien nu nog geen hele route." in page
    assert "Ga verder met vraag" in page


def test_a_question_stands_under_the_name_of_its_block(visitor: Visitor) -> None:
    visitor.begin()
    assert f"<strong>{BLOCKS[1][0].block}</strong> · Vraag 5 van {len(QUESTIONS)}<" in visitor.read("/vraag/5")
