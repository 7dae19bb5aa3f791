"""Looking through one's own people: filters, order, pages, and nobody who is not there to be seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.services.dossiers.caseload import PAGE, Filters, Found, NextContact, Silence, find
from gouden_poort.services.ports import Order
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, MORNING, a_kept_dossier

TODAY = MORNING.date()
WEEK = timedelta(weeks=1)


def names(found: Found) -> list[str]:
    return [each.name.removeprefix("Voorbeeld ") for each in found.people]


def look(database: Database, **asked: Any) -> list[str]:
    return names(find(database.unit, COACH, Filters(**asked), TODAY))


@pytest.fixture
def three(database: Database) -> Database:
    a_kept_dossier(
        database,
        name="Voorbeeld Ömer Eén",
        state=DossierState.ACTIVE,
        language="ar",
        labels=("avond", "taalklas"),
        next_contact_on=TODAY,
        last_contact_on=TODAY - 9 * WEEK,
    )
    a_kept_dossier(
        database,
        name="Voorbeeld Twee",
        state=DossierState.PAUSED,
        language="nl",
        labels=("taal",),
        next_contact_on=TODAY + 2 * WEEK,
        last_contact_on=TODAY - 5 * WEEK,
    )
    a_kept_dossier(database, name="Voorbeeld Drie", state_since=TODAY - 30 * WEEK, language="uk")
    return database


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["Drie", "Ömer Eén", "Twee"]),
        ({"name": "een OMER"}, ["Ömer Eén"]),
        ({"name": "%"}, ["Drie", "Ömer Eén", "Twee"]),
        ({"name": "vier"}, []),
        ({"name": "wee"}, []),
        ({"state": DossierState.PAUSED}, ["Twee"]),
        ({"language": "ar"}, ["Ömer Eén"]),
        ({"label": "taal"}, ["Twee"]),
        ({"contact": NextContact.DUE}, ["Ömer Eén"]),
        ({"contact": NextContact.WEEK}, ["Ömer Eén"]),
        ({"contact": NextContact.MONTH}, ["Ömer Eén", "Twee"]),
        ({"contact": NextContact.NONE}, ["Drie"]),
        ({"silence": Silence.MONTH}, ["Drie", "Ömer Eén", "Twee"]),
        ({"silence": Silence.QUIET}, ["Drie", "Ömer Eén"]),
        ({"silence": Silence.HALF_YEAR}, ["Drie"]),
        ({"order": Order.NAME, "descending": True}, ["Twee", "Ömer Eén", "Drie"]),
        ({"order": Order.NEXT_CONTACT}, ["Ömer Eén", "Twee", "Drie"]),
        ({"order": Order.NEXT_CONTACT, "descending": True}, ["Twee", "Ömer Eén", "Drie"]),
        ({"order": Order.LAST_CONTACT}, ["Drie", "Ömer Eén", "Twee"]),
    ],
)
def test_each_filter_and_order_finds_its_people(three: Database, asked: dict[str, Any], expected: list[str]) -> None:
    assert look(three, **asked) == expected


def test_it_says_by_what_people_can_be_told_apart(three: Database) -> None:
    spoken = find(three.unit, COACH, Filters(language="ar"), TODAY).spoken
    assert (spoken.languages, spoken.labels) == (("ar", "nl", "uk"), ("avond", "taal", "taalklas"))


def test_a_page_holds_fifty_and_one_beyond_the_last_is_the_last(sqlite_database: Database) -> None:
    for number in range(PAGE + 2):
        a_kept_dossier(sqlite_database, name=f"Voorbeeld {number:03}")
    pages = [find(sqlite_database.unit, COACH, Filters(), TODAY, page=page) for page in (1, 2, 9, 0)]
    assert [(len(found.people), found.page, found.pages) for found in pages] == [
        (PAGE, 1, 2),
        (2, 2, 2),
        (2, 2, 2),
        (PAGE, 1, 2),
    ]


def test_who_stopped_sharing_is_counted_and_not_named(database: Database) -> None:
    a_kept_dossier(database, name="Voorbeeld Weg", lines=(), language="tr", labels=("geheim",))
    found = find(database.unit, COACH, Filters(), TODAY)
    assert (found.people, found.total, found.everyone, found.not_shared) == ([], 0, 0, 1)
    assert (found.spoken.languages, found.spoken.labels) == ((), ())


@pytest.mark.parametrize("told", [{"coach_id": COLLEAGUE.account_id}, {"organisation_id": ELSEWHERE}])
def test_nobody_of_others_is_there(database: Database, told: dict[str, Any]) -> None:
    a_kept_dossier(database, **told)
    assert look(database) == []


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COACH])
def test_others_have_no_caseload(sqlite_database: Database, role: Role) -> None:
    with pytest.raises(NotAllowed):
        find(sqlite_database.unit, replace(COACH, role=role), Filters(), TODAY)


def test_the_whole_caseload_is_counted_beside_what_is_found(three: Database) -> None:
    found = find(three.unit, COACH,
                 Filters(name="twee"), TODAY)  # fmt: skip
    assert (found.total, found.everyone) == (1, 3)
