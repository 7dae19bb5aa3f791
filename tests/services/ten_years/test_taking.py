"""The route that someone sees now becomes the plan, with the region of where they live, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.question import Answer
from gouden_poort.services import assessments
from gouden_poort.services.routes import suggest_routes
from gouden_poort.services.ten_years.taking import RouteGone, take_route
from tests.databases import Database
from tests.dossiers import COACH, STRANGER, a_kept_dossier
from tests.referrals import places
from tests.web.desk.caseload import ANSWERS

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
SNAPSHOT = places()
ELSEWHERE = Home(label="Nergenshuizen", lat=52.0939, lon=5.1051, approximate=True)


def a_client(database: Database, **answers: Answer) -> Dossier:
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    with database.unit() as unit:
        for name, answer in {**ANSWERS, **answers}.items():
            unit.assessments.answer(dossier.assessment_id, name, answer, NOW)
        unit.commit()
    return dossier


def take(database: Database, dossier: Dossier, actor: Actor = COACH, **rest: Any) -> Any:
    given = {"occupation_id": "O1", "moment": NOW, **rest}
    return take_route(database.unit, SNAPSHOT, actor, dossier.id, **given)


def test_the_route_is_the_suggested_one_with_its_ten_years(database: Database) -> None:
    dossier = a_client(database)
    profile, _ = assessments.profile_of(SNAPSHOT, dossier.assessment_id, ANSWERS, today=NOW.date())
    (suggested,) = suggest_routes(SNAPSHOT, profile)
    plan = take(database, dossier)
    assert plan.route == suggested.route
    assert plan.route.career is not None


@pytest.mark.parametrize(
    ("place", "region"), [(ANSWERS["place"], "R1"), (ELSEWHERE.as_answer(), "")], ids=["known", "not any more"]
)
def test_the_line_knows_the_region_of_home(database: Database, place: Answer, region: str) -> None:
    dossier = a_client(database, place=place)
    take(database, dossier)
    with database.unit() as unit:
        line = unit.journeys.find(dossier.id)
    assert line is not None
    assert (line.region, line.groups) == (region, ("career_changer",))


@pytest.mark.parametrize(
    "answers",
    [{"birth_date": None}, {"skills": {}, "budget": 0, "available_from": "2029-01-01"}],
    ids=["an answer is absent", "no route"],
)
def test_without_a_route_nothing_changes(database: Database, answers: dict[str, Answer]) -> None:
    dossier = a_client(database, **answers)
    with pytest.raises(RouteGone):
        take(database, dossier)
    with database.unit() as unit:
        assert unit.plans.of(dossier.id) == []
        assert unit.dossiers.find(dossier.id) == dossier


def test_the_same_route_asked_for_again_that_day_is_one_plan(database: Database) -> None:
    dossier = a_client(database)
    assert take(database, dossier) == take(database, dossier, CITIZEN, moment=NOW + timedelta(hours=3))


@pytest.mark.parametrize(
    "actor", [STRANGER, Actor(account_id=UUID(int=22), role=Role.CITIZEN)], ids=["a coach elsewhere", "another citizen"]
)
def test_nobody_else_takes_a_route(database: Database, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        take(database, a_client(database), actor)
