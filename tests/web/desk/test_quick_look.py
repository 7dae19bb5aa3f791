"""Looking which routes fit someone, on screen: what is missing is named, and no database has what was filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.storage.tables.sent_forms import SENT_FORMS
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.databases import Database
from tests.fakes import ShelfWith
from tests.people_with_rights import Clock, Desk, People, house_at, keep_people, signed_in_client
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page

FORM = {"place": "Zwolle", "birth_date": "1990", "dutch": "B1", "former_work": "", "hours": "32"}


@pytest.fixture
def house(sqlite_database: Database, clock: Clock, builtin: Snapshot) -> House:
    return replace(house_at(sqlite_database, clock), shelf=ShelfWith(builtin))


@pytest.fixture
def people(house: House) -> People:
    return keep_people(house.unit_of_work, NOW)


@pytest.fixture
def app(house: House) -> Flask:
    return app_of(house)


@pytest.fixture
def counsellor(app: Flask, house: House, people: People) -> Desk:
    desk = Desk(signed_in_client(app, house, people.counsellor))
    desk.read("/snel-kijken")
    return desk


def test_routes_stand_below_the_form_without_anything_in_the_address(counsellor: Desk) -> None:
    answer = counsellor.send("/snel-kijken", FORM)
    assert "1990" not in answer.location
    assert "Zwolle" not in answer.location
    page = counsellor.follow(answer)
    assert faults_in_page(page) == []
    assert page.count('data-test="route-card"') >= 3
    assert 'value="Zwolle"' in page


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (("place", "birth_date"), "Te weinig bekend: plaats en geboortejaar."),
        (("birth_date",), "Te weinig bekend: geboortejaar."),
    ],
)
def test_what_is_missing_is_named(counsellor: Desk, left_out: tuple[str, ...], words: str) -> None:
    page = counsellor.follow(counsellor.send("/snel-kijken", FORM | dict.fromkeys(left_out, "")))
    assert words in page
    assert faults_in_page(page) == []


def test_a_fault_stands_at_its_field(counsellor: Desk) -> None:
    page = counsellor.follow(counsellor.send("/snel-kijken", {**FORM, "place": "Nergensdorp", "birth_date": "ooit"}))
    assert faults_in_page(page) == []
    assert 'id="place-fout"' in page
    assert 'id="birth_date-fout"' in page


@pytest.mark.parametrize("born", ["1990", "14-9-1990", "14/09/1990"])
def test_a_year_or_a_date_will_do(counsellor: Desk, born: str) -> None:
    page = counsellor.follow(counsellor.send("/snel-kijken", {**FORM, "birth_date": born}))
    assert 'data-test="route-card"' in page


def test_no_database_has_what_was_filled_in(counsellor: Desk, sqlite_database: Database) -> None:
    counsellor.follow(counsellor.send("/snel-kijken", FORM))
    with sqlite_database.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(SENT_FORMS)) == 0
