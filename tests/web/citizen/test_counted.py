"""Each step of a visit is counted once, and nothing is kept of who took it."""

from __future__ import annotations

from collections import Counter

from gouden_poort.profiles.questions import QUESTIONS
from tests.fakes import Memory
from tests.web.conftest import Visitor

LAST = QUESTIONS[-1].id


def steps(memory: Memory, language: str = "nl") -> Counter[str]:
    """What was counted in a language, whatever the day."""
    counted: Counter[str] = Counter()
    for (_, spoken, milestone), many in memory.counts.rows.items():
        counted[milestone] += many if spoken == language else 0
    return +counted


def test_a_visit_from_the_start_to_a_code_counts_each_step_once(memory: Memory, visitor: Visitor) -> None:
    visitor.answer_all()
    for _ in range(2):
        visitor.answer(LAST)
        visitor.read("/routes")
        visitor.read("/routes/O1")
        assert visitor.send("/bewaren", {}).status_code == 303
    blocks = {f"block-{number}": 1 for number in range(1, len({each.block for each in QUESTIONS}) + 1)}
    after = {"finished": 1, "routes-seen": 1, "route-chosen": 1, "code-saved": 1}
    assert steps(memory) == {"started": 1, **blocks, **after}


def test_a_step_in_another_language_counts_for_that_language(memory: Memory, visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.read("/en/routes")
    assert steps(memory, "en") == {"routes-seen": 1}


def test_trying_other_answers_is_counted(memory: Memory, visitor: Visitor) -> None:
    visitor.answer_all()
    assert visitor.send("/wat-als", {"travel_minutes": "30"}).status_code == 303
    visitor.read("/wat-als/uitkomst")
    assert steps(memory)["what-if-used"] == 1


def test_who_goes_on_in_another_browser_is_not_counted_again(memory: Memory, visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.read("/routes")
    other = Visitor(visitor.client.application.test_client())
    with visitor.client.session_transaction() as here, other.client.session_transaction() as there:
        there["assessment"] = here["assessment"]
    other.read("/routes")
    assert steps(memory)["routes-seen"] == 1


def test_a_last_question_that_was_answered_before_others_finishes_nothing(memory: Memory, visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer(LAST)
    assert "finished" not in steps(memory)


def test_nothing_of_it_stands_in_the_cookie(visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.read("/routes")
    with visitor.client.session_transaction() as session:
        assert set(session) <= {"assessment", "csrf_token", "_fresh"}


def test_looking_around_counts_nothing(memory: Memory, visitor: Visitor) -> None:
    visitor.read("/")
    visitor.read("/voor-je-begint")
    assert steps(memory) == {}


def test_a_question_that_is_only_looked_at_reaches_no_block(memory: Memory, visitor: Visitor) -> None:
    visitor.begin()
    visitor.read(f"/vraag/{len(QUESTIONS)}")
    assert steps(memory) == {"started": 1}


def test_the_next_person_at_the_same_screen_counts_as_well(memory: Memory, visitor: Visitor) -> None:
    visitor.begin()
    visitor.send("/wis-mijn-antwoorden", {})
    visitor.begin()
    assert steps(memory) == {"started": 2}
