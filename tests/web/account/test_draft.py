"""An expired session: what was being sent is there again after signing in, for its sender alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask

from gouden_poort.profiles.people.account import Account
from gouden_poort.wiring import House
from tests.people_with_rights import Clock, Desk, People, code_of_app, signed_in_client

LONG_AWAY = timedelta(minutes=30)
FILLED_IN = {"name": "Voorbeeld Tien", "email": "tien@voorbeeld.example", "role": "coach"}


@pytest.fixture
def administrator(app: Flask, house: House, people: People) -> Desk:
    """At the form of a new colleague."""
    desk = Desk(signed_in_client(app, house, people.administrator))
    desk.read("/gebruikers/nieuw")
    return desk


def come_back(desk: Desk, app: Flask, account: Account, clock: Clock) -> str:
    desk.follow(desk.sign_in(account))
    code = code_of_app(app, account, clock.now)
    return str(desk.send("/aanmelden/code", {"code": code}).location)


def test_the_form_comes_back_after_signing_in(administrator: Desk, app: Flask, people: People, clock: Clock) -> None:
    clock.now += LONG_AWAY
    page = administrator.follow(administrator.send("/gebruikers/nieuw", FILLED_IN))
    assert "Wat je invulde, staat er dan weer" in page
    address = come_back(administrator, app, people.administrator, clock)
    assert address.startswith("/gebruikers/nieuw?opnieuw=")
    page = administrator.read(address)
    assert 'value="Voorbeeld Tien"' in page
    assert "Wat je invulde staat er weer" in page
    assert 'value="coach" checked' in page.replace(' id="role"', "")
    assert administrator.send("/gebruikers/nieuw", FILLED_IN).location == "/gebruikers/link"


def test_a_wrong_password_in_between_loses_nothing(
    administrator: Desk, app: Flask, people: People, clock: Clock
) -> None:
    clock.now += LONG_AWAY
    administrator.follow(administrator.send("/gebruikers/nieuw", FILLED_IN))
    administrator.follow(administrator.sign_in(people.administrator, "verkeerd geraden"))
    assert 'value="Voorbeeld Tien"' in administrator.read(come_back(administrator, app, people.administrator, clock))


def test_somebody_else_at_the_same_screen_does_not_get_it(
    administrator: Desk, app: Flask, people: People, clock: Clock
) -> None:
    clock.now += LONG_AWAY
    administrator.follow(administrator.send("/gebruikers/nieuw", FILLED_IN))
    assert come_back(administrator, app, people.coach, clock) == "/vandaag"


def test_of_a_stranger_nothing_is_kept(desk: Desk, app: Flask, people: People, clock: Clock) -> None:
    desk.read("/aanmelden")
    desk.send("/gebruikers/nieuw", FILLED_IN)
    assert come_back(desk, app, people.administrator, clock) == "/gebruikers/nieuw"


def test_a_form_without_our_token_is_not_kept(administrator: Desk, app: Flask, people: People, clock: Clock) -> None:
    clock.now += LONG_AWAY
    administrator.token = "made up"
    administrator.follow(administrator.send("/gebruikers/nieuw", FILLED_IN))
    assert come_back(administrator, app, people.administrator, clock) == "/gebruikers/nieuw"


def test_a_form_without_a_page_of_its_own_goes_back_to_the_page_it_stood_on(
    administrator: Desk, app: Flask, people: People, clock: Clock
) -> None:
    clock.now += LONG_AWAY
    referrer = {"Referer": "http://localhost/gebruikers"}
    administrator.client.post(
        f"/gebruikers/{people.coach.id}/uitzetten", data={"csrf_token": administrator.token}, headers=referrer
    )
    assert come_back(administrator, app, people.administrator, clock).startswith("/gebruikers?opnieuw=")


def test_no_secret_is_kept(administrator: Desk, house: House, clock: Clock) -> None:
    clock.now += LONG_AWAY
    administrator.send("/account/wachtwoord", {"password": "geheime zin", "again": "geheime zin", "before": "geheim"})
    with administrator.client.session_transaction() as session:
        draft = session["draft"]
    with house.unit_of_work() as unit:
        content = unit.sent_forms.find(UUID(draft["id"]), kept_after=clock.now - LONG_AWAY)
    assert content is not None
    assert "geheim" not in content
