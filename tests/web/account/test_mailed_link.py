"""A link in the mail: it lets a citizen in once, and asking for it tells nobody who is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from flask import Flask

from gouden_poort.settings import Settings
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.people_with_rights import Clock, Desk, People


def ask(app: Flask, email: str, host: str = "localhost") -> str:
    """What somebody reads who asks for a link."""
    desk = Desk(app.test_client())
    desk.client.environ_base["HTTP_HOST"] = host
    desk.read("/aanmelden/link")
    return desk.follow(desk.send("/aanmelden/link", {"email": email}))


def links(house: House) -> list[str]:
    """Every link that waits to be mailed."""
    with house.unit_of_work() as unit:
        return [message.facts["link"] for message in unit.outbox.unsent()]


def follow(app: Flask, link: str) -> Desk:
    """A new browser in which the button behind a link was pressed."""
    desk = Desk(app.test_client())
    desk.read(f"/link/{link.rpartition('/')[2]}", 303)
    if desk.client.get("/binnen").status_code == 200:
        desk.read("/binnen")
        desk.send("/binnen")
    return desk


def test_a_link_lets_in_once(app: Flask, house: House, people: People) -> None:
    ask(app, people.citizen.email)
    (link,) = links(house)
    follow(app, link).read("/account")
    follow(app, link).read("/account", 303)


def test_a_link_holds_for_half_an_hour(app: Flask, house: House, people: People, clock: Clock) -> None:
    ask(app, people.citizen.email)
    clock.now += timedelta(minutes=30)
    follow(app, links(house)[0]).read("/account", 303)


def test_a_later_link_closes_an_earlier_one(app: Flask, house: House, people: People) -> None:
    for _ in range(2):
        ask(app, people.citizen.email)
    opened = [follow(app, link).client.get("/account").status_code for link in links(house)]
    assert sorted(opened) == [200, 303]


def test_known_and_unknown_get_the_same_page_and_only_the_known_a_mail(
    app: Flask, house: House, people: People
) -> None:
    pages = {ask(app, email) for email in (people.citizen.email, people.coach.email, "niemand@voorbeeld.example")}
    assert len(pages) == 1
    assert len(links(house)) == 1


def test_whether_someone_is_known_is_looked_up_after_the_answer(house: House, people: People) -> None:
    later: list[Callable[[], object]] = []
    app = app_of(replace(house, aside=later.append))
    for email in (people.citizen.email, "niemand@voorbeeld.example"):
        ask(app, email)
    assert links(house) == []
    for work in later:  # with no request around it any more
        work()
    assert len(links(house)) == 1


def test_a_link_leads_to_the_own_address_whatever_host_was_asked(house: House, people: People) -> None:
    settings: Settings = replace(house.settings, base_url="http://poort.example")
    app = app_of(replace(house, settings=settings))
    ask(app, people.citizen.email, host="poort.example")
    assert links(house)[0].startswith("http://poort.example/link/")
    assert app.test_client().get("/aanmelden/link", headers={"Host": "boos.example"}).status_code == 400


def test_who_asks_often_waits(app: Flask, people: People) -> None:
    desk = Desk(app.test_client())
    desk.read("/aanmelden/link")
    statuses = [desk.send("/aanmelden/link", {"email": people.citizen.email}).status_code for _ in range(6)]
    assert statuses == [303] * 5 + [429]
