"""The plan: a talk ends with agreements and a day, and the citizen says yes to what stands there now."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import ChangedMeanwhile, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.message import Channel, MessageKind
from gouden_poort.services.dossiers.own_plan import own_plan
from gouden_poort.services.dossiers.planning import (
    Proposed,
    accept,
    agree,
    drop,
    mark_done,
    move_to,
)
from gouden_poort.services.dossiers.viewing import view
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, a_kept_dossier
from tests.referrals import keep_colleagues

TODAY = MORNING.date()
SOON = TODAY + timedelta(weeks=2)
CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)
ONE = Proposed(text="Bel de school", doer=Doer.CITIZEN, due_on=SOON)


def talked(database: Database) -> Dossier:
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    return agree(database.unit, COACH, dossier.id, [ONE], next_contact_on=SOON, moment=MORNING)


def test_a_talk_makes_someone_active_and_sets_the_next_day(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    assert (dossier.state, dossier.last_contact_on, dossier.next_contact_on) == (DossierState.ACTIVE, TODAY, SOON)
    plan = own_plan(sqlite_database.unit, CITIZEN)
    assert plan is not None
    assert [each.text for each in plan.agreements] == ["Bel de school"]


def test_it_is_our_plan_once_the_citizen_said_yes_and_until_it_changes(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    later = MORNING + timedelta(hours=1)
    assert not dossier.is_our_plan
    assert accept(sqlite_database.unit, CITIZEN, dossier.id, later).is_our_plan
    again = partial(agree, sqlite_database.unit, COACH, dossier.id, [ONE], next_contact_on=SOON)
    assert not again(moment=later + timedelta(hours=1)).is_our_plan


def test_who_ends_a_talk_without_having_seen_the_last_one_hears_so(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    end = partial(agree, sqlite_database.unit, COACH, dossier.id, [ONE], next_contact_on=SOON)
    with pytest.raises(ChangedMeanwhile):
        end(moment=MORNING + timedelta(hours=1), seen=MORNING - timedelta(hours=1))
    assert len(view(sqlite_database.unit, COACH, dossier.id, MORNING).agreements) == 1
    end(moment=MORNING + timedelta(hours=1), seen=MORNING)
    assert len(view(sqlite_database.unit, COACH, dossier.id, MORNING).agreements) == 2


def test_a_coach_cannot_say_yes_for_the_citizen(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    with pytest.raises(NotAllowed):
        accept(sqlite_database.unit, COACH, dossier.id, MORNING)


@pytest.mark.parametrize(
    ("proposed", "next_contact_on", "path"),
    [
        ([], SOON, "0.text"),
        ([ONE] * 4, SOON, ""),
        ([Proposed(text=" ", doer=Doer.COACH, due_on=SOON)], SOON, "0.text"),
        ([Proposed(text="x" * 301, doer=Doer.COACH, due_on=SOON)], SOON, "0.text"),
        ([ONE, Proposed(text="Stuur het adres", doer=Doer.COACH, due_on=None)], SOON, "1.due_on"),
        ([ONE], None, "next_contact_on"),
        ([ONE], TODAY - timedelta(days=1), "next_contact_on"),
        ([ONE], TODAY + timedelta(days=400), "next_contact_on"),
    ],
)
def test_a_talk_without_an_agreement_or_a_day_is_not_ended(
    sqlite_database: Database, proposed: list[Proposed], next_contact_on: object, path: str
) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with pytest.raises(InvalidInput) as wrong:
        agree(sqlite_database.unit, COACH, dossier.id, proposed, next_contact_on=next_contact_on, moment=MORNING)
    assert [fault.path for fault in wrong.value.faults] == [path]
    assert not view(sqlite_database.unit, COACH, dossier.id, MORNING).agreements


def test_what_was_agreed_is_settled_once(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    (agreement,) = view(sqlite_database.unit, COACH, dossier.id, MORNING).agreements
    done = mark_done(sqlite_database.unit, CITIZEN, agreement.id, MORNING)
    assert done.done_at == MORNING
    assert drop(sqlite_database.unit, COACH, agreement.id, MORNING) == done


def test_an_agreement_is_settled_on_the_page_of_its_own_dossier(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    (agreement,) = view(sqlite_database.unit, COACH, dossier.id, MORNING).agreements
    for settle in (mark_done, drop):
        with pytest.raises(NotAllowed):
            settle(sqlite_database.unit, COACH, agreement.id, MORNING, dossier_id=uuid4())
    assert mark_done(sqlite_database.unit, COACH, agreement.id, MORNING, dossier_id=dossier.id).done_at == MORNING


def test_nobody_else_touches_the_plan(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    (agreement,) = view(sqlite_database.unit, COACH, dossier.id, MORNING).agreements
    for actor in (COLLEAGUE, Actor(account_id=uuid4(), role=Role.CITIZEN)):
        with pytest.raises(NotAllowed):
            mark_done(sqlite_database.unit, actor, agreement.id, MORNING)
        with pytest.raises(NotAllowed):
            move_to(sqlite_database.unit, actor, dossier.id, DossierState.STOPPED, MORNING)


def test_who_stopped_becomes_active_again(sqlite_database: Database) -> None:
    dossier = talked(sqlite_database)
    stopped = move_to(sqlite_database.unit, COACH, dossier.id, DossierState.STOPPED, MORNING)
    assert stopped.state is DossierState.STOPPED
    assert move_to(sqlite_database.unit, COACH, dossier.id, DossierState.ACTIVE, MORNING).state is DossierState.ACTIVE


def told(database: Database) -> list[tuple[Channel, str, dict[str, str]]]:
    with database.unit() as unit:
        on_screen = unit.outbox.on_screen_of(CITIZEN.account_id, MORNING)
        found = [each for each in (*unit.outbox.unsent(), *on_screen) if each.kind is MessageKind.PLAN_READY]
    return [(each.channel, each.to, dict(each.facts)) for each in found]


@pytest.mark.parametrize(
    ("about", "lines", "channels"),
    [
        ({"citizen_id": CITIZEN.account_id}, tuple(Line), [Channel.MAIL, Channel.SCREEN]),
        ({"citizen_id": CITIZEN.account_id}, (Line.COACH_SEES_DOSSIER,), [Channel.SCREEN]),
        ({"citizen_id": CITIZEN.account_id, "email": ""}, tuple(Line), [Channel.SCREEN]),
        ({"citizen_id": CITIZEN.account_id, "email": "een,twee@een.example"}, tuple(Line), [Channel.SCREEN]),
        ({}, tuple(Line), []),
    ],
    ids=["mail and screen", "no messages", "no address", "an address that no mail server takes", "no account"],
)
def test_after_a_talk_the_citizen_hears_once_that_the_plan_is_there(
    database: Database, about: dict[str, Any], lines: tuple[Line, ...], channels: list[Channel]
) -> None:
    keep_colleagues(database)
    dossier, link = a_kept_dossier(database, lines=lines, **about), "https://voorbeeld.example/mijn-plan"
    for _ in range(2):
        agree(
            database.unit,
            COACH,
            dossier.id,
            [ONE],
            next_contact_on=SOON,
            moment=MORNING,
            form_id=UUID(int=7),
            plan_at=link,
        )
    facts = {"coach": "Voorbeeld Collega 11", "link": link}
    to = {Channel.MAIL: dossier.email, Channel.SCREEN: ""}
    assert told(database) == [(channel, to[channel], facts) for channel in channels]
