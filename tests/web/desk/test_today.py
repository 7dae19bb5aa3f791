"""The page of the day: its numbers, what is overdue, the first to begin with, and a day on which nothing has to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.web.desk.today_words import NAMES
from tests.databases import Database
from tests.dossiers import an_agreement
from tests.people_with_rights import code_of_app
from tests.web.desk.at_a_desk import TODAY, AtADesk, at_a_desk, marked
from tests.web.page_rules import faults_in_page

ACTIVE: dict[str, Any] = {"state": DossierState.ACTIVE, "last_contact_on": TODAY - timedelta(days=10)}


@pytest.fixture
def coach(sqlite_database: Database) -> AtADesk:
    return at_a_desk(sqlite_database)


def a_busy_day(coach: AtADesk) -> None:
    late = coach.has(name="Voorbeeld Laat", next_contact_on=TODAY - timedelta(days=3), **ACTIVE)
    coach.has(name="Voorbeeld Nu", next_contact_on=TODAY, **ACTIVE)
    coach.has(name="Voorbeeld Morgen", next_contact_on=TODAY + timedelta(days=1), **ACTIVE)
    coach.has(name="Voorbeeld Nieuw")
    coach.has(name="Voorbeeld Stil", **ACTIVE | {"last_contact_on": TODAY - timedelta(weeks=9)})
    with coach.database.unit() as unit:
        unit.agreements.add(an_agreement(late, due_on=TODAY, text="Bel <b>de</b> school"))
        unit.commit()


def test_a_coach_who_signs_in_begins_with_the_day(coach: AtADesk) -> None:
    desk = coach.other(None)
    desk.follow(desk.sign_in(coach.people.coach))
    code = code_of_app(desk.client.application, coach.people.coach, coach.clock.now)
    assert desk.send("/aanmelden/code", {"code": code}).location == "/vandaag"


def test_each_number_is_the_length_of_the_list_behind_it(coach: AtADesk) -> None:
    a_busy_day(coach)
    counts = [int(words) for words in marked(coach.desk.read("/vandaag"), "count")]
    behind = [marked(coach.desk.read(f"/vandaag?lijst={name.lower()}"), "line") for name in NAMES.values()]
    assert counts == [3, 1, 1, 1]
    assert [len(lines) for lines in behind] == counts


def test_what_is_overdue_stands_on_top_in_words_and_is_the_first_to_do(coach: AtADesk) -> None:
    a_busy_day(coach)
    page = coach.desk.read("/vandaag")
    lines = marked(page, "line")
    assert "Voorbeeld Laat" in lines[0]
    assert ["Te laat" in line for line in lines] == [True, False, False]
    assert marked(page, "primary") == ["Begin met Voorbeeld Laat"]
    assert faults_in_page(page) == []


def test_a_line_says_why_now_and_when(coach: AtADesk) -> None:
    a_busy_day(coach)
    first, promise, _ = marked(coach.desk.read("/vandaag"), "line")
    assert "Jullie zouden elkaar spreken Te laat 20 november, 3 dagen geleden" in first
    assert "Vraag of dit is gelukt: Bel <b>de</b> school Vandaag, 23 november" in promise


def test_a_note_is_one_step_away(coach: AtADesk) -> None:
    dossier = coach.has(next_contact_on=TODAY, **ACTIVE)
    assert f'href="/persoon/{dossier.id}/notitie"' in coach.desk.read("/vandaag")


def test_who_is_handed_over_leads_to_where_one_answers(coach: AtADesk) -> None:
    people = coach.people
    dossier = coach.has(coach_id=people.other_coach.id, next_coach_id=people.coach.id)
    page = coach.desk.read("/vandaag")
    assert len(marked(page, "line")) == 1
    assert str(dossier.id) not in page


def test_a_day_without_anything_leads_to_who_is_quiet(coach: AtADesk) -> None:
    coach.has(name="Voorbeeld Stil", **ACTIVE | {"last_contact_on": TODAY - timedelta(weeks=9)})
    page = coach.desk.read("/vandaag")
    assert "Niets dat moet" in page
    assert marked(page, "line") == []
    assert ["Voorbeeld Stil" in line for line in marked(page, "quiet")] == [True]
    assert faults_in_page(page) == []


@pytest.mark.parametrize("address", ["/vandaag", "/vandaag?lijst=week", "/vandaag?lijst=stil", "/vandaag?lijst=iets"])
def test_an_empty_list_leads_on(coach: AtADesk, address: str) -> None:
    page = coach.desk.read(address)
    assert len(marked(page, "primary")) == 1
    assert faults_in_page(page) == []


def test_nobody_of_a_colleague_stands_there(coach: AtADesk) -> None:
    coach.has(name="Voorbeeld Vreemd", coach_id=coach.people.other_coach.id, next_contact_on=TODAY, **ACTIVE)
    assert "Vreemd" not in coach.desk.read("/vandaag")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COACH])
def test_others_have_no_such_page(coach: AtADesk, role: Role) -> None:
    coach.other(coach.people.with_role(role)).read("/vandaag", status=403)
