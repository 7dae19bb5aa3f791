"""Telling that something is not right: the form, its faults, the receipt, and the way to it from every page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from gouden_poort.profiles.objection import LONGEST, About
from gouden_poort.services.objections import A_DAY_FROM_A_BROWSER
from gouden_poort.web.wording import OBJECTIONS
from gouden_poort.wiring import house, move_in
from tests.fakes import Memory
from tests.web.conftest import NOW, Visitor
from tests.web.page_rules import faults_in_page
from tests.web.plain_words import mean_words

GOOD = {
    "form_id": "00000000-0000-4000-8000-000000000001",
    "about": "result",
    "what": "De reistijd klopt niet.",
    "page": "/routes/O1",
    "contact": "post@voorbeeld.example",
}


def test_everything_that_may_be_objected_to_has_words() -> None:
    assert set(OBJECTIONS) == set(About)


def test_a_message_gets_a_number_and_a_last_day(visitor: Visitor, memory: Memory) -> None:
    answer = visitor.send("/bezwaar", GOOD)
    assert (answer.status_code, answer.location) == (303, "/bezwaar/ontvangen")
    (kept,) = memory.objections.open()
    page = visitor.read("/bezwaar/ontvangen")
    assert kept.number in page
    assert "21 december 2026" in page
    assert faults_in_page(page) == []


def test_pressing_twice_keeps_one_message(visitor: Visitor, memory: Memory) -> None:
    visitor.send("/bezwaar", GOOD)
    visitor.send("/bezwaar", GOOD)
    assert len(memory.objections.open()) == 1


def test_each_form_has_an_id_of_its_own(visitor: Visitor) -> None:
    ids = {re.findall(r'name="form_id" value="([^"]+)"', visitor.read("/bezwaar"))[0] for _ in range(2)}
    assert len(ids) == 2


def test_a_form_id_that_is_none_does_no_harm(visitor: Visitor, memory: Memory) -> None:
    assert visitor.send("/bezwaar", GOOD | {"form_id": "onzin"}).status_code == 303
    assert len(memory.objections.open()) == 1


def test_who_gave_no_contact_hears_that_no_answer_can_come(visitor: Visitor) -> None:
    visitor.send("/bezwaar", GOOD | {"contact": ""})
    assert "kunnen je niet antwoorden" in visitor.read("/bezwaar/ontvangen")


@pytest.mark.parametrize(("contact", "many"), [("post@voorbeeld.example", 1), ("06 1234 5678", 0), ("", 0)])
def test_the_page_promises_a_mail_to_who_is_mailed(visitor: Visitor, memory: Memory, contact: str, many: int) -> None:
    visitor.send("/bezwaar", GOOD | {"contact": contact})
    page = visitor.read("/bezwaar/ontvangen")
    assert page.count("Je krijgt ook een mail met je nummer.") == len(memory.outbox.kept) == many
    assert faults_in_page(page) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"about": ""}, "Kies waar het over gaat."),
        ({"what": " "}, "Schrijf op wat er niet klopt."),
        ({"what": "a" * (LONGEST["what"] + 1)}, "Er passen 3.000 tekens in."),
        ({"page": "a" * (LONGEST["page"] + 1)}, "Er passen 300 tekens in."),
        ({"contact": "a" * (LONGEST["contact"] + 1)}, "Er passen 200 tekens in."),
    ],
)
def test_a_fault_is_told_twice_and_all_that_was_filled_in_stays(
    visitor: Visitor, memory: Memory, wrong: dict[str, str], words: str
) -> None:
    page = visitor.follow(visitor.send("/bezwaar", GOOD | wrong))
    assert page.count(words) == 2
    assert all(value.strip() in page for value in (GOOD | wrong).values())
    assert GOOD["form_id"] in page
    assert faults_in_page(page) == []
    assert memory.objections.open() == []


def test_what_was_typed_is_shown_as_text(visitor: Visitor) -> None:
    page = visitor.follow(visitor.send("/bezwaar", GOOD | {"about": "", "what": "</textarea><script>"}))
    assert "&lt;/textarea&gt;&lt;script&gt;" in page


def test_without_a_message_there_is_no_receipt(visitor: Visitor) -> None:
    assert visitor.client.get("/bezwaar/ontvangen").location == "/bezwaar"


def test_the_form_knows_which_page_someone_came_from(visitor: Visitor) -> None:
    link = re.findall(r'href="(/bezwaar\?pagina=[^"]+)"', visitor.read("/over-de-gegevens"))
    assert 'value="/over-de-gegevens"' in visitor.read(link[0])


@pytest.mark.parametrize("page", ["https://elders.example", "onzin", "/" + "a" * LONGEST["page"]])
def test_a_page_that_is_not_ours_is_not_filled_in(visitor: Visitor, page: str) -> None:
    assert re.search(r'name="page" value=""', visitor.read(f"/bezwaar?pagina={page}"))


def test_the_page_names_the_term_and_says_what_it_is_not(visitor: Visitor) -> None:
    page = visitor.read("/bezwaar")
    for words in ("binnen 1 maand", "artikel 12, lid 3", "neemt geen besluiten", "artikel 6:7"):
        assert words in page


@pytest.mark.parametrize("address", ["/privacy", "/toegankelijkheid", "/bezwaar", "/hoe-het-werkt", "/techniekkaart"])
def test_every_page_leads_to_what_the_service_promises(visitor: Visitor, address: str) -> None:
    assert f'href="{address}' in visitor.read("/voor-je-begint").partition("<footer")[2]


@pytest.mark.parametrize("address", ["/privacy", "/toegankelijkheid", "/bezwaar", "/techniekkaart/ouders-en-school"])
def test_pages_about_rights_are_in_short_sentences(visitor: Visitor, address: str) -> None:
    page = visitor.read(address)
    assert mean_words(page) <= 12
    assert "!" not in page.replace("<!DOCTYPE", "")


@pytest.mark.parametrize("name", ["page", "what", "contact"])
def test_a_bsn_is_refused_with_the_reason_and_kept_nowhere(visitor: Visitor, memory: Memory, name: str) -> None:
    page = visitor.follow(visitor.send("/bezwaar", GOOD | {name: "Ik ben 1112.22.333, toch?"}))
    assert page.count("Dat hebben we niet nodig") == 2
    assert "Ik ben *********, toch?" in page
    assert memory.objections.open() == []
    assert "22.333" not in repr(memory.sent_forms.kept)
    assert faults_in_page(page) == []


def test_a_browser_sends_a_few_messages_a_day_and_keeps_the_words_of_one_more(visitor: Visitor, memory: Memory) -> None:
    for each in range(A_DAY_FROM_A_BROWSER):
        assert visitor.send("/bezwaar", GOOD | {"what": str(each)}).location == "/bezwaar/ontvangen"
    page = visitor.follow(visitor.send("/bezwaar", GOOD | {"what": "Nog een."}))
    assert "Vandaag kunnen we geen bericht meer aannemen." in page
    assert "Nog een." in page
    assert faults_in_page(page) == []
    assert len(memory.objections.open()) == A_DAY_FROM_A_BROWSER


@pytest.mark.parametrize("address", ["/bewaren/klaar", "/wis-mijn-antwoorden"])
def test_the_next_person_at_this_screen_sees_no_receipt(visitor: Visitor, address: str) -> None:
    visitor.send("/bezwaar", GOOD)
    visitor.send(address, {})
    assert visitor.client.get("/bezwaar/ontvangen").location == "/bezwaar"


def test_the_limit_of_a_day_is_over_when_the_day_is(visitor: Visitor, memory: Memory) -> None:
    for each in range(A_DAY_FROM_A_BROWSER):
        visitor.send("/bezwaar", GOOD | {"what": str(each)})
    app = visitor.client.application
    with app.app_context():
        move_in(app, replace(house(), clock=lambda: NOW + timedelta(hours=23)))
    assert visitor.send("/bezwaar", GOOD | {"what": "Nog een."}).location == "/bezwaar/ontvangen"
    assert len(memory.objections.open()) == A_DAY_FROM_A_BROWSER + 1
