"""The coach looks at a plan again: the ways from today beside it, and a choice in one press."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.wiring import House
from tests.people_with_rights import Clock, Desk, People
from tests.web.desk.caseload import a_client, desk_of
from tests.web.page_rules import faults_in_page
from tests.web.real_house import NOW


def address(dossier: Dossier) -> str:
    return f"/persoon/{dossier.id}/tien-jaar/opnieuw"


def plans(house: House, dossier: Dossier) -> int:
    with house.unit_of_work() as unit:
        return len(unit.plans.of(dossier.id))


@pytest.fixture
def dossier(house: House, people: People) -> Dossier:
    return a_client(house, people, NOW)


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return desk_of(app, house, people.coach)


@pytest.fixture
def chosen(coach: Desk, dossier: Dossier) -> Dossier:
    """With a plan."""
    coach.read(f"/persoon/{dossier.id}")
    coach.send(f"/persoon/{dossier.id}/route", {"route": "O1"})
    return dossier


def test_without_a_plan_it_leads_to_the_routes(coach: Desk, dossier: Dossier) -> None:
    page = coach.read(address(dossier))
    assert faults_in_page(page) == []
    assert "Er is nog geen plan voor tien jaar" in page


def test_the_ways_from_today_stand_beside_the_plan(coach: Desk, chosen: Dossier) -> None:
    page = coach.read(address(chosen))
    assert faults_in_page(page) == []
    assert "Het plan past nog." in page
    assert "Hetzelfde werk, vanaf nu" in page
    assert f'href="{address(chosen)}"' in coach.read(f"/persoon/{chosen.id}/tien-jaar")


def test_a_way_is_chosen_from_here(app: Flask, house: House, people: People, chosen: Dossier, clock: Clock) -> None:
    clock.now += timedelta(days=7)
    coach = desk_of(app, house, people.coach)
    coach.read(address(chosen))
    page = coach.follow(coach.send(f"/persoon/{chosen.id}/route", {"route": "O1"}))
    assert "Staat in het plan" in page
    assert plans(house, chosen) == 2


def test_nobody_else_looks(app: Flask, house: House, people: People, chosen: Dossier) -> None:
    for account in (people.other_coach, people.counsellor):
        assert desk_of(app, house, account).client.get(address(chosen)).status_code in (403, 404)
