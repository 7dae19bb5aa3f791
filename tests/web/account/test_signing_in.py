"""Signing in through the pages: password, code, where it leads, and what holds guesses back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from gouden_poort.profiles.people.account import Role
from gouden_poort.services.accounts.signing_in import GUESSES_OF_A_BLOCK
from tests.people_with_rights import Clock, Desk, People, code_of_app
from tests.web.page_rules import faults_in_page

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)


def test_staff_come_in_with_password_and_code(desk: Desk, app: Flask, people: People) -> None:
    assert "Wat is de code in je app?" in desk.follow(desk.sign_in(people.coach))
    answer = desk.send("/aanmelden/code", {"code": code_of_app(app, people.coach, NOW)})
    assert "Vandaag" in desk.follow(answer)


@pytest.mark.parametrize(
    ("role", "home"),
    [(Role.COUNSELLOR, "/mijn-verwijzingen"), (Role.EDITOR, "/trechter"), (Role.ADMINISTRATOR, "/gebruikers")],
)
def test_each_role_begins_at_its_own_work(desk: Desk, app: Flask, people: People, role: Role, home: str) -> None:
    account = people.with_role(role)
    desk.follow(desk.sign_in(account))
    assert desk.send("/aanmelden/code", {"code": code_of_app(app, account, NOW)}).location == home


def test_a_password_alone_opens_nothing_of_staff(desk: Desk, people: People) -> None:
    desk.sign_in(people.administrator)
    assert desk.client.get("/gebruikers").location == "/aanmelden"


def test_a_citizen_comes_in_with_a_password(desk: Desk, people: People) -> None:
    assert desk.sign_in(people.citizen).location == "/mijn-plan"
    assert people.citizen.name in desk.read("/account")


def test_a_code_works_once(desk: Desk, app: Flask, people: People) -> None:
    code = code_of_app(app, people.coach, NOW)
    for location in ("/vandaag", "/aanmelden/code?"):
        other = Desk(app.test_client())
        other.follow(other.sign_in(people.coach))
        assert other.send("/aanmelden/code", {"code": code}).location.startswith(location)


def test_who_takes_ten_minutes_for_the_code_begins_again(desk: Desk, app: Flask, people: People, clock: Clock) -> None:
    desk.sign_in(people.coach)
    clock.now += timedelta(minutes=10)
    answer = desk.send("/aanmelden/code", {"code": code_of_app(app, people.coach, clock.now)})
    assert answer.location == "/aanmelden"


def test_an_unknown_name_and_a_wrong_password_get_the_same_page(app: Flask, people: People) -> None:
    pages = []
    for email in (people.coach.email, "iemand@voorbeeld.example"):
        desk = Desk(app.test_client())
        desk.read("/aanmelden")
        page = desk.follow(desk.send("/aanmelden", {"email": email, "password": "verkeerd geraden"}))
        pages.append(page.replace(email, "").replace(desk.token, ""))
    assert pages[0] == pages[1]
    assert "horen niet bij elkaar" in pages[0]


def test_a_page_with_a_fault_keeps_the_rules_and_the_password_for_itself(desk: Desk, people: People) -> None:
    page = desk.follow(desk.sign_in(people.coach, "verkeerd geraden"))
    assert faults_in_page(page) == []
    assert "<title>Fout: " in page
    assert people.coach.email in page
    assert "verkeerd geraden" not in page


def test_the_sixth_guess_is_refused_for_a_quarter_of_an_hour_also_with_the_right_password(
    app: Flask, people: People, clock: Clock
) -> None:
    for number in range(5):
        assert Desk(app.test_client()).sign_in(people.citizen, f"gok nummer {number}").status_code == 303
    held = Desk(app.test_client()).sign_in(people.citizen)
    assert (held.status_code, held.headers["Retry-After"]) == (429, "900")
    assert "Wacht 15 minuten" in held.text
    clock.now += timedelta(minutes=15)
    assert Desk(app.test_client()).sign_in(people.citizen).location == "/mijn-plan"


def test_a_forwarded_address_sheds_no_guesses(app: Flask, people: People) -> None:
    statuses = []
    for number in range(6):
        desk = Desk(app.test_client())
        desk.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"9.9.{number}.9"
        statuses.append(desk.sign_in(people.coach, "verkeerd geraden").status_code)
    assert statuses == [303] * 5 + [429]


@pytest.mark.parametrize("direct", ["127.0.0.1", "10.20.30.40", "192.168.1.7", "::1"])
def test_who_tries_one_password_for_many_names_sheds_no_guesses_either(app: Flask, direct: str) -> None:
    desk, statuses = Desk(app.test_client()), []
    desk.client.environ_base["REMOTE_ADDR"] = direct
    desk.read("/aanmelden")
    for number in range(GUESSES_OF_A_BLOCK + 1):
        desk.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"9.{number}.9.9"
        form = {"email": f"iemand{number}@voorbeeld.example", "password": "verkeerd geraden"}
        statuses.append(desk.send("/aanmelden", form).status_code)
    assert statuses == [303] * GUESSES_OF_A_BLOCK + [429]


def test_an_unknown_name_is_held_back_too(app: Flask) -> None:
    desk = Desk(app.test_client())
    desk.read("/aanmelden")
    form = {"email": "iemand@voorbeeld.example", "password": "gok"}
    assert [desk.send("/aanmelden", form).status_code for _ in range(6)] == [303] * 5 + [429]


def test_codes_are_held_back_too(desk: Desk, people: People) -> None:
    desk.follow(desk.sign_in(people.coach))
    statuses = [desk.send("/aanmelden/code", {"code": "000000"}).status_code for _ in range(6)]
    assert statuses == [303] * 5 + [429]


def test_signing_out_ends_the_session_in_the_table(desk: Desk, app: Flask, people: People) -> None:
    desk.sign_in(people.citizen)
    desk.read("/account")
    thief = app.test_client()
    with desk.client.session_transaction() as own, thief.session_transaction() as stolen:
        stolen.update(own)
    assert thief.get("/account").status_code == 200
    assert "Je bent afgemeld" in desk.follow(desk.send("/afmelden"))
    assert thief.get("/account").location == "/aanmelden"


def test_a_new_sign_in_has_a_new_id_and_a_new_token_for_forms(desk: Desk, people: People) -> None:
    desk.sign_in(people.citizen)
    with desk.client.session_transaction() as session:
        first = (session["_user_id"], session.get("csrf_token"))
    desk.read("/account")
    desk.send("/afmelden")
    desk.sign_in(people.citizen)
    with desk.client.session_transaction() as session:
        assert session["_user_id"] != first[0]
        assert session.get("csrf_token") is None or session["csrf_token"] != first[1]


def test_who_wanted_a_page_gets_it_after_signing_in(desk: Desk, app: Flask, people: People) -> None:
    assert desk.client.get("/gebruikers/nieuw").location == "/aanmelden"
    desk.follow(desk.sign_in(people.administrator))
    answer = desk.send("/aanmelden/code", {"code": code_of_app(app, people.administrator, NOW)})
    assert answer.location == "/gebruikers/nieuw"


def test_nobody_is_led_to_another_site_after_signing_in(app: Flask, people: People) -> None:
    for asked in (
        "//elders.example/x",
        "/en//elders.example",
        "/%5C%5Celders.example",
        "/account?next=//elders.example",
    ):
        desk = Desk(app.test_client())
        desk.client.get(asked, headers={"Referer": "http://localhost//elders.example/"})
        desk.client.post("/afmelden", headers={"Referer": "http://localhost//elders.example/"})
        location = desk.sign_in(people.citizen).location
        assert location.startswith("/")
        assert not location.startswith(("//", "/\\"))
