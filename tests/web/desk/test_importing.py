"""Bringing people in at the screen: look, yes, progress, done; and nobody else's file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from gouden_poort.http.uploads import SHEET_LIMIT
from gouden_poort.profiles.people.bringing_in import STANDS_STILL_AFTER
from gouden_poort.wiring import House
from tests.databases import Database
from tests.fakes import ShelfWith
from tests.people_with_rights import Clock, Desk, People, house_at, signed_in_client
from tests.services.importing.files import a_country, a_row, a_table


class LaterOn:
    """Keeps work for later, so that a test sees what stands there meanwhile."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], object]] = []

    def __call__(self, work: Callable[[], object]) -> None:
        self.waiting.append(work)

    def catch_up(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@pytest.fixture
def later() -> LaterOn:
    return LaterOn()


@pytest.fixture
def house(database: Database, clock: Clock, later: LaterOn) -> House:
    return replace(house_at(database, clock), shelf=ShelfWith(a_country()), aside=later)


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return Desk(signed_in_client(app, house, people.coach))


def as_csv(*rows: dict[str, str]) -> bytes:
    return "\r\n".join(";".join(row) for row in a_table(*rows)).encode()


def upload(desk: Desk, content: bytes, name: str = "mensen.csv") -> TestResponse:
    desk.read("/import")
    return desk.send("/import", {"file": (BytesIO(content), name)})


def upload_large(desk: Desk, size: int) -> TestResponse:
    desk.read("/import")
    return desk.send_large("/import", b"a" * size)


def told(page: str, hook: str) -> str:
    found = re.search(rf'data-test="{hook}"[^>]*>([^<]*)<', page)
    assert found, page
    return found[1].strip()


def how_many(house: House, people: People) -> int:
    with house.unit_of_work() as unit:
        return len(unit.imports.known(people.organisation.id))


def test_the_look_names_rows_and_keeps_nobody(coach: Desk, house: House, people: People) -> None:
    page = coach.follow(upload(coach, as_csv(a_row(1), a_row(2, Geboortedatum="gisteren"), a_row(1))))
    assert (told(page, "fresh"), told(page, "faulty"), told(page, "doubles")) == ("1", "1", "1")
    assert "Rij 3" in page
    assert "Geboortedatum" in page
    assert "Schrijf hem als 14-9-1998" in page
    assert "Dezelfde persoon als in rij 2" in page
    assert how_many(house, people) == 0


def test_after_the_yes_the_page_tells_how_far_it_is_and_comes_again_by_itself(
    coach: Desk, later: LaterOn, house: House, people: People
) -> None:
    coach.follow(upload(coach, as_csv(*(a_row(number) for number in range(3)))))
    address = house_address(coach)
    answer = coach.send(f"{address}/ja")
    running = coach.client.get(answer.location)
    assert told(running.text, "progress") == "0 van 3"
    assert running.headers["Refresh"] == "3"
    later.catch_up()
    done = coach.client.get(answer.location)
    assert "3 mensen staan er nu in" in done.text
    assert "Refresh" not in done.headers
    assert how_many(house, people) == 3


def house_address(coach: Desk) -> str:
    """The page of the file that was looked at last."""
    page = upload(coach, as_csv(*(a_row(number) for number in range(3)))).location
    coach.read(page)
    return page


def test_a_second_click_on_the_yes_and_the_same_file_again_make_no_doubles(
    coach: Desk, later: LaterOn, house: House, people: People
) -> None:
    address = house_address(coach)
    coach.send(f"{address}/ja")
    coach.send(f"{address}/ja")
    later.catch_up()
    page = coach.read(house_address(coach))
    assert (told(page, "fresh"), told(page, "doubles")) == ("0", "3")
    assert "Deze persoon staat er al in" in page
    assert how_many(house, people) == 3


def test_a_run_that_stands_still_can_go_on(
    coach: Desk, later: LaterOn, clock: Clock, house: House, people: People
) -> None:
    address = house_address(coach)
    coach.send(f"{address}/ja")
    later.waiting.clear()
    clock.now += STANDS_STILL_AFTER
    assert "Het staat stil" in coach.read(address)
    coach.send(f"{address}/ja")
    later.catch_up()
    assert how_many(house, people) == 3


def test_the_list_to_take_along_holds_each_remark_and_nothing_that_is_calculated(coach: Desk) -> None:
    bad = a_row(1, Naam="=HYPERLINK()", Geboortedatum="gisteren")
    address = upload(coach, as_csv(bad)).location
    listed = coach.client.get(f"{address}/nakijken.csv")
    assert listed.mimetype == "text/csv"
    assert "attachment" in listed.headers["Content-Disposition"]
    lines = listed.text.removeprefix("\ufeff").splitlines()
    assert lines == ["Rij;Kolom;Wat er is", "2;Geboortedatum;Deze datum kennen we niet. Schrijf hem als 14-9-1998."]
    assert "HYPERLINK" not in listed.text


def test_the_example_can_be_brought_in_as_it_is(coach: Desk) -> None:
    example = coach.client.get("/import/voorbeeld.csv").data.replace(b"8011 AB", b"Utrecht")
    page = coach.follow(upload(coach, example))
    assert (told(page, "fresh"), told(page, "faulty"), told(page, "doubles")) == ("2", "0", "0")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 \x00", "kunnen we niet lezen"),
        (b"Naam;Taal\nVoorbeeld;nl", "De kolom “Geboortedatum” ontbreekt"),
        (b"", "De kolom “Naam” ontbreekt"),
    ],
)
def test_a_file_that_is_none_comes_back_with_what_to_do(coach: Desk, content: bytes, words: str) -> None:
    page = coach.follow(upload(coach, content))
    assert words in page
    assert "Fout:" in page


def test_without_a_file_the_form_says_so(coach: Desk) -> None:
    coach.read("/import")
    assert "Kies een bestand" in coach.follow(coach.send("/import", {"file": (BytesIO(b""), "")}))


def test_a_file_of_more_than_the_limit_is_refused_as_a_whole(coach: Desk) -> None:
    assert upload_large(coach, SHEET_LIMIT).status_code == 413


def test_more_than_the_usual_megabyte_is_taken_here(coach: Desk) -> None:
    assert upload_large(coach, 1_500_000).status_code == 303


def test_the_file_of_a_colleague_is_not_there(coach: Desk, app: Flask, house: House, people: People) -> None:
    address = house_address(coach)
    colleague = Desk(signed_in_client(app, house, people.other_coach))
    colleague.read("/import")
    colleague.read(address, 404)
    colleague.read(f"{address}/nakijken.csv", 404)
    assert colleague.send(f"{address}/ja").status_code == 404
    assert colleague.send(f"{address}/weg").status_code == 404
    coach.read(address)


def test_a_file_can_be_thrown_away(coach: Desk) -> None:
    address = house_address(coach)
    coach.send(f"{address}/weg")
    coach.read(address, 404)
