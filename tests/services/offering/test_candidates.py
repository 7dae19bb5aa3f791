"""For whom a place is the last gap, in which order, and that nobody sees people of a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.place_offer import FreePlace, OpeningKind
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.candidates import AtAPlace, Candidate, at_a_place
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier
from tests.web.desk.caseload import ANSWERS

TODAY = MORNING.date()
SNAPSHOT = a_snapshot()
GRONINGEN = Home(label="Groningen", lat=53.2194, lon=6.5665, approximate=False)
WELDER = {"skills": {"S1": 2}}


def a_place(database: Database, many: int = 1, opening_id: str = "J1") -> FreePlace:
    kind = OpeningKind.OFFERING_START if "@" in opening_id else OpeningKind.POSITION
    return seats.keep_seats(database.unit, COACH, kind, opening_id, seats=many, moment=MORNING)


def someone(database: Database, name: str, answers: dict[str, Any] | None = None, **told: Any) -> Dossier:
    """A client who can weld and chose that work, unless told otherwise."""
    with database.unit() as unit:
        assessment_id = unit.assessments.start(MORNING)
        for question, answer in {**ANSWERS, **WELDER, **(answers or {})}.items():
            unit.assessments.answer(assessment_id, question, answer, MORNING)
        unit.commit()
    usual = {"assessment_id": assessment_id, "target_id": "O1", "name": name, "state": DossierState.ACTIVE}
    return a_kept_dossier(database, **{**usual, **told})


def at(database: Database, place: FreePlace, actor: Actor = COACH) -> AtAPlace:
    return at_a_place(database.unit, SNAPSHOT, actor, place.id, TODAY)


def names(candidates: Sequence[Candidate]) -> list[str]:
    return [each.dossier.name for each in candidates]


def test_people_stand_with_how_near_they_are(sqlite_database: Database) -> None:
    place = a_place(sqlite_database)
    someone(sqlite_database, "Klaar")
    someone(sqlite_database, "Cursus", {"skills": {}})
    someone(sqlite_database, "Nog geen route", target_id="")
    someone(sqlite_database, "Nog geen route en geen vak", {"skills": {}}, target_id="")
    someone(sqlite_database, "Ander werk", target_id="O2")
    someone(sqlite_database, "Gestopt", state=DossierState.STOPPED)
    a_kept_dossier(sqlite_database, name="Onbekend", target_id="O1")
    found = at(sqlite_database, place)
    assert names(found.ready) == ["Klaar", "Nog geen route"]
    assert names(found.one_step) == ["Cursus"]
    assert (names(found.nearest), found.unknown) == ([], 1)


def test_who_waits_longest_is_next(sqlite_database: Database) -> None:
    place = a_place(sqlite_database)
    someone(sqlite_database, "Later")
    someone(sqlite_database, "Eerder", registered_at=MORNING - timedelta(days=30))
    found = at(sqlite_database, place)
    assert names(found.ready) == ["Eerder", "Later"]
    assert found.next is not None
    assert found.next.dossier.name == "Eerder"


def test_where_nobody_fits_the_nearest_are_told_with_what_they_lack(sqlite_database: Database) -> None:
    place = a_place(sqlite_database)
    someone(
        sqlite_database,
        "Ver weg",
        {"place": GRONINGEN.as_answer()},
    )
    found = at(sqlite_database, place)
    assert (found.ready, found.one_step, names(found.nearest)) == ([], [], ["Ver weg"])


def test_who_was_asked_here_before_comes_last_and_is_not_next(sqlite_database: Database) -> None:
    place = a_place(sqlite_database)
    first = someone(sqlite_database, "Eerst", registered_at=MORNING - timedelta(days=9))
    someone(sqlite_database, "Daarna")
    made = seats.offer(sqlite_database.unit, COACH, place.id, first.id, answer_by=TODAY, moment=MORNING)
    seats.answer(sqlite_database.unit, COACH, made.id, yes=False, moment=MORNING)
    found = at(sqlite_database, place)
    assert names(found.ready) == ["Daarna", "Eerst"]
    assert [each.before is not None for each in found.ready] == [False, True]


def test_who_was_offered_this_seat_waits_for_an_answer_instead(database: Database) -> None:
    place = a_place(database, 2)
    asked = someone(database, "Gevraagd")
    seats.offer(database.unit, COACH, place.id, asked.id, answer_by=TODAY, moment=MORNING)
    found = at(database, place)
    assert (found.left, found.ready, [each.dossier.name for each in found.offered]) == (1, [], ["Gevraagd"])


def test_who_has_a_seat_elsewhere_is_not_asked_again(database: Database) -> None:
    there, here = a_place(database, opening_id="T1@2027-02-01"), a_place(database)
    placed, asked = someone(database, "Geplaatst"), someone(database, "Gevraagd")
    with_yes = seats.offer(database.unit, COACH, there.id, placed.id, answer_by=TODAY, moment=MORNING)
    seats.answer(database.unit, COACH, with_yes.id, yes=True, moment=MORNING)
    a_place(database, 2, opening_id="T1@2027-02-01")
    seats.offer(database.unit, COACH, there.id, asked.id, answer_by=TODAY, moment=MORNING)
    found = at(database, here)
    assert [(each.dossier.name, each.is_asked_elsewhere) for each in found.ready] == [("Gevraagd", True)]


def test_a_start_of_a_training_is_for_who_chose_work_that_asks_it(sqlite_database: Database) -> None:
    place = a_place(sqlite_database, opening_id="T1@2027-02-01")
    someone(sqlite_database, "Leert", {"skills": {}})
    someone(sqlite_database, "Kan het al")
    someone(sqlite_database, "Koos niets", {"skills": {}}, target_id="")
    assert names(at(sqlite_database, place).ready) == ["Leert"]


def test_a_colleague_sees_how_many_seats_are_given_and_nobodys_name(database: Database) -> None:
    place = a_place(database, 3)
    own = someone(database, "Van mij")
    seats.offer(database.unit, COACH, place.id, own.id, answer_by=TODAY, moment=MORNING)
    found = at(database, place, COLLEAGUE)
    assert (found.left, found.by_colleagues, found.offered, found.ready) == (2, 1, [], [])


@pytest.mark.parametrize("actor", [STRANGER, Actor(account_id=uuid4(), role=Role.CITIZEN)])
def test_the_place_of_another_organisation_is_not_there(database: Database, actor: Actor) -> None:
    place = a_place(database)
    with pytest.raises(NotAllowed):
        at(database, place, actor)


def test_of_a_place_that_the_catalogue_lost_only_the_offers_are_told(sqlite_database: Database) -> None:
    place = a_place(sqlite_database, opening_id="J9")
    someone(sqlite_database, "Klaar")
    found = at(sqlite_database, place)
    assert (found.opening, found.ready) == (None, ())
