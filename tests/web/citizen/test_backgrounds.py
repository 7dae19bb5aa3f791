"""Work outside technology: pick it, tick what you did, and the skills of it are yours; the work itself is not kept."""

from __future__ import annotations

import re

import pytest

from gouden_poort.services.ports import Answer
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page


@pytest.fixture
def baker(visitor: Visitor, shelf: ShelfWith) -> Visitor:
    """Someone at the question about what they did, in a catalogue that knows bakeries and what people do there."""
    shelf.snapshot = a_web_snapshot(
        skills=[{}, {"skill_id": "S2", "label": "Nauwkeurig werken", "kind": "cross", "sector": ""}],
        backgrounds=[{"label_en": "Bakery"}, {"background_id": "G2", "label": "Winkel"}],
        background_tasks=[
            {},
            {"task_id": "D2", "label": "Ik werk met een oven."},
            {"task_id": "D3", "label": "Ik help klanten.", "background_id": "G2"},
        ],
        task_skills=[
            {"skill_id": "S2", "level": 3},
            {"skill_id": "S1", "level": 1},
            {"task_id": "D2", "skill_id": "S2", "level": 2},
            {"task_id": "D3", "skill_id": "S2", "level": 2},
        ],
    )
    visitor.begin()
    return visitor


def kept(memory: Memory) -> dict[str, Answer]:
    return {question: answer for _, question, answer, _ in memory.assessments.answered}


def show(baker: Visitor, work: str, action: str = "tasks", **more: str) -> str:
    return baker.follow(baker.answer("tasks", {"background": work, **more}, action=action))


def test_every_kind_of_work_can_be_picked(baker: Visitor) -> None:
    page = baker.read(f"/vraag/{NUMBER['tasks']}")
    assert re.findall(r'<option value="(G\d)">([^<]*)', page) == [("G1", "Bakkerij"), ("G2", "Winkel")]
    assert "Ik weeg alles af." not in page
    assert faults_in_page(page) == []


def test_the_tasks_of_picked_work_say_what_they_count_for_and_nothing_is_taken(baker: Visitor, memory: Memory) -> None:
    page = show(baker, "G1")
    assert "Ik weeg alles af." in page
    assert "Dit telt als: Nauwkeurig werken (zelfstandig)" in page
    assert "Ik help klanten." not in page
    assert " checked" not in page
    assert kept(memory) == {}
    assert faults_in_page(page) == []


def test_ticked_tasks_give_each_skill_at_its_highest_level(baker: Visitor, memory: Memory) -> None:
    show(baker, "G1")
    baker.answer("tasks", {"background": "G1", "shown": "G1", "confirm": ["S2:3|S1:1", "S2:2"]})
    assert kept(memory) == {"tasks": {"S1": 1, "S2": 3}}


def test_a_level_that_someone_chose_stays(baker: Visitor, memory: Memory) -> None:
    baker.answer("tasks", {"tasks.S2": "1", "confirm": ["S2:3|S1:1"]})
    assert kept(memory) == {"tasks": {"S1": 1, "S2": 1}}


def test_the_work_itself_is_kept_nowhere(baker: Visitor, memory: Memory) -> None:
    show(baker, "G1")
    baker.answer("tasks", {"background": "G1", "shown": "G1", "confirm": ["S2:2"]}, action="add")
    assert "G1" not in str(memory.assessments.answered)
    assert "G1" not in str(memory.sent_forms.__dict__)


def test_picked_work_that_was_not_shown_yet_is_shown_before_going_on(baker: Visitor, memory: Memory) -> None:
    assert "Ik weeg alles af." in show(baker, "G1", action="next")
    assert baker.answer("tasks", {"background": "G1", "shown": "G1"}).location == f"/vraag/{NUMBER['skills']}"


def test_a_task_of_which_all_skills_are_known_is_not_asked_again(baker: Visitor) -> None:
    page = show(baker, "G1", **{"tasks.S2": "2"})
    assert "Ik weeg alles af." in page
    assert "Ik werk met een oven." not in page


def test_work_of_which_everything_is_known_says_so(baker: Visitor) -> None:
    assert "De taken van dit werk koos je al." in show(baker, "G2", **{"tasks.S2": "2"})


@pytest.mark.parametrize("work", ["G9", "../G1", "<b>", "x" * 5_000])
def test_work_that_no_page_offers_shows_no_tasks(baker: Visitor, work: str) -> None:
    page = show(baker, work)
    assert "Dit telt als" not in page
    assert "x" * 200 not in page
    assert faults_in_page(page) == []


def test_a_catalogue_without_backgrounds_does_not_ask(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(backgrounds=[], background_tasks=[], task_skills=[])
    visitor.begin()
    assert "Of kies werk buiten de techniek" not in visitor.read(f"/vraag/{NUMBER['tasks']}")


def test_names_are_english_on_an_english_page_where_the_catalogue_has_them(baker: Visitor) -> None:
    page = baker.read(f"/en/vraag/{NUMBER['tasks']}")
    assert re.findall(r'<option value="(G\d)">([^<]*)', page) == [("G1", "Bakery"), ("G2", "Winkel")]


def test_work_that_is_named_in_a_story_shows_its_tasks(baker: Visitor, memory: Memory) -> None:
    page = baker.follow(baker.answer("tasks", {"story": "Ik werkte in een bakkerij"}, action="tell"))
    assert '<option value="G1" selected>' in page
    assert "Ik weeg alles af." in page
    assert "Je schreef over werk buiten de techniek." in page
    assert kept(memory) == {}
    assert faults_in_page(page) == []


def test_work_that_was_picked_goes_before_work_in_a_story(baker: Visitor) -> None:
    form = {"story": "Ik werkte in een bakkerij", "read": "25", "background": "G2"}
    page = baker.follow(baker.answer("tasks", form, action="tasks"))
    assert '<option value="G2" selected>' in page


def test_the_page_comes_back_where_the_tasks_stand(baker: Visitor) -> None:
    assert baker.answer("tasks", {"background": "G1"}, action="tasks").location.endswith("#background")
