"""Asking for the own code in the mail: from the page to what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from flask import Flask

from gouden_poort.app import mail_sender
from gouden_poort.mail_settings import SMTP
from gouden_poort.profiles.people.message import Message
from gouden_poort.services import code_by_mail
from gouden_poort.web.language import LANGUAGES, saying
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.mail_server import mail_server
from tests.own_dossiers import coached
from tests.people_with_rights import Clock, keep_people
from tests.web.conftest import Visitor
from tests.web.page_rules import faults_in_page
from tests.web.real_house import NOW, clock, database
from tests.web.real_house import house as house_without_mail
from tests.web.test_every_text import NoLetters, dutch_words

__all__ = ["clock", "database", "house_without_mail"]

EMAIL = "een@voorbeeld.example"
FORM = 'action="/bewaren/mail"'
SERVER = SMTP(host="127.0.0.1", port=1, sender="poort@huis.example", starttls=False)


@pytest.fixture
def house(house_without_mail: House) -> House:
    settings = replace(house_without_mail.settings, smtp=SERVER, base_url="https://poort.example")
    return replace(house_without_mail, settings=settings)


@pytest.fixture
def app(house: House) -> Flask:
    return app_of(house)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody who began and has a code."""
    return with_code(app)


def with_code(app: Flask) -> Visitor:
    visitor = Visitor(app.test_client())
    visitor.begin()
    assert visitor.send("/bewaren", {}).status_code == 303
    return visitor


def code_in(page: str) -> str:
    found = re.search(r'data-test="code"><bdi dir="ltr">([^<]+)<', page)
    assert found, "a page without the code"
    return found[1]


def form_in(page: str, email: str = EMAIL) -> dict[str, str]:
    """The form as somebody fills it in."""
    hidden = {name: re.search(f'name="{name}" value="([^"]+)"', page) for name in ("form_id", "code")}
    return {"email": email, **{name: found[1] for name, found in hidden.items() if found}}


def ask(visitor: Visitor, email: str = EMAIL, **change: str) -> str:
    """The page that somebody gets who asks for the code by mail."""
    return visitor.follow(visitor.send("/bewaren/mail", form_in(visitor.read("/bewaren"), email) | change))


def mails(house: House) -> Sequence[Message]:
    with house.unit_of_work() as unit:
        return unit.outbox.unsent()


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_code_comes_in_the_mail_in_the_language_of_the_page(house: House, visitor: Visitor, language: str) -> None:
    prefix = "" if language == "nl" else f"/{language}"
    page = visitor.read(f"{prefix}/bewaren")
    sent = visitor.send(f"{prefix}/bewaren/mail", form_in(page))
    assert (sent.status_code, sent.location) == (303, f"{prefix}/bewaren/gemaild")
    with mail_server() as server:
        own = replace(house, settings=replace(house.settings, smtp=replace(SERVER, port=server.port)))
        send = mail_sender(visitor.client.application, own)
        assert send is not None
        send()
        ((people, mail),) = server.got
    text = mail.get_body(("plain",))
    assert text is not None
    assert (people, mail["Content-Language"]) == ([EMAIL], language)
    assert code_in(page) in text.get_content()
    assert f"https://poort.example{prefix}/verder" in text.get_content()
    assert "Met deze code ga je verder waar je was." in text.get_content()
    assert "De code werkt tot en met 3 april 2027." in text.get_content()
    assert mails(house) == []


def test_after_asking_the_code_still_stands_on_the_screen_and_the_address_nowhere(visitor: Visitor) -> None:
    code = code_in(visitor.read("/bewaren"))
    page = ask(visitor)
    assert code_in(page) == code
    assert 'data-test="mailed"' in page
    assert faults_in_page(page) == []
    assert EMAIL not in page + visitor.read("/bewaren")
    with visitor.client.session_transaction() as session:
        assert EMAIL not in repr(dict(session))


def test_the_page_before_keeps_the_rules_too(visitor: Visitor) -> None:
    page = visitor.read("/bewaren")
    assert FORM in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("typed", ["", "een@", "a@b.example,c@d.example"])
def test_a_wrong_address_is_said_at_the_field_and_stays_there(house: House, visitor: Visitor, typed: str) -> None:
    code = code_in(visitor.read("/bewaren"))
    page = ask(visitor, typed)
    assert faults_in_page(page) == []
    assert "<title>Fout: " in page
    assert 'href="#email"' in page
    assert 'id="email-fout"' in page
    assert f'name="email" value="{typed}"' in page
    assert code_in(page) == code
    assert mails(house) == []


def test_what_was_typed_wrongly_is_kept_in_no_database(house: House, visitor: Visitor) -> None:
    ask(visitor, "een@voorbeeld")
    with house.unit_of_work() as unit:
        kept = unit._connection.exec_driver_sql("SELECT count(*) FROM sent_forms").scalar()  # type: ignore[attr-defined]
    assert kept == 0


