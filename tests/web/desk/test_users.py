"""The page on which an administrator lets colleagues in and out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask import Flask

from gouden_poort.mail_settings import SMTP
from gouden_poort.wiring import House, move_in
from tests.people_with_rights import PASSWORD, Clock, Desk, People, code_of_app, keep_people, signed_in_client
from tests.web.page_rules import faults_in_page

INVITED = {"name": "Voorbeeld Tien", "email": "tien@voorbeeld.example", "role": "coach"}


@pytest.fixture
def administrator(app: Flask, house: House, people: People) -> Desk:
    desk = Desk(signed_in_client(app, house, people.administrator))
    desk.read("/gebruikers")
    return desk


def link_in(page: str) -> str:
    found = re.search(r"http://localhost(/link/[\w-]+)", page)
    assert found
    return found[1]


def take_up(desk: Desk, link: str) -> None:
    """Use a link as far as the codes on paper."""
    page = desk.follow(desk.client.get(link))
    assert faults_in_page(page) == []
    page = desk.follow(desk.send("/welkom", {"password": PASSWORD, "again": PASSWORD}))
    assert faults_in_page(page) == []


@pytest.mark.parametrize("address", ["/gebruikers", "/gebruikers/nieuw", "/account", "/account/wachtwoord"])
def test_a_page_keeps_the_rules(administrator: Desk, address: str) -> None:
    assert faults_in_page(administrator.read(address)) == []


def test_a_colleague_is_invited_and_comes_in(administrator: Desk, app: Flask, house: House, clock: Clock) -> None:
    page = administrator.follow(administrator.send("/gebruikers/nieuw", INVITED))
    assert faults_in_page(page) == []
    link = link_in(page)
    newcomer = Desk(app.test_client())
    take_up(newcomer, link)
    with house.unit_of_work() as unit:
        account = unit.accounts.with_email(INVITED["email"])
    assert account is not None
    page = newcomer.follow(newcomer.send("/welkom/app", {"code": code_of_app(app, account, clock.now)}))
    codes = re.findall(r'data-test="recovery">([^<]+)<', page)
    assert len(set(codes)) == 10
    assert newcomer.send("/welkom/codes").location == "/vandaag"
    assert newcomer.client.get("/welkom/codes").location == "/vandaag", "codes are shown once"
    assert Desk(app.test_client()).client.get(link).location == "/link", "a link works once"

    again = Desk(app.test_client())
    again.follow(again.sign_in(account))
    assert again.send("/aanmelden/code", {"code": codes[0]}).location == "/vandaag"
    again = Desk(app.test_client())
    again.follow(again.sign_in(account))
    assert again.send("/aanmelden/code", {"code": codes[0]}).location.startswith("/aanmelden/code?")


@pytest.mark.parametrize("role", ["administrator", "coach"])
def test_whoever_is_invited_is_of_the_own_organisation_whatever_a_form_says(
    administrator: Desk, house: House, people: People, clock: Clock, role: str
) -> None:
    elsewhere = keep_people(house.unit_of_work, clock.now, called="Elders").organisation
    forged = {"organisation": elsewhere.id, "organisation_id": elsewhere.id, "to": elsewhere.name, "role": role}
    administrator.send("/gebruikers/nieuw", INVITED | forged)
    with house.unit_of_work() as unit:
        made = unit.accounts.with_email(INVITED["email"])
    assert made is not None
    assert made.organisation_id == people.organisation.id


def test_the_link_is_shown_until_it_was_passed_on(administrator: Desk) -> None:
    administrator.follow(administrator.send("/gebruikers/nieuw", INVITED))
    assert "/link/" in administrator.read("/gebruikers/link")
    administrator.send("/gebruikers/link")
    assert administrator.client.get("/gebruikers/link").location == "/gebruikers"


def test_without_a_mail_server_a_page_says_to_pass_the_link_on(administrator: Desk) -> None:
    page = administrator.follow(administrator.send("/gebruikers/nieuw", INVITED))
    assert 'data-test="by-hand"' in page
    assert 'data-test="mailed"' not in page


def test_with_a_mail_server_a_page_says_where_the_mail_goes(
    administrator: Desk, app: Flask, house: House, people: People
) -> None:
    server = SMTP(host="mail.voorbeeld.example", sender="poort@voorbeeld.example")
    settings = replace(house.settings, smtp=server, base_url="http://localhost")
    move_in(app, replace(house, settings=settings))
    page = administrator.follow(administrator.send("/gebruikers/nieuw", INVITED))
    assert faults_in_page(page) == []
    assert 'data-test="by-hand"' not in page
    assert f"per mail naar <bdi>{INVITED['email']}</bdi>" in page
    page = administrator.follow(administrator.send(f"/gebruikers/{people.coach.id}/opnieuw"))
    assert f"per mail naar <bdi>{people.coach.email}</bdi>" in page
    with house.unit_of_work() as unit:
        assert {mail.facts["link"] for mail in unit.outbox.unsent()} >= {f"http://localhost{link_in(page)}"}


def test_a_link_that_was_used_is_mailed_no_more(
    administrator: Desk, app: Flask, house: House, people: People, clock: Clock
) -> None:
    link = link_in(administrator.follow(administrator.send(f"/gebruikers/{people.coach.id}/opnieuw")))
    coach = Desk(app.test_client())
    take_up(coach, link)
    coach.send("/welkom/app", {"code": code_of_app(app, people.coach, clock.now, draw=1)})
    with house.unit_of_work() as unit:
        assert unit.outbox.unsent() == []


def test_faults_of_an_invitation_stand_at_their_fields(administrator: Desk) -> None:
    page = administrator.follow(administrator.send("/gebruikers/nieuw", {"email": "geen adres"}))
    assert faults_in_page(page) == []
    assert [f'id="{field}-fout"' in page for field in ("name", "email", "role")] == [True] * 3
    assert 'value="geen adres"' in page


def test_a_disabled_colleague_is_out_with_the_next_request(
    administrator: Desk, app: Flask, house: House, people: People
) -> None:
    coach = signed_in_client(app, house, people.coach)
    assert coach.get("/account").status_code == 200
    administrator.send(f"/gebruikers/{people.coach.id}/uitzetten")
    assert coach.get("/account").location == "/aanmelden"
    assert Desk(app.test_client()).sign_in(people.coach).location.startswith("/aanmelden?opnieuw=")
    administrator.send(f"/gebruikers/{people.coach.id}/aanzetten")
    assert Desk(app.test_client()).sign_in(people.coach).location == "/aanmelden/code"


def test_a_new_start_gives_a_link_and_another_secret_for_the_app(
    administrator: Desk, app: Flask, people: People, clock: Clock
) -> None:
    link = link_in(administrator.follow(administrator.send(f"/gebruikers/{people.coach.id}/opnieuw")))
    coach = Desk(app.test_client())
    take_up(coach, link)
    old, new = (code_of_app(app, people.coach, clock.now, draw=draw) for draw in (0, 1))
    assert coach.send("/welkom/app", {"code": old}).location.startswith("/welkom/app?")
    assert coach.send("/welkom/app", {"code": new}).location == "/welkom/codes"


@pytest.mark.parametrize("deed", ["uitzetten", "aanzetten", "opnieuw"])
def test_people_of_elsewhere_are_not_there(administrator: Desk, house: House, clock: Clock, deed: str) -> None:
    elsewhere = keep_people(house.unit_of_work, clock.now, called="Elders")
    assert administrator.send(f"/gebruikers/{elsewhere.coach.id}/{deed}").status_code == 404


@pytest.mark.parametrize("deed", ["uitzetten", "opnieuw"])
def test_oneself_is_not_there_either(administrator: Desk, people: People, deed: str) -> None:
    assert administrator.send(f"/gebruikers/{people.administrator.id}/{deed}").status_code == 404
    page = administrator.read("/gebruikers")
    assert f"/gebruikers/{people.administrator.id}/" not in page


def test_names_with_markup_stay_text(administrator: Desk) -> None:
    administrator.send("/gebruikers/nieuw", {**INVITED, "name": "<script>alert(1)</script>"})
    assert "<script" not in administrator.read("/gebruikers")


def test_a_colleague_has_a_number_and_may_change_it(
    administrator: Desk, app: Flask, house: House, people: People
) -> None:
    administrator.send("/gebruikers/nieuw", {**INVITED, "phone": "030 111 11 11"})
    assert "030 111 11 11" in administrator.read("/gebruikers")
    coach = Desk(signed_in_client(app, house, people.coach))
    coach.read("/account")
    page = coach.follow(coach.send("/account/telefoon", {"phone": "geen nummer"}))
    assert faults_in_page(page) == []
    assert "Dit is geen telefoonnummer" in page
    assert 'value="geen nummer"' in page
    page = coach.follow(coach.send("/account/telefoon", {"phone": "030 222 22 22"}))
    assert 'value="030 222 22 22"' in page
    assert "030 222 22 22" in administrator.read("/gebruikers")


def test_a_citizen_has_no_number_here(app: Flask, house: House, people: People) -> None:
    citizen = Desk(signed_in_client(app, house, people.citizen))
    assert "/account/telefoon" not in citizen.read("/account")
    assert citizen.send("/account/telefoon", {"phone": "030 222 22 22"}).status_code == 404
