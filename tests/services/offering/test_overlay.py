"""Full openings over a catalogue: a route waits, goes by another start, and is open to who holds the seat."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.routing.outlook import RouteState
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.overlay import with_full_openings
from gouden_poort.services.outlook import outlook_on
from tests.builders import a_profile, a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, MORNING, STRANGER, a_kept_dossier

SNAPSHOT = a_snapshot(offering_starts=[{}, {"start_date": "2027-03-01"}, {"start_date": "2027-04-05"}])
STARTS = ("2027-02-01", "2027-03-01", "2027-04-05")


def keep(database: Database, many: int, opening_id: str = "J1", actor: Actor = COACH) -> FreePlace:
    kind = OpeningKind.OFFERING_START if "@" in opening_id else OpeningKind.POSITION
    return seats.keep_seats(database.unit, actor, kind, opening_id, seats=many, moment=MORNING)


def fill(database: Database, opening_id: str = "J1") -> UUID:
    """A place with one seat that is offered; whose answers these are."""
    place, dossier = keep(database, 1, opening_id), a_kept_dossier(database)
    seats.offer(database.unit, COACH, place.id, dossier.id, answer_by=MORNING.date(), moment=MORNING)
    return dossier.assessment_id


def now(database: Database, assessment_id: UUID | None = None) -> Snapshot:
    return with_full_openings(database.unit, SNAPSHOT, assessment_id)


def starts(snapshot: Snapshot) -> list[date]:
    return sorted({snapshot.monday(week) for week in snapshot.columns.offerings.starts[0].tolist()})


def test_where_nobody_keeps_seats_or_some_are_left_the_catalogue_is_as_it_is(database: Database) -> None:
    assert now(database) is SNAPSHOT
    keep(database, 2)
    assert now(database) is SNAPSHOT


def test_an_organisation_that_keeps_no_seats_any_more_closes_nothing_for_others(sqlite_database: Database) -> None:
    keep(sqlite_database, 0)
    assert now(sqlite_database) is SNAPSHOT


def test_a_route_to_a_full_place_waits(database: Database) -> None:
    fill(database)
    full = now(database)
    assert full.version != SNAPSHOT.version
    found = outlook_on(full, a_profile(), "O1")
    assert found.state is RouteState.WAITING
    assert outlook_on(SNAPSHOT, a_profile(), "O1").state is RouteState.OPEN


def test_for_who_holds_the_seat_the_route_is_open(database: Database) -> None:
    assert now(database, fill(database)) is SNAPSHOT


def test_a_seat_that_another_organisation_has_left_keeps_it_open(database: Database) -> None:
    fill(database)
    keep(database, 1, actor=STRANGER)
    assert now(database) is SNAPSHOT


@pytest.mark.parametrize("gone", STARTS)
def test_a_full_start_is_gone_and_the_others_stay(sqlite_database: Database, gone: str) -> None:
    fill(sqlite_database, f"T1@{gone}")
    full = now(sqlite_database)
    assert starts(full) == [date.fromisoformat(each) for each in STARTS if each != gone]
    assert full.columns.offerings.capacity[0] == SNAPSHOT.columns.offerings.capacity[0]


def test_a_route_begins_at_the_next_start_when_the_first_is_full(sqlite_database: Database) -> None:
    fill(sqlite_database, "T1@2027-02-01")
    route = outlook_on(now(sqlite_database), a_profile(), "O1").route
    assert route is not None
    assert route.steps[0].start_date == date(2027, 3, 1)


def test_a_training_of_which_every_start_is_full_waits(sqlite_database: Database) -> None:
    for start in STARTS:
        fill(sqlite_database, f"T1@{start}")
    assert outlook_on(now(sqlite_database), a_profile(), "O1").state is RouteState.WAITING


def test_a_place_that_the_catalogue_lost_changes_nothing(sqlite_database: Database) -> None:
    fill(sqlite_database, "J9")
    assert now(sqlite_database) is SNAPSHOT