def test_the_code_of_another_browser_is_not_mailed(app: Flask, house: House, visitor: Visitor) -> None:
    theirs = code_in(with_code(app).read("/bewaren"))
    page = ask(visitor, code=theirs)
    assert "Je code is net veranderd." in page
    assert code_in(page) != theirs
    assert f'name="email" value="{EMAIL}"' in page
    assert mails(house) == []


def test_pressing_twice_sends_one_mail(house: House, visitor: Visitor) -> None:
    form = form_in(visitor.read("/bewaren"))
    assert [visitor.send("/bewaren/mail", form).location for _ in range(9)] == ["/bewaren/gemaild"] * 9
    assert len(mails(house)) == 1


def test_a_code_is_mailed_a_few_times_a_day_and_then_said_so(house: House, visitor: Visitor, clock: Clock) -> None:
    asked = ["Vandaag mailen we" in ask(visitor, f"{number}@voorbeeld.example") for number in range(5)]
    assert asked == [False] * code_by_mail.A_DAY_OF_ONE_CODE + [True] * 2
    page = ask(visitor)
    assert faults_in_page(page) == []
    assert code_in(page)
    assert len(mails(house)) == code_by_mail.A_DAY_OF_ONE_CODE
    clock.now = NOW.replace(day=NOW.day + 1)
    assert "Vandaag mailen we" not in ask(visitor)


def test_one_browser_asks_a_few_times_a_day_with_whatever_codes(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_by_mail, "A_DAY_FROM_A_BROWSER", 1)
    ask(visitor)
    visitor.begin()
    visitor.send("/bewaren", {})
    assert "Vandaag mailen we" in ask(visitor, "twee@voorbeeld.example")


def test_new_browsers_of_one_block_of_addresses_are_held_back_too(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code_by_mail, "A_DAY_FROM_A_BLOCK", 2)
    told = ["Vandaag mailen we" in ask(with_code(app), f"{number}@voorbeeld.example") for number in range(3)]
    assert told == [False, False, True]


def test_asking_for_a_mail_is_not_counted_as_saving(house: House, visitor: Visitor) -> None:
    before = counts(house)
    ask(visitor)
    assert counts(house) == before
    assert dict(before)["code-saved"] == 1


def counts(house: House) -> list[tuple[str, int]]:
    with house.unit_of_work() as unit:
        return [(each.milestone, each.many) for each in unit.counts.since(NOW.date())]


def test_without_a_mail_server_the_page_keeps_to_paper(house_without_mail: House) -> None:
    visitor = with_code(app_of(house_without_mail))
    page = visitor.read("/bewaren")
    assert FORM not in page
    assert "mail" not in page.partition("<main")[2].partition("</main>")[0]
    assert visitor.send("/bewaren/mail", form_in(page)).location == "/bewaren"
    assert visitor.client.get("/bewaren/gemaild").location == "/bewaren"
    assert mails(house_without_mail) == []


def test_without_a_code_there_is_nothing_to_mail(app: Flask, house: House) -> None:
    visitor = Visitor(app.test_client())
    visitor.begin()
    assert visitor.client.get("/bewaren/gemaild").location == "/bewaren"
    assert "Bewaar mijn code" in ask(visitor, code="K7PM 3XQ9")
    assert mails(house) == []


def test_who_did_not_begin_goes_to_the_beginning(app: Flask) -> None:
    visitor = Visitor(app.test_client())
    assert visitor.send("/bewaren/mail", {"email": EMAIL, "code": "K7PM 3XQ9"}).location == "/voor-je-begint"
    assert visitor.client.get("/bewaren/gemaild").location == "/voor-je-begint"


def test_who_has_a_dossier_has_no_code_to_mail(app: Flask, house: House) -> None:
    citizen = coached(app, house, keep_people(house.unit_of_work, NOW)).citizen
    before = len(mails(house))
    assert citizen.send("/bewaren/mail", {"email": EMAIL, "code": "K7PM 3XQ9"}).location == "/bewaren"
    assert len(mails(house)) == before


@pytest.mark.parametrize("address", ["/bewaren", "/bewaren/gemaild", "/privacy"])
def test_every_text_is_said_in_the_language_of_the_reader(
    visitor: Visitor, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    page = visitor.read(f"/ar{address}").replace("poort.example/ar/verder", "")  # where a code is typed is no text
    assert list(dutch_words(page)) == []


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "nl"])
def test_the_pages_keep_the_rules_in_each_language(visitor: Visitor, language: str) -> None:
    for address in ("/bewaren", "/bewaren/gemaild"):
        assert faults_in_page(visitor.read(f"/{language}{address}")) == []


def test_the_privacy_page_says_what_becomes_of_the_address(visitor: Visitor, house_without_mail: House) -> None:
    said = "Laat je je code mailen? Dan wissen we je mailadres zodra de mail is verstuurd."
    assert said in visitor.read("/privacy")
    assert said not in Visitor(app_of(house_without_mail).test_client()).read("/privacy")
