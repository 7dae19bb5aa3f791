"""Writing a note, ending a talk with agreements, and setting a rule aside, as a coach does it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask

from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.services.dossiers.noting import rewrite
from gouden_poort.wiring import House
from tests.fakes import ShelfWith
from tests.people_with_rights import Clock, Desk, People, actor_of, signed_in_client
from tests.rules.books import ADULT, ruled
from tests.web.desk.caseload import a_client, desk_of
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page


@pytest.fixture
def dossier(house: House, people: People) -> Dossier:
    return a_client(house, people, NOW, language="ar")


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return desk_of(app, house, people.coach)


def form_id(page: str) -> str:
    found = re.search(r'name="form_id" value="([^"]+)"', page)
    assert found
    return found[1]


def test_who_may_read_a_note_is_chosen_and_never_guessed(coach: Desk, house: House, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/notitie"
    page = coach.read(address)
    assert not re.search(r'name="visible"[^>]*checked', page)
    page = coach.follow(coach.send(address, {"text": "Kwam te laat.", "form_id": form_id(page)}))
    assert ("Kies wie deze notitie mag lezen." in page, "Kwam te laat." in page) == (True, True)
    for _ in range(2):
        answer = coach.send(address, {"text": "Kwam te laat.", "visible": "both", "form_id": form_id(page)})
        assert "Kwam te laat." in coach.follow(answer)
    with house.unit_of_work() as unit:
        (note,) = unit.notes.of(dossier.id)
    assert note.visible


def test_a_bsn_is_not_kept_in_a_note(coach: Desk, house: House, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/notitie"
    coach.read(address)
    page = coach.follow(coach.send(address, {"text": "BSN 111222333", "visible": "mine"}))
    assert "burgerservicenummer" in page.partition('data-test="error-summary"')[2]
    with house.unit_of_work() as unit:
        assert unit.notes.of(dossier.id) == []


def test_of_two_who_change_a_note_both_texts_are_shown(
    coach: Desk, house: House, people: People, dossier: Dossier
) -> None:
    coach.read(f"/persoon/{dossier.id}/notitie")
    coach.send(f"/persoon/{dossier.id}/notitie", {"text": "Eerst.", "visible": "mine"})
    with house.unit_of_work() as unit:
        (note,) = unit.notes.of(dossier.id)
    here = f"/persoon/{dossier.id}/notitie/{note.id}"
    assert "Eerst." in coach.read(here)
    rewrite(house.unit_of_work, actor_of(people.coach), note.id, "Van een ander.", visible=False, version=1, moment=NOW)
    answer = coach.send(here, {"text": "Van mij.", "visible": "both", "version": "1"})
    assert answer.status_code == 412
    assert faults_in_page(answer.text) == []
    assert ("Van een ander." in answer.text, "Van mij.</textarea>" in answer.text) == (True, True)
    coach.follow(coach.send(here, {"text": "Samen.", "visible": "both", "version": "2"}))
    with house.unit_of_work() as unit:
        assert [each.text for each in unit.notes.of(dossier.id)] == ["Samen."]


def test_a_note_of_another_dossier_is_not_there(coach: Desk, house: House, people: People, dossier: Dossier) -> None:
    coach.read(f"/persoon/{dossier.id}/notitie")
    coach.send(f"/persoon/{dossier.id}/notitie", {"text": "Eerst.", "visible": "mine"})
    with house.unit_of_work() as unit:
        (note,) = unit.notes.of(dossier.id)
    other = a_client(house, people, NOW, name="Voorbeeld Drie")
    coach.read(f"/persoon/{other.id}/notitie/{note.id}", 404)


def test_a_session_that_ended_brings_the_draft_back(
    app: Flask, house: House, people: People, dossier: Dossier, clock: Clock
) -> None:
    coach, address = desk_of(app, house, people.coach), f"/persoon/{dossier.id}/notitie"
    page = coach.read(address)
    clock.now += timedelta(hours=2)
    sent = coach.send(address, {"text": "Half getypt.", "visible": "both", "form_id": form_id(page)})
    assert sent.location == "/aanmelden"
    with coach.client.session_transaction() as kept:
        assert kept["draft"]["address"] == address


def agreed(**change: object) -> dict[str, object]:
    usual: dict[str, object] = {
        "0.text": "Belt de school.",
        "0.doer": "citizen",
        "0.due_on-day": "11",
        "0.due_on-month": "1",
        "0.due_on-year": "2027",
        "next_contact_on-day": "18",
        "next_contact_on-month": "1",
        "next_contact_on-year": "2027",
    }
    return usual | change


def test_a_talk_is_held_in_both_languages(coach: Desk, dossier: Dossier) -> None:
    page = coach.read(f"/persoon/{dossier.id}/gesprek")
    assert re.findall(r'lang="(\w+)" dir="(\w+)" data-test="side"', page) == [("nl", "ltr"), ("ar", "rtl")]
    routes = re.findall(r'lang="(\w+)" dir="(\w+)" data-test="route"', page)
    assert routes[:2] == [("nl", "ltr"), ("ar", "rtl")]
    assert "مسار" in page


def test_a_talk_ends_with_agreements_and_a_day(coach: Desk, house: House, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/gesprek"
    form = agreed(form_id=form_id(coach.read(address)))
    for _ in range(2):
        page = coach.follow(coach.send(address, form))
    assert ("1 open van 1" in page, "18 januari 2027" in page) == (True, True)
    with house.unit_of_work() as unit:
        found = unit.dossiers.find(dossier.id)
    assert found
    assert (found.state, found.is_our_plan) == (DossierState.ACTIVE, False)


@pytest.mark.parametrize(("state", "words"), [("paused", "Nu is er pauze."), ("stopped", "Nu is het plan gestopt.")])
def test_a_talk_says_before_it_takes_up_what_stood_still(coach: Desk, dossier: Dossier, state: str, words: str) -> None:
    talk = f"/persoon/{dossier.id}/gesprek"
    assert 'data-test="takes-up"' not in coach.read(talk)
    coach.send(f"/persoon/{dossier.id}/stand", {"state": state})
    page = coach.read(talk)
    assert words in page
    assert faults_in_page(page) == []


def test_of_two_who_end_a_talk_at_once_neither_text_is_lost(coach: Desk, dossier: Dossier, clock: Clock) -> None:
    address = f"/persoon/{dossier.id}/gesprek"
    seen = _seen(coach.read(address))
    clock.now += timedelta(minutes=1)
    assert coach.send(address, agreed(seen=seen, **{"0.text": "Kijkt bij een bedrijf."})).status_code == 303
    mine = agreed(seen=seen, form_id=uuid4(), **{"0.text": "Vraagt een diploma op."})
    answer = coach.send(address, mine)
    assert answer.status_code == 412
    assert faults_in_page(answer.text) == []
    assert "Kijkt bij een bedrijf." in answer.text.partition('data-test="other"')[2].partition("</section>")[0]
    assert 'value="Vraagt een diploma op."' in answer.text
    assert "2 open van 2" in coach.follow(coach.send(address, {**mine, "seen": _seen(answer.text)}))


def _seen(page: str) -> str:
    found = re.search(r'name="seen" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"0.text": ""}, "0.text", "Schrijf op wat er was."),
        ({"next_contact_on-day": ""}, "next_contact_on", "voor het volgende contact"),
        ({"0.due_on-year": "2026"}, "0.due_on", "vanaf vandaag"),
        ({"2.text": "Nog iets."}, "2.due_on", "voor deze afspraak"),
    ],
)
def test_what_is_missing_is_said_in_its_own_row(
    coach: Desk, house: House, dossier: Dossier, change: dict[str, object], field: str, words: str
) -> None:
    address = f"/persoon/{dossier.id}/gesprek"
    coach.read(address)
    page = coach.follow(coach.send(address, agreed(**change)))
    assert faults_in_page(page) == []
    assert f'href="#{field}"' in page.partition('data-test="error-summary"')[2].partition("</ul>")[0]
    assert words in page
    with house.unit_of_work() as unit:
        assert unit.agreements.of(dossier.id) == []


def test_a_rule_is_set_aside_with_a_reason_and_counts_again(coach: Desk, house: House, dossier: Dossier) -> None:
    shelf = house.shelf
    assert isinstance(shelf, ShelfWith)
    shelf.snapshot = ruled(ADULT)
    address, reason = f"/persoon/{dossier.id}/regel", "De school heeft je een plek beloofd."
    assert faults_in_page(coach.read(address)) == []
    page = coach.follow(coach.send(address, {"rule": "own.adult", "reason": "kort"}))
    assert "minstens 20 tekens" in page.partition('data-test="error-summary"')[2]
    page = coach.follow(coach.send(address, {"rule": "own.adult", "reason": reason}))
    assert reason in page.partition('data-test="set-aside"')[2]
    back = re.search(rf'action="(/persoon/{dossier.id}/regel/[^"]+/terug)"', page)
    assert back
    assert 'data-test="set-aside"' not in coach.follow(coach.send(back[1]))


def test_the_citizen_reads_the_reason_at_routes_and_plan(
    app: Flask, coach: Desk, house: House, people: People, dossier: Dossier
) -> None:
    shelf = house.shelf
    assert isinstance(shelf, ShelfWith)
    shelf.snapshot = ruled(ADULT)
    reason = "De school heeft je een plek beloofd."
    coach.read(f"/persoon/{dossier.id}/regel")
    coach.send(f"/persoon/{dossier.id}/regel", {"rule": "own.adult", "reason": reason})
    with house.unit_of_work() as unit:
        found = unit.dossiers.find(dossier.id)
        assert found
        unit.dossiers.change(replace(found, citizen_id=people.citizen.id))
        unit.commit()
    citizen = signed_in_client(app, house, people.citizen)
    for address in ("/routes", "/routes/O1", "/mijn-plan"):
        assert reason in citizen.get(address).text
