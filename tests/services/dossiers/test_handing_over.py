"""Handing over: the colleague must accept, the citizen hears it, and an administrator sees nobody."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Account, Actor, Role
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.services.dossiers import handing_over
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER, a_kept_dossier, an_agreement

ADMINISTRATOR = Actor(account_id=UUID(int=14), role=Role.ADMINISTRATOR, organisation_id=HERE)


@pytest.fixture(autouse=True)
def colleagues(database: Database) -> None:
    with database.unit() as unit:
        kind = OrganisationKind.MUNICIPALITY
        unit.organisations.add(Organisation(id=HERE, name="Voorbeeld", kind=kind, phone="030 123 45 67"))
        elsewhere = STRANGER.organisation_id or uuid4()
        unit.organisations.add(Organisation(id=elsewhere, name="Voorbeeld Twee", kind=kind))
        for number, actor in enumerate((COACH, COLLEAGUE, STRANGER, ADMINISTRATOR)):
            account = Account(
                id=actor.account_id,
                role=actor.role,
                name=f"Voorbeeld Coach {number}",
                email=f"coach{number}@voorbeeld.example",
                organisation_id=actor.organisation_id,
                made_at=MORNING,
            )
            assert unit.accounts.add(account)
        unit.commit()


def found(database: Database, dossier: Dossier) -> Dossier:
    with database.unit() as unit:
        now = unit.dossiers.find(dossier.id)
    assert now is not None
    return now


def offered(database: Database, **told: object) -> Dossier:
    dossier = a_kept_dossier(database, **told)
    assert handing_over.offer(database.unit, COACH, [dossier.id], COLLEAGUE.account_id, MORNING) == 1
    return dossier


def disable(database: Database, actor: Actor) -> None:
    with database.unit() as unit:
        unit.accounts.set_disabled(actor.account_id, MORNING)
        unit.commit()


def test_until_the_colleague_accepts_the_coach_stays(database: Database) -> None:
    now = found(database, offered(database))
    assert (now.coach_id, now.next_coach_id) == (COACH.account_id, COLLEAGUE.account_id)


def test_who_accepts_is_the_coach_and_the_agreements_go_along(database: Database) -> None:
    dossier = offered(database)
    with database.unit() as unit:
        unit.agreements.add(an_agreement(dossier))
        unit.commit()
    assert handing_over.accept(database.unit, COLLEAGUE, [dossier.id], MORNING) == 1
    now = found(database, dossier)
    assert (now.coach_id, now.next_coach_id) == (COLLEAGUE.account_id, None)
    (line,) = handing_over.overview(database.unit, COLLEAGUE).own
    assert (line.dossier.id, line.open_agreements) == (dossier.id, 1)


def test_the_citizen_hears_who_goes_on(database: Database) -> None:
    dossier = offered(database, language="ar")
    handing_over.accept(database.unit, COLLEAGUE, [dossier.id], MORNING)
    with database.unit() as unit:
        (mail,) = unit.outbox.unsent()
    assert (mail.kind, mail.to, mail.language) == (MessageKind.HANDED_OVER, dossier.email, "ar")
    assert dict(mail.facts) == {"coach": "Voorbeeld Coach 1", "phone": "030 123 45 67"}


def test_who_wants_no_messages_gets_none(database: Database) -> None:
    dossier = offered(database, lines=(Line.COACH_SEES_DOSSIER,))
    handing_over.accept(database.unit, COLLEAGUE, [dossier.id], MORNING)
    with database.unit() as unit:
        assert unit.outbox.unsent() == []


@pytest.mark.parametrize("end", ["refuse", "take_back"])
def test_refused_or_taken_back_everything_is_as_it_was(database: Database, end: str) -> None:
    dossier = offered(database)
    if end == "refuse":
        handing_over.refuse(database.unit, COLLEAGUE, dossier.id, MORNING)
    else:
        handing_over.take_back(database.unit, COACH, dossier.id, MORNING)
    now = found(database, dossier)
    assert (now.coach_id, now.next_coach_id) == (COACH.account_id, None)
    with pytest.raises(NotAllowed):
        handing_over.accept(database.unit, COLLEAGUE, [dossier.id], MORNING)


def test_each_step_stands_in_the_trail(database: Database) -> None:
    dossier = offered(database)
    handing_over.accept(database.unit, COLLEAGUE, [dossier.id], MORNING)
    with database.unit() as unit:
        traces = unit.trail.about(dossier.pseudonym)
    assert [(each.deed, each.why) for each in traces] == [("take_over", "handover"), ("hand_over", "handover")]


def test_only_a_colleague_who_coaches_can_receive(database: Database) -> None:
    dossier = a_kept_dossier(database)
    disabled = replace(COLLEAGUE)
    disable(database, disabled)
    for to in (None, COACH.account_id, STRANGER.account_id, ADMINISTRATOR.account_id, COLLEAGUE.account_id):
        with pytest.raises(InvalidInput):
            handing_over.offer(database.unit, COACH, [dossier.id], to, MORNING)
    assert found(database, dossier).next_coach_id is None


def test_nobody_is_handed_over_without_being_named(database: Database) -> None:
    with pytest.raises(InvalidInput):
        handing_over.offer(database.unit, COACH, [], COLLEAGUE.account_id, MORNING)


@pytest.mark.parametrize("other", [COLLEAGUE, STRANGER])
def test_the_client_of_another_cannot_be_handed_over(database: Database, other: Actor) -> None:
    dossier = a_kept_dossier(database)
    to = COACH.account_id if other is COLLEAGUE else STRANGER.account_id
    with pytest.raises((NotAllowed, InvalidInput)):
        handing_over.offer(database.unit, other, [dossier.id], to, MORNING)
    assert found(database, dossier).next_coach_id is None


def test_one_who_may_not_go_keeps_all_of_them(database: Database) -> None:
    own, of_other = a_kept_dossier(database), a_kept_dossier(database, coach_id=COLLEAGUE.account_id)
    with pytest.raises(NotAllowed):
        handing_over.offer(database.unit, COACH, [own.id, of_other.id], COLLEAGUE.account_id, MORNING)
    assert found(database, own).next_coach_id is None


def test_nobody_accepts_what_was_offered_to_another(database: Database) -> None:
    dossier = offered(database)
    for actor in (COACH, STRANGER):
        with pytest.raises(NotAllowed):
            handing_over.accept(database.unit, actor, [dossier.id], MORNING)


def test_an_administrator_gives_away_the_people_of_a_colleague_who_is_gone(database: Database) -> None:
    shared, silent = a_kept_dossier(database), a_kept_dossier(database, lines=())
    disable(database, COACH)
    given = handing_over.offer_caseload(database.unit, ADMINISTRATOR, COACH.account_id, COLLEAGUE.account_id, MORNING)
    assert given == 2
    assert found(database, shared).next_coach_id == COLLEAGUE.account_id
    assert found(database, silent).coach_id == COLLEAGUE.account_id
    handing_over.accept(database.unit, COLLEAGUE, [shared.id], MORNING)
    assert found(database, shared).coach_id == COLLEAGUE.account_id


def test_an_administrator_leaves_the_people_of_who_is_here(database: Database) -> None:
    a_kept_dossier(database)
    with pytest.raises(NotAllowed):
        handing_over.offer_caseload(database.unit, ADMINISTRATOR, COACH.account_id, COLLEAGUE.account_id, MORNING)


def test_a_coach_does_not_give_away_the_people_of_a_colleague(database: Database) -> None:
    disable(database, COLLEAGUE)
    with pytest.raises(NotAllowed):
        handing_over.offer_caseload(database.unit, COACH, COLLEAGUE.account_id, COACH.account_id, MORNING)
