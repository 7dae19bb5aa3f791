"""What a company does by its link: on the page, and by a program."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from gouden_poort.profiles.people.place_offer import FRESH
from gouden_poort.services.employers import links
from gouden_poort.services.offering import seats
from gouden_poort.wiring import House
from tests.people_with_rights import Clock, Desk, People, actor_of, signed_in_client
from tests.web.desk.at_a_desk import marked
from tests.web.page_rules import faults_in_page
from tests.web.real_house import NOW

API = "/api/v1/company/positions"


def a_link(house: House, people: People, company_id: str = "B1") -> links.Made:
    actor = actor_of(people.coach)
    return links.make_link(house.unit_of_work, actor, "Lasbedrijf", NOW, company_id=company_id)


def opened(app: Flask, made: links.Made) -> Desk:
    """The browser of a company that followed its link."""
    company = Desk(app.test_client())
    answer = company.client.get(f"/bedrijf/link/{made.token}")
    assert (answer.status_code, answer.location) == (303, "/bedrijf")
    return company


def with_link(app: Flask, token: str) -> tuple[FlaskClient, dict[str, str]]:
    return app.test_client(), {"Authorization": f"Bearer {token}"}


@pytest.fixture
def made(house: House, people: People) -> links.Made:
    return a_link(house, people)


def kept(house: House, people: People) -> list[tuple[str, int, bool]]:
    places = seats.places(house.unit_of_work, actor_of(people.coach), NOW.date())
    return [(place.opening_id, place.seats, place.by_company) for place, _ in places]


def test_a_coach_gives_a_company_a_link_that_is_shown_once(app: Flask, house: House, people: People) -> None:
    desk = Desk(signed_in_client(app, house, people.coach))
    empty = desk.read("/bedrijven")
    assert "Nog geen bedrijf heeft een link" in empty
    found = desk.read("/bedrijven?zoek=lasbedrijf")
    page = desk.follow(desk.send("/bedrijven", {"company": "B1"}))
    (address,) = marked(page, "link")
    assert app.test_client().get(address).location == "/bedrijf"
    desk.send("/bedrijven/link", {})
    assert desk.client.get("/bedrijven/link").status_code == 303
    after = desk.read("/bedrijven")
    assert [each.partition(" Stop")[0] for each in marked(after, "link")] == ["Lasbedrijf Nog niet 4 januari 2028"]
    assert [faults_in_page(each) for each in (empty, found, page, after)] == [[], [], [], []]


def test_a_company_that_is_not_in_the_catalogue_is_named(app: Flask, house: House, people: People) -> None:
    desk = Desk(signed_in_client(app, house, people.administrator))
    desk.read("/bedrijven")
    wrong = desk.follow(desk.send("/bedrijven", {"name": " "}))
    assert "Vul de naam van het bedrijf in" in wrong
    (address,) = marked(desk.follow(desk.send("/bedrijven", {"name": "Voorbeeld Staal"})), "link")
    company = Desk(app.test_client())
    page = company.follow(company.client.get(address))
    assert "Jullie staan nog niet in het aanbod" in page
    assert faults_in_page(page) == []


def test_a_company_says_how_many_seats_there_are(app: Flask, house: House, people: People, made: links.Made) -> None:
    company = opened(app, made)
    page = company.read("/bedrijf")
    assert "Nog niet ingevuld" in marked(page, "position")[0]
    after = company.follow(company.send("/bedrijf", {"link": str(made.link.id), "seats.J1": "2"}))
    assert "Op 4 januari 2027, door jullie" in marked(after, "position")[0]
    assert kept(house, people) == [("J1", 2, True)]
    assert [faults_in_page(page), faults_in_page(after)] == [[], []]


@pytest.mark.parametrize("typed", ["-1", "veel", "501", "٣"])
def test_a_wrong_number_is_told_where_it_was_typed(
    app: Flask, house: House, people: People, made: links.Made, typed: str
) -> None:
    company = opened(app, made)
    company.read("/bedrijf")
    page = company.follow(company.send("/bedrijf", {"link": str(made.link.id), "seats.J1": typed}))
    told = ": vul een heel getal in van 0 tot en met 500."
    assert told in page.partition('data-test="error-summary"')[2].partition("</ul>")[0]
    assert marked(page, "position")[0].partition(" ")[0] in page.partition(told)[0][-80:]
    assert f'value="{typed}"' in page
    assert faults_in_page(page) == []
    assert kept(house, people) == []


def test_what_is_old_is_said_to_company_and_coach_until_it_is_confirmed(
    app: Flask, house: House, people: People, made: links.Made, clock: Clock
) -> None:
    company = opened(app, made)
    company.read("/bedrijf")
    company.send("/bedrijf", {"link": str(made.link.id), "seats.J1": "2"})
    clock.now = NOW + FRESH + timedelta(days=1)
    coach = Desk(signed_in_client(app, house, people.coach))
    assert marked(company.read("/bedrijf"), "old")
    assert marked(coach.read("/plek-aanbieden"), "old") == ["vraag na"]
    after = company.follow(company.send("/bedrijf", {"link": str(made.link.id), "right": "1"}))
    assert marked(after, "old") == []
    assert marked(coach.read("/plek-aanbieden"), "old") == []
    assert "bijgewerkt op 2 februari 2027, door het bedrijf" in coach.read("/plek-aanbieden")


def test_a_form_of_another_link_in_the_same_browser_changes_nothing(
    app: Flask, house: House, people: People, made: links.Made
) -> None:
    company, other = opened(app, made), a_link(house, people, "B2")
    company.read("/bedrijf")
    company.client.get(f"/bedrijf/link/{other.token}")
    assert company.send("/bedrijf", {"link": str(made.link.id), "seats.J1": "2"}).status_code == 409
    assert kept(house, people) == []


def test_a_link_that_ended_shows_nothing_any_more(app: Flask, house: House, people: People, made: links.Made) -> None:
    company = opened(app, made)
    links.end_link(house.unit_of_work, actor_of(people.coach), made.link.id, NOW)
    assert company.client.get("/bedrijf").location == "/bedrijf/link"
    assert "Deze link werkt niet meer" in company.read("/bedrijf/link")
    client, link = with_link(app, made.token)
    assert client.get(API, headers=link).status_code == 401


def test_without_a_link_there_is_nothing(app: Flask) -> None:
    assert app.test_client().get("/bedrijf").location == "/bedrijf/link"
    assert app.test_client().get(API).status_code == 401


def test_who_guesses_links_has_to_wait(app: Flask, made: links.Made) -> None:
    client = app.test_client()
    for _ in range(links.GUESSES_OF_A_BLOCK):
        assert client.get("/bedrijf/link/geraden").location == "/bedrijf/link"
    assert client.get(f"/bedrijf/link/{made.token}").status_code == 429
    assert client.get(API, headers={"Authorization": f"Bearer {made.token}"}).status_code == 429


def test_a_program_reads_and_says_the_same(app: Flask, house: House, people: People, made: links.Made) -> None:
    client, link = with_link(app, made.token)
    before = client.get(API, headers=link)
    assert before.headers["Cache-Control"] == "no-store"
    (position,) = before.json["positions"] if before.json else []
    assert (position["position_id"], position["seats"], position["occupation"]) == ("J1", None, "Lasser")
    said: dict[str, Any] = {"positions": [{"position_id": "J1", "seats": 4}]}
    after = client.put(API, headers=link, json=said)
    assert after.status_code == 200, after.text
    assert after.json is not None
    assert after.json["positions"][0]["seats"] == 4
    assert kept(house, people) == [("J1", 4, True)]


@pytest.mark.parametrize(
    ("position", "path"),
    [
        ({"position_id": "J9", "seats": 1}, "positions.1.position_id"),
        ({"position_id": "J2", "seats": 501}, "positions.1.seats"),
    ],
)
def test_a_program_is_told_what_is_wrong_and_nothing_is_kept(
    app: Flask, house: House, people: People, made: links.Made, position: dict[str, Any], path: str
) -> None:
    client, link = with_link(app, made.token)
    answer = client.put(API, headers=link, json={"positions": [{"position_id": "J1", "seats": 4}, position]})
    assert answer.status_code == 400
    assert answer.json is not None
    assert [each["path"] for each in answer.json["errors"]] == [path]
    assert kept(house, people) == []


def test_only_a_yes_says_that_the_rest_is_right(app: Flask, made: links.Made) -> None:
    client, link = with_link(app, made.token)
    answer = client.put(API, headers=link, json={"positions": [], "rest_is_right": 1})
    assert answer.status_code == 400
    assert answer.json is not None
    (fault,) = answer.json["errors"]
    assert (fault["path"], fault["given"], fault["expected"]) == ("rest_is_right", "1", "true or false")


def test_a_link_stands_in_no_log(
    app: Flask, made: links.Made, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.testing = False

    def broken() -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("gouden_poort.web.employer.door.address_block", broken)
    with caplog.at_level(logging.DEBUG):
        assert app.test_client().get(f"/bedrijf/link/{made.token}").status_code == 500
    assert "company.follow failed" in caplog.text
    assert made.token not in caplog.text
