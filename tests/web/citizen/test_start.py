"""The door: begin, or go on where you were."""

from __future__ import annotations

from gouden_poort.http.headers import CONTENT_SECURITY_POLICY
from tests.fakes import Memory
from tests.web.conftest import Visitor


def test_the_first_page_leads_to_the_page_before_the_questions(visitor: Visitor) -> None:
    page = visitor.read("/")
    assert "Jouw weg naar werk in de techniek" in page
    assert 'href="/voor-je-begint"' in page


def test_beginning_leads_to_the_first_question(visitor: Visitor) -> None:
    answer = visitor.send("/voor-je-begint", {})
    assert (answer.status_code, answer.location) == (303, "/vraag")
    assert visitor.client.get("/vraag").location == "/vraag/1"


def test_beginning_twice_keeps_one_set_of_answers(visitor: Visitor, memory: Memory) -> None:
    visitor.begin()
    visitor.answer("place")
    visitor.begin()
    assert len(memory.assessments.started) == 1
    assert visitor.client.get("/vraag").location == "/vraag/2"


def test_the_cookie_holds_a_random_id_and_nothing_about_the_person(visitor: Visitor, memory: Memory) -> None:
    visitor.answer_all()
    with visitor.client.session_transaction() as session:
        assert set(session) - {"_fresh"} == {"assessment", "csrf_token"}  # flask-login notes that nobody signed in
        assert session["assessment"] in {str(known) for known in memory.assessments.started}


def test_who_began_can_go_on_from_the_first_page(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("place")
    assert "Ga verder waar je was" in visitor.read("/")


def test_pages_forbid_script_and_strange_hosts(visitor: Visitor) -> None:
    assert visitor.client.get("/").headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


def test_where_places_come_from_is_said(visitor: Visitor) -> None:
    page = visitor.read("/over-de-gegevens")
    assert "GeoNames" in page
    assert "CC BY 4.0" in page
