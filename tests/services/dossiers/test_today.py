"""The list of the day: who stands where, what is overdue on top, and nobody of somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.services.dossiers.planning import Proposed, agree
from gouden_poort.services.dossiers.today import Shelf, Why, todos
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, HERE, MORNING, a_kept_dossier, an_agreement
from tests.ten_years import a_check_in, a_line_of, a_plan_of

TODAY = MORNING.date()


def days(many: int) -> timedelta:
    return timedelta(days=many)


def test_each_stands_behind_the_filter_of_its_day(sqlite_database: Database) -> None:
    active = {"state": DossierState.ACTIVE, "last_contact_on": TODAY - days(10)}
    a_kept_dossier(sqlite_database, name="Vandaag", next_contact_on=TODAY, **active)
    a_kept_dossier(sqlite_database, name="Gisteren", next_contact_on=TODAY - days(1), **active)
    a_kept_dossier(sqlite_database, name="Morgen", next_contact_on=TODAY + days(1), **active)
    a_kept_dossier(sqlite_database, name="Volgende maand", next_contact_on=TODAY + days(30), **active)
    a_kept_dossier(sqlite_database, name="Nieuw")
    a_kept_dossier(sqlite_database, name="Stil", **active | {"last_contact_on": TODAY - days(70)})
    a_kept_dossier(sqlite_database, name="Gestopt", state=DossierState.STOPPED, next_contact_on=TODAY)
    found = todos(sqlite_database.unit, COACH, TODAY)
    assert {shelf: [(each.dossier.name, each.overdue) for each in lines] for shelf, lines in found.items()} == {
        Shelf.NOW: [("Gisteren", True), ("Vandaag", False)],
        Shelf.WEEK: [("Morgen", False)],
        Shelf.NEW: [("Nieuw", False)],
        Shelf.QUIET: [("Stil", False)],
    }


@pytest.mark.parametrize(("doer", "why"), [(Doer.COACH, Why.OWN_PROMISE), (Doer.CITIZEN, Why.THEIR_PROMISE)])
def test_what_was_promised_stands_there_with_its_words(sqlite_database: Database, doer: Doer, why: Why) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with sqlite_database.unit() as unit:
        unit.agreements.add(an_agreement(dossier, doer=doer, due_on=TODAY - days(2), text="Bel de school"))
        unit.commit()
    (line,) = todos(sqlite_database.unit, COACH, TODAY)[Shelf.NOW]
    assert (line.why, line.what, line.overdue) == (why, "Bel de school", True)


def test_someone_who_is_handed_over_stands_with_who_takes_over(sqlite_database: Database) -> None:
    a_kept_dossier(sqlite_database, coach_id=COLLEAGUE.account_id, next_coach_id=COACH.account_id)
    assert [each.why for each in todos(sqlite_database.unit, COACH, TODAY)[Shelf.NOW]] == [Why.TAKE_OVER]


@pytest.mark.parametrize("told", [{"lines": ()}, {"organisation_id": ELSEWHERE}])
def test_someone_who_may_not_be_taken_over_is_not_named(sqlite_database: Database, told: dict[str, Any]) -> None:
    a_kept_dossier(sqlite_database, coach_id=COLLEAGUE.account_id, next_coach_id=COACH.account_id, **told)
    assert not any(todos(sqlite_database.unit, COACH, TODAY).values())


def unanswered(database: Database, since: date, **told: Any) -> Dossier:
    """Someone who did not answer for two years."""
    dossier = a_kept_dossier(database, **{"state": DossierState.ACTIVE, **told})
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(replace(a_line_of(plan), missed=2, call_since=since))
        unit.commit()
    return dossier


def wishing(database: Database, days_ago: int, **told: Any) -> Dossier:
    """Someone who asked for a talk."""
    dossier = a_kept_dossier(database, **{"state": DossierState.ACTIVE, **told})
    with database.unit() as unit:
        answered_at = MORNING - days(days_ago)
        unit.check_ins.add_once(a_check_in(dossier, wants_talk=True, answered_at=answered_at))
        unit.commit()
    return dossier


def test_who_did_not_answer_for_two_years_stands_there_since_the_second_was_missed(database: Database) -> None:
    unanswered(database, TODAY - days(10))
    (line,) = todos(database.unit, COACH, TODAY)[Shelf.NOW]
    assert (line.why, line.years, line.day, line.overdue) == (Why.NO_ANSWER, 2, TODAY - days(10), True)


@pytest.mark.parametrize(
    "told",
    [
        {"last_contact_on": TODAY - timedelta(days=3)},
        {"state": DossierState.STOPPED},
        {"coach_id": COLLEAGUE.account_id},
        {"organisation_id": ELSEWHERE},
        {"state": DossierState.DONE, "lines": ()},
    ],
    ids=["talked since", "stopped", "of a colleague", "elsewhere", "not shared"],
)
def test_who_need_not_or_may_not_be_called_does_not(sqlite_database: Database, told: dict[str, Any]) -> None:
    unanswered(sqlite_database, TODAY - days(10), **told)
    assert not todos(sqlite_database.unit, COACH, TODAY)[Shelf.NOW]


def test_who_asked_for_a_talk_stands_there_until_there_was_one(database: Database) -> None:
    wishing(database, 3, last_contact_on=TODAY - days(30))
    wishing(database, 3, last_contact_on=TODAY - days(1))
    (line,) = todos(database.unit, COACH, TODAY)[Shelf.NOW]
    assert (line.why, line.day, line.overdue) == (Why.WANTS_TALK, TODAY - days(3), False)


def test_who_is_done_is_called_too_and_a_wish_goes_before(database: Database) -> None:
    dossier = wishing(database, 3, state=DossierState.DONE)
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(replace(a_line_of(plan), missed=2, call_since=TODAY - days(10)))
        unit.commit()
    assert [each.why for each in todos(database.unit, COACH, TODAY)[Shelf.NOW]] == [Why.WANTS_TALK]


def test_a_talk_on_the_day_of_the_wish_takes_it_off_the_list(database: Database) -> None:
    dossier = wishing(database, 0)
    plan = a_plan_of(dossier)
    with database.unit() as unit:
        unit.plans.add(plan)
        unit.journeys.put(a_line_of(plan))
        unit.commit()
    agreed = Proposed(text="Ik bel de school.", doer=Doer.CITIZEN, due_on=TODAY + days(30))
    later = MORNING + timedelta(hours=1)
    agree(database.unit, COACH, dossier.id, [agreed], next_contact_on=TODAY + days(30), moment=later)
    assert not todos(database.unit, COACH, TODAY)[Shelf.NOW]


def test_a_counsellor_has_no_such_list(sqlite_database: Database) -> None:
    counsellor = Actor(account_id=COACH.account_id, role=Role.COUNSELLOR, organisation_id=HERE)
    with pytest.raises(NotAllowed):
        todos(sqlite_database.unit, counsellor, TODAY)
