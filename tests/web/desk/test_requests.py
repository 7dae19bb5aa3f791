"""The inbox at the screen: late with a word, read after taking up, answered once."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask

from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach
from gouden_poort.profiles.people.trail import Why
from gouden_poort.wiring import House
from tests.builders import a_coach_request
from tests.people_with_rights import Desk, People, signed_in_client
from tests.web.desk.caseload import FORM, a_client, keep_place
from tests.web.desk.conftest import NOW


@pytest.fixture
def asked(house: House) -> CoachRequest:
    reach = Reach(name="Voorbeeld Een", phone="", email="een@voorbeeld.example", language="ar", daypart=Daypart.EVENING)
    day = NOW.date() - timedelta(days=1)
    request = a_coach_request(received_at=NOW - timedelta(days=6), answer_by=day, reach=reach)
    with house.unit_of_work() as unit:
        unit.coach_requests.add(request)
        unit.commit()
    return request


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return Desk(signed_in_client(app, house, people.coach))


def test_the_list_says_what_is_late_and_nothing_of_who_asks(coach: Desk, asked: CoachRequest) -> None:
    page = coach.read("/aanvragen")
    assert "Te laat" in page
    assert asked.number in page
    assert "Voorbeeld Een" not in page
    assert asked.reach.email not in page


def test_who_takes_it_up_reads_what_was_shared(coach: Desk, asked: CoachRequest) -> None:
    coach.read("/aanvragen")
    page = coach.follow(coach.send(f"/aanvragen/{asked.id}/oppakken"))
    for words in ("Voorbeeld Een", asked.reach.email, "’s avonds", "Nederlands", "B1"):
        assert words in page


def test_an_answer_takes_it_off_the_list(coach: Desk, asked: CoachRequest, house: House) -> None:
    coach.read("/aanvragen")
    page = coach.follow(coach.send(f"/aanvragen/{asked.id}/oppakken"))
    assert "Hetzelfde in het Arabisch" in page
    form = {"dutch": "Wij bellen je.", "translated": "سنتصل بك"}
    assert "Er wacht niemand" in coach.follow(coach.send(f"/aanvragen/{asked.id}/antwoord", form))
    with house.unit_of_work() as unit:
        (mail,) = unit.outbox.unsent()
    assert mail.facts["answer"] == "سنتصل بك"
    assert "Beantwoord op" in coach.read(f"/aanvragen/{asked.id}")


def test_an_empty_answer_comes_back_with_what_to_do(coach: Desk, asked: CoachRequest) -> None:
    coach.read("/aanvragen")
    coach.follow(coach.send(f"/aanvragen/{asked.id}/oppakken"))
    form = {"dutch": "", "translated": "سنتصل بك"}
    page = coach.follow(coach.send(f"/aanvragen/{asked.id}/antwoord", form))
    assert "Schrijf een antwoord in het Nederlands" in page
    assert "سنتصل بك" in page


def test_it_is_not_there_for_who_did_not_take_it_up(
    coach: Desk, asked: CoachRequest, app: Flask, house: House, people: People
) -> None:
    coach.read(f"/aanvragen/{asked.id}", 404)
    coach.read("/aanvragen")
    assert coach.send(f"/aanvragen/{asked.id}/antwoord", {"dutch": "Hallo"}).status_code == 404
    colleague = Desk(signed_in_client(app, house, people.other_coach))
    colleague.read("/aanvragen")
    colleague.send(f"/aanvragen/{asked.id}/oppakken")
    coach.read(f"/aanvragen/{asked.id}")


def test_it_becomes_a_dossier_through_the_form_with_nothing_in_the_address(coach: Desk, asked: CoachRequest) -> None:
    coach.read("/aanvragen")
    assert "Maak hier een dossier van" in coach.follow(coach.send(f"/aanvragen/{asked.id}/oppakken"))
    answer = coach.send(f"/aanvragen/{asked.id}/dossier")
    assert answer.location.startswith("/nieuw?opnieuw=")
    assert "Voorbeeld" not in answer.location
    page = coach.follow(answer)
    assert 'value="Voorbeeld Een"' in page
    assert f'value="{asked.reach.email}"' in page


def test_an_error_and_someone_alike_lose_no_request_and_the_dossier_answers_it(
    coach: Desk, asked: CoachRequest, house: House, people: People
) -> None:
    keep_place(house)
    a_client(house, people, NOW, phone=FORM["phone"], email="")
    coach.read("/aanvragen")
    coach.follow(coach.send(f"/aanvragen/{asked.id}/oppakken"))
    page = coach.follow(coach.send(f"/aanvragen/{asked.id}/dossier"))
    for change in ({"name": ""}, {}, {"action": "language"}):
        hidden = dict(re.findall(r'type="hidden" name="(form_id|request)" value="([^"]+)"', page))
        assert hidden["request"] == asked.number
        page = coach.follow(coach.send("/nieuw", FORM | hidden | change))
    coach.send("/nieuw", FORM | hidden | {"action": "else"})
    with house.unit_of_work() as unit:
        kept = unit.coach_requests.with_id(asked.id)
        trail = [entry.why for entry in unit.trail.about(asked.id)]
    assert kept
    assert kept.answered_at == NOW
    assert trail[0] == Why.REGISTRATION  # the last one first


def test_a_number_that_was_made_up_closes_nothing(coach: Desk, asked: CoachRequest, house: House) -> None:
    keep_place(house)
    coach.read("/nieuw")
    for number in (asked.number, "GP-0000-000000"):
        answer = coach.send("/nieuw", FORM | {"form_id": uuid4(), "request": number, "action": "else"})
        assert answer.location.startswith("/persoon/")
    with house.unit_of_work() as unit:
        kept = unit.coach_requests.with_id(asked.id)
    assert kept
    assert kept.answered_at is None
