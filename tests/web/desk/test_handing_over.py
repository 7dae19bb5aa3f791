"""Handing over at the screen: one or all, accepted or not, and without names for an administrator."""

from __future__ import annotations

import pytest
from flask import Flask

from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.wiring import House
from tests.databases import Database
from tests.dossiers import a_kept_dossier
from tests.people_with_rights import Desk, People, signed_in_client
from tests.web.desk.conftest import NOW


@pytest.fixture
def dossier(database: Database, people: People) -> Dossier:
    return a_kept_dossier(database, organisation_id=people.organisation.id, coach_id=people.coach.id)


@pytest.fixture
def coach(app: Flask, house: House, people: People) -> Desk:
    return Desk(signed_in_client(app, house, people.coach))


@pytest.fixture
def colleague(app: Flask, house: House, people: People) -> Desk:
    return Desk(signed_in_client(app, house, people.other_coach))


def test_one_goes_to_a_colleague_who_accepts(
    coach: Desk, colleague: Desk, dossier: Dossier, people: People, house: House
) -> None:
    coach.read("/overdragen")
    form = {"person": str(dossier.id), "to": str(people.other_coach.id)}
    assert "wachten op je collega" in coach.follow(coach.send("/overdragen", form))
    page = colleague.read("/overdragen")
    assert "Neem jij deze mensen over?" in page
    assert people.coach.name in page
    colleague.follow(colleague.send("/overdragen/aannemen", {"person": str(dossier.id)}))
    assert "Voorbeeld Een" not in coach.read("/overdragen")
    with house.unit_of_work() as unit:
        kept = unit.dossiers.find(dossier.id)
    assert kept is not None
    assert kept.coach_id == people.other_coach.id


def test_everyone_goes_at_once(coach: Desk, colleague: Desk, dossier: Dossier, people: People) -> None:
    coach.read("/overdragen")
    coach.send("/overdragen", {"whom": "everyone", "to": str(people.other_coach.id)})
    assert dossier.name in colleague.read("/overdragen")


def test_what_was_refused_comes_back(coach: Desk, colleague: Desk, dossier: Dossier, people: People) -> None:
    coach.read("/overdragen")
    coach.send("/overdragen", {"person": str(dossier.id), "to": str(people.other_coach.id)})
    colleague.read("/overdragen")
    colleague.send(f"/overdragen/{dossier.id}/niet-aannemen")
    page = coach.read("/overdragen")
    assert "wachten op je collega" not in page
    assert dossier.name in page


def test_a_form_without_anyone_says_what_to_do(coach: Desk, dossier: Dossier) -> None:
    coach.read("/overdragen")
    page = coach.follow(coach.send("/overdragen", {}))
    assert "Kies wie je overdraagt" in page
    assert "Kies een collega" in page
    assert dossier.name in page


def test_an_administrator_hands_over_without_seeing_anyone(
    app: Flask, house: House, people: People, dossier: Dossier, colleague: Desk
) -> None:
    administrator = Desk(signed_in_client(app, house, people.administrator))
    address = f"/gebruikers/{people.coach.id}/overdragen"
    administrator.read(address, 404)
    with house.unit_of_work() as unit:
        unit.accounts.set_disabled(people.coach.id, NOW)
        unit.commit()
    assert address in administrator.read("/gebruikers")
    assert dossier.name not in administrator.read(address)
    administrator.follow(administrator.send(address, {"to": str(people.other_coach.id)}))
    assert dossier.name in colleague.read("/overdragen")
