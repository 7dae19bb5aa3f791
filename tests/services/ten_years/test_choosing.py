"""A route becomes the plan of a dossier, kept whole with the words of its catalogue, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.development.plan import Plan
from gouden_poort.development.standing import Phase
from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.routing.route import Placement, Route, Step
from gouden_poort.services.dossiers.planning import accept
from gouden_poort.services.ten_years.choosing import choose_plan
from tests.builders import a_profile, a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, MORNING, STRANGER, a_kept_dossier
from tests.referrals import a_referral, keep_colleagues
from tests.ten_years import an_event_of

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
SNAPSHOT = a_snapshot()
ROUTE = Route(
    target_occupation_id="O1",
    steps=(Step(offering_id="T1", start_date=date(2027, 2, 1)),),
    placement=Placement(position_id="J1", start_date=date(2027, 3, 29)),
    weeks_to_work=12,
    weeks_to_qualified=12,
    own_cost_eur=400,
    travel_minutes=10,
    effort=Decimal(20),
)
DEARER = replace(ROUTE, own_cost_eur=500)


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


def chosen(database: Database, dossier: Dossier, route: Route = ROUTE, *, actor: Actor = COACH, days: int = 0) -> Plan:
    return choose_plan(
        database.unit,
        actor,
        dossier.id,
        route,
        snapshot=SNAPSHOT,
        profile=a_profile(),
        region="AR01",
        moment=MORNING + timedelta(days=days),
    )


def test_a_plan_keeps_the_words_of_its_catalogue(database: Database, dossier: Dossier) -> None:
    plan = chosen(database, dossier)
    with database.unit() as unit:
        kept = unit.plans.find(plan.id)
    assert kept is not None
    assert kept.named.offerings == {"T1": "Leren lassen"}
    assert (kept.named.weeks, kept.named.sites) == ({"T1": 8}, {"T1": "Utrecht", "J1": "Utrecht"})
    assert (kept.named.occupations, kept.named.sectors) == ({"O1": "Lasser"}, {"O1": "metal"})
    assert kept.catalogue_version == SNAPSHOT.version


def test_the_dossier_its_journal_and_its_line_follow(database: Database, dossier: Dossier) -> None:
    plan = chosen(database, dossier)
    with database.unit() as unit:
        now, line = unit.dossiers.find(dossier.id), unit.journeys.find(dossier.id)
        events = unit.journal.of(dossier.id)
    assert now is not None
    assert line is not None
    assert (now.target_id, now.is_our_plan) == ("O1", False)
    assert (line.plan_id, line.region, line.groups, line.target_sector) == (
        plan.id,
        "AR01",
        ("career_changer",),
        "metal",
    )
    assert [(event.kind, event.plan_id, event.written_by) for event in events] == [
        (EventKind.PLAN_CHOSEN, plan.id, COACH.account_id)
    ]


def test_the_same_route_again_changes_nothing(database: Database, dossier: Dossier) -> None:
    plan = chosen(database, dossier, days=3)
    yes = accept(database.unit, CITIZEN, dossier.id, MORNING + timedelta(days=4))
    assert chosen(database, dossier, days=9) == plan
    with database.unit() as unit:
        assert len(unit.plans.of(dossier.id)) == 1
        assert unit.dossiers.find(dossier.id) == yes


def test_another_plan_waits_for_a_new_yes(database: Database, dossier: Dossier) -> None:
    chosen(database, dossier)
    assert accept(database.unit, CITIZEN, dossier.id, MORNING + timedelta(days=1)).is_our_plan
    chosen(database, dossier, DEARER, days=2)
    with database.unit() as unit:
        now = unit.dossiers.find(dossier.id)
    assert now is not None
    assert not now.is_our_plan


def test_the_referral_of_a_dossier_follows(database: Database, dossier: Dossier) -> None:
    keep_colleagues(database)
    referral = replace(a_referral(), state=ReferralState.ACCEPTED, dossier_id=dossier.id)
    with database.unit() as unit:
        unit.referrals.add(referral)
        assert unit.dossiers.change(replace(dossier, last_contact_on=MORNING.date()))
        unit.commit()
    chosen(database, dossier)
    with database.unit() as unit:
        (found,) = unit.referrals.of_dossier(dossier.id)
    assert found.first_talk_on == MORNING.date()


@pytest.mark.parametrize(
    ("actor", "expected"),
    [(COACH, ("change_dossier", "guidance")), (CITIZEN, ("own_dossier", "own"))],
    ids=["a coach", "the citizen"],
)
def test_who_chose_is_written_down_once(
    database: Database, dossier: Dossier, actor: Actor, expected: tuple[str, str]
) -> None:
    for days in (0, 1):
        chosen(database, dossier, actor=actor, days=days)
    with database.unit() as unit:
        told = [(each.account_id, each.deed, each.why) for each in unit.trail.about(dossier.pseudonym)]
    assert told == [(actor.account_id, *expected)]


def test_after_the_ten_years_were_closed_nothing_is_chosen(database: Database, dossier: Dossier) -> None:
    chosen(database, dossier)
    with database.unit() as unit:
        unit.journal.add(an_event_of(dossier, EventKind.CLOSED, "2026-11-23"))
        unit.commit()
    with pytest.raises(InvalidInput) as wrong:
        chosen(database, dossier, DEARER, days=30)
    assert [fault.code for fault in wrong.value.faults] == ["closed"]


def test_another_plan_counts_from_its_day_and_the_first_stays_what_it_was(database: Database, dossier: Dossier) -> None:
    first, second = chosen(database, dossier), chosen(database, dossier, DEARER, days=30)
    with database.unit() as unit:
        plans, line = unit.plans.of(dossier.id), unit.journeys.find(dossier.id)
    assert list(plans) == [first, second]
    assert line is not None
    assert (line.plan_id, line.chosen_on) == (second.id, MORNING.date())


def test_a_citizen_chooses_for_oneself_and_nobody_for_another(database: Database, dossier: Dossier) -> None:
    assert chosen(database, dossier, actor=CITIZEN).made_by == CITIZEN.account_id
    for other in (STRANGER, replace(CITIZEN, account_id=UUID(int=22))):
        with pytest.raises(NotAllowed):
            chosen(database, dossier, DEARER, actor=other)


def test_a_first_plan_of_who_is_on_pause_begins_with_that_pause(database: Database) -> None:
    paused = a_kept_dossier(database, citizen_id=CITIZEN.account_id, state=DossierState.PAUSED)
    chosen(database, paused, actor=CITIZEN)
    with database.unit() as unit:
        kinds, line = {each.kind for each in unit.journal.of(paused.id)}, unit.journeys.find(paused.id)
    assert kinds == {EventKind.PLAN_CHOSEN, EventKind.PAUSED}
    assert line is not None
    assert line.phase is Phase.PAUSED
