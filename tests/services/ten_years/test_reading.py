"""Ten years as they are today and as they were, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.development.standing import Phase
from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years.reading import own_ten_years, ten_years
from tests.databases import Database
from tests.development.plans import milestone
from tests.dossiers import COACH, STRANGER, a_kept_dossier
from tests.ten_years import a_plan_of, an_event_of, chosen

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
NOW = datetime(2028, 6, 1, 9, tzinfo=UTC)
OCTOBER = date(2027, 10, 1)


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


@pytest.fixture
def plan(database: Database, dossier: Dossier) -> Plan:
    """Begun in September 2027, as was written down in May 2028."""
    made = a_plan_of(dossier)
    course = milestone(made, MilestoneKind.LEARNING)
    begun = an_event_of(dossier, EventKind.STARTED, "2027-09-06", milestone_id=course.id)
    with database.unit() as unit:
        unit.plans.add(made)
        unit.journal.add(chosen(made, "2027-08-02"))
        unit.journal.add(replace(begun, written_at=datetime(2028, 5, 1, 12, tzinfo=UTC)))
        unit.commit()
    return made


def test_both_read_the_same_and_a_look_of_the_coach_is_written_down(
    database: Database, dossier: Dossier, plan: Plan
) -> None:
    own = own_ten_years(database.unit, CITIZEN, NOW)
    seen = ten_years(database.unit, COACH, dossier.id, NOW)
    assert own is not None
    assert (own.standing, own.points, own.plan) == (seen.standing, seen.points, plan)
    assert (own.standing.phase, own.months_past, own.begins_on) == (Phase.LEARNING, 8, date(2027, 9, 6))
    with database.unit() as unit:
        assert [each.account_id for each in unit.trail.about(dossier.pseudonym)] == [COACH.account_id]


@pytest.mark.parametrize(
    ("as_known", "phase"), [(False, Phase.LEARNING), (True, Phase.BEFORE)], ids=["known now", "known then"]
)
def test_as_it_was_with_what_is_known_now_or_then(
    database: Database, dossier: Dossier, plan: Plan, as_known: bool, phase: Phase
) -> None:
    found = ten_years(database.unit, COACH, dossier.id, NOW, on=OCTOBER, as_known=as_known)
    assert found.standing.phase is phase
    assert found.plan == plan


def test_before_the_plan_was_chosen_there_was_none(database: Database, plan: Plan) -> None:
    found = own_ten_years(database.unit, CITIZEN, NOW, on=date(2027, 8, 1))
    assert found is not None
    assert (found.plan, found.points, found.entries) == (None, (), [])


def test_a_day_ends_at_midnight_in_the_netherlands(database: Database, dossier: Dossier, plan: Plan) -> None:
    late = an_event_of(dossier, EventKind.PAUSED, "2027-10-01")
    with database.unit() as unit:
        unit.journal.add(replace(late, written_at=datetime(2027, 10, 1, 21, 59, tzinfo=UTC)))
        unit.commit()
    for day, phase in ((OCTOBER, Phase.PAUSED), (OCTOBER - timedelta(days=1), Phase.BEFORE)):
        found = ten_years(database.unit, COACH, dossier.id, NOW, on=day, as_known=True)
        assert found.standing.phase is phase


def test_nobody_else_reads_it(database: Database, dossier: Dossier, plan: Plan) -> None:
    for other in (STRANGER, replace(CITIZEN, account_id=uuid4())):
        with pytest.raises(NotAllowed):
            ten_years(database.unit, other, dossier.id, NOW)
    assert own_ten_years(database.unit, replace(CITIZEN, account_id=uuid4()), NOW) is None
