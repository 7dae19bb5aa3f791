"""The list of the day: who stands where, what is overdue on top, and nobody of somebody else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import Doer
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.services.dossiers.today import Shelf, Why, todos
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, HERE, MORNING, a_kept_dossier, an_agreement

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


def test_a_counsellor_has_no_such_list(sqlite_database: Database) -> None:
    counsellor = Actor(account_id=COACH.account_id, role=Role.COUNSELLOR, organisation_id=HERE)
    with pytest.raises(NotAllowed):
        todos(sqlite_database.unit, counsellor, TODAY)
