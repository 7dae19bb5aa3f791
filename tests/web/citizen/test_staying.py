"""How it goes on, for everyone: the sentence first, dots with their table, no promise, and nobody to be found."""

from __future__ import annotations

import re

import pytest

from tests.databases import Database
from tests.many_lives import as_of_the_demo, lives
from tests.people_with_rights import Desk
from tests.web.desk.at_a_desk import at_a_desk, marked
from tests.web.page_rules import faults_in_page
from tests.web.picture_rules import faults_in_pictures, pictures_in

ADDRESS = "/hoe-gaat-het-verder"
LONG_AGO = "2016-02-01"


@pytest.fixture
def passer_by(sqlite_database: Database) -> Desk:
    """Somebody who is not signed in."""
    return at_a_desk(sqlite_database).other(None)


def keep_lives(database: Database) -> None:
    lives(database.unit, 40, since=LONG_AGO, waited=200)
    lives(database.unit, 20, since=LONG_AGO, days=900)
    lives(database.unit, 40, since=LONG_AGO, target_sector="energy")


def test_the_sentence_comes_first_then_dots_with_the_same_numbers(passer_by: Desk, sqlite_database: Database) -> None:
    keep_lives(sqlite_database)
    page = passer_by.read(ADDRESS)
    assert "Van 100 mensen werken er na 5 jaar nog 80 in de techniek." in marked(page, "sentence")[0]
    assert page.index('data-test="sentence"') < page.index('data-test="hundreds"') < page.index("<table")
    assert re.search(r"Na 5 jaar</th><td[^>]*>80</td><td[^>]*>20</td>", page)
    assert marked(page, "half") == ["De helft van wie een route koos, had binnen 1 maand technisch werk."]
    assert "Deze getallen zijn van 23 november 2026." in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("address", [ADDRESS, f"/ar{ADDRESS}"])
def test_the_picture_keeps_the_rules(passer_by: Desk, sqlite_database: Database, address: str) -> None:
    keep_lives(sqlite_database)
    page = passer_by.read(address)
    assert len(pictures_in(page)) == 1
    assert faults_in_pictures(page) == []


def test_a_sector_is_a_link_away_and_leads_back(passer_by: Desk, sqlite_database: Database) -> None:
    keep_lives(sqlite_database)
    page = passer_by.read(ADDRESS)
    assert f'<a href="{ADDRESS}?sector=metal">Metal</a>' in page
    assert "Metal Na 5 jaar nog 67 van de 100" in marked(page, "sectors")[0]
    page = passer_by.read(f"{ADDRESS}?sector=metal")
    assert "na 5 jaar nog 67 in de techniek" in page
    assert f'<a href="{ADDRESS}">Alle sectoren samen</a>' in page
    assert not marked(page, "half")
    assert faults_in_page(page) == []


@pytest.mark.parametrize("sector", ["rail", "bestaat-niet", "x" * 500])
def test_a_small_sector_and_one_that_never_was_get_the_same_answer(
    passer_by: Desk, sqlite_database: Database, sector: str
) -> None:
    keep_lives(sqlite_database)
    lives(sqlite_database.unit, 4, since=LONG_AGO, target_sector="rail")
    page = passer_by.read(f"{ADDRESS}?sector={sector}")
    assert marked(page, "unknown") == [
        "Over deze sector kunnen we nog niets vertellen. Je leest hier over alle sectoren samen."
    ]
    assert "rail" not in page.lower()


def test_it_promises_nothing_and_names_nobody(passer_by: Desk, sqlite_database: Database) -> None:
    keep_lives(sqlite_database)
    page = passer_by.read(ADDRESS)
    assert "Het zegt niet hoe het met jou gaat, en het is geen belofte." in page
    assert "garantie" not in page.lower()
    assert "Onzichtbaar" not in page


def test_before_there_are_enough_people_it_says_why_nothing_is_shown(
    passer_by: Desk, sqlite_database: Database
) -> None:
    lives(sqlite_database.unit, 9, since=LONG_AGO)
    page = passer_by.read(ADDRESS)
    assert "Dat weten we nog niet" in page
    assert "Over minder dan 10 mensen vertellen we niets." in page
    assert not marked(page, "hundreds")
    assert faults_in_page(page) == []


@pytest.mark.parametrize("is_demo", [True, False])
def test_made_up_people_are_called_an_example(passer_by: Desk, sqlite_database: Database, is_demo: bool) -> None:
    if is_demo:
        as_of_the_demo(sqlite_database.unit)
    keep_lives(sqlite_database)
    assert bool(marked(passer_by.read(ADDRESS), "example")) is is_demo


def test_how_it_works_leads_here(passer_by: Desk) -> None:
    assert f'href="{ADDRESS}"' in passer_by.read("/hoe-het-werkt")
