"""Changing several people at once: all or none, each written in the audit trail, and nobody of others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.dossiers.caseload import Filters
from gouden_poort.services.dossiers.exporting import export
from gouden_poort.services.dossiers.together import LONGEST_LABEL, put_label, set_next_contact, take_label
from gouden_poort.services.trail import looks_at
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, a_kept_dossier

TODAY = MORNING.date()
TOMORROW = TODAY + timedelta(days=1)


def now(database: Database, dossier: Dossier) -> Dossier:
    with database.unit() as unit:
        found = unit.dossiers.find(dossier.id)
    assert found is not None
    return found


def test_a_label_is_put_once_and_taken_away(database: Database) -> None:
    one, two = a_kept_dossier(database, labels=("avond",)), a_kept_dossier(database)
    assert put_label(database.unit, COACH, [one.id, two.id, one.id], "  avond ", MORNING) == 1
    assert [now(database, each).labels for each in (one, two)] == [("avond",), ("avond",)]
    assert take_label(database.unit, COACH, [one.id, two.id], "avond", MORNING) == 2
    assert [now(database, each).labels for each in (one, two)] == [(), ()]


def test_the_next_contact_is_set_for_all(database: Database) -> None:
    one, two = a_kept_dossier(database), a_kept_dossier(database)
    assert set_next_contact(database.unit, COACH, [one.id, two.id], TOMORROW, MORNING) == 2
    assert {now(database, each).next_contact_on for each in (one, two)} == {TOMORROW}


def test_each_change_and_each_export_is_in_the_audit_trail(database: Database) -> None:
    one, same = a_kept_dossier(database), a_kept_dossier(database, labels=("avond",))
    put_label(database.unit, COACH, [one.id, same.id], "avond", MORNING)
    export(database.unit, COACH, Filters(), TODAY, MORNING)
    deeds = [[entry.deed for entry in looks_at(database.unit, each.pseudonym)] for each in (one, same)]
    assert deeds == [["export_dossier", "change_dossier"], ["export_dossier"]]


@pytest.mark.parametrize(
    "foreign",
    [
        lambda database: a_kept_dossier(database, coach_id=COLLEAGUE.account_id).id,
        lambda database: a_kept_dossier(database, lines=()).id,
        lambda _database: uuid4(),
    ],
    ids=["of a colleague", "no longer shared", "unknown"],
)
def test_with_one_that_is_not_theirs_nothing_changes(database: Database, foreign: Callable[[Database], UUID]) -> None:
    own = a_kept_dossier(database)
    with pytest.raises(NotAllowed):
        put_label(database.unit, COACH, [own.id, foreign(database)], "avond", MORNING)
    assert now(database, own).labels == ()


@pytest.mark.parametrize(
    ("label", "code"),
    [("", "missing"), ("a|b", "malformed"), ("a" * (LONGEST_LABEL + 1), "too_many"), ("111222333", "bsn")],
)
def test_a_label_that_cannot_be_kept_is_refused(sqlite_database: Database, label: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        put_label(sqlite_database.unit, COACH, [], label, MORNING)
    assert [(fault.path, fault.code) for fault in refused.value.faults] == [("label", code)]


@pytest.mark.parametrize(
    ("day", "code"),
    [(None, "missing"), (TODAY - timedelta(days=1), "out_of_range"), (date(2031, 1, 1), "out_of_range")],
)
def test_a_day_that_cannot_be_meant_is_refused(sqlite_database: Database, day: date | None, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        set_next_contact(sqlite_database.unit, COACH, [], day, MORNING)
    assert [fault.code for fault in refused.value.faults] == [code]


def test_an_export_holds_the_selection_and_nobody_else(database: Database) -> None:
    a_kept_dossier(database, name="Voorbeeld Een", language="ar")
    a_kept_dossier(database, name="Voorbeeld Twee", language="nl")
    a_kept_dossier(database, name="Voorbeeld Drie", language="ar", lines=())
    a_kept_dossier(database, name="Voorbeeld Vier", language="ar", coach_id=COLLEAGUE.account_id)
    people = export(database.unit, COACH, Filters(language="ar"), TODAY, MORNING)
    assert [each.name for each in people] == ["Voorbeeld Een"]
