"""A pause or a stop is one thing, whether the journal or the state of the dossier told it first; on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import standing_of
from gouden_poort.development.standing import Phase
from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.referral import ReferralState
from gouden_poort.services.dossiers.planning import Proposed, agree, move_to
from gouden_poort.services.ten_years import writing
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.services.ten_years.writing import write_down
from tests.databases import Database
from tests.dossiers import COACH, MORNING, a_kept_dossier
from tests.referrals import a_referral
from tests.ten_years import a_plan_of, an_event_of, chosen

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
TODAY = dutch_day(MORNING)
SOON = TODAY + timedelta(weeks=2)
AWAY = [(DossierState.PAUSED, EventKind.PAUSED), (DossierState.STOPPED, EventKind.STOPPED)]


def planned(database: Database, **told: Any) -> Dossier:
    """Somebody with a coach, an account and a plan."""
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id, **{"state": DossierState.ACTIVE, **told})
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journal.add(replace(chosen(plan), written_at=MORNING - timedelta(hours=1)))
        begin_line(unit, plan, region="", groups=(), today=TODAY)
        unit.commit()
    return dossier


def an_event(dossier: Dossier, kind: EventKind, day: date = TODAY, **rest: Any) -> Event:
    return an_event_of(dossier, kind, day.isoformat(), **rest)


def state_of(database: Database, dossier: Dossier) -> tuple[DossierState, date]:
    with database.unit() as unit:
        found = unit.dossiers.find(dossier.id)
    assert found is not None
    return found.state, found.state_since


def words_of_agreements(database: Database, dossier: Dossier) -> list[str]:
    with database.unit() as unit:
        return sorted(each.words for each in unit.journal.of(dossier.id) if each.kind is EventKind.AGREEMENT_MADE)


def written(database: Database, dossier: Dossier) -> list[EventKind]:
    """What the journal says after the choice of a plan; it can be read from first to last."""
    with database.unit() as unit:
        events, line = unit.journal.of(dossier.id), unit.journeys.find(dossier.id)
    assert line is not None
    assert line.phase is standing_of(events).phase
    return [each.kind for each in events if each.kind is not EventKind.PLAN_CHOSEN]


@pytest.mark.parametrize("actor", [CITIZEN, COACH], ids=["the citizen", "a coach"])
@pytest.mark.parametrize(("state", "kind"), AWAY)
def test_what_the_journal_says_is_the_state_of_the_dossier(
    database: Database, actor: Actor, state: DossierState, kind: EventKind
) -> None:
    dossier, later = planned(database), MORNING + timedelta(days=2)
    write_down(database.unit, actor, an_event(dossier, kind), MORNING)
    assert state_of(database, dossier) == (state, TODAY)
    write_down(database.unit, actor, an_event(dossier, EventKind.RESUMED, dutch_day(later)), later)
    assert state_of(database, dossier) == (DossierState.ACTIVE, dutch_day(later))


@pytest.mark.parametrize(("state", "kind"), AWAY)
def test_what_the_coach_makes_of_the_state_stands_in_the_journal_once(
    database: Database, state: DossierState, kind: EventKind
) -> None:
    dossier = planned(database)
    for _ in range(2):
        move_to(database.unit, COACH, dossier.id, state, MORNING)
    assert written(database, dossier) == [kind]
    move_to(database.unit, COACH, dossier.id, DossierState.ACTIVE, MORNING + timedelta(minutes=1))
    assert written(database, dossier) == [kind, EventKind.RESUMED]


def test_on_one_day_a_pause_may_end_and_begin_again(database: Database) -> None:
    dossier = planned(database)
    states = (DossierState.PAUSED, DossierState.ACTIVE) * 2
    for minutes, state in enumerate(states):
        move_to(database.unit, COACH, dossier.id, state, MORNING + timedelta(minutes=minutes))
    assert written(database, dossier) == [EventKind.PAUSED, EventKind.RESUMED] * 2


def test_who_stopped_is_taken_up_before_a_pause(database: Database) -> None:
    dossier = planned(database)
    move_to(database.unit, COACH, dossier.id, DossierState.STOPPED, MORNING)
    with pytest.raises(InvalidInput):
        move_to(database.unit, COACH, dossier.id, DossierState.PAUSED, MORNING + timedelta(hours=1))
    assert (state_of(database, dossier)[0], written(database, dossier)) == (DossierState.STOPPED, [EventKind.STOPPED])


def test_a_pause_that_never_was_leaves_nobody_on_pause(database: Database) -> None:
    dossier = planned(database)
    paused = write_down(database.unit, CITIZEN, an_event(dossier, EventKind.PAUSED), MORNING)
    never = an_event(dossier, EventKind.CORRECTED, corrects=paused.id)
    write_down(database.unit, CITIZEN, never, MORNING + timedelta(minutes=5))
    assert state_of(database, dossier)[0] is DossierState.ACTIVE


def test_who_begins_something_is_under_way(database: Database) -> None:
    dossier = planned(database, state=DossierState.ACTIVE)
    move_to(database.unit, COACH, dossier.id, DossierState.PAUSED, MORNING)
    later = MORNING + timedelta(days=1)
    job = {"occupation_id": "welder", "sector": "metal", "employer": "Voorbeeldbedrijf"}
    write_down(database.unit, CITIZEN, an_event(dossier, EventKind.NEW_JOB, dutch_day(later), **job), later)
    assert state_of(database, dossier)[0] is DossierState.ACTIVE
    move_to(database.unit, COACH, dossier.id, DossierState.PAUSED, later + timedelta(days=1))
    assert written(database, dossier) == [EventKind.PAUSED, EventKind.NEW_JOB, EventKind.PAUSED]


def test_a_talk_that_ends_with_agreements_takes_up_again_what_stood_still(database: Database) -> None:
    dossier = planned(database)
    move_to(database.unit, COACH, dossier.id, DossierState.STOPPED, MORNING)
    agreed = [Proposed(text="Bel de school", doer=Doer.CITIZEN, due_on=SOON)]
    agree(database.unit, COACH, dossier.id, agreed, next_contact_on=SOON, moment=MORNING + timedelta(hours=1))
    assert state_of(database, dossier)[0] is DossierState.ACTIVE
    kinds = [EventKind.STOPPED, EventKind.RESUMED, EventKind.TALK_HELD, EventKind.AGREEMENT_MADE]
    assert sorted(written(database, dossier)) == sorted(kinds)


def test_what_a_talk_agreed_stands_in_the_journal_once(database: Database) -> None:
    dossier, form = planned(database), uuid4()
    agreed = [Proposed(text=text, doer=Doer.CITIZEN, due_on=SOON) for text in ("Bel de school", "Kijk mee bij Lasser")]
    for _ in range(2):
        agree(database.unit, COACH, dossier.id, agreed, next_contact_on=SOON, moment=MORNING, form_id=form)
    assert words_of_agreements(database, dossier) == ["Bel de school", "Kijk mee bij Lasser"]
    assert written(database, dossier).count(EventKind.TALK_HELD) == 1


def test_a_second_talk_of_a_day_tells_what_it_agreed_too(database: Database) -> None:
    dossier = planned(database)
    for hours, text in enumerate(("Bel de school", "Bel het bedrijf")):
        agreed = [Proposed(text=text, doer=Doer.COACH, due_on=SOON)]
        agree(database.unit, COACH, dossier.id, agreed, next_contact_on=SOON, moment=MORNING + timedelta(hours=hours))
    assert words_of_agreements(database, dossier) == ["Bel de school", "Bel het bedrijf"]
    assert written(database, dossier).count(EventKind.TALK_HELD) == 1


def test_a_full_journal_keeps_the_agreement_and_tells_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = planned(database)
    monkeypatch.setattr(writing, "MOST", 2)
    agreed = [Proposed(text="Bel de school", doer=Doer.CITIZEN, due_on=SOON)]
    agree(database.unit, COACH, dossier.id, agreed, next_contact_on=SOON, moment=MORNING)
    assert written(database, dossier) == [EventKind.TALK_HELD]
    with database.unit() as unit:
        assert [each.text for each in unit.agreements.of(dossier.id)] == ["Bel de school"]


def test_who_is_done_stays_done_and_closing_is_of_the_journal_alone(database: Database) -> None:
    done, closed = planned(database, state=DossierState.DONE), planned(database)
    write_down(database.unit, COACH, an_event(done, EventKind.PAUSED), MORNING)
    write_down(database.unit, COACH, an_event(closed, EventKind.CLOSED), MORNING)
    assert (state_of(database, done)[0], state_of(database, closed)[0]) == (DossierState.DONE, DossierState.ACTIVE)
    move_to(database.unit, COACH, closed.id, DossierState.STOPPED, MORNING + timedelta(hours=1))
    assert written(database, closed) == [EventKind.CLOSED]


def test_without_a_plan_there_is_no_journal_to_write_in(database: Database) -> None:
    dossier = a_kept_dossier(database)
    move_to(database.unit, COACH, dossier.id, DossierState.PAUSED, MORNING)
    with database.unit() as unit:
        assert not unit.journal.of(dossier.id)
    agreed = [Proposed(text="Bel de school", doer=Doer.CITIZEN, due_on=SOON)]
    agree(database.unit, COACH, dossier.id, agreed, next_contact_on=SOON, moment=MORNING + timedelta(hours=1))
    with database.unit() as unit:
        assert not unit.journal.of(dossier.id)


def test_the_counsellor_who_referred_hears_of_a_stop_that_the_citizen_wrote_down(database: Database) -> None:
    dossier = planned(database)
    with database.unit() as unit:
        unit.referrals.add(a_referral(dossier_id=dossier.id, state=ReferralState.STARTED))
        unit.commit()
    write_down(database.unit, CITIZEN, an_event(dossier, EventKind.STOPPED), MORNING)
    with database.unit() as unit:
        assert [each.state for each in unit.referrals.of_dossier(dossier.id)] == [ReferralState.STOPPED]


def test_a_pause_that_both_tell_at_the_same_moment_is_one(database: Database) -> None:
    dossier = planned(database)
    together, refused = Barrier(2), []

    def tell(actor: Actor) -> None:
        together.wait()
        try:
            if actor is COACH:
                move_to(database.unit, actor, dossier.id, DossierState.PAUSED, MORNING)
            else:
                write_down(database.unit, actor, an_event(dossier, EventKind.PAUSED, words="Voorbeeld"), MORNING)
        except InvalidInput as wrong:
            refused.append(wrong)

    threads = [Thread(target=tell, args=(each,)) for each in (COACH, CITIZEN)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert written(database, dossier) == [EventKind.PAUSED]
    assert state_of(database, dossier)[0] is DossierState.PAUSED
    with database.unit() as unit:
        assert standing_of(unit.journal.of(dossier.id)).phase is Phase.PAUSED
