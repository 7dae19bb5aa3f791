"""Stopping with a code and going on with it in another browser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from gouden_poort.services import resuming
from gouden_poort.services.keeping import WITH_CODE, WITHOUT_CODE
from gouden_poort.settings import Settings
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.fakes import Memory, ShelfWith
from tests.web.conftest import NOW, NUMBER, Visitor
from tests.web.page_rules import faults_in_page

WRONG = "ABCD EFGH"


@dataclass
class Clock:
    """A clock that a test moves."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def app(tmp_path: Path, memory: Memory, shelf: ShelfWith, clock: Clock) -> Flask:
    settings = Settings(
        data_dir=tmp_path, database_url="sqlite://", secret_key="a key for tests", base_url="https://poort.example"
    )
    return app_of(House(settings=settings, unit_of_work=memory, shelf=shelf, clock=clock))


@pytest.fixture
def other(app: Flask) -> Visitor:
    """Another browser, elsewhere."""
    return Visitor(app.test_client())


def code_of(visitor: Visitor) -> str:
    found = re.search(r'data-test="code"><bdi dir="ltr">([^<]+)<', visitor.read("/bewaren"))
    assert found
    return found[1]


def enter(visitor: Visitor, code: str) -> str:
    """What becomes of who types a code."""
    answer = visitor.send("/verder", {"code": code})
    if not answer.location.startswith("/verder"):
        return "let in"
    return "told to wait" if "Wacht " in visitor.follow(answer) else "asked again"


def test_the_code_brings_the_same_answers_and_routes_in_another_browser(visitor: Visitor, other: Visitor) -> None:
    visitor.answer_all()
    assert visitor.send("/bewaren", {}).location == "/bewaren"
    answer = other.send("/verder", {"code": code_of(visitor)})
    assert (answer.status_code, answer.location) == (303, "/routes")
    for address in ("/controle", "/routes"):
        mine, theirs = (without_tokens(each.read(address)) for each in (visitor, other))
        assert mine == theirs


def without_tokens(page: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)


def test_who_stopped_halfway_goes_on_at_the_next_question(visitor: Visitor, other: Visitor) -> None:
    visitor.begin()
    visitor.answer("place")
    visitor.send("/bewaren", {})
    assert other.send("/verder", {"code": code_of(visitor)}).location == "/vraag"
    assert other.client.get("/vraag").location == "/vraag/2"


