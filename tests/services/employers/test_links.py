"""Links of companies: what opens, for whom, until when; and what a company may say with one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from gouden_poort.errors import InvalidInput, NotAllowed, TooManyTries, UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.place_offer import FRESH, OpeningKind
from gouden_poort.services.employers import links, positions
from gouden_poort.services.offering import seats
from gouden_poort.services.tries import Tries
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, HERE, MORNING, STRANGER, a_kept_dossier
from tests.employers import keep_organisations

SNAPSHOT = a_snapshot()
TODAY = MORNING.date()


@pytest.fixture(autouse=True)
def _organisations(database: Database) -> None:
    keep_organisations(database)


def a_link(database: Database, company_id: str = "B1", actor: Actor = COACH) -> links.Made:
    return links.make_link(database.unit, actor, "Lasbedrijf", MORNING, company_id=company_id)


def said(database: Database, token: str, many: Mapping[str, int], *, later: int = 0, rest: bool = False) -> None:
    moment = MORNING + timedelta(days=later)
    positions.keep_seats(database.unit, SNAPSHOT, token, many, moment, rest_is_right=rest)


def look(database: Database, token: str, later: int = 0) -> positions.Kept:
    (kept,) = positions.of_company(database.unit, SNAPSHOT, token, MORNING + timedelta(days=later)).positions
    return kept


def test_of_a_link_only_the_hash_is_kept(database: Database) -> None:
    made = a_link(database)
    with database.unit() as unit:
        rows = repr(unit._connection.execute(text("SELECT * FROM company_links")).all())
    assert "Lasbedrijf" in rows
    assert made.token not in rows


def test_an_administrator_of_the_organisation_may_make_one_and_a_citizen_may_not(database: Database) -> None:
    a_link(database, actor=replace(COACH, role=Role.ADMINISTRATOR))
    with pytest.raises(NotAllowed):
        a_link(database, actor=replace(COACH, role=Role.CITIZEN))


def test_staff_see_the_links_of_their_own_organisation(database: Database) -> None:
    made = a_link(database)
    assert links.working_links(database.unit, COLLEAGUE, MORNING) == [made.link]
    assert links.working_links(database.unit, STRANGER, MORNING) == []


def test_a_link_that_a_colleague_ended_opens_nothing(database: Database) -> None:
    made = a_link(database)
    links.end_link(database.unit, COLLEAGUE, made.link.id, MORNING)
    with pytest.raises(UnknownThing):
        look(database, made.token)
    with pytest.raises(UnknownThing):
        said(database, made.token, {"J1": 1})
    assert links.working_links(database.unit, COACH, MORNING) == []


def test_nobody_of_another_organisation_ends_a_link(database: Database) -> None:
    made = a_link(database)
    with pytest.raises(NotAllowed):
        links.end_link(database.unit, STRANGER, made.link.id, MORNING)
    assert look(database, made.token).opening.id == "J1"


def test_a_link_works_for_a_year(database: Database) -> None:
    made = a_link(database)
    assert made.link.works_at(MORNING + timedelta(days=364))
    assert not made.link.works_at(MORNING + timedelta(days=365))


@pytest.mark.parametrize("typed", ["", "  ", "x" * 121])
def test_a_company_has_a_name(database: Database, typed: str) -> None:
    with pytest.raises(InvalidInput):
        links.make_link(database.unit, COACH, typed, MORNING)


def test_who_guesses_too_often_waits_and_a_right_link_counts_as_no_guess(database: Database) -> None:
    made, tries = a_link(database), Tries(timedelta(minutes=15))
    for _ in range(2 * links.GUESSES_OF_A_BLOCK):
        assert links.at_the_door(database.unit, tries, "here", made.token, MORNING) == made.link
    for _ in range(links.GUESSES_OF_A_BLOCK):
        with pytest.raises(UnknownThing):
            links.at_the_door(database.unit, tries, "here", "geraden", MORNING)
    with pytest.raises(TooManyTries):
        links.at_the_door(database.unit, tries, "here", made.token, MORNING)
    assert links.at_the_door(database.unit, tries, "elsewhere", made.token, MORNING) == made.link


def test_what_a_company_says_is_what_staff_have_to_offer(database: Database) -> None:
    made = a_link(database)
    assert look(database, made.token).place is None
    said(database, made.token, {"J1": 3})
    ((place, left),) = seats.places(database.unit, COACH, TODAY)
    assert (place.opening_id, place.seats, left, place.by_company) == ("J1", 3, 3, True)


def test_a_number_of_a_colleague_is_of_the_company_no_more(database: Database) -> None:
    said(database, a_link(database).token, {"J1": 3})
    place = seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J1", seats=1, moment=MORNING)
    assert not place.by_company


def test_a_company_reads_how_many_seats_are_taken_and_not_by_whom(database: Database) -> None:
    made = a_link(database)
    said(database, made.token, {"J1": 3})
    ((place, _left),) = seats.places(database.unit, COACH, TODAY)
    dossier = a_kept_dossier(database)
    seats.offer(database.unit, COACH, place.id, dossier.id, answer_by=TODAY, moment=MORNING)
    found = look(database, made.token)
    assert found.taken == 1
    assert str(dossier.id) not in repr(found)


def test_what_was_said_four_weeks_ago_is_old_until_it_is_said_again(database: Database) -> None:
    made = a_link(database)
    said(database, made.token, {"J1": 3})
    assert not look(database, made.token, FRESH.days).is_old_on(TODAY + FRESH)
    after = FRESH.days + 1
    assert look(database, made.token, after).is_old_on(TODAY + timedelta(days=after))
    said(database, made.token, {}, later=after, rest=True)
    again = look(database, made.token, after)
    assert again.place is not None
    assert (again.place.seats, again.is_old_on(TODAY + timedelta(days=after))) == (3, False)


def test_saying_that_all_is_right_makes_up_no_number(database: Database) -> None:
    made = a_link(database)
    said(database, made.token, {}, rest=True)
    assert look(database, made.token).place is None


@pytest.mark.parametrize("wrong", [{"J1": -1}, {"J1": 501}, {"J9": 1}])
def test_one_wrong_number_keeps_all_of_them_out(database: Database, wrong: dict[str, int]) -> None:
    made = a_link(database)
    with pytest.raises(InvalidInput):
        said(database, made.token, {"J1": 2, **wrong})
    assert look(database, made.token).place is None


def test_a_link_of_one_company_says_nothing_about_another(database: Database) -> None:
    made = a_link(database, company_id="B2")
    with pytest.raises(InvalidInput):
        said(database, made.token, {"J1": 1})
    assert positions.of_company(database.unit, SNAPSHOT, made.token, MORNING).positions == []


def test_what_a_company_says_to_one_organisation_is_not_said_to_another(database: Database) -> None:
    said(database, a_link(database).token, {"J1": 3})
    other = a_link(database, actor=STRANGER)
    assert look(database, other.token).place is None
    assert other.link.organisation_id != HERE
