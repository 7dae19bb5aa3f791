"""Telling what one did: what was read is shown with its words, and nothing is taken before someone chooses it."""

from __future__ import annotations

import html
import re

import pytest

from gouden_poort.catalogue.clauses import LONGEST_STORY
from gouden_poort.services.ports import Answer
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

STORY = "Ik heb 5 jaar gelast"


@pytest.fixture
def teller(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    """Someone at the question about what they did, in a catalogue with a skill of a trade."""
    shelf.snapshot = a_web_snapshot(skills=[{"kind": "sector"}])
    visitor.begin()
    return visitor


def kept(memory: Memory) -> dict[str, Answer]:
    return {question: answer for _, question, answer, _ in memory.assessments.answered}


def tell(teller: Visitor, story: str, **more: str) -> str:
    return teller.follow(teller.answer("tasks", {"story": story, **more}, action="tell"))


def test_what_was_read_is_shown_with_its_words_and_not_taken(teller: Visitor, memory: Memory) -> None:
    page = tell(teller, STORY)
    assert "Je schreef: “5 jaar gelast”" in page
    assert re.search(r'<select id="tasks.S1" name="tasks.S1">\s*<option value="">Niet kiezen', page)
    assert " selected" not in page
    assert kept(memory) == {}, "nothing is theirs, and the text is kept nowhere"
    assert faults_in_page(page) == []


def test_a_chosen_level_is_kept_and_the_text_is_not(teller: Visitor, memory: Memory) -> None:
    tell(teller, STORY)
    answer = teller.answer("tasks", {"story": STORY, "read": str(len(STORY)), "tasks.S1": "3"})
    assert answer.location == f"/vraag/{NUMBER['skills']}"
    assert kept(memory) == {"tasks": {"S1": 3}}
    assert "gelast" not in str(memory.assessments.answered)


def test_going_on_without_choosing_takes_nothing(teller: Visitor, memory: Memory) -> None:
    assert teller.answer("tasks", {"story": STORY, "read": str(len(STORY)), "tasks.S1": ""}).status_code == 303
    assert kept(memory) == {"tasks": {}}


def test_a_text_that_was_not_read_yet_is_read_before_going_on(teller: Visitor, memory: Memory) -> None:
    page = teller.follow(teller.answer("tasks", {"story": STORY, "read": ""}))
    assert "Je schreef: “5 jaar gelast”" in page
    assert kept(memory) == {}


def test_years_of_work_become_former_work_when_they_are_ticked(teller: Visitor, memory: Memory) -> None:
    teller.answer("former_work", {})
    page = tell(teller, STORY)
    assert 'name="work" value="O1|5"' in page
    form = {"story": STORY, "read": str(len(STORY)), "work": "O1|5"}
    after = teller.follow(teller.answer("tasks", form, action="add"))
    assert kept(memory)["former_work"] == {"O1": 5}
    assert STORY not in after, "the story was read, and is let go"
    assert 'name="work"' not in after
    assert "Je werkte als lasser. Wat deed je daar vaak?" in after


@pytest.mark.parametrize("work", ["O1", "O1|", "O1|x", "O1|-3", "elders|5", "|5", "O1|5000"])
def test_work_that_no_page_offers_is_passed_over(teller: Visitor, memory: Memory, work: str) -> None:
    teller.answer("tasks", {"work": work})
    assert "former_work" not in kept(memory)


def test_what_was_chosen_stays_while_more_is_told(teller: Visitor, memory: Memory) -> None:
    page = tell(teller, "ik heb gelast", **{"tasks.S1": "4"})
    assert kept(memory)["tasks"] == {"S1": 4}
    assert "Dit koos je" in page
    assert "We herkenden hierin niets nieuws." in page


def test_a_denial_gives_nothing_and_says_what_to_do(teller: Visitor) -> None:
    page = tell(teller, "ik kan niet lassen")
    assert "We herkenden hierin niets nieuws. Schrijf het anders" in page


def test_a_long_text_is_read_as_far_as_the_page_says(teller: Visitor) -> None:
    page = tell(teller, "la " * LONGEST_STORY)
    assert f"We lazen de eerste {LONGEST_STORY} tekens." in page
    assert page.count("la ") < LONGEST_STORY


@pytest.mark.parametrize("letter", ["a", "é", "😀", "\\", "ሀ"])
def test_no_text_is_too_long_for_the_browser_that_keeps_it(teller: Visitor, letter: str) -> None:
    answer = teller.answer("tasks", {"story": f"gelast {letter * 5_000}"}, action="tell")
    assert all(len(cookie) < 4_000 for cookie in answer.headers.getlist("Set-Cookie"))
    page = teller.follow(answer)
    assert "Je schreef: “gelast”" in page
    shown = html.unescape(re.findall(r"<textarea[^>]*>([^<]*)</textarea>", page)[0])
    read = re.findall(r'name="read" value="(\d+)"', page)[0]
    assert teller.answer("tasks", {"story": shown, "read": read}).location == f"/vraag/{NUMBER['skills']}"


def test_no_database_holds_the_story_not_even_beside_a_fault(teller: Visitor, memory: Memory) -> None:
    tell(teller, STORY)
    teller.follow(teller.answer("tasks", {"story": STORY, "tasks.S1": "9"}, action="tell"))
    assert "gelast" not in str(memory.sent_forms.__dict__)


def test_reloading_shows_the_same_and_going_on_lets_go_of_it(teller: Visitor) -> None:
    answer = teller.answer("tasks", {"story": STORY}, action="tell")
    assert teller.read(answer.location) == teller.read(answer.location)
    teller.answer("tasks", {"story": STORY, "read": str(len(STORY))})
    assert "gelast" not in re.sub(r"Bijvoorbeeld[^<]*", "", teller.read(answer.location))


def test_a_text_is_shown_as_text_and_never_in_an_address(teller: Visitor) -> None:
    page = tell(teller, "</textarea><script>x</script> gelast")
    assert "<script" not in page
    assert "gelast" not in "".join(re.findall(r'(?:href|action)="([^"]*)"', page))


def test_a_skill_that_was_told_of_is_not_asked_again_when_searching(teller: Visitor) -> None:
    teller.answer("tasks", {"tasks.S1": "3"})
    page = teller.follow(teller.answer("skills", {"query": "lassen"}, action="search"))
    assert "We vonden niets nieuws" in page


def test_a_bsn_is_taken_out_of_a_story_with_the_reason(teller: Visitor) -> None:
    page = tell(teller, f"{STORY}, bsn 111222333")
    assert "Dat hebben we niet nodig" in page
    assert f"{STORY}, bsn *********</textarea>" in page
    assert "Je schreef: “5 jaar gelast”" in page
