"""Objections: kept once, with a term, open until a person answers, and gone 90 days later."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import InvalidInput, NoRoomToday, UnknownThing
from gouden_poort.profiles.objection import Objection
from gouden_poort.services import objections
from gouden_poort.services.objections import object_to
from gouden_poort.services.requests import OBJECTIONS, find, forget_expired, mark_answered, waiting
from tests.builders import a_snapshot
from tests.fakes import Memory, ShelfWith

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
FORM = UUID(int=7)
GIVEN = {"about": "result", "page": "/routes/O1", "what": "De reistijd klopt niet."}


def send(memory: Memory, form: UUID = FORM, **changed: str) -> Objection:
    return object_to(memory, ShelfWith(None), form, GIVEN | changed, NOON)


def test_an_objection_gets_a_number_and_a_term() -> None:
    memory = Memory()
    objection = send(memory)
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", objection.number)
    assert objection.answer_by == date(2026, 12, 21)
    assert waiting(memory, OBJECTIONS, NOON) == [objection]


def test_the_same_form_with_the_same_words_is_one_objection() -> None:
    memory = Memory()
    assert send(memory) == send(memory)
    assert len(waiting(memory, OBJECTIONS, NOON)) == 1


def test_other_words_or_another_form_are_another_objection() -> None:
    memory = Memory()
    sent = [send(memory), send(memory, what="De prijs klopt niet."), send(memory, form=uuid4())]
    assert len({objection.number for objection in sent}) == len(waiting(memory, OBJECTIONS, NOON)) == 3


def test_a_faulty_one_is_not_kept() -> None:
    memory = Memory()
    with pytest.raises(InvalidInput):
        send(memory, what="")
    assert waiting(memory, OBJECTIONS, NOON) == []


def test_it_says_which_rules_and_catalogue_answered() -> None:
    snapshot = a_snapshot()
    objection = object_to(Memory(), ShelfWith(snapshot), FORM, GIVEN, NOON)
    assert objection.catalogue == snapshot.version
    assert objection.rules


def test_it_can_be_sent_when_there_is_no_catalogue() -> None:
    assert (send(Memory()).rules, send(Memory()).catalogue) == ("", "")


def test_it_is_found_however_its_number_was_typed() -> None:
    memory = Memory()
    objection = send(memory)
    assert find(memory, OBJECTIONS, f" {objection.number.lower().replace('-', ' ')} ", NOON) == objection


def test_an_unknown_number_is_said() -> None:
    with pytest.raises(UnknownThing):
        find(Memory(), OBJECTIONS, "7KQ2-M9XA", NOON)


def test_an_answered_one_stays_90_days_and_an_open_one_always() -> None:
    memory, over = Memory(), NOON + timedelta(days=90)
    answered, unanswered = send(memory), send(memory, what="Iets anders.")
    mark_answered(memory, OBJECTIONS, answered.number, NOON)
    assert waiting(memory, OBJECTIONS, NOON) == [unanswered]
    assert forget_expired(memory, OBJECTIONS, over - timedelta(seconds=1)) == 0
    assert forget_expired(memory, OBJECTIONS, over) == 1
    assert waiting(memory, OBJECTIONS, NOON + timedelta(days=4000)) == [unanswered]


def test_a_flood_does_not_fill_the_table_and_the_next_day_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(objections, "MOST_A_DAY", 2)
    memory = Memory()
    kept = [send(memory, UUID(int=each)) for each in range(2)]
    with pytest.raises(NoRoomToday):
        send(memory, UUID(int=9))
    assert send(memory, UUID(int=1)) == kept[1], "what is in already is no flood"
    assert object_to(memory, ShelfWith(None), UUID(int=9), GIVEN, NOON + timedelta(hours=12))


def test_who_may_not_send_more_keeps_what_came_in() -> None:
    memory = Memory()
    kept = send(memory)
    assert object_to(memory, ShelfWith(None), FORM, GIVEN, NOON, may_come_in=lambda: False) == kept
    with pytest.raises(NoRoomToday):
        object_to(memory, ShelfWith(None), uuid4(), GIVEN, NOON, may_come_in=lambda: False)
    assert waiting(memory, OBJECTIONS, NOON) == [kept]
