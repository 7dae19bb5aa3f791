"""The citizen looks at the plan again: why, what it would become, and a choice that keeps the old plan."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from tests.development.plans import milestone
from tests.own_dossiers import Coached
from tests.people_with_rights import Clock
from tests.ten_years import an_event_of
from tests.web.desk.caseload import ANSWERS
from tests.web.page_rules import MOST_BYTES, faults_in_page

PAGE = "/mijn-10-jaar/opnieuw"


@pytest.fixture
def plan(registered: Coached, clock: Clock) -> Plan:
    """A course from February 2027, and work after it; looked at in the middle of the course."""
    with registered.house.unit_of_work() as unit:
        for name, answer in ANSWERS.items():
            unit.assessments.answer(registered.dossier.assessment_id, name, answer, clock.now)
        unit.commit()
    registered.citizen.send("/mijn-plan/route", {"route": "O1"})
    clock.now = datetime(2027, 2, 15, 9, tzinfo=UTC)
    with registered.house.unit_of_work() as unit:
        (plan,) = unit.plans.of(registered.dossier.id)
    return plan


def happened(made: Coached, plan: Plan, *events: tuple[EventKind, str]) -> None:
    course = milestone(plan, MilestoneKind.LEARNING).id
    with made.house.unit_of_work() as unit:
        for kind, day in events:
            unit.journal.add(an_event_of(made.dossier, kind, day, milestone_id=course))
        unit.commit()


def test_without_a_plan_it_leads_to_the_routes(registered: Coached) -> None:
    page = registered.citizen.read(PAGE)
    assert faults_in_page(page) == []
    assert "Bekijk mijn routes" in page


@pytest.mark.usefixtures("plan")
def test_a_plan_that_still_fits_says_so(registered: Coached, clock: Clock) -> None:
    clock.now = datetime(2027, 1, 5, 9, tzinfo=UTC)
    page = registered.citizen.read(PAGE)
    assert faults_in_page(page) == []
    assert "Je plan past nog." in page
    assert 'data-test="reasons"' not in page


def test_a_step_that_stopped_is_told_with_what_is_possible_now(registered: Coached, plan: Plan, clock: Clock) -> None:
    happened(registered, plan, (EventKind.STARTED, "2027-02-01"), (EventKind.STOPPED, "2027-02-12"))
    clock.now = datetime(2027, 2, 15, 9, tzinfo=UTC)
    page = registered.citizen.read(PAGE)
    assert "Een stap stopte: Leren lassen." in page
    assert "Je plan past nog." not in page


def test_what_was_learnt_is_left_out_and_choosing_keeps_the_old_plan(
    registered: Coached, plan: Plan, clock: Clock
) -> None:
    happened(registered, plan, (EventKind.STARTED, "2027-02-01"), (EventKind.FINISHED, "2027-03-29"))
    clock.now = datetime(2027, 4, 5, 9, tzinfo=UTC)
    citizen = registered.citizen
    page = citizen.read(PAGE)
    assert "Hetzelfde werk, vanaf nu" in page
    route = re.search(r'name="route" value="([^"]+)"', page)
    assert route
    page = citizen.follow(citizen.send("/mijn-plan/route", {"route": route[1]}))
    assert "Je route staat nu in je plan." in page
    with registered.house.unit_of_work() as unit:
        first, second = unit.plans.of(registered.dossier.id)
    assert first == plan
    assert (len(first.route.steps), len(second.route.steps)) == (1, 0)


@pytest.mark.parametrize("language", ["ar", "en", "ti", "tr", "uk"])
@pytest.mark.usefixtures("plan")
def test_the_page_speaks_every_language_and_stays_light(registered: Coached, language: str) -> None:
    page = registered.citizen.read(f"/{language}{PAGE}")
    assert faults_in_page(page) == []
    assert "Kijk opnieuw" not in page
    assert len(page.encode()) < MOST_BYTES


@pytest.mark.usefixtures("plan")
def test_the_ten_years_lead_to_it(registered: Coached) -> None:
    assert f'href="{PAGE}"' in registered.citizen.read("/mijn-10-jaar")
