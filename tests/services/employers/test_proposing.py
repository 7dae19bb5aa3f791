"""Proposing somebody to a company: nothing before their own yes, nothing after a no, and each look written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.errors import ChangedMeanwhile, InvalidInput, NotAllowed, UnknownThing
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.profiles.people.proposal import FURTHEST, Proposal, ProposalState
from gouden_poort.services import own_data
from gouden_poort.services.dossiers import sharing
from gouden_poort.services.dossiers.looks import own_looks
from gouden_poort.services.employers import links, proposing
from gouden_poort.services.offering import seats
from gouden_poort.services.trail import verify
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier
from tests.employers import keep_organisations
from tests.services.ten_years.test_present import COURSE, PLAN
from tests.ten_years import an_event_of, chosen

SNAPSHOT = a_snapshot()
TODAY = MORNING.date()
UNTIL = TODAY + timedelta(days=28)
CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
OTHER = replace(CITIZEN, account_id=UUID(int=22))
HOME = Home(label="3511 Utrecht", lat=52.09, lon=5.12, approximate=False)


@pytest.fixture(autouse=True)
def _organisations(database: Database) -> None:
    keep_organisations(database)


@pytest.fixture
def token(database: Database) -> str:
    """The link of the company of the place."""
    return links.make_link(database.unit, COACH, "Lasbedrijf", MORNING, company_id="B1").token


@pytest.fixture
def place(database: Database, token: str) -> FreePlace:
    return seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J1", seats=1, moment=MORNING)


@pytest.fixture
def dossier(database: Database) -> Dossier:
    made = a_kept_dossier(database, citizen_id=CITIZEN.account_id, name="Geheim van Voorbeeld")
    answers: dict[str, Any] = {
        "place": HOME.as_answer(),
        "birth_date": "1990-01-02",
        "dutch": "B1",
        "schooling": "mbo_2",
        "situation": ["career_changer"],
        "skills": {"S1": 1},
    }
    with database.unit() as unit:
        for question, answer in answers.items():
            unit.assessments.answer(made.assessment_id, question, answer, MORNING)
        unit.commit()
    return made


def proposed(database: Database, place: FreePlace, dossier: Dossier, actor: Actor = COACH, **told: Any) -> Proposal:
    return proposing.propose(
        database.unit, SNAPSHOT, actor, place.id, dossier.id, **{"until": UNTIL, "moment": MORNING, **told}
    )


def said(database: Database, proposal: Proposal, *, yes: bool, actor: Actor = CITIZEN) -> Proposal:
    return proposing.answer(database.unit, actor, proposal.id, yes=yes, moment=MORNING)


def seen(database: Database, token: str, days: int = 0) -> list[UUID]:
    found = proposing.seen_by_company(database.unit, token, MORNING + timedelta(days=days))
    return [each.id for each in found]


def test_a_company_sees_nothing_before_a_yes(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    proposed(database, place, dossier)
    assert seen(database, token) == []
    assert proposing.how_many_seen(database.unit, token, MORNING) == 0


def test_after_a_yes_it_sees_exactly_what_was_shown_to_the_person(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    proposed(database, place, dossier)
    (preview,) = proposing.proposals_to(database.unit, CITIZEN, dossier.id, TODAY)
    said(database, preview, yes=True)
    (shown,) = proposing.seen_by_company(database.unit, token, MORNING)
    parts = ("initials", "skills", "town", "starts_on", "work", "until")
    assert [getattr(shown, part) for part in parts] == [getattr(preview, part) for part in parts]
    assert (shown.initials, shown.skills, shown.town, shown.work) == ("G. V.", ("Lassen",), "Utrecht", "Lasser")


def test_what_changes_in_the_dossier_after_a_yes_is_not_shown(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    said(database, proposed(database, place, dossier), yes=True)
    with database.unit() as unit:
        unit.assessments.answer(dossier.assessment_id, "skills", {}, MORNING)
        unit.commit()
    assert proposing.seen_by_company(database.unit, token, MORNING)[0].skills == ("Lassen",)


def test_a_no_shows_nothing_and_stays_a_no(database: Database, token: str, place: FreePlace, dossier: Dossier) -> None:
    proposal = proposed(database, place, dossier)
    assert said(database, proposal, yes=False).state is ProposalState.NO
    with pytest.raises(ChangedMeanwhile):
        said(database, proposal, yes=True)
    assert seen(database, token) == []


def test_a_yes_that_is_taken_back_hides_it_at_once(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    proposal = proposed(database, place, dossier)
    said(database, proposal, yes=True)
    assert seen(database, token) == [proposal.id]
    assert said(database, proposal, yes=False).state is ProposalState.WITHDRAWN
    assert seen(database, token) == []


def test_after_its_last_day_nothing_is_seen(database: Database, token: str, place: FreePlace, dossier: Dossier) -> None:
    proposal = proposed(database, place, dossier)
    said(database, proposal, yes=True)
    assert seen(database, token, 28) == [proposal.id]
    assert seen(database, token, 29) == []


def test_who_stops_sharing_with_the_coach_is_seen_by_no_company(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    said(database, proposed(database, place, dossier), yes=True)
    sharing.stop(database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
    assert seen(database, token) == []


@pytest.mark.parametrize("yes", [True, False], ids=["who said yes", "who did not answer yet"])
def test_sharing_with_the_coach_again_is_no_yes_to_a_company(
    database: Database, token: str, place: FreePlace, dossier: Dossier, *, yes: bool
) -> None:
    proposal = proposed(database, place, dossier)
    if yes:
        said(database, proposal, yes=True)
    sharing.stop(database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
    sharing.share_again(database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, language="nl", moment=MORNING)
    assert seen(database, token) == []
    with pytest.raises(ChangedMeanwhile):
        said(database, proposal, yes=True)
    again = proposed(database, place, dossier)
    said(database, again, yes=True)
    assert seen(database, token) == [again.id]


@pytest.mark.parametrize("actor", [COACH, COLLEAGUE, STRANGER, OTHER])
def test_nobody_says_yes_for_somebody_else(
    database: Database, token: str, place: FreePlace, dossier: Dossier, actor: Actor
) -> None:
    proposal = proposed(database, place, dossier)
    with pytest.raises(NotAllowed):
        said(database, proposal, yes=True, actor=actor)
    assert seen(database, token) == []


@pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER, CITIZEN])
def test_only_the_coach_of_somebody_proposes_them(
    database: Database, place: FreePlace, dossier: Dossier, actor: Actor
) -> None:
    with pytest.raises(NotAllowed):
        proposed(database, place, dossier, actor)


def test_the_coach_takes_a_proposal_back(database: Database, token: str, place: FreePlace, dossier: Dossier) -> None:
    proposal = proposed(database, place, dossier)
    said(database, proposal, yes=True)
    with pytest.raises(NotAllowed):
        proposing.withdraw(database.unit, COLLEAGUE, dossier.id, proposal.id, MORNING)
    with pytest.raises(NotAllowed):
        proposing.withdraw(database.unit, COACH, a_kept_dossier(database).id, proposal.id, MORNING)
    proposing.withdraw(database.unit, COACH, dossier.id, proposal.id, MORNING)
    assert seen(database, token) == []


def test_each_look_of_a_company_is_in_the_trail_and_told_to_the_person(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    said(database, proposed(database, place, dossier), yes=True)
    for _ in range(2):
        seen(database, token)
    (look,) = [each for each in own_looks(database.unit, CITIZEN, dossier.id) if each.role == "company"]
    assert (look.organisation, look.deed, look.times) == ("Lasbedrijf", "see_proposal", 2)
    assert verify(database.unit) is None


def test_a_link_of_another_company_or_organisation_sees_nobody(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    said(database, proposed(database, place, dossier), yes=True)
    assert len(seen(database, token)) == 1
    for actor, company_id in ((COACH, "B2"), (COACH, ""), (STRANGER, "B1")):
        other = links.make_link(database.unit, actor, "Een ander", MORNING, company_id=company_id)
        assert seen(database, other.token) == []


def test_a_link_that_ended_sees_nobody(database: Database, place: FreePlace, dossier: Dossier) -> None:
    made = links.make_link(database.unit, COACH, "Lasbedrijf", MORNING, company_id="B1")
    said(database, proposed(database, place, dossier), yes=True)
    links.end_link(database.unit, COACH, made.link.id, MORNING)
    with pytest.raises(UnknownThing):
        seen(database, made.token)


def test_the_same_proposal_again_is_one(database: Database, place: FreePlace, dossier: Dossier) -> None:
    assert proposed(database, place, dossier) == proposed(database, place, dossier)


def test_a_company_without_a_link_cannot_be_proposed_to(database: Database, dossier: Dossier) -> None:
    place = seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J1", seats=1, moment=MORNING)
    with pytest.raises(InvalidInput) as wrong:
        proposed(database, place, dossier)
    assert [each.path for each in wrong.value.faults] == ["link"]


def test_who_answered_too_little_cannot_be_proposed(database: Database, place: FreePlace) -> None:
    with pytest.raises(InvalidInput) as wrong:
        proposed(database, place, a_kept_dossier(database))
    assert [each.path for each in wrong.value.faults] == ["answers"]


@pytest.mark.parametrize("days", [-1, FURTHEST.days + 1])
def test_a_company_sees_somebody_for_a_while_only(
    database: Database, place: FreePlace, dossier: Dossier, days: int
) -> None:
    with pytest.raises(InvalidInput):
        proposed(database, place, dossier, until=TODAY + timedelta(days=days))


def test_it_goes_along_in_what_the_person_downloads_and_goes_when_all_is_wiped(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    said(database, proposed(database, place, dossier), yes=True)
    kept: Any = own_data.take_along(database.unit, CITIZEN, dossier.id, MORNING)["kept"]
    assert kept["proposals"]["rows"][0]["initials"] == "G. V."
    assert own_data.erase(database.unit, CITIZEN, dossier.id, MORNING)["proposals"] == 1
    assert seen(database, token) == []


def test_what_was_learnt_on_a_course_is_shown_after_a_yes(
    database: Database, token: str, place: FreePlace, dossier: Dossier
) -> None:
    plan = replace(PLAN, dossier_id=dossier.id)
    with database.unit() as unit:
        unit.assessments.answer(dossier.assessment_id, "skills", {}, MORNING)
        unit.plans.add(plan)
        unit.journal.add(chosen(plan, "2026-01-01"))
        for kind, day in ((EventKind.STARTED, "2026-01-05"), (EventKind.FINISHED, "2026-03-02")):
            unit.journal.add(an_event_of(dossier, kind, day, milestone_id=COURSE))
        unit.commit()
    proposal = proposed(database, place, dossier)
    assert proposal.skills == ("Lassen",)
    assert seen(database, token) == []
    said(database, proposal, yes=True)
    assert seen(database, token) == [proposal.id]
