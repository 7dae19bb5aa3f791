"""The page about outcomes: a sentence first, pictures with their numbers in tables, one group at a time, no names."""

from __future__ import annotations

import re

import pytest

from gouden_poort.web.desk.outcomes import COLUMNS
from tests.databases import Database
from tests.many_lives import as_of_the_demo, lives
from tests.web.desk.at_a_desk import AtADesk, at_a_desk, marked
from tests.web.page_rules import faults_in_page

LARGEST_PICTURE = 15_000


@pytest.fixture
def coach(sqlite_database: Database) -> AtADesk:
    return at_a_desk(sqlite_database)


def test_a_sentence_comes_first_then_a_line_with_its_numbers(coach: AtADesk, sqlite_database: Database) -> None:
    lives(sqlite_database.unit, 30)
    lives(sqlite_database.unit, 20, days=900)
    page = coach.desk.read("/resultaten")
    assert "Van 100 mensen werken er na 5 jaar nog 60 in de techniek." in marked(page, "sentence")[0]
    assert page.index('data-test="sentence"') < page.index('data-test="staying"')
    assert re.search(r"Na 5 jaar</th><td[^>]*>60</td><td[^>]*>\d+ tot \d+</td><td[^>]*>30</td>", page)
    assert faults_in_page(page) == []


def test_pictures_are_small_and_have_title_and_description(coach: AtADesk, sqlite_database: Database) -> None:
    lives(sqlite_database.unit, 30)
    lives(sqlite_database.unit, 20, days=900)
    pictures = re.findall(r'<svg viewBox="0 0 344 .*?</svg>', coach.desk.read("/resultaten"), re.DOTALL)
    assert len(pictures) == 2
    for picture in pictures:
        assert len(picture) < LARGEST_PICTURE
        assert "<title id=" in picture
        assert "<desc id=" in picture


def test_a_group_is_asked_for_in_the_address(coach: AtADesk, sqlite_database: Database) -> None:
    lives(sqlite_database.unit, 30)
    lives(sqlite_database.unit, 20, region="R2", days=900)
    page = coach.desk.read("/resultaten?groep=regio:R2")
    assert "na 5 jaar nog 0 in de techniek" not in page
    assert 'value="regio:R2" selected' in page
    assert marked(page, "figure")[0] == "20"
    assert "resultaten.csv?groep=regio:R2" in page


@pytest.mark.parametrize("group", ["regio:te-klein", "sector:energy", "route:nergens", "doelgroep:starter"])
def test_a_small_group_is_absent_and_so_are_its_numbers(coach: AtADesk, sqlite_database: Database, group: str) -> None:
    lives(sqlite_database.unit, 30)
    lives(sqlite_database.unit, 4, region="te-klein")
    page = coach.desk.read(f"/resultaten?groep={group}")
    assert marked(page, "small")
    assert not marked(page, "figure")
    assert "te-klein" not in page
    assert faults_in_page(page) == []


@pytest.mark.parametrize("words", ["x", "regio:", ":", "jaar:2020", "regio"])
def test_an_address_that_names_no_group_is_about_everyone(
    coach: AtADesk, sqlite_database: Database, words: str
) -> None:
    lives(sqlite_database.unit, 12)
    assert marked(coach.desk.read(f"/resultaten?groep={words}"), "figure")[0] == "10"


def test_without_people_it_says_kindly_that_there_is_nothing_yet(coach: AtADesk) -> None:
    page = coach.desk.read("/resultaten")
    assert "Nog geen resultaten" in page
    assert faults_in_page(page) == []


def test_where_too_few_were_followed_the_page_says_so_and_shows_the_rest(
    coach: AtADesk, sqlite_database: Database
) -> None:
    lives(sqlite_database.unit, 12, days=200)
    lives(sqlite_database.unit, 9, days=400)
    page = coach.desk.read("/resultaten")
    assert marked(page, "no-line")
    assert marked(page, "figure")[0] == "20"


def test_nobody_stands_in_it_by_name(coach: AtADesk, sqlite_database: Database) -> None:
    lives(sqlite_database.unit, 12)
    assert "Onzichtbaar" not in coach.desk.read("/resultaten")
    assert "Onzichtbaar" not in coach.desk.client.get("/resultaten/resultaten.csv").text


def test_the_file_has_the_same_figures(coach: AtADesk, sqlite_database: Database) -> None:
    lives(sqlite_database.unit, 30)
    lives(sqlite_database.unit, 20, days=900)
    answer = coach.desk.client.get("/resultaten/resultaten.csv")
    assert answer.mimetype == "text/csv"
    head, *rows = answer.text.removeprefix("\ufeff").splitlines()
    assert head == ";".join(COLUMNS)
    assert "Alle mensen;Hoe ver;Technisch werk gevonden;50;;;" in rows
    assert any(row.startswith("Alle mensen;Van 100 nog in de techniek;na 5 jaar;60;") for row in rows)
    assert "Alle mensen;Stroom;Metal → Buiten de techniek;20;;;" in rows


def test_the_file_tells_of_small_streams_no_more_than_the_page(coach: AtADesk, sqlite_database: Database) -> None:
    """Beside streams of nobody, a hidden one would say to where somebody of a small sector went."""
    lives(sqlite_database.unit, 30)
    lives(sqlite_database.unit, 20, days=900)
    lives(sqlite_database.unit, 3, first_sector="energy", days=900)
    rows = coach.desk.client.get("/resultaten/resultaten.csv").text.splitlines()
    assert [row for row in rows if "Stroom" in row] == [
        "Alle mensen;Stroom;Metal → Metal;30;;;",
        "Alle mensen;Stroom;Metal → Kleine stromen;niet getoond;;;",
        "Alle mensen;Stroom;Energy → Kleine stromen;niet getoond;;;",
    ]


@pytest.mark.parametrize("is_demo", [True, False])
def test_made_up_people_are_called_an_example(coach: AtADesk, sqlite_database: Database, is_demo: bool) -> None:
    if is_demo:
        as_of_the_demo(sqlite_database.unit)
    lives(sqlite_database.unit, 30)
    assert bool(marked(coach.desk.read("/resultaten"), "example")) is is_demo
    file = coach.desk.client.get("/resultaten/resultaten.csv").text
    assert ("Alle mensen (voorbeeld: deze mensen zijn bedacht);" in file) is is_demo


def test_every_colleague_may_read_it(coach: AtADesk) -> None:
    for account in (coach.people.counsellor, coach.people.editor, coach.people.administrator):
        assert "Resultaten" in coach.other(account).read("/resultaten")
