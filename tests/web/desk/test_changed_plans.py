"""A catalogue that changed under a plan: the house looks again at night, and in the morning it is on the screens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.services.ten_years.reviewing import review_plans
from gouden_poort.services.ten_years.taking import take_route
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.people_with_rights import Clock, Desk, People, actor_of
from tests.services.ten_years.test_rerouting import LATER, WITHOUT_JOB, Shelf
from tests.web.desk.at_a_desk import marked
from tests.web.desk.caseload import a_client, desk_of
from tests.web.page_rules import faults_in_page
from tests.web.real_house import NOW

WHY = "De route uit het plan kan niet meer: Lasser"


@pytest.fixture
def dossier(house: House, people: People) -> Dossier:
    told = {"state": DossierState.ACTIVE, "citizen_id": people.citizen.id}
    return a_client(house, people, NOW, last_contact_on=NOW.date() - timedelta(days=9), **told)


@pytest.fixture
def changed(house: House, people: People, dossier: Dossier, clock: Clock) -> House:
    """The house on the morning after the job of the plan went from the catalogue."""
    before = Shelf(LATER).active()
    take_route(house.unit_of_work, before, actor_of(people.coach), dossier.id, occupation_id="O1", moment=clock.now)
    clock.now += timedelta(days=1)
    after = replace(house, shelf=Shelf(LATER, WITHOUT_JOB))
    assert review_plans(after.unit_of_work, after.shelf, clock.now).looked == 1
    return after


@pytest.fixture
def coach(changed: House, people: People) -> Desk:
    return desk_of(app_of(changed), changed, people.coach)


@pytest.fixture
def citizen(changed: House, people: People) -> Desk:
    return desk_of(app_of(changed), changed, people.citizen)


def lines(coach: Desk) -> list[str]:
    page = coach.read("/vandaag")
    assert faults_in_page(page) == []
    return marked(page, "line")


def test_the_coach_reads_it_at_the_beginning_of_the_day(coach: Desk, dossier: Dossier) -> None:
    (line,) = lines(coach)
    assert WHY in line
    assert "Gezien op 5 januari, vandaag" in line
    assert f'href="/persoon/{dossier.id}/tien-jaar/opnieuw"' in coach.read("/vandaag")


def test_a_second_round_puts_nothing_more_on_the_list(changed: House, coach: Desk, clock: Clock) -> None:
    clock.now += timedelta(minutes=5)
    assert review_plans(changed.unit_of_work, changed.shelf, clock.now).looked == 0
    assert len(lines(coach)) == 1


def test_the_ten_years_say_it_with_the_day(coach: Desk, dossier: Dossier) -> None:
    page = coach.read(f"/persoon/{dossier.id}/tien-jaar")
    assert faults_in_page(page) == []
    assert marked(page, "news") == ["De weg uit het plan is nu dicht: Lasser. Gezien op 5 januari 2027."]
    assert "Er is niets dat om een gesprek vraagt" not in page


def test_a_plan_that_is_kept_leaves_the_list_and_that_is_told(coach: Desk, citizen: Desk, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/tien-jaar/opnieuw"
    page = coach.read(address)
    assert faults_in_page(page) == []
    assert "Wij houden dit plan" in page
    page = coach.follow(coach.send(address, {"found": "route_closed O1"}))
    assert faults_in_page(page) == []
    assert "Het plan blijft zoals het is." in page
    assert lines(coach) == []
    assert "Wij houden dit plan" not in coach.read(address)
    assert "Dit plan blijft. Dat is gezegd op 5 januari 2027." in citizen.read("/mijn-10-jaar")


def test_an_answer_to_what_was_found_before_shows_what_is_found_now(coach: Desk, dossier: Dossier) -> None:
    address = f"/persoon/{dossier.id}/tien-jaar/opnieuw"
    coach.read(address)
    assert coach.send(address, {"found": "route_opened O2"}).location == address
    assert len(lines(coach)) == 1


def test_the_citizen_reads_it_and_may_keep_the_plan(coach: Desk, citizen: Desk) -> None:
    page = citizen.read("/mijn-10-jaar")
    assert faults_in_page(page) == []
    assert marked(page, "news") == ["De weg uit het plan is nu dicht: Lasser. Dat zagen we op 5 januari 2027."]
    page = citizen.read("/mijn-10-jaar/opnieuw")
    assert faults_in_page(page) == []
    assert "Ik houd dit plan" in page
    page = citizen.follow(citizen.send("/mijn-10-jaar/opnieuw", {"found": "route_closed O1"}))
    assert "Je plan blijft zoals het is." in page
    assert lines(coach) == []


@pytest.mark.parametrize("language", ["ar", "en", "ti", "tr", "uk"])
def test_it_is_said_in_every_language(citizen: Desk, language: str) -> None:
    for page in (citizen.read(f"/{language}/mijn-10-jaar"), citizen.read(f"/{language}/mijn-10-jaar/opnieuw")):
        assert faults_in_page(page) == []
        assert "Dat zagen we" not in page
        assert "houd dit plan" not in page


def test_on_another_day_it_is_not_told(coach: Desk, dossier: Dossier) -> None:
    page = coach.read(f"/persoon/{dossier.id}/tien-jaar?op-day=4&op-month=1&op-year=2027")
    assert marked(page, "news") == []
