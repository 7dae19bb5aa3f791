"""Writing down what happened, and choosing another plan, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.development.standing import Phase
from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years import writing
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.services.ten_years.writing import write_down
from tests.databases import Database
from tests.development.plans import milestone
from tests.dossiers import COACH, MORNING, STRANGER, a_kept_dossier
from tests.ten_years import a_plan_of, an_event_of, chosen

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
LATER = MORNING + timedelta(days=500)


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


@pytest.fixture
def plan(database: Database, dossier: Dossier) -> Plan:
    made = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(made)
        unit.journal.add(chosen(made))
        begin_line(unit, made, region="AR01", groups=("career_changer",), today=MORNING.date())
        unit.commit()
    return made


def begun(dossier: Dossier, plan: Plan, day: str = "2027-09-06") -> Event:
    course = milestone(plan, MilestoneKind.LEARNING)
    return an_event_of(dossier, EventKind.STARTED, day, milestone_id=course.id)


def test_the_line_of_a_dossier_follows_its_journal(database: Database, dossier: Dossier, plan: Plan) -> None:
    write_down(database.unit, COACH, begun(dossier, plan), LATER)
    with database.unit() as unit:
        line = unit.journeys.find(dossier.id)
    assert line is not None
    assert (line.phase, line.started_on, line.region) == (Phase.LEARNING, date(2027, 9, 6), "AR01")


def test_the_same_form_twice_is_one_event(database: Database, dossier: Dossier, plan: Plan) -> None:
    event = begun(dossier, plan)
    assert write_down(database.unit, COACH, event, LATER) == event
    assert write_down(database.unit, COACH, replace(event, words="nog eens"), LATER) == event
    with database.unit() as unit:
        assert [each.kind for each in unit.journal.of(dossier.id)] == [EventKind.PLAN_CHOSEN, EventKind.STARTED]


def test_what_does_not_fit_keeps_nothing(database: Database, dossier: Dossier, plan: Plan) -> None:
    with pytest.raises(InvalidInput):
        write_down(database.unit, COACH, replace(begun(dossier, plan), kind=EventKind.FINISHED), LATER)
    with database.unit() as unit:
        assert len(unit.journal.of(dossier.id)) == 1


def test_a_day_begins_at_midnight_in_the_netherlands(database: Database, dossier: Dossier, plan: Plan) -> None:
    midnight = datetime.fromisoformat("2027-09-05T22:00:00+00:00")
    with pytest.raises(InvalidInput):
        write_down(database.unit, COACH, begun(dossier, plan), midnight - timedelta(seconds=1))
    write_down(database.unit, COACH, begun(dossier, plan), midnight)


def test_citizens_write_about_themselves(database: Database, dossier: Dossier, plan: Plan) -> None:
    write_down(database.unit, CITIZEN, begun(dossier, plan), LATER)
    with pytest.raises(InvalidInput):
        write_down(database.unit, CITIZEN, an_event_of(dossier, EventKind.CLOSED, "2027-10-01"), LATER)


@pytest.mark.parametrize(
    "actor", [STRANGER, replace(CITIZEN, account_id=uuid4())], ids=["a coach elsewhere", "another"]
)
def test_nobody_else_does(database: Database, dossier: Dossier, plan: Plan, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        write_down(database.unit, actor, begun(dossier, plan), LATER)


def test_a_coach_with_whom_nothing_is_shared_does_not(database: Database) -> None:
    dossier = a_kept_dossier(database, lines=(Line.MESSAGES,))
    with pytest.raises(NotAllowed):
        write_down(database.unit, COACH, an_event_of(dossier, EventKind.TALK_HELD, "2027-10-01"), LATER)


def test_a_citizen_does_not_undo_what_only_a_coach_writes(database: Database, dossier: Dossier, plan: Plan) -> None:
    closed = an_event_of(dossier, EventKind.CLOSED, "2027-10-01")
    with database.unit() as unit:
        unit.journal.add(closed)
        unit.commit()
    never = an_event_of(dossier, EventKind.CORRECTED, "2027-10-01", corrects=closed.id)
    for undone in (never, replace(never, instead=EventKind.PAUSED), replace(never, instead=EventKind.CLOSED)):
        with pytest.raises(InvalidInput):
            write_down(database.unit, CITIZEN, undone, LATER)
    assert write_down(database.unit, COACH, never, LATER) == never


@pytest.mark.parametrize(
    ("actor", "expected"),
    [(COACH, ("change_dossier", "guidance")), (CITIZEN, ("own_dossier", "own"))],
    ids=["a coach", "the citizen"],
)
def test_who_wrote_is_in_the_trail_once(
    database: Database, dossier: Dossier, plan: Plan, actor: Actor, expected: tuple[str, str]
) -> None:
    event = begun(dossier, plan)
    for _ in range(2):
        write_down(database.unit, actor, event, LATER)
    with database.unit() as unit:
        told = [(each.account_id, each.deed, each.why) for each in unit.trail.about(dossier.pseudonym)]
    assert told == [(actor.account_id, *expected)]


def test_a_journal_does_not_grow_without_end(
    database: Database, dossier: Dossier, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST", 2)
    assert write_down(database.unit, CITIZEN, begun(dossier, plan), LATER)
    with pytest.raises(InvalidInput) as caught:
        write_down(database.unit, CITIZEN, an_event_of(dossier, EventKind.PAUSED, "2027-10-01"), LATER)
    assert [(each.path, each.code) for each in caught.value.faults] == [("kind", "full")]
