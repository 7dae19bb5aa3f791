"""The questions of a year at the desk: for who cannot be asked otherwise, and for who asks the coach to help."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from gouden_poort.development.check_in import CheckIn
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.wiring import House
from tests.people_with_rights import Clock, Desk, People
from tests.ten_years import a_plan_of, chosen
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import a_client, desk_of
from tests.web.desk.conftest import NOW
from tests.web.page_rules import faults_in_page

DUE = date(2028, 9, 6)
GIVEN = {"going": "badly", "work": "none", "learnt": "Lassen.", "onward": "another_step", "talk": "no"}


@pytest.fixture
def dossier(house: House, people: People, clock: Clock) -> Dossier:
    """Somebody without an account and a mail address, whose first year is over today."""
    made = a_client(house, people, NOW, email="")
    plan = a_plan_of(made)
    with house.unit_of_work() as unit:
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, "2027-01-04"))
        begin_line(unit, plan, region="AR01", groups=(), today=NOW.date())
        unit.commit()
    clock.now = datetime(DUE.year, DUE.month, DUE.day, 9, tzinfo=UTC)
    return made


@pytest.fixture
def coach(app: Flask, house: House, people: People, dossier: Dossier) -> Desk:
    return desk_of(app, house, people.coach)


@pytest.fixture
def address(dossier: Dossier) -> str:
    return f"/persoon/{dossier.id}/vragen/1"


def kept(house: House, dossier: Dossier) -> list[CheckIn]:
    with house.unit_of_work() as unit:
        return [*unit.check_ins.of(dossier.id)]


def test_the_list_of_the_day_and_the_ten_years_lead_there(coach: Desk, dossier: Dossier, address: str) -> None:
    page = coach.read("/vandaag")
    (line,) = marked(page, "line")
    assert "Kon de vragen van jaar 1 niet krijgen" in line
    assert "Vul samen in" in line
    assert f'href="{address}"' in page
    assert f'href="{address}"' in coach.read(f"/persoon/{dossier.id}/tien-jaar")
    assert faults_in_page(page) == []


def test_the_answers_are_kept_as_filled_in_by_the_coach(
    coach: Desk, house: House, people: People, dossier: Dossier, address: str
) -> None:
    assert faults_in_page(coach.read(address)) == []
    page = coach.follow(coach.send(address, GIVEN))
    assert "De antwoorden zijn bewaard." in page
    assert f'href="{address}"' not in page
    assert faults_in_page(page) == []
    (answers,) = kept(house, dossier)
    assert (answers.answered_by, answers.learnt) == (people.coach.id, "Lassen.")
    assert f"met {people.coach.name} ingevuld" in coach.read(f"/persoon/{dossier.id}")
    assert marked(coach.read("/vandaag"), "line") == []


def test_what_is_lacking_is_said_at_its_question_and_the_rest_stays(
    coach: Desk, house: House, dossier: Dossier, address: str
) -> None:
    coach.read(address)
    page = coach.follow(coach.send(address, {**GIVEN, "going": "", "talk": "misschien"}))
    for words in ("Kies hoe het gaat.", "Kies of een gesprek nodig is."):
        assert page.count(words) == 2
    assert "Lassen." in page
    assert 'value="none" checked' in page
    assert faults_in_page(page) == []
    assert kept(house, dossier) == []


def test_a_year_that_is_not_open_leads_to_the_ten_years(coach: Desk, house: House, dossier: Dossier) -> None:
    later = f"/persoon/{dossier.id}/vragen/2"
    coach.read("/vandaag")
    assert coach.client.get(later).location == f"/persoon/{dossier.id}/tien-jaar"
    assert coach.send(later, GIVEN).location == f"/persoon/{dossier.id}/tien-jaar"
    assert kept(house, dossier) == []
    coach.read(f"/persoon/{dossier.id}/vragen/11", 404)


def test_nobody_of_another_coach_is_opened(app: Flask, house: House, people: People, address: str) -> None:
    other = desk_of(app, house, people.other_coach)
    other.read("/vandaag")
    other.read(address, 404)
    assert other.send(address, GIVEN).status_code == 404
