"""The five questions of a year are answered once, from their day on and also late, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.check_in import CheckIn, Going, Onward, WorkNow
from gouden_poort.development.event import EventKind
from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.ten_years.answering import Given, YearState, answer, own_year, year_of
from gouden_poort.services.ten_years.reading import own_ten_years
from gouden_poort.services.ten_years.writing import write_down
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, STRANGER
from tests.referrals import keep_colleagues
from tests.services.ten_years.test_calendar import CITIZEN, DUE, keep, noon, planned, posted, tick
from tests.ten_years import an_event_of

SELF = Actor(account_id=CITIZEN, role=Role.CITIZEN, organisation_id=None)
GIVEN = Given(
    going=Going.FAIRLY,
    work=WorkNow.OTHER_TECHNICAL,
    learnt=" Ik haalde een certificaat. ",
    onward=Onward.ANOTHER_STEP,
    wants_talk=True,
)


def answered(database: Database, dossier: Dossier, day: date = DUE, *, actor: Actor = SELF, **told: Any) -> CheckIn:
    given = replace(GIVEN, **told)
    return answer(database.unit, actor, dossier.id, 1, given, moment=noon(day))


def state(database: Database, number: int, day: date) -> YearState | None:
    year = own_year(database.unit, SELF, number, day)
    return None if year is None else year.state


def test_answers_are_kept_whole_and_the_journal_and_the_line_follow(database: Database) -> None:
    dossier = planned(database)
    kept = answered(database, dossier)
    with database.unit() as unit:
        assert list(unit.check_ins.of(dossier.id)) == [kept]
        events, line = unit.journal.of(dossier.id), unit.journeys.find(dossier.id)
        trail = unit.trail.about(dossier.pseudonym)
    assert (kept.learnt, kept.wants_talk, kept.answered_by) == ("Ik haalde een certificaat.", True, CITIZEN)
    assert [(each.kind, each.year, each.day) for each in events if each.year] == [(EventKind.CHECKED_IN, 1, DUE)]
    assert line is not None
    assert line.missed == 0
    assert [each.deed for each in trail] == [Deed.OWN_DOSSIER]


def test_the_first_answers_count_however_often_a_form_comes(database: Database) -> None:
    dossier = planned(database)
    first = answered(database, dossier)
    assert answered(database, dossier, learnt="Iets anders.") == first
    with database.unit() as unit:
        assert sum(each.kind is EventKind.CHECKED_IN for each in unit.journal.of(dossier.id)) == 1


def test_a_form_that_comes_twice_at_once_is_kept_once(database: Database) -> None:
    dossier = planned(database)
    together, kept = Barrier(2), []

    def send(learnt: str) -> None:
        together.wait()
        kept.append(answered(database, dossier, learnt=learnt))

    threads = [Thread(target=send, args=(learnt,)) for learnt in ("Een.", "Twee.")]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert len(kept) == 2
    assert kept[0] == kept[1]


def test_a_year_opens_two_weeks_before_its_day_and_stays_open(database: Database) -> None:
    planned(database)
    days = (-15, -14, 0, 60, 400)
    assert [state(database, 1, DUE + timedelta(days=each)) for each in days] == [YearState.LATER] + [YearState.OPEN] * 4
    assert state(database, 11, DUE) is None


def test_the_29th_of_february_opens_on_the_14th_in_other_years(database: Database) -> None:
    dossier = planned(database)
    with database.unit() as unit:
        (plan,) = unit.plans.of(dossier.id)
    (step,) = plan.route.steps
    leap = replace(plan, id=uuid4(), route=replace(plan.route, steps=(replace(step, start_date=date(2028, 2, 29)),)))
    other = replace(SELF, account_id=UUID(int=22))
    planned(database, plan=leap, citizen_id=other.account_id)
    year = own_year(database.unit, other, 1, DUE)
    assert year is not None
    assert year.opens_on == date(2029, 2, 14)


def test_what_is_not_asked_yet_or_no_more_is_not_kept(database: Database) -> None:
    dossier = planned(database)
    with pytest.raises(InvalidInput):
        answered(database, dossier, DUE - timedelta(days=15))
    keep(database, an_event_of(dossier, EventKind.CLOSED, "2028-09-01"))
    with pytest.raises(InvalidInput):
        answered(database, dossier)
    assert state(database, 1, DUE) is YearState.CLOSED
    with database.unit() as unit:
        assert not unit.check_ins.of(dossier.id)


def test_a_year_of_who_stopped_can_be_answered_too(database: Database) -> None:
    dossier = planned(database)
    keep(database, an_event_of(dossier, EventKind.STOPPED, "2028-02-01"))
    assert answered(database, dossier, DUE + timedelta(days=80)).year == 1


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"going": None}, ("going", "missing")),
        ({"work": None}, ("work", "missing")),
        ({"onward": None}, ("onward", "missing")),
        ({"wants_talk": None}, ("talk", "missing")),
        ({"learnt": "x" * 501}, ("learnt", "too_many")),
        ({"learnt": "mijn bsn is 111222333"}, ("learnt", "bsn")),
    ],
)
def test_each_fault_is_named_and_nothing_is_kept(
    database: Database, told: dict[str, Any], fault: tuple[str, str]
) -> None:
    dossier = planned(database)
    with pytest.raises(InvalidInput) as wrong:
        answered(database, dossier, **told)
    assert [(each.path, each.code) for each in wrong.value.faults] == [fault]
    with database.unit() as unit:
        assert not unit.check_ins.of(dossier.id)


@pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER, replace(SELF, account_id=uuid4())])
def test_nobody_answers_for_another_or_sees_the_year(database: Database, actor: Actor) -> None:
    dossier = planned(database)
    with pytest.raises(NotAllowed):
        answered(database, dossier, actor=actor)
    with pytest.raises(NotAllowed):
        year_of(database.unit, actor, dossier.id, 1, noon(DUE))


def test_the_own_coach_fills_them_in_with_somebody_and_that_is_said(database: Database) -> None:
    keep_colleagues(database)
    dossier = planned(database)
    kept = answered(database, dossier, actor=COACH)
    assert kept.answered_by == COACH.account_id
    year = own_year(database.unit, SELF, 1, DUE)
    assert year is not None
    assert (year.state, year.answers, year.filled_in_by) == (YearState.ANSWERED, kept, "Voorbeeld Collega 11")
    with database.unit() as unit:
        assert [(each.deed, each.why) for each in unit.trail.about(dossier.pseudonym)] == [
            (Deed.CHANGE_DOSSIER, Why.GUIDANCE)
        ]


def test_a_coach_without_consent_fills_in_nothing(database: Database) -> None:
    dossier = planned(database, citizen_id=None, lines=())
    with pytest.raises(NotAllowed):
        answered(database, dossier, actor=COACH)


def test_a_coach_who_opens_a_year_is_seen_in_the_trail(database: Database) -> None:
    dossier = planned(database, citizen_id=None)
    found, year = year_of(database.unit, COACH, dossier.id, 1, noon(DUE))
    assert found.id == dossier.id
    assert year is not None
    assert (year.state, year.filled_in_by) == (YearState.OPEN, "")
    with database.unit() as unit:
        assert [each.deed for each in unit.trail.about(dossier.pseudonym)] == [Deed.SEE_DOSSIER]


def test_answers_about_other_work_wait_until_the_work_is_written_down(database: Database) -> None:
    dossier = planned(database)
    answered(database, dossier)
    year, ten = own_year(database.unit, SELF, 1, DUE), own_ten_years(database.unit, SELF, noon(DUE))
    assert year is not None
    assert ten is not None
    assert year.unwritten is not None
    assert ten.unwritten == year.unwritten
    assert year.unwritten.kind is EventKind.NEW_JOB
    work = an_event_of(dossier, EventKind.NEW_JOB, "2028-09-06", occupation_id="O1", sector="metal", employer="Een")
    write_down(database.unit, COACH, work, noon(DUE) + timedelta(hours=3))
    year, ten = own_year(database.unit, SELF, 1, DUE), own_ten_years(database.unit, SELF, noon(DUE))
    assert (year and year.unwritten, ten and ten.unwritten) == (None, None)


def test_how_it_stood_on_another_day_says_nothing_of_answers_of_now(database: Database) -> None:
    dossier = planned(database)
    answered(database, dossier)
    then = own_ten_years(database.unit, SELF, noon(DUE + timedelta(days=1)), on=DUE)
    assert then is not None
    assert then.unwritten is None


def test_as_it_stands_today_is_as_it_stands(database: Database) -> None:
    dossier = planned(database)
    answered(database, dossier)
    now, today = (own_ten_years(database.unit, SELF, noon(DUE), on=day) for day in (None, DUE))
    assert now is not None
    assert now.unwritten is not None
    assert today == now


def test_what_was_not_sent_yet_is_taken_back(database: Database) -> None:
    dossier = planned(database)
    tick(database, DUE)
    answered(database, dossier)
    assert [each.channel for each in posted(database, dossier)] == [Channel.SCREEN]


def test_who_has_no_plan_has_no_years(database: Database) -> None:
    assert own_year(database.unit, SELF, 1, DUE) is None
