"""Month figures: counted in the month where they belong, of one organisation, and without a group that is too small."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.services.dossiers.reporting import LEAST, Figure, Report, report
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, a_kept_dossier, an_agreement

TODAY = date(2026, 11, 23)
OCTOBER = date(2026, 10, 1)
NOVEMBER = datetime(2026, 10, 31, 23, tzinfo=UTC)
"""Midnight in the Netherlands."""
LAST_OF_OCTOBER = NOVEMBER - timedelta(minutes=1)


def ten(database: Database, many: int = LEAST, **told: Any) -> None:
    for _ in range(many):
        dossier = a_kept_dossier(database, **{"registered_at": LAST_OF_OCTOBER, **told})
        with database.unit() as unit:
            unit.agreements.add(an_agreement(dossier, made_at=NOVEMBER))
            unit.agreements.add(an_agreement(dossier, made_at=NOVEMBER + timedelta(days=8)))
            unit.commit()


def over(database: Database, month: date | None = None) -> Report:
    return report(database.unit, COACH, TODAY, month)


def test_each_is_counted_in_its_month(database: Database) -> None:
    stopped = {"state": DossierState.STOPPED, "state_since": date(2026, 10, 31)}
    ten(database, coach_id=COLLEAGUE.account_id, plan_accepted_at=NOVEMBER, **stopped)
    assert over(database, OCTOBER).figures == {
        Figure.REGISTERED: 10,
        Figure.FIRST_TALKS: None,
        Figure.PLANS: None,
        Figure.STOPPED: 10,
        Figure.DONE: None,
    }
    november = over(database, date(2026, 11, 5)).figures
    assert (november[Figure.FIRST_TALKS], november[Figure.PLANS], november[Figure.STOPPED]) == (10, 10, None)


def test_nine_are_too_few_to_show(database: Database) -> None:
    ten(database, LEAST - 1)
    found = over(database, OCTOBER)
    assert set(found.figures.values()) == {None}
    assert (found.languages, set(found.states.values()), found.together) == ({}, {None}, None)


def test_a_total_does_not_give_a_small_group_away(database: Database) -> None:
    ten(database, 21, language="nl")
    ten(database, 2, language="ti")
    found = over(database)
    assert (found.languages, found.together) == ({"nl": 20}, 25), "exact numbers would tell that two speak Tigrinya"


def test_people_of_another_organisation_do_not_count(database: Database) -> None:
    ten(database, organisation_id=ELSEWHERE)
    assert over(database, OCTOBER).figures == {}


def test_months_run_from_the_first_registration_on(sqlite_database: Database) -> None:
    a_kept_dossier(sqlite_database, registered_at=datetime(2026, 9, 9, tzinfo=UTC))
    found = over(sqlite_database)
    assert list(found.months) == [date(2026, 11, 1), OCTOBER, date(2026, 9, 1)]
    assert found.month == OCTOBER


def test_without_anybody_it_is_this_month_and_empty(sqlite_database: Database) -> None:
    found = over(sqlite_database)
    assert (found.month, found.figures, found.together) == (date(2026, 11, 1), {}, None)


@pytest.mark.parametrize("role", [Role.CITIZEN, Role.COUNSELLOR, Role.EDITOR])
def test_who_is_neither_coach_nor_administrator_gets_none(sqlite_database: Database, role: Role) -> None:
    with pytest.raises(NotAllowed):
        report(sqlite_database.unit, replace(COACH, role=role), TODAY)
