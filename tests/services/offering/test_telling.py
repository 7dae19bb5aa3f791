"""An offer reaches the citizen on every way that they have and allow, and is taken back once there is an answer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.message import Channel, Message
from gouden_poort.profiles.people.place_offer import OpeningKind, PlaceOffer
from gouden_poort.services.offering import seats
from gouden_poort.services.offering.telling import is_told
from tests.databases import Database
from tests.dossiers import COACH, MORNING, a_kept_dossier

BY = MORNING.date() + timedelta(days=7)
FACTS = {"work": "Lasser", "company": "Voorbeeldbedrijf", "link": "https://poort.example/mijn-plan"}
CITIZEN = uuid4()


def offered(database: Database, *, at_home: bool, lines: tuple[Line, ...] = tuple(Line)) -> PlaceOffer:
    place = seats.keep_seats(database.unit, COACH, OpeningKind.POSITION, "J1", seats=1, moment=MORNING)
    dossier = a_kept_dossier(database, lines=lines, citizen_id=CITIZEN if at_home else None)
    return seats.offer(database.unit, COACH, place.id, dossier.id, answer_by=BY, moment=MORNING, tell=FACTS)


def on_screen(database: Database) -> list[Message]:
    with database.unit() as unit:
        return list(unit.outbox.on_screen_of(CITIZEN, MORNING))


def in_the_mail(database: Database) -> list[Message]:
    with database.unit() as unit:
        return list(unit.outbox.unsent())


def test_an_offer_goes_on_the_screen_and_by_mail(database: Database) -> None:
    made = offered(database, at_home=True)
    assert [each.channel for each in on_screen(database)] == [Channel.SCREEN]
    assert [(each.channel, each.to) for each in in_the_mail(database)] == [(Channel.MAIL, "een@voorbeeld.example")]
    assert is_told(database.unit, made)


def test_an_offer_stays_on_the_screen_of_who_wants_no_mail(database: Database) -> None:
    made = offered(database, at_home=True, lines=(Line.COACH_SEES_DOSSIER,))
    assert (len(on_screen(database)), in_the_mail(database)) == (1, [])
    assert is_told(database.unit, made)


@pytest.mark.parametrize(("lines", "is_mailed"), [(tuple(Line), True), ((Line.COACH_SEES_DOSSIER,), False)])
def test_without_an_account_it_depends_on_the_mail(
    database: Database, lines: tuple[Line, ...], is_mailed: bool
) -> None:
    made = offered(database, at_home=False, lines=lines)
    assert (len(in_the_mail(database)), is_told(database.unit, made)) == (int(is_mailed), is_mailed)


def test_after_an_answer_no_mail_goes_out(database: Database) -> None:
    made = offered(database, at_home=True)
    seats.answer(database.unit, COACH, made.id, yes=False, moment=MORNING)
    assert in_the_mail(database) == []


def test_a_mail_is_of_no_use_after_the_last_day(database: Database) -> None:
    offered(database, at_home=True)
    (mail,) = in_the_mail(database)
    assert mail.useless_after == datetime(2026, 11, 30, 23, tzinfo=UTC)
