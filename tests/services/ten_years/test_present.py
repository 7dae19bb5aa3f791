"""Someone as they are now: what was finished or done long enough counts, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.route import Placement, Step
from gouden_poort.services.ten_years.present import present
from tests.builders import a_profile, a_snapshot
from tests.development.plans import NAMED, ROUTE, a_plan, milestone
from tests.dossiers import a_dossier
from tests.ten_years import an_event_of

DOSSIER = a_dossier()
BEGIN = date(2027, 2, 1)
TODAY = date(2028, 6, 1)
SNAPSHOT = a_snapshot(
    offerings=[{"awards_cefr": "B2"}],
    experience=[{"occupation_id": "O1", "skill_id": "S2", "level": 3, "after_weeks": 52}],
    skills=[{}, {"skill_id": "S2", "label": "Keuren"}],
    credentials=[{}],
    offering_credentials=[{}],
)
PLAN = a_plan(
    route=replace(
        ROUTE,
        target_occupation_id="O1",
        steps=(Step(offering_id="T1", start_date=BEGIN), Step(offering_id="gone", start_date=date(2027, 6, 7))),
        placement=Placement(position_id="J1", start_date=date(2027, 9, 6)),
        career=None,
    ),
    named=replace(
        NAMED,
        offerings={"T1": "Leren lassen", "gone": "Een oude cursus"},
        weeks={"T1": 8, "gone": 4},
        occupations={"O1": "Lasser"},
    ),
)
COURSE = milestone(PLAN, MilestoneKind.LEARNING).id


def now(*events: Event, told: Profile | None = None, plans: Sequence[Plan] = (PLAN,), today: date = TODAY) -> Profile:
    return present(SNAPSHOT, told or a_profile(skills=(HeldSkill(skill_id="S1", level=1),)), plans, events, today)


def event(kind: EventKind, day: str, **rest: object) -> Event:
    return an_event_of(DOSSIER, kind, day, **rest)


STARTED = event(EventKind.STARTED, "2027-02-01", milestone_id=COURSE)
FINISHED = event(EventKind.FINISHED, "2027-03-29", milestone_id=COURSE)


def test_without_events_nothing_is_different() -> None:
    told = a_profile(skills=(HeldSkill(skill_id="S1", level=1),), cefr=CEFR.A2)
    assert now(told=told) == told


def test_a_finished_course_gives_what_it_teaches_and_awards() -> None:
    found = now(STARTED, FINISHED, told=a_profile(skills=(HeldSkill(skill_id="S1", level=1),), cefr=CEFR.A2))
    assert found.skills == (HeldSkill(skill_id="S1", level=2),)
    assert found.credentials == {"C1"}
    assert found.cefr is CEFR.B2


def test_a_course_that_only_began_gives_nothing() -> None:
    assert now(STARTED) == now()


def test_a_course_that_was_stopped_gives_nothing() -> None:
    assert now(STARTED, event(EventKind.STOPPED, "2027-03-01", milestone_id=COURSE)) == now()


def test_a_course_of_an_older_plan_counts_too() -> None:
    assert now(STARTED, FINISHED, plans=(PLAN, a_plan(number=51))) == now(STARTED, FINISHED)


def test_what_is_held_already_at_a_higher_level_stays() -> None:
    told = a_profile(skills=(HeldSkill(skill_id="S1", level=5),), cefr=CEFR.C1)
    found = now(STARTED, FINISHED, told=told)
    assert (found.skills, found.cefr) == (told.skills, CEFR.C1)


def test_a_course_that_the_catalogue_lost_teaches_nothing_any_more() -> None:
    lost = next(each.id for each in PLAN.milestones if each.label == "Een oude cursus")
    events = (
        event(EventKind.STARTED, "2027-06-07", milestone_id=lost),
        event(EventKind.FINISHED, "2027-07-05", milestone_id=lost),
    )
    assert now(*events) == now()


@pytest.mark.parametrize(("day", "learnt"), [("2028-09-03", False), ("2028-09-04", True)])
def test_work_teaches_after_so_many_weeks_of_it(day: str, *, learnt: bool) -> None:
    began = event(EventKind.NEW_JOB, "2027-09-06", occupation_id="O1", sector="metal", employer="Voorbeeld B.V.")
    found = now(began, today=date.fromisoformat(day))
    assert (HeldSkill(skill_id="S2", level=3) in found.skills) is learnt


def test_weeks_of_work_at_two_employers_add_up() -> None:
    events = (
        event(EventKind.NEW_JOB, "2027-01-04", occupation_id="O1", sector="metal", employer="Voorbeeld Een"),
        event(EventKind.LOST_JOB, "2027-07-05"),
        event(EventKind.NEW_JOB, "2027-10-04", occupation_id="O1", sector="metal", employer="Voorbeeld Twee"),
    )
    assert HeldSkill(skill_id="S2", level=3) in now(*events, today=date(2028, 4, 3)).skills
    assert HeldSkill(skill_id="S2", level=3) not in now(*events, today=date(2028, 4, 2)).skills


def test_work_that_the_catalogue_does_not_know_teaches_nothing() -> None:
    began = event(EventKind.NEW_JOB, "2020-01-06", occupation_id="lost", sector="metal", employer="Voorbeeld Een")
    assert now(began) == now()