def test_stopping_at_a_question_keeps_what_was_filled_in(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    answer = visitor.answer("place", action="stop")
    assert (answer.status_code, answer.location) == (303, "/bewaren")
    assert [given[1] for given in memory.assessments.answered] == ["place"]
    assert code_of(visitor)


@pytest.mark.parametrize("question", NUMBER)
def test_stopping_at_an_empty_question_answers_nothing(visitor: Visitor, memory: Memory, question: str) -> None:
    visitor.begin()
    untouched = {"sectors.metal": "0"} if question == "sectors" else {}
    assert visitor.answer(question, untouched, action="stop").location == "/bewaren"
    assert memory.assessments.answered == []


def test_stopping_with_a_fault_hears_what_to_do_first(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    assert "zonder letters" in visitor.follow(visitor.answer("budget", {"budget": "veel"}, action="stop"))
    assert memory.assessments.rows.codes == {}


def test_pressing_save_twice_gives_one_code(visitor: Visitor) -> None:
    visitor.begin()
    visitor.send("/bewaren", {})
    first = code_of(visitor)
    visitor.send("/bewaren", {})
    assert code_of(visitor) == first


def test_the_code_stands_in_no_address_and_not_in_what_is_kept(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    saved = visitor.send("/bewaren", {})
    code = code_of(visitor)
    bare = code.replace(" ", "")
    assert bare not in saved.location
    assert bare not in repr(memory.assessments.rows)
    with visitor.client.session_transaction() as session:
        assert bare not in repr(dict(session))


def test_the_page_with_the_code_names_the_public_address_and_the_day(visitor: Visitor) -> None:
    visitor.begin()
    visitor.send("/bewaren", {})
    page = visitor.read("/bewaren")
    assert '<bdi dir="ltr" class="address">poort.example/verder</bdi>' in page
    assert "tot 19 februari 2027" in page
    assert faults_in_page(page) == []


def test_a_route_on_paper_holds_the_code_of_who_has_one(visitor: Visitor) -> None:
    visitor.answer_all()
    assert 'data-test="code"' not in visitor.read("/routes/O1")
    visitor.send("/bewaren", {})
    page = visitor.read("/routes/O1")
    assert code_of(visitor) in page
    assert faults_in_page(page) == []


def test_before_saving_the_page_says_what_a_code_is(visitor: Visitor) -> None:
    visitor.begin()
    page = visitor.read("/bewaren")
    assert "Bewaar mijn code" in page
    assert 'data-test="code"' not in page


@pytest.mark.parametrize("address", ["/vraag/1", "/controle", "/routes"])
def test_stopping_is_offered_where_answers_are(visitor: Visitor, address: str) -> None:
    visitor.answer_all()
    assert "Bewaar en stop" in visitor.read(address)


def test_the_first_page_has_a_way_in_with_a_code(visitor: Visitor) -> None:
    assert '<a class="button quiet" href="/verder">Ik heb een code</a>' in visitor.read("/")


def test_a_wrong_code_and_an_expired_one_get_the_same_words(visitor: Visitor, other: Visitor, clock: Clock) -> None:
    visitor.begin()
    visitor.send("/bewaren", {})
    code = code_of(visitor)
    clock.moment += WITH_CODE
    wrong, expired = (other.follow(other.send("/verder", {"code": each})) for each in (WRONG, code))
    assert without_tokens(wrong).replace(WRONG, "") == without_tokens(expired).replace(code, "")
    assert "<title>Fout: " in wrong
    assert faults_in_page(wrong) == []


def test_the_sixth_try_waits_fifteen_minutes_even_with_the_right_code(
    visitor: Visitor, other: Visitor, clock: Clock
) -> None:
    visitor.begin()
    visitor.send("/bewaren", {})
    code = code_of(visitor)
    assert [enter(other, WRONG) for _ in range(5)] == ["asked again"] * 5
    held = other.follow(other.send("/verder", {"code": code}))
    assert "Wacht 15 minuten" in held
    assert faults_in_page(held) == []
    clock.moment += timedelta(minutes=15)
    assert enter(other, code) == "let in"


def test_a_slip_that_cannot_be_a_code_costs_no_try(other: Visitor) -> None:
    assert [enter(other, "ABCD EFG") for _ in range(9)] == ["asked again"] * 9
    assert enter(other, WRONG) == "asked again"


def test_a_browser_that_waits_does_not_hold_up_another(visitor: Visitor, other: Visitor) -> None:
    visitor.begin()
    visitor.send("/bewaren", {})
    for _ in range(9):
        enter(other, WRONG)
    assert enter(visitor, code_of(visitor)) == "let in"


def test_new_browsers_from_one_block_of_addresses_wait_too(app: Flask) -> None:
    said = [enter(Visitor(app.test_client()), WRONG) for _ in range(26)]
    assert said == ["asked again"] * 25 + ["told to wait"]


def test_right_codes_are_never_held_back(visitor: Visitor, app: Flask) -> None:
    visitor.begin()
    visitor.send("/bewaren", {})
    code = code_of(visitor)
    assert {enter(Visitor(app.test_client()), code) for _ in range(30)} == {"let in"}


def test_leaving_a_shared_computer_keeps_the_answers(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    visitor.send("/bewaren", {})
    code = code_of(visitor)
    assert visitor.send("/bewaren/klaar", {}).location == "/bewaren/klaar"
    assert visitor.client.get("/bewaren").location == "/voor-je-begint"
    assert len(memory.assessments.started) == 1
    assert enter(visitor, code) == "let in"


def test_who_has_answers_here_is_warned_before_typing_a_code(visitor: Visitor, other: Visitor) -> None:
    visitor.begin()
    assert "Bewaar eerst deze antwoorden" in visitor.read("/verder")
    assert "Bewaar eerst" not in other.read("/verder")


def test_saving_without_answers_leads_to_the_beginning(visitor: Visitor) -> None:
    assert visitor.send("/bewaren", {}).location == "/voor-je-begint"


def test_saving_what_was_wiped_elsewhere_leads_to_the_beginning(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    (whose,) = memory.assessments.started
    memory.assessments.forget(whose)
    assert visitor.send("/bewaren", {}).location == "/voor-je-begint"


def test_answers_without_a_code_are_gone_after_their_term(visitor: Visitor, clock: Clock) -> None:
    visitor.begin()
    visitor.answer("place")
    clock.moment += WITHOUT_CODE
    assert visitor.client.get("/controle").location == "/voor-je-begint"


def test_the_terms_are_said_before_the_first_question(visitor: Visitor) -> None:
    for address in ("/voor-je-begint", "/over-de-gegevens"):
        page = visitor.read(address)
        assert f"{WITH_CODE.days} dagen" in page
        assert f"{WITHOUT_CODE.days} dagen" in page


def test_many_addresses_together_do_not_guess_for_ever(
    app: Flask, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resuming, "TRIES_OF_ALL", 3)
    strangers = [Visitor(app.test_client()) for _ in range(5)]
    for place, stranger in enumerate(strangers):
        stranger.client.environ_base["REMOTE_ADDR"] = f"8.8.{place}.1"
    assert [enter(each, WRONG) for each in strangers] == ["asked again"] * 3 + ["told to wait"] * 2
    clock.moment += timedelta(minutes=15)
    assert enter(strangers[4], WRONG) == "asked again"
