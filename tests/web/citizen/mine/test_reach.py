"""Answers that became a dossier: from a browser only its citizen comes at them, signed in."""

from __future__ import annotations

from uuid import UUID

import pytest

from gouden_poort.services.ports import KeptCode
from gouden_poort.services.resume_code import hashed, work_out, written
from tests.own_dossiers import Coached
from tests.people_with_rights import Desk
from tests.web.page_rules import faults_in_page

OWN_PAGES = ("/vraag/1", "/controle", "/bewaren", "/routes", "/wat-als", "/vergelijk", "/eerste-routes")


def with_the_id(made: Coached) -> Desk:
    """A browser that noted the answers before they became a dossier, in which nobody is signed in."""
    screen = made.screen_of(None)
    with screen.client.session_transaction() as session:
        session["assessment"] = str(made.dossier.assessment_id)
    return screen


def answered(made: Coached, question: str = "now") -> object:
    with made.house.unit_of_work() as unit:
        return unit.assessments.answers(made.dossier.assessment_id).get(question)


def answer_now(screen: Desk) -> None:
    screen.read("/vraag/4")
    screen.send("/vraag/4", {"now": "work", "action": "next"})


@pytest.mark.parametrize("address", OWN_PAGES)
def test_an_id_in_a_cookie_opens_nothing(registered: Coached, address: str) -> None:
    answer = with_the_id(registered).client.get(address)
    if answer.status_code != 404:
        assert (answer.status_code, answer.location) == (303, "/aanmelden")


@pytest.mark.parametrize("address", ["/", "/voor-je-begint", "/plekken", "/vraag-een-coach", "/beroep/O1", "/verder"])
def test_pages_for_everyone_stay_open_and_show_nothing(registered: Coached, address: str) -> None:
    page = with_the_id(registered).read(address)
    assert faults_in_page(page) == []


def test_the_first_page_asks_kindly_to_sign_in(registered: Coached) -> None:
    assert "Je hebt een coach. Meld je aan om verder te gaan." in with_the_id(registered).read("/")


def test_beginning_anew_is_of_somebody_else(registered: Coached) -> None:
    screen = with_the_id(registered)
    screen.read("/voor-je-begint")
    screen.send("/voor-je-begint")
    with screen.client.session_transaction() as session:
        assert UUID(session["assessment"]) != registered.dossier.assessment_id
    answer_now(screen)
    assert answered(registered) is None


def test_wiping_from_a_browser_that_is_not_signed_in_wipes_no_dossier(registered: Coached) -> None:
    screen = with_the_id(registered)
    screen.send("/wis-mijn-antwoorden")
    assert registered.kept() == registered.dossier


def test_wiping_leads_its_citizen_to_all_data(registered: Coached) -> None:
    assert registered.citizen.send("/wis-mijn-antwoorden").location == "/mijn-gegevens#wissen"
    assert registered.kept() == registered.dossier


def test_its_citizen_answers_in_the_dossier_from_any_browser(registered: Coached) -> None:
    citizen = registered.citizen
    answer_now(citizen)
    assert answered(registered) == "work"
    assert "/controle" in citizen.client.get("/controle").request.path


def test_another_citizen_answers_elsewhere(registered: Coached) -> None:
    screen = registered.screen_of(registered.people.coach)
    with screen.client.session_transaction() as session:
        session["assessment"] = str(registered.dossier.assessment_id)
    assert screen.client.get("/controle").location == "/aanmelden"


def code_of(made: Coached) -> str:
    """The code that was made before there was a dossier."""
    key = str(made.app.secret_key)
    code = work_out(key, made.dossier.assessment_id, 0)
    with made.house.unit_of_work() as unit:
        assert unit.resume_codes.put(
            made.dossier.assessment_id, KeptCode(draw=0, code_hash=hashed(key, code)), made.house.clock()
        )
        unit.commit()
    return written(code)


def test_an_old_code_says_kindly_to_sign_in_and_opens_nothing(registered: Coached) -> None:
    screen, code = registered.screen_of(None), code_of(registered)
    screen.read("/verder")
    page = screen.follow(screen.send("/verder", {"code": code}))
    assert "Je hebt nu een coach" in page
    assert faults_in_page(page) == []
    assert screen.client.get("/controle").location == "/voor-je-begint"


def test_an_old_code_leads_its_citizen_to_the_plan(registered: Coached) -> None:
    citizen, code = registered.citizen, code_of(registered)
    assert citizen.send("/verder", {"code": code}).location == "/mijn-plan"


def test_a_wrong_code_still_tells_nothing(registered: Coached) -> None:
    screen = registered.screen_of(None)
    screen.read("/verder")
    assert "vinden we geen antwoorden" in screen.follow(screen.send("/verder", {"code": "K7PM 3XQ9"}))


def test_who_has_a_dossier_needs_no_code(registered: Coached) -> None:
    citizen = registered.citizen
    page = citizen.follow(citizen.send("/bewaren"))
    assert "Je hebt geen code nodig." in page
    assert faults_in_page(page) == []
    with registered.house.unit_of_work() as unit:
        assert unit.resume_codes.of(registered.dossier.assessment_id) is None
