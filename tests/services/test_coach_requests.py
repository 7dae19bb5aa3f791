"""Requests to a coach: kept once, with a term, opened with number and code, withdrawn, and gone after their term."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from gouden_poort.errors import InvalidInput, NoRoomToday, UnknownThing
from gouden_poort.profiles.coach_request import CoachRequest, SharedLine
from gouden_poort.services import coach_requests
from gouden_poort.services.coach_requests import (
    Told,
    ask_coach,
    code_of,
    opened_with,
    withdraw,
)
from gouden_poort.services.requests import COACH_REQUESTS, find, forget_expired, mark_answered, waiting
from tests.fakes import Memory

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
FORM = UUID(int=7)
KEY = "a key for tests"
GIVEN = {"phone": "06 1234 5678", "language": "nl", "daypart": "any"}
DUTCH = SharedLine(key="dutch", about="Nederlands", words=("B1",))
TOLD = Told(route="O1", shared=(DUTCH,))


def ask(memory: Memory, form: UUID = FORM, told: Told = TOLD, moment: datetime = NOON, **changed: str) -> CoachRequest:
    return ask_coach(memory, form, GIVEN | changed, told, moment, languages={"nl", "ti"})


def test_a_request_gets_a_number_a_term_and_what_is_shared() -> None:
    memory = Memory()
    request = ask(memory)
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", request.number)
    assert request.answer_by == date(2026, 11, 25)
    assert (request.route, request.shared) == ("O1", (DUTCH,))
    assert waiting(memory, COACH_REQUESTS, NOON) == [request]


def test_the_same_form_with_the_same_words_is_one_request() -> None:
    memory = Memory()
    assert ask(memory) == ask(memory)
    assert len(waiting(memory, COACH_REQUESTS, NOON)) == 1


def test_another_number_another_form_or_less_to_share_is_another_request() -> None:
    memory = Memory()
    sent = [ask(memory), ask(memory, phone="030 123 4567"), ask(memory, uuid4()), ask(memory, told=Told(route="O1"))]
    assert len({request.number for request in sent}) == 4


def test_a_faulty_one_is_not_kept() -> None:
    memory = Memory()
    with pytest.raises(InvalidInput):
        ask(memory, phone="")
    assert waiting(memory, COACH_REQUESTS, NOON) == []


def test_a_flood_does_not_fill_the_table_and_the_next_day_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coach_requests, "MOST_A_DAY", 2)
    memory = Memory()
    kept = [ask(memory, UUID(int=each)) for each in range(2)]
    with pytest.raises(NoRoomToday):
        ask(memory, UUID(int=9))
    assert ask(memory, UUID(int=1)) == kept[1], "what is in already is no flood"
    assert ask(memory, UUID(int=9), moment=NOON + timedelta(hours=12))


def test_who_may_not_send_more_keeps_what_came_in() -> None:
    memory = Memory()
    kept = ask(memory)
    for form in (FORM, UUID(int=9)):
        try:
            found = ask_coach(memory, form, GIVEN, TOLD, NOON, languages={"nl"}, may_come_in=lambda: False)
        except NoRoomToday:
            assert form != FORM
        else:
            assert found == kept
    assert waiting(memory, COACH_REQUESTS, NOON) == [kept]


def test_number_and_code_open_it_however_they_were_typed() -> None:
    memory = Memory()
    request = ask(memory)
    number, code = request.number.lower().replace("-", " "), code_of(KEY, request).lower()
    assert opened_with(memory, KEY, f" {number}", f"{code[:4]} {code[4:]} ", NOON) == request


@pytest.mark.parametrize("wrong", ["", "K7PM3XQ9", "onzin"])
def test_a_wrong_code_opens_nothing_and_does_not_tell_whether_the_number_was_right(wrong: str) -> None:
    memory = Memory()
    request = ask(memory)
    said = set()
    for number in (request.number, "9999-9999"):
        with pytest.raises(UnknownThing) as refused:
            opened_with(memory, KEY, number, wrong, NOON)
        said.add(str(refused.value))
    assert len(said) == 1


def test_the_code_of_another_request_opens_nothing() -> None:
    memory = Memory()
    mine, other = ask(memory), ask(memory, uuid4())
    with pytest.raises(UnknownThing):
        opened_with(memory, KEY, mine.number, code_of(KEY, other), NOON)


def test_what_was_withdrawn_is_gone() -> None:
    memory = Memory()
    request = ask(memory)
    withdraw(memory, request.id)
    withdraw(memory, request.id)
    with pytest.raises(UnknownThing):
        find(memory, COACH_REQUESTS, request.number, NOON)


def test_what_was_answered_waits_no_more_and_goes_30_days_later() -> None:
    memory = Memory()
    request = ask(memory)
    assert mark_answered(memory, COACH_REQUESTS, request.number, NOON).answered_at == NOON
    assert waiting(memory, COACH_REQUESTS, NOON) == []
    assert forget_expired(memory, COACH_REQUESTS, NOON + timedelta(days=30, seconds=-1)) == 0
    assert forget_expired(memory, COACH_REQUESTS, NOON + timedelta(days=30)) == 1


def test_what_nobody_answered_goes_after_90_days_and_is_not_shown_before_it_is_wiped() -> None:
    memory = Memory()
    request, later = ask(memory), NOON + timedelta(days=90)
    assert find(memory, COACH_REQUESTS, request.number, later - timedelta(seconds=1)) == request
    with pytest.raises(UnknownThing):
        find(memory, COACH_REQUESTS, request.number, later)
    assert waiting(memory, COACH_REQUESTS, later) == []
    assert forget_expired(memory, COACH_REQUESTS, later) == 1
