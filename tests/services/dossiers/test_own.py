"""What a citizen reaches of the own dossier, and nobody else: over every tie that somebody may have with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from gouden_poort.errors import ChangedMeanwhile, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.message import Channel
from gouden_poort.services import assessments, resuming
from gouden_poort.services.dossiers import planning, sharing
from gouden_poort.services.dossiers.inviting import invite_citizen, invitee
from gouden_poort.services.dossiers.looks import own_looks
from gouden_poort.services.dossiers.own import own_dossier, reach
from gouden_poort.services.dossiers.own_plan import own_plan
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER, a_kept_dossier, an_agreement
from tests.people_with_rights import an_account

CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)
OTHERS = (
    COACH,
    COLLEAGUE,
    STRANGER,
    Actor(account_id=uuid4(), role=Role.CITIZEN),
    *(Actor(account_id=uuid4(), role=role, organisation_id=HERE) for role in Role if role is not Role.CITIZEN),
)
"""The own coach too: what is the citizen's own is not reached by way of anybody's work."""
NOT_THE_COACH = tuple(each for each in OTHERS if each is not COACH)


@pytest.mark.parametrize("actor", OTHERS)
def test_nobody_else_has_it_as_their_own(sqlite_database: Database, actor: Actor) -> None:
    unit = sqlite_database.unit
    dossier = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id)
    assert own_dossier(unit, actor) is None
    assert own_plan(unit, actor) is None
    assert reach(unit, actor, dossier.assessment_id).is_locked
    with pytest.raises(NotAllowed):
        own_looks(unit, actor, dossier.id)


def test_its_citizen_reaches_it_from_anywhere(database: Database) -> None:
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    for noted in (None, dossier.assessment_id, uuid4()):
        found = reach(database.unit, CITIZEN, noted)
        assert (found.assessment_id, found.is_of_dossier) == (dossier.assessment_id, True)
    assert own_plan(database.unit, CITIZEN) is not None


def test_who_is_not_signed_in_reaches_answers_of_no_dossier_alone(database: Database) -> None:
    dossier = a_kept_dossier(database)
    assert reach(database.unit, None, dossier.assessment_id).is_locked
    loose = assessments.start(database.unit, MORNING)
    assert reach(database.unit, None, loose).assessment_id == loose
    assert reach(database.unit, None, None).assessment_id is None


def test_no_code_is_made_for_answers_of_a_dossier_and_none_of_them_wiped(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with pytest.raises(NotAllowed):
        resuming.save(sqlite_database.unit, "a key", dossier.assessment_id, MORNING)
    with pytest.raises(NotAllowed):
        assessments.forget(sqlite_database.unit, dossier.assessment_id)


def test_of_two_dossiers_the_newest_counts(sqlite_database: Database) -> None:
    a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id, registered_at=MORNING - timedelta(days=9))
    newest = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id)
    assert own_dossier(sqlite_database.unit, CITIZEN) == newest


def test_a_citizen_settles_what_the_citizen_would_do(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id)
    of_coach = an_agreement(dossier, doer=Doer.COACH)
    with sqlite_database.unit() as unit:
        unit.agreements.add(of_coach)
        unit.commit()
    for settle in (planning.mark_done, planning.drop):
        with pytest.raises(NotAllowed):
            settle(sqlite_database.unit, CITIZEN, of_coach.id, MORNING)
    assert planning.mark_done(sqlite_database.unit, COACH, of_coach.id, MORNING).done_at == MORNING


def test_a_yes_is_about_the_plan_that_was_read(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id, plan_changed_at=MORNING)
    with pytest.raises(ChangedMeanwhile):
        planning.accept(sqlite_database.unit, CITIZEN, dossier.id, MORNING, seen=MORNING - timedelta(minutes=1))
    assert planning.accept(sqlite_database.unit, CITIZEN, dossier.id, MORNING, seen=MORNING).is_our_plan


def address_of(token: str) -> str:
    return f"https://poort.example/link/{token}"


@pytest.mark.parametrize("actor", NOT_THE_COACH)
def test_nobody_but_the_coach_invites(sqlite_database: Database, actor: Actor) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with pytest.raises(NotAllowed):
        invite_citizen(sqlite_database.unit, actor, dossier.id, MORNING, address_of=address_of)
    with pytest.raises(NotAllowed):
        invitee(sqlite_database.unit, actor, dossier.id, MORNING)


def test_the_coach_invites_no_more_once_nothing_is_shared(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id)
    sharing.stop(sqlite_database.unit, CITIZEN, dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
    with pytest.raises(NotAllowed):
        invite_citizen(sqlite_database.unit, COACH, dossier.id, MORNING, address_of=address_of)


def test_without_a_mail_address_there_is_a_letter(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database, email="")
    with sqlite_database.unit() as unit:
        account = an_account(Role.COACH, "coach@voorbeeld.example", None, MORNING)
        unit.accounts.add(replace(account, id=COACH.account_id))
        unit.commit()
    with pytest.raises(InvalidInput):
        invite_citizen(sqlite_database.unit, COACH, dossier.id, MORNING, address_of=address_of)
    made = invite_citizen(
        sqlite_database.unit, COACH, dossier.id, MORNING, address_of=address_of, channel=Channel.LETTER
    )
    assert made.message.to.split("\n")[0] == dossier.name
    assert made.account.email == ""
    assert own_dossier(sqlite_database.unit, Actor(account_id=made.account.id, role=Role.CITIZEN)) is not None
