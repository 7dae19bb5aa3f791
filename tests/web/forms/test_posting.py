"""A form is answered by a redirect: the page after it can be reloaded, and going back sends nothing again."""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from flask import Flask

from gouden_poort.web.forms import posting
from tests.fakes import Memory
from tests.web.conftest import NUMBER, Visitor
from tests.web.page_rules import faults_in_page

BUDGET = f"/vraag/{NUMBER['budget']}"
WRONG = {"budget": "veel", "action": "next"}


def forms(app: Flask) -> list[str]:
    """The address of every form of a page."""
    rules = [rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())]
    pages = [rule.rule for rule in rules if not rule.rule.startswith("/api/")]
    ids = [("<uuid:[^>]+>", str(UUID(int=1))), ("<int:[^>]+>", "1"), ("<[^>]+>", "O1")]
    for pattern, example in ids:
        pages = [re.sub(pattern, example, page) for page in pages]
    return pages


def test_every_form_is_answered_by_a_redirect_also_when_nothing_was_filled_in(app: Flask) -> None:
    rendered = []
    for address in forms(app):
        visitor = Visitor(app.test_client())
        visitor.answer_all()
        visitor.send("/techniekkaart", {})
        if visitor.send(address, {}).status_code != 303:
            rendered.append(address)
    assert rendered == []


def test_a_page_with_a_fault_is_the_same_when_it_is_reloaded(visitor: Visitor) -> None:
    visitor.begin()
    address = visitor.send(BUDGET, WRONG).location
    page = visitor.read(address)
    assert 'value="veel"' in page
    assert "<title>Fout: " in page
    assert visitor.read(address) == page


def test_what_was_filled_in_stands_in_no_address(visitor: Visitor) -> None:
    visitor.begin()
    address, _, rest = visitor.send(BUDGET, WRONG).location.partition("?")
    assert address == BUDGET
    assert rest.startswith("opnieuw=")
    assert len(rest) == len("opnieuw=") + 8


@pytest.mark.parametrize("rest", ["", "?opnieuw=", "?opnieuw=00000000"])
def test_the_same_question_at_another_moment_has_no_fault(visitor: Visitor, rest: str) -> None:
    visitor.begin()
    visitor.send(BUDGET, WRONG)
    assert "Fout: " not in visitor.read(BUDGET + rest)


def test_going_back_to_a_fault_that_was_mended_shows_the_answer(visitor: Visitor) -> None:
    visitor.begin()
    wrong = visitor.send(BUDGET, WRONG).location
    visitor.answer("budget")
    page = visitor.read(wrong)
    assert 'value="1000"' in page
    assert "Fout: " not in page


def test_a_fault_on_the_way_to_all_answers_still_leads_there(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.follow(visitor.send(BUDGET, WRONG | {"next": "controle"}))
    assert '<input type="hidden" name="next" value="controle">' in page


def test_a_search_on_the_way_to_all_answers_still_leads_there(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("skills", {"query": "lasen", "next": "controle"}, action="search"))
    assert '<input type="hidden" name="next" value="controle">' in page


def test_pressing_twice_with_a_fault_keeps_it_once(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    for _ in range(2):
        visitor.send(BUDGET, WRONG)
    assert len(memory.sent_forms.kept) == 1
    assert memory.assessments.answered == []


def test_what_was_taken_leaves_nothing_of_what_was_wrong(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    visitor.send(BUDGET, WRONG)
    visitor.answer("budget")
    assert memory.sent_forms.kept == {}


def test_wiping_everything_wipes_what_was_filled_in_wrongly(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    visitor.send(BUDGET, WRONG)
    visitor.send("/wis-mijn-antwoorden", {})
    assert memory.sent_forms.kept == {}


def test_a_code_and_a_card_of_a_child_reach_no_database(visitor: Visitor, memory: Memory) -> None:
    assert "K7PM 3X" in visitor.follow(visitor.send("/verder", {"code": "K7PM 3X"}))
    visitor.send("/techniekkaart", {})
    assert 'value="Utregt"' in visitor.follow(visitor.send("/techniekkaart/plaats", {"place": "Utregt"}))
    assert memory.sent_forms.kept == {}


@pytest.mark.parametrize("typed", ["\0", "\ud800", "€ 🔧 </script>"])
def test_anything_typed_comes_back(visitor: Visitor, typed: str) -> None:
    visitor.begin()
    page = visitor.follow(visitor.send(BUDGET, WRONG | {"budget": typed.encode("utf-8", "surrogatepass")}))
    assert faults_in_page(page) == []


def test_a_flood_is_cut_off_and_its_fault_is_told(visitor: Visitor, memory: Memory) -> None:
    flood = {"about": "fact", "what": "a" * 3 * posting.MOST, "contact": "iemand"}
    page = visitor.follow(visitor.send("/bezwaar", flood))
    assert "Er passen 3.000 tekens in." in page
    ((content, _),) = memory.sent_forms.kept.values()
    assert len(content) < posting.MOST + 1_000
