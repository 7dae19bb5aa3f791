"""The assessment page by page: saving, going back, changing, not knowing, searching, stopping."""

from __future__ import annotations

import re

import pytest

from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.services.ports import Answer
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import ANSWERS, NUMBER, Visitor, a_web_snapshot
from tests.web.page_rules import faults_in_page

LAST = len(QUESTIONS)
AFTER = {NUMBER["schooling"]: "/dit-zien-we-al", LAST: "/controle"}
"""Where a question leads that is not followed by the next one."""


def kept(memory: Memory) -> dict[str, Answer]:
    """The answers of the only visitor."""
    return {question: answer for _, question, answer, _ in memory.assessments.answered}


def test_all_questions_one_a_page_and_then_all_answers(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    for number, question in enumerate(QUESTIONS, start=1):
        page = visitor.read(f"/vraag/{number}")
        assert question.text in page
        assert f"Vraag {number} van {LAST}" in page
        answer = visitor.answer(question.id)
        assert answer.status_code == 303
        assert answer.location == AFTER.get(number, f"/vraag/{number + 1}")
    answers = kept(memory)
    assert answers["birth_date"] == "1996-06-15"
    assert answers["week"] == {"hours": 36, "care": 4}
    assert answers["budget"] == 1000
    assert answers["skills"] == {"S1": 1}
    assert answers["sectors"] == {"metal": 1}


def test_an_answer_stands_in_the_form_when_one_comes_back(visitor: Visitor) -> None:
    visitor.answer_all()
    assert 'value="15"' in visitor.read(f"/vraag/{NUMBER['birth_date']}")
    assert re.search(r'value="B1" checked', visitor.read(f"/vraag/{NUMBER['dutch']}"))
    assert 'id="week.hours" name="week.hours" value="36"' in visitor.read(f"/vraag/{NUMBER['week']}")


def test_pressing_next_twice_keeps_one_answer(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    for _ in range(2):
        assert visitor.answer("place").status_code == 303
        assert visitor.answer("transport").status_code == 303
    assert len(memory.assessments.answered) == 2


def test_not_knowing_is_an_answer_that_is_shown_again(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    assert visitor.answer("dutch", {}, action="unknown").location == f"/vraag/{NUMBER['dutch'] + 1}"
    assert kept(memory) == {"dutch": None}
    assert "Je koos hier: Dat weet ik nog niet." in visitor.read(f"/vraag/{NUMBER['dutch']}")


@pytest.mark.parametrize(
    ("question_id", "form", "words"),
    [
        ("place", {"place": ""}, "Vul een postcode of een plaats in."),
        ("birth_date", {}, "Vul een dag, een maand en een jaar in."),
        ("birth_date", {"birth_date-day": "31", "birth_date-month": "2", "birth_date-year": "1998"}, "kennen we niet"),
        ("birth_date", {"birth_date-day": "9" * 5000, "birth_date-month": "2", "birth_date-year": "1998"}, "kennen we"),
        ("birth_date", {"birth_date-day": "1", "birth_date-month": "2", "birth_date-year": "2098"}, "kan niet kloppen"),
        ("start", {"start-day": "1", "start-month": "2", "start-year": "2098"}, "in de komende 3 jaar"),
        ("dutch", {}, "Kies 1 antwoord."),
        ("dutch", {"dutch": "D9"}, "Kies 1 antwoord."),
        ("transport", {}, "Kies minstens 1 antwoord."),
        ("travel_minutes", {"travel_minutes": ""}, "Vul een getal in."),
        ("start", {}, "Vul een dag, een maand en een jaar in.</"),
        ("travel_minutes", {"travel_minutes": "een uur"}, "zonder letters of komma. Bijvoorbeeld 45."),
        ("travel_minutes", {"travel_minutes": "500"}, "van 5 tot en met 180"),
        ("week", {"week.hours": "90"}, "van 1 tot en met 60"),
        ("budget", {"budget": "-5"}, "van 0 tot en met 50.000"),
        ("former_work", {"former_work.O1": "lang"}, "zonder letters"),
        ("papers", {"papers": "no-such-paper"}, "Dit staat niet in onze lijst."),
    ],
)
def test_a_wrong_answer_hears_what_to_do_and_keeps_nothing(
    visitor: Visitor, memory: Memory, question_id: str, form: dict[str, str], words: str
) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer(question_id, form))
    assert "<title>Fout: " in page
    assert page.count(words) == 2, "in the summary and at the field"
    assert memory.assessments.answered == []


def test_what_was_filled_in_is_not_lost_by_a_fault(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("week", {"week.hours": "36", "week.integration": "twaalf"}))
    assert 'value="36"' in page
    assert 'value="twaalf"' in page


def test_an_unknown_place_is_answered_with_names_that_look_like_it(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("place", {"place": "Utrech"}))
    assert "We kennen Utrech niet." in page
    assert '<button class="button small" type="submit" name="place" value="Utrecht">' in page
    assert visitor.answer("place", {"place": "Utrecht"}).status_code == 303
    assert kept(memory)["place"] == ["Utrecht", "52.0907", "5.1214", "approximate"]


def test_a_name_of_more_places_asks_which_one_is_meant(visitor: Visitor, shelf: ShelfWith) -> None:
    shelf.snapshot = a_web_snapshot(places=[{"label": "Bergen (NH)"}, {"place_id": "pl-2", "label": "Bergen L"}])
    visitor.begin()
    page = visitor.follow(visitor.answer("place", {"place": "bergen"}))
    assert "Er zijn meer plaatsen die bergen heten." in page
    assert "We kennen" not in page


def test_what_is_typed_is_shown_as_text(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("place", {"place": '<script>alert("x")</script>'}))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_search_finds_by_another_word_and_stays(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("skills", {"query": "lasen"}, action="search"))
    assert "Gevonden bij lasen" in page
    assert '<label for="skills.S1">Lassen</label>' in page
    assert memory.assessments.answered == [], "searching is not answering"


def test_words_that_were_typed_but_not_looked_for_come_before_going_on(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("skills", {"query": "lasen", "searched": ""}))
    assert '<label for="skills.S1">Lassen</label>' in page
    assert '<input type="hidden" name="searched" value="lasen">' in page
    after = f"/vraag/{NUMBER['skills'] + 1}"
    assert visitor.answer("skills", {"query": "lasen", "searched": "lasen"}).location == after
    assert visitor.answer("skills", {"query": "", "searched": "lasen"}).location == after


def test_a_search_without_result_says_so(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("skills", {"query": "zzzz"}, "search"))
    assert "We vonden niets nieuws bij <strong><bdi>zzzz</bdi></strong>" in page


def test_searching_on_keeps_what_was_picked(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("skills", {"query": "iets", "skills.S1": "3"}, action="search"))
    assert kept(memory)["skills"] == {"S1": 3}
    assert "Dit koos je" in page


def test_former_work_offers_its_skills_to_confirm_with_one_click(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    visitor.answer("former_work", {"former_work.O1": "3"})
    page = visitor.read(f"/vraag/{NUMBER['tasks']}")
    assert "Je werkte als lasser." in page
    ticks = re.findall(r'name="confirm" value="(S1:\d)"', page)
    assert ticks == ["S1:3"], "a year of work teaches level 3"
    assert kept(memory).get("tasks") is None, "only theirs when they say so"
    visitor.answer("tasks", {"confirm": ticks[0]}, action="add")
    assert kept(memory)["tasks"] == {"S1": 3}
    assert "Je werkte als lasser." not in visitor.read(f"/vraag/{NUMBER['tasks']}"), "nothing is asked twice"


def test_all_that_goes_with_former_work_is_confirmed_in_one_press(
    visitor: Visitor, memory: Memory, shelf: ShelfWith
) -> None:
    shelf.snapshot = a_web_snapshot(
        skills=[{}, {"skill_id": "S2", "label": "Meten"}],
        occupation_skills=[{}, {"skill_id": "S2", "level": 1}],
    )
    visitor.begin()
    visitor.answer("former_work", {"former_work.O1": "3"})
    page = visitor.read(f"/vraag/{NUMBER['tasks']}")
    (everything,) = re.findall(r'name="all" value="([^"]+)">Alles klopt', page)
    assert sorted(everything.split("|")) == ["S1:3", "S2:1"]
    after = visitor.follow(visitor.send(f"/vraag/{NUMBER['tasks']}", {"all": everything, "query": "", "searched": ""}))
    assert kept(memory)["tasks"] == {"S1": 3, "S2": 1}
    assert "Dit koos je" in after
    assert "Alles klopt" not in after
    assert faults_in_page(page) == faults_in_page(after) == []


def test_what_was_picked_can_be_taken_away(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    visitor.answer("skills", {"skills.S1": "3"})
    visitor.answer("skills", {"skills.S1": ""})
    assert kept(memory)["skills"] == {}


def test_a_changed_answer_leads_back_to_all_answers(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.read(f"/vraag/{NUMBER['budget']}?naar=controle")
    assert '<input type="hidden" name="next" value="controle">' in page
    answer = visitor.answer("budget", {"budget": "50", "next": "controle"})
    assert answer.location == "/controle"
    assert "€\N{NO-BREAK SPACE}50" in visitor.read("/controle")


def test_a_form_cannot_send_one_anywhere_else(visitor: Visitor) -> None:
    visitor.begin()
    answer = visitor.answer("budget", {"budget": "50", "next": "https://elders.example/"})
    assert answer.location == f"/vraag/{NUMBER['budget'] + 1}"


def test_all_answers_are_shown_in_words(visitor: Visitor) -> None:
    visitor.answer_all()
    page = visitor.read("/controle")
    for words in (
        "Utrecht (ongeveer)",
        "15 juni 1996",
        "Lasser: 2 jaar",
        "Lassen: met hulp",
        "Lascertificaat",
        "45 minuten",
        "Uren voor leren en werken: 36 uur per week",
        "Graag: Metal",
        "Laat mijn routes zien",
    ):
        assert words in page
    assert page.count(">Verander<") == LAST


def test_several_answers_to_one_question_are_a_list(visitor: Visitor) -> None:
    visitor.answer_all()
    visitor.answer("dayparts", {"dayparts": ["day", "evening"]})
    page = visitor.read("/controle")
    assert re.search(r"<ul><li>Overdag</li><li>In de avond</li></ul>", page)
    assert "<ul><li>Lassen: met hulp" not in page, "one answer is no list"


def test_what_is_still_needed_is_listed(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("birth_date")
    page = visitor.read("/controle")
    assert "Nog 1 vraag" in page
    assert "Waar woon je?" in page
    assert "Beantwoord de volgende vraag" in page
    assert "Laat mijn routes zien" not in page


def test_skipped_questions_are_counted(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("place")
    visitor.answer("birth_date")
    assert f"Je sloeg {LAST - 2} vragen over" in visitor.read("/controle")


@pytest.mark.parametrize("address", ["/vraag", "/vraag/1", "/controle", "/routes", "/routes/O1"])
def test_who_has_not_begun_goes_to_the_page_before_the_questions(visitor: Visitor, address: str) -> None:
    answer = visitor.client.get(address)
    assert (answer.status_code, answer.location) == (303, "/voor-je-begint")


def test_an_answer_without_a_beginning_is_not_kept(visitor: Visitor, memory: Memory) -> None:
    answer = visitor.answer("place")
    assert (answer.status_code, answer.location) == (303, "/voor-je-begint")
    assert not memory.assessments.started


def test_answers_that_were_wiped_elsewhere_are_forgotten_here_too(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    memory.assessments.started.clear()
    assert visitor.client.get("/controle").location == "/voor-je-begint"
    with visitor.client.session_transaction() as session:
        assert "assessment" not in session


def test_who_wiped_elsewhere_begins_in_one_press(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    wiped = dict(memory.assessments.started)
    memory.assessments.started.clear()
    visitor.begin()
    assert visitor.client.get("/vraag").location == "/vraag/1"
    assert len(memory.assessments.started.keys() - wiped.keys()) == 1


def test_stopping_removes_every_answer(visitor: Visitor, memory: Memory) -> None:
    visitor.answer_all()
    answer = visitor.send("/wis-mijn-antwoorden", {})
    assert (answer.status_code, answer.location) == (303, "/gewist")
    assert not memory.assessments.started
    assert memory.assessments.answered == []
    assert "Je antwoorden zijn gewist" in visitor.read("/gewist")
    assert visitor.client.get("/controle").location == "/voor-je-begint"


def test_stopping_twice_is_no_error(visitor: Visitor) -> None:
    visitor.begin()
    visitor.send("/wis-mijn-antwoorden", {})
    assert visitor.send("/wis-mijn-antwoorden", {}).status_code == 303


@pytest.mark.parametrize("number", [0, LAST + 1, 10**9])
def test_there_is_no_other_question(visitor: Visitor, number: int) -> None:
    visitor.begin()
    assert "Deze pagina is er niet" in visitor.read(f"/vraag/{number}", status=404)


@pytest.mark.parametrize("address", ["/voor-je-begint", "/vraag/1", "/wis-mijn-antwoorden"])
def test_a_form_without_its_token_is_refused_kindly(visitor: Visitor, memory: Memory, address: str) -> None:
    visitor.begin()
    answer = visitor.client.post(address, data=ANSWERS["place"])
    assert answer.status_code == 400
    assert "Deze pagina stond te lang open" in answer.text
    assert 'href="/vraag"' in answer.text
    assert memory.assessments.answered == []
    assert len(memory.assessments.started) == 1


def test_ids_of_an_older_catalogue_are_left_out(visitor: Visitor, shelf: ShelfWith) -> None:
    visitor.answer_all()
    other = {"skill_id": "S9", "label": "Meten"}
    shelf.snapshot = a_web_snapshot(
        skills=[other],
        occupation_skills=[{"skill_id": "S9"}],
        offering_skills=[{"skill_id": "S9"}],
        skill_synonyms=[],
        experience=[],
    )
    assert "Lassen" not in visitor.read("/controle")
    assert "Lassen" not in visitor.read(f"/vraag/{NUMBER['skills']}")
    visitor.read("/routes")


def test_a_bsn_in_the_place_of_a_place_is_refused_with_the_reason(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer("place", {"place": "111222333"}))
    assert page.count("Dat hebben we niet nodig") == 2
    assert "111222333" not in page + repr(memory.sent_forms.kept)
