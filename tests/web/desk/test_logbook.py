"""The audit trail on the screen of an administrator: what colleagues did, and of citizens no more than a code."""

from __future__ import annotations

import pytest
from flask import Flask

from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.trail import record
from gouden_poort.web.desk import logbook_words
from gouden_poort.wiring import House
from tests.own_dossiers import Coached, coached
from tests.people_with_rights import People, actor_of
from tests.web.desk.at_a_desk import marked
from tests.web.page_rules import faults_in_page


@pytest.fixture
def made(app: Flask, house: House, people: People) -> Coached:
    return coached(app, house, people)


def look(made: Coached, deed: Deed = Deed.SEE_DOSSIER, why: Why = Why.GUIDANCE) -> None:
    with made.house.unit_of_work() as unit:
        record(unit, actor_of(made.people.coach), deed, made.dossier.pseudonym, why, made.house.clock())
        unit.commit()


def test_every_deed_and_reason_has_words() -> None:
    assert set(logbook_words.DEEDS) == set(Deed)
    assert set(logbook_words.WHYS) == set(Why)


def test_who_looked_is_named_and_whom_is_not(made: Coached) -> None:
    look(made)
    page = made.screen_of(made.people.administrator).read("/logboek")
    assert faults_in_page(page) == []
    (line,) = marked(page, "deed")
    assert line.startswith(f"{made.people.coach.name} coach Opende een dossier Dossier")
    assert made.dossier.name not in page
    assert str(made.dossier.id) not in page


def test_what_administrators_do_with_colleagues_stands_there_with_names(made: Coached) -> None:
    administrator, coach = made.screen_of(made.people.administrator), made.people.coach
    administrator.send(f"/gebruikers/{coach.id}/uitzetten")
    administrator.send(f"/gebruikers/{coach.id}/aanzetten")
    lines = marked(administrator.read("/logboek"), "deed")
    assert [f"Zette een collega weer aan {coach.name}" in lines[0], f"Zette een collega uit {coach.name}" in lines[1]]
    assert all("Aanmelden en toegang 10.00" in line for line in lines)


def test_a_search_that_finds_nothing_says_how_to_go_on(made: Coached) -> None:
    administrator = made.screen_of(made.people.administrator)
    for search in ("dag=2020-01-01", f"collega={made.people.editor.id}", "dag=onzin&collega=onzin&voor=0"):
        page = administrator.read(f"/logboek?{search}")
        assert faults_in_page(page) == []


def test_every_deed_can_be_shown(made: Coached) -> None:
    for deed in Deed:
        look(made, deed)
    page = made.screen_of(made.people.administrator).read("/logboek")
    assert faults_in_page(page) == []
    assert len(marked(page, "deed")) == len(Deed)


def test_a_file_holds_the_same_and_that_it_was_taken_stands_there_afterwards(made: Coached) -> None:
    look(made)
    administrator = made.screen_of(made.people.administrator)
    answer = administrator.client.get("/logboek/bestand")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="logboek-2027-01-04.csv"'
    assert f"{made.people.coach.name};coach;Opende een dossier;Dossier" in answer.text
    assert made.dossier.name not in answer.text
    assert "Nam het logboek mee in een bestand" in administrator.read("/logboek")


def test_a_name_that_a_spreadsheet_would_calculate_stays_text(made: Coached) -> None:
    administrator = made.screen_of(made.people.administrator)
    invited = {"name": "=1+1", "email": "tien@voorbeeld.example", "role": "coach"}
    administrator.read("/gebruikers/nieuw")
    administrator.send("/gebruikers/nieuw", invited)
    assert ";'=1+1;" in administrator.client.get("/logboek/bestand").text
