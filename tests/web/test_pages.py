"""What holds for every page: well formed, small, labelled, without script, and nothing from other hosts."""

from __future__ import annotations

import pytest

from gouden_poort.profiles.question import Question
from gouden_poort.profiles.questions import QUESTIONS
from gouden_poort.web.registration import SHEETS, STATIC, slim_sheet
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import Visitor, a_web_snapshot, make_app
from tests.web.page_rules import MOST_BYTES, faults_in_page

STYLE_BYTES = sum(len(slim_sheet(name)) for name in SHEETS)
WRONG = {
    "former_work": {"former_work.O1": "veel"},
    "tasks": {"tasks.S1": "9"},
    "skills": {"skills.S1": "9"},
    "week": {"week.hours": "veel", "week.care": "999"},
    "sectors": {"sectors.metal": "7"},
    "situation": {"situation": "onzin"},
}
"""Answers that cannot be kept, where a single wrong word is not enough."""
WITH_A_CLOSED_DOOR = {"occupations": [{}, {"occupation_id": "O9", "label": "Duiker"}]}
"""A second kind of work that no company has."""
QUESTION_PAGES = [f"/vraag/{number}" for number in range(1, len(QUESTIONS) + 1)]
PAGES = [
    "/",
    "/voor-je-begint",
    "/over-de-gegevens",
    "/onderdelen",
    "/taal",
    "/gewist",
    "/controle",
    "/bewaren",
    "/bewaren/klaar",
    "/verder",
    "/routes",
    "/routes/O1",
    "/routes/O9",
    "/routes/bijna",
    "/beroepen",
    "/beroepen?zoek=lassen",
    "/beroep/O1",
    "/beroep/O9",
    "/plekken",
    "/vergelijk",
    "/wat-als",
    "/hoe-het-werkt",
    "/hoe-het-werkt/aanbieders",
    "/privacy",
    "/toegankelijkheid",
    "/bezwaar",
    "/hulp",
    "/vraag-een-coach",
    "/vraag-een-coach/bekijken",
    "/vraag-een-coach/ingetrokken",
    "/techniekkaart",
    "/techniekkaart/ouders-en-school",
    "/techniekkaart/op-papier",
    *QUESTION_PAGES,
]


@pytest.fixture(scope="module")
def everyone(tmp_path_factory: pytest.TempPathFactory) -> Visitor:
    """A visitor with all answers, who only looks."""
    app = make_app(tmp_path_factory.mktemp("pages"), Memory(), ShelfWith(a_web_snapshot(**WITH_A_CLOSED_DOOR)))
    visitor = Visitor(app.test_client())
    visitor.answer_all()
    return visitor


@pytest.mark.parametrize("address", PAGES)
def test_a_page_keeps_the_rules(everyone: Visitor, address: str) -> None:
    assert faults_in_page(everyone.read(address)) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_in_another_language_keeps_the_rules(everyone: Visitor, address: str) -> None:
    page = everyone.read(f"/ar{address}")
    assert faults_in_page(page) == []
    assert "&lt;" not in page, "a Dutch name in it was shown with its marks"


@pytest.mark.parametrize("address", ["/controle", *QUESTION_PAGES])
def test_a_page_keeps_the_rules_before_anything_was_answered(visitor: Visitor, address: str) -> None:
    visitor.begin()
    assert faults_in_page(visitor.read(address)) == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_a_page_with_a_fault_keeps_the_rules(visitor: Visitor, question: Question) -> None:
    visitor.begin()
    page = visitor.follow(visitor.answer(question.id, WRONG.get(question.id, {question.id: "onzin"})))
    assert faults_in_page(page) == []
    assert "<title>Fout: " in page


def test_a_page_with_its_look_is_small(everyone: Visitor) -> None:
    # The gallery shows every part at once and is for who builds pages.
    pages = [address for address in PAGES if address != "/onderdelen"]
    sizes = {address: len(everyone.read(address).encode()) + STYLE_BYTES for address in pages}
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}


@pytest.mark.parametrize(("name", "most"), [("style.css", 25_000), ("print.css", 5_000), ("card.css", 5_000)])
def test_the_look_is_small_and_asks_nothing_of_other_hosts(name: str, most: int) -> None:
    look = (STATIC / name).read_text()
    assert len(look.encode()) < most
    assert "url(" not in look
    assert "@import" not in look


@pytest.mark.parametrize("name", ["style.css", "print.css", "card.css"])
def test_the_look_reads_both_ways(name: str) -> None:
    """Only logical sides: a page from right to left is the same sheet. Transforms have a twin for it."""
    look = (STATIC / name).read_text()
    for side in (
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "float:",
        " left:",
    ):
        assert side not in look


@pytest.mark.parametrize("name", ["style.css", "print.css", "card.css", "gate.svg"])
def test_files_of_the_look_are_served_and_kept(everyone: Visitor, name: str) -> None:
    with everyone.client.get(f"/static/{name}") as answer:
        assert answer.status_code == 200
        assert answer.cache_control.max_age == 31_536_000


def test_a_sheet_is_sent_without_remarks(everyone: Visitor) -> None:
    with everyone.client.get("/static/style.css") as answer:
        assert "/*" not in answer.text
        assert answer.text.count("{") == answer.text.count("}") > 200
        assert ".hidden-text{position:absolute;" in answer.text


def test_a_page_about_a_person_is_not_stored(everyone: Visitor) -> None:
    assert everyone.client.get("/controle").headers["Cache-Control"] == "no-store"


def test_every_address_of_a_look_changes_with_its_contents(visitor: Visitor) -> None:
    assert "/static/style.css?v=" in visitor.read("/")


@pytest.mark.parametrize("address", PAGES)
def test_a_title_names_the_page_and_the_site(everyone: Visitor, address: str) -> None:
    page = everyone.read(address)
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert title.endswith(" – Gouden Poort")
    assert len(title) > len(" – Gouden Poort")


@pytest.mark.parametrize(
    "broken",
    [
        "<p>",
        '<p style="color:red">x</p>',
        "<script></script>",
        '<img src="https://elders.example/x.png">',
        '<input type="text" id="loose">',
        '<p id="inhoud">x</p>',
        '<a href="#nowhere">x</a>',
    ],
)
def test_a_broken_page_is_seen(visitor: Visitor, broken: str) -> None:
    page = visitor.read("/over-de-gegevens")
    assert faults_in_page(page.replace("</main>", f"{broken}</main>"))
