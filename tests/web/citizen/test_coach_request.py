"""Asking a coach: what is shared, faults, the receipt, the code that opens it, withdrawing, and no coach at all."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gouden_poort.services import coach_requests
from gouden_poort.web.language import LANGUAGES, saying
from gouden_poort.wiring import house, move_in
from tests.fakes import Memory, ShelfWith
from tests.web.coaching import ORGANISATION
from tests.web.conftest import NOW, Visitor, make_app
from tests.web.page_rules import faults_in_page
from tests.web.plain_words import mean_words
from tests.web.test_every_text import NoLetters, dutch_words

GOOD = {"phone": "06 1234 5678", "email": "", "name": "", "language": "nl", "daypart": "morning"}
PAGE = "/vraag-een-coach"


@pytest.fixture
def visitor(tmp_path: Path, memory: Memory, shelf: ShelfWith) -> Visitor:
    """Someone who visits the installation of an organisation."""
    return Visitor(make_app(tmp_path, memory, shelf, ORGANISATION).test_client())


@pytest.fixture
def known(visitor: Visitor) -> Visitor:
    """The same, with all answers."""
    visitor.answer_all()
    return visitor


def filled(page: str, **changed: object) -> dict[str, object]:
    """The form of a page as it stands there, with what someone fills in."""
    hidden = dict(re.findall(r'name="(form_id|seal|route)" value="([^"]*)"', page))
    ticked = re.findall(r'name="share" value="([^"]+)"[^>]* checked', page)
    return {**hidden, "share": ticked, **GOOD, **changed}


def ask(visitor: Visitor, address: str = PAGE, **changed: object) -> str:
    """Send the form as it stands at an address; the receipt."""
    answer = visitor.send(PAGE, filled(visitor.read(address), **changed))
    assert (answer.status_code, answer.location) == (303, f"{PAGE}/ontvangen"), answer.text
    return visitor.read(f"{PAGE}/ontvangen")


def shown(page: str, test: str) -> str:
    found = re.search(rf'data-test="{test}">([^<]+)<', page)
    assert found, test
    return found[1]


def test_every_answer_that_was_given_can_be_shared_and_is_ticked(known: Visitor) -> None:
    page = known.read(PAGE)
    ticked = filled(page)["share"]
    assert isinstance(ticked, list)
    assert "dutch" in ticked
    assert page.count('name="share"') == len(ticked)
    assert faults_in_page(page) == []


def test_what_was_not_answered_is_nothing_to_share(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("dutch", {}, action="unknown")
    visitor.answer("place")
    assert filled(visitor.read(PAGE))["share"] == ["place"]


def test_a_coach_gets_what_was_ticked_and_nothing_else(known: Visitor, memory: Memory) -> None:
    ask(known, share=["dutch"])
    (kept,) = memory.coach_requests.open()
    assert [line.key for line in kept.shared] == ["dutch"]
    assert kept.reach.phone == "06 1234 5678"


def test_the_chosen_route_comes_first_and_can_be_left_out(known: Visitor, memory: Memory) -> None:
    ask(known, f"{PAGE}?route=O1")
    ask(known, f"{PAGE}?route=O1", share=[])
    first, second = sorted(memory.coach_requests.open(), key=lambda each: -len(each.shared))
    assert (first.route, first.shared[0].about) == ("O1", "De route die je koos")
    assert (second.route, second.shared) == ("", ())


def test_a_route_that_nobody_knows_is_no_route(known: Visitor) -> None:
    assert "De route die je koos" not in known.read(f"{PAGE}?route=onzin")


def test_who_reads_another_language_shares_dutch_words(known: Visitor, memory: Memory) -> None:
    form = filled(known.read(f"/en{PAGE}"), language="en")
    assert known.send(f"/en{PAGE}", form).location == f"/en{PAGE}/ontvangen"
    ask(known)
    english, dutch = (each.shared for each in memory.coach_requests.kept.values())
    assert english == dutch


def test_answers_that_changed_in_the_meantime_are_shown_again_first(known: Visitor, memory: Memory) -> None:
    form = filled(known.read(PAGE))
    known.answer("budget", {"budget": "5"})
    page = known.follow(known.send(PAGE, form))
    assert "Je antwoorden zijn net veranderd." in page
    assert faults_in_page(page) == []
    assert memory.coach_requests.open() == []


def test_who_has_no_answers_can_ask_too(visitor: Visitor, memory: Memory) -> None:
    assert "Je deelde geen antwoorden." in ask(visitor)
    assert len(memory.coach_requests.open()) == 1


def test_the_receipt_says_number_code_last_day_and_whom_to_call(visitor: Visitor, memory: Memory) -> None:
    page = ask(visitor)
    (kept,) = memory.coach_requests.open()
    assert shown(page, "number") == kept.number
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4} [2-9A-HJ-NP-Z]{4}", shown(page, "code"))
    assert "Een coach reageert uiterlijk op 25 november 2026." in page
    assert "Werkplaats Voorbeeld" in page
    assert 'href="tel:0301234567"' in page
    assert faults_in_page(page) == []


def test_nothing_of_it_stands_in_an_address_and_only_the_number_in_the_cookie(visitor: Visitor) -> None:
    page = ask(visitor)
    with visitor.client.session_transaction() as session:
        assert session["coach_request"] == shown(page, "number")
        assert "1234" not in repr({key: value for key, value in session.items() if key != "csrf_token"})


def test_pressing_twice_is_one_request(visitor: Visitor, memory: Memory) -> None:
    form = filled(visitor.read(PAGE))
    visitor.send(PAGE, form)
    visitor.send(PAGE, form)
    assert len(memory.coach_requests.open()) == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"phone": ""}, "Vul een telefoonnummer of een mailadres in."),
        ({"phone": "bel mij"}, "Vul een telefoonnummer in met alleen cijfers."),
        ({"email": "post"}, "Vul een mailadres in met een @."),
        ({"name": "a" * 61}, "Er passen 60 tekens in."),
        ({"language": "xx"}, "Kies een taal."),
        ({"daypart": ""}, "Kies wanneer het jou uitkomt."),
    ],
)
def test_a_fault_is_told_twice_and_all_that_was_filled_in_stays(
    known: Visitor, memory: Memory, wrong: dict[str, str], words: str
) -> None:
    form = filled(known.read(PAGE), **(GOOD | {"email": "a@b.example"} | wrong | {"share": ["dutch"]}))
    if "phone" in wrong and not wrong["phone"]:
        form["email"] = ""
    page = known.follow(known.send(PAGE, form))
    assert html.unescape(page).count(words) == 2
    assert re.findall(r'name="share" value="([^"]+)"[^>]* checked', page) == ["dutch"]
    assert str(form["form_id"]) in page
    assert faults_in_page(page) == []
    assert memory.coach_requests.open() == []


def test_a_form_whose_own_id_holds_nine_digits_in_a_row_stays_the_same_form(known: Visitor) -> None:
    form_id = "a98a073a-ed05-445d-864b-38f915270055"
    form = filled(known.read(PAGE), form_id=form_id, phone="bel mij")
    assert form_id in known.follow(known.send(PAGE, form))


def test_a_form_that_was_tampered_with_does_no_harm(visitor: Visitor, memory: Memory) -> None:
    ask(visitor, form_id="onzin", share=["onzin"], route="onzin")
    (kept,) = memory.coach_requests.open()
    assert (kept.route, kept.shared) == ("", ())


def test_one_browser_sends_three_a_day_and_hears_whom_to_call(visitor: Visitor, memory: Memory) -> None:
    for _ in range(coach_requests.A_DAY_FROM_A_BROWSER):
        ask(visitor)
    page = visitor.follow(visitor.send(PAGE, filled(visitor.read(PAGE), name="Sam")))
    assert "Probeer het morgen weer." in page
    assert 'value="Sam"' in page
    assert len(memory.coach_requests.open()) == coach_requests.A_DAY_FROM_A_BROWSER
    assert faults_in_page(page) == []


def test_pressing_twice_takes_no_room_of_the_next_request(visitor: Visitor) -> None:
    for _ in range(coach_requests.A_DAY_FROM_A_BROWSER):
        form = filled(visitor.read(PAGE))
        assert [visitor.send(PAGE, form).location for _ in range(2)] == [f"{PAGE}/ontvangen"] * 2


def test_faults_are_not_counted_as_requests(visitor: Visitor) -> None:
    for _ in range(coach_requests.A_DAY_FROM_A_BROWSER + 1):
        assert visitor.send(PAGE, filled(visitor.read(PAGE), phone="")).location != f"{PAGE}/ontvangen"
    ask(visitor)


def test_a_full_day_is_said_with_the_number_to_call(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coach_requests, "MOST_A_DAY", 0)
    page = visitor.follow(visitor.send(PAGE, filled(visitor.read(PAGE))))
    assert "Vandaag kunnen we geen aanvraag meer aannemen." in page


def test_number_and_code_open_the_receipt_in_another_browser(visitor: Visitor) -> None:
    page = ask(visitor)
    other = Visitor(visitor.client.application.test_client())
    assert other.client.get(f"{PAGE}/ontvangen").location == f"{PAGE}/bekijken"
    assert faults_in_page(other.read(f"{PAGE}/bekijken")) == []
    sent = other.send(f"{PAGE}/bekijken", {"number": shown(page, "number"), "code": shown(page, "code").lower()})
    assert sent.location == f"{PAGE}/ontvangen"
    assert shown(other.read(f"{PAGE}/ontvangen"), "number") == shown(page, "number")


def test_a_wrong_code_opens_nothing_and_the_sixth_try_waits(visitor: Visitor) -> None:
    number = shown(ask(visitor), "number")
    other = Visitor(visitor.client.application.test_client())
    wrong = {"number": number, "code": "K7PM 3XQ9"}
    pages = [other.follow(other.send(f"{PAGE}/bekijken", wrong)) for _ in range(6)]
    assert ["vinden we geen aanvraag" in page for page in pages] == [True] * 5 + [False]
    assert "Wacht 15 minuten" in pages[5]
    assert faults_in_page(pages[0]) == []
    assert other.client.get(f"{PAGE}/ontvangen").status_code == 303


def test_who_leaves_this_screen_takes_the_receipt_along(known: Visitor) -> None:
    ask(known)
    known.send("/bewaren/klaar", {})
    assert known.client.get(f"{PAGE}/ontvangen").location == f"{PAGE}/bekijken"


def test_a_request_that_is_withdrawn_is_wiped(visitor: Visitor, memory: Memory) -> None:
    ask(visitor)
    assert visitor.send(f"{PAGE}/intrekken", {}).location == f"{PAGE}/ingetrokken"
    assert memory.coach_requests.kept == {}
    assert faults_in_page(visitor.read(f"{PAGE}/ingetrokken")) == []
    assert visitor.client.get(f"{PAGE}/ontvangen").status_code == 303


def test_the_receipt_promises_a_mail_to_who_is_mailed(visitor: Visitor, memory: Memory) -> None:
    words = "Je krijgt ook een mail met je nummer."
    assert words not in ask(visitor)
    assert memory.outbox.kept == {}
    page = ask(visitor, email="een@voorbeeld.example")
    (mail,) = memory.outbox.kept.values()
    assert words in page
    assert mail.facts["number"] == shown(page, "number")
    assert shown(page, "code").replace(" ", "") not in repr(mail)
    assert faults_in_page(page) == []


def test_the_mail_is_in_the_language_of_the_page_where_nobody_writes_the_one_of_the_talk(
    visitor: Visitor, memory: Memory
) -> None:
    form = filled(visitor.read(f"/ar{PAGE}"), email="een@voorbeeld.example", language="other")
    assert visitor.send(f"/ar{PAGE}", form).location == f"/ar{PAGE}/ontvangen"
    assert [mail.language for mail in memory.outbox.kept.values()] == ["ar"]


def test_what_is_withdrawn_is_not_mailed_any_more(visitor: Visitor, memory: Memory) -> None:
    ask(visitor, email="een@voorbeeld.example")
    visitor.send(f"{PAGE}/intrekken", {})
    assert memory.outbox.kept == {}


def test_without_a_receipt_there_is_nothing_to_withdraw(visitor: Visitor) -> None:
    assert visitor.send(f"{PAGE}/intrekken", {}).status_code == 303


def test_when_nobody_reacted_in_time_the_receipt_says_so_with_the_number_to_call(
    visitor: Visitor, memory: Memory
) -> None:
    ask(visitor)
    (kept,) = memory.coach_requests.open()
    memory.coach_requests.kept[kept.id] = replace(kept, answer_by=date(2026, 11, 20))
    page = visitor.read(f"{PAGE}/ontvangen")
    late = page.partition('data-test="late"')[2].partition("</div>")[0]
    assert "We reageerden niet op tijd." in late
    assert "tel:0301234567" in late
    assert kept.number in late
    assert faults_in_page(page) == []


def test_when_somebody_reacted_the_receipt_says_when(visitor: Visitor, memory: Memory) -> None:
    ask(visitor)
    (kept,) = memory.coach_requests.open()
    memory.coach_requests.mark_answered(kept.id, NOW - timedelta(hours=1))
    page = visitor.read(f"{PAGE}/ontvangen")
    assert "Een coach heeft gereageerd op 21 november 2026." in page
    assert "De coach belt je" not in page
    assert faults_in_page(page) == []


def test_asking_is_counted_once(visitor: Visitor, memory: Memory) -> None:
    form = filled(visitor.read(PAGE))
    visitor.send(PAGE, form)
    visitor.send(PAGE, form)
    assert sum(many for (_, _, step), many in memory.counts.rows.items() if step == "coach-asked") == 1


def test_every_language_of_the_pages_can_be_spoken(visitor: Visitor, memory: Memory) -> None:
    page = visitor.read(PAGE)
    assert all(f'<option value="{code}"' in page for code in (*LANGUAGES, "other"))
    assert f'<option value="ar" selected>{LANGUAGES["ar"].name}' in visitor.read(f"/ar{PAGE}")


@pytest.mark.parametrize("address", ["/routes", "/routes/O1", "/routes/bijna", "/controle", "/"])
def test_the_way_to_a_coach_stands_on_every_page(known: Visitor, address: str) -> None:
    assert f'href="{PAGE}' in known.read(address)


def test_the_page_of_a_route_takes_that_route_along(known: Visitor) -> None:
    assert f'href="{PAGE}?route=O1"' in known.read("/routes/O1")


def test_where_no_coach_is_nobody_is_made_up(tmp_path: Path, memory: Memory, shelf: ShelfWith) -> None:
    alone = Visitor(make_app(tmp_path, memory, shelf).test_client())
    page = alone.read(PAGE)
    assert 'data-test="nobody"' in page
    assert "https://www.werkcentrum.nl/" in page
    assert faults_in_page(page) == []
    assert alone.send(PAGE, GOOD).location == PAGE
    assert memory.coach_requests.kept == {}


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}/bekijken", f"{PAGE}/ingetrokken"])
def test_pages_about_a_coach_are_in_short_sentences(visitor: Visitor, address: str) -> None:
    page = visitor.read(address)
    assert mean_words(page) <= 12
    assert "!" not in page.replace("<!DOCTYPE", "")


@pytest.mark.parametrize(
    "address", [PAGE, f"{PAGE}?route=O1", f"{PAGE}/ontvangen", f"{PAGE}/bekijken", f"{PAGE}/ingetrokken"]
)
def test_every_text_is_said_in_the_language_of_the_reader(
    known: Visitor, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(known)
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    assert list(dutch_words(known.read(f"/ar{address}"))) == []


@pytest.mark.parametrize("wrong", [{"phone": "", "daypart": ""}, {"phone": "0", "email": "0", "language": "0"}])
def test_every_fault_is_told_in_the_language_of_the_reader(
    known: Visitor, wrong: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    form = filled(known.read(PAGE), **wrong)
    monkeypatch.setattr(saying, "translations", lambda _language: NoLetters())
    assert list(dutch_words(known.follow(known.send(f"/ar{PAGE}", form)))) == []


@pytest.mark.parametrize("name", ["phone", "email", "name"])
def test_a_bsn_is_refused_with_the_reason_and_kept_nowhere(visitor: Visitor, memory: Memory, name: str) -> None:
    page = visitor.follow(visitor.send(PAGE, filled(visitor.read(PAGE), **{name: "111222333"})))
    assert page.count("Dat hebben we niet nodig") == 2
    assert memory.coach_requests.open() == []
    assert "111222333" not in repr(memory.sent_forms.kept)


def test_who_wipes_without_answers_leaves_no_receipt(visitor: Visitor) -> None:
    ask(visitor)
    visitor.send("/wis-mijn-antwoorden", {})
    assert visitor.client.get(f"{PAGE}/ontvangen").location == f"{PAGE}/bekijken"


def test_the_limit_of_a_day_is_over_when_the_day_is(visitor: Visitor) -> None:
    for each in range(coach_requests.A_DAY_FROM_A_BROWSER):
        ask(visitor, name=f"Naam {'i' * each}")
    app = visitor.client.application
    with app.app_context():
        move_in(app, replace(house(), clock=lambda: NOW + timedelta(hours=23)))
    assert "We hebben je aanvraag" in ask(visitor, name="Nog een")
