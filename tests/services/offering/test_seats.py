"""Seats: one person at a time for each, the next one after silence, and never two yeses on one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import ChangedMeanwhile, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, OpeningKind, PlaceOffer
from gouden_poort.services.offering import seats
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier

BY = MORNING.date() + timedelta(days=7)
LATER = MORNING + timedelta(days=8)
TODAY = MORNING.date()


def a_place(database: Database, many: int = 1) -> FreePlace:
    return seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J1", seats=many, moment=MORNING)


def offered(database: Database, place: FreePlace, dossier: Dossier, actor: Actor = COACH) -> PlaceOffer:
    return seats.offer(database.unit, actor, place.id, dossier.id, answer_by=BY, moment=MORNING)


def states(database: Database, place: FreePlace) -> list[OfferState]:
    with database.unit() as unit:
        return [each.state for each in unit.free_places.offers_at(place.id)]


def test_an_opening_has_one_number_of_seats_in_an_organisation(database: Database) -> None:
    first, again = a_place(database, 1), a_place(database, 3)
    assert (first.id, again.seats) == (again.id, 3)
    assert seats.places(database.unit, COLLEAGUE, TODAY) == [(again, 3)]
    assert seats.places(database.unit, STRANGER, TODAY) == []


def test_a_seat_is_offered_to_one_person_at_a_time(database: Database) -> None:
    place = a_place(database)
    offered(database, place, a_kept_dossier(database))
    with pytest.raises(ChangedMeanwhile):
        offered(database, place, a_kept_dossier(database))


def test_the_same_offer_again_is_one_offer(database: Database) -> None:
    place, dossier = a_place(database, 5), a_kept_dossier(database)
    assert offered(database, place, dossier) == offered(database, place, dossier)
    assert states(database, place) == [OfferState.OPEN]


@pytest.mark.parametrize(("yes", "state"), [(True, OfferState.YES), (False, OfferState.NO)])
def test_an_answer_counts_once(database: Database, yes: bool, state: OfferState) -> None:
    place = a_place(database)
    made = offered(database, place, a_kept_dossier(database))
    assert seats.answer(database.unit, COACH, made.id, yes=yes, moment=MORNING).state is state
    assert seats.answer(database.unit, COACH, made.id, yes=not yes, moment=MORNING).state is state
    assert [left for _, left in seats.places(database.unit, COACH, TODAY)] == [0 if yes else 1]


def test_a_seat_is_free_after_the_last_day_also_before_silence_is_written_down(
    database: Database,
) -> None:
    made = offered(database, a_place(database), a_kept_dossier(database))
    free = {day: seats.places(database.unit, COACH, day)[0][1] for day in (BY, BY + timedelta(days=1))}
    assert free == {made.answer_by: 0, LATER.date(): 1}


def test_after_silence_the_next_person_is_asked_and_a_late_yes_counts_no_more(database: Database) -> None:
    place = a_place(database)
    late = offered(database, place, a_kept_dossier(database))
    assert seats.end_silent(database.unit, MORNING + timedelta(days=7)) == 0
    assert seats.end_silent(database.unit, LATER) == 1
    following = a_kept_dossier(database)
    again = LATER.date() + timedelta(days=7)
    seats.offer(database.unit, COACH, place.id, following.id, answer_by=again, moment=LATER)
    assert seats.answer(database.unit, COACH, late.id, yes=True, moment=LATER).state is OfferState.SILENT
    assert states(database, place) == [OfferState.SILENT, OfferState.OPEN]


def test_a_citizen_answers_the_own_offer_and_no_other(database: Database) -> None:
    citizen = Actor(account_id=uuid4(), role=Role.CITIZEN)
    own = a_kept_dossier(database, citizen_id=citizen.account_id)
    place = a_place(database, 2)
    mine, other = offered(database, place, own), offered(database, place, a_kept_dossier(database))
    assert seats.answer(database.unit, citizen, mine.id, yes=True, moment=MORNING).state is OfferState.YES
    with pytest.raises(NotAllowed):
        seats.answer(database.unit, citizen, other.id, yes=True, moment=MORNING)


def test_people_who_are_asked_at_once_never_get_the_same_seat(database: Database) -> None:
    place = a_place(database, 2)
    dossiers = [a_kept_dossier(database) for _ in range(8)]

    def try_to_offer(dossier: Dossier) -> bool:
        try:
            offered(database, place, dossier)
        except ChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(try_to_offer, dossiers)) == 2


def test_of_yeses_at_once_there_are_never_more_than_seats(database: Database) -> None:
    place = a_place(database, 6)
    made = [offered(database, place, a_kept_dossier(database)) for _ in range(6)]
    a_place(database, 1)  # the company takes seats back after they were offered

    def say_yes(offer: PlaceOffer) -> bool:
        try:
            return seats.answer(database.unit, COACH, offer.id, yes=True, moment=MORNING).state is OfferState.YES
        except ChangedMeanwhile:
            return False

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(say_yes, made)) == 1
    assert states(database, place).count(OfferState.YES) == 1


@pytest.mark.parametrize("days", [-1, 61, None])
def test_an_end_date_is_soon_and_not_over(database: Database, days: int | None) -> None:
    day = None if days is None else MORNING.date() + timedelta(days=days)
    place, dossier = a_place(database), a_kept_dossier(database)
    with pytest.raises(InvalidInput):
        seats.offer(database.unit, COACH, place.id, dossier.id, answer_by=day, moment=MORNING)


@pytest.mark.parametrize("many", [-1, 501])
def test_there_are_no_such_numbers_of_seats(database: Database, many: int) -> None:
    with pytest.raises(InvalidInput):
        a_place(database, many)


@pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER])
def test_the_client_of_another_is_offered_nothing(database: Database, actor: Actor) -> None:
    place, dossier = a_place(database), a_kept_dossier(database)
    with pytest.raises(NotAllowed):
        offered(database, place, dossier, actor)
    with pytest.raises(NotAllowed):
        seats.answer(database.unit, actor, UUID(int=404), yes=True, moment=MORNING)
