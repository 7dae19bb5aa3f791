"""Saving under a code and coming back with it, with a clock that tests move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.services import assessments
from gouden_poort.services.keeping import WITH_CODE, WITHOUT_CODE, forget_expired, visit
from gouden_poort.services.resume_code import ALPHABET, hashed, read_code, work_out, written
from gouden_poort.services.resuming import resume, save, saved_code
from tests.databases import Database
from tests.fakes import Memory

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
KEY = "a key of the installation"
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
SOMEBODY = UUID(int=1)


def begun(memory: Memory) -> UUID:
    return assessments.start(memory, NOON)


def test_a_code_is_eight_characters_that_look_like_no_other() -> None:
    codes = [work_out(KEY, UUID(int=number), 0) for number in range(500)]
    assert {len(code) for code in codes} == {8}
    assert set("".join(codes)) == set(ALPHABET)
    assert not set("01IO") & set(ALPHABET)
    assert len(set(codes)) == 500


@pytest.mark.parametrize("change", [("another key", SOMEBODY, 0), (KEY, UUID(int=2), 0), (KEY, SOMEBODY, 1)])
def test_key_person_and_draw_each_give_another_code(change: tuple[str, UUID, int]) -> None:
    assert work_out(*change) != work_out(KEY, SOMEBODY, 0)


def test_what_is_kept_of_a_code_depends_on_the_key() -> None:
    assert hashed(KEY, "K7PM3XQ9") != hashed("another key", "K7PM3XQ9")


@pytest.mark.parametrize("typed", ["K7PM 3XQ9", "k7pm3xq9", " K7PM-3XQ9 ", "k7 pm 3x q9", "K7PM\u00a03XQ9"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "K7PM3XQ9"
    assert written(read_code(typed)) == "K7PM 3XQ9"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "missing"),
        (" - ", "missing"),
        ("K7PM 3XQ", "malformed"),
        ("K7PM 3XQO", "malformed"),
        ("é" * 8, "malformed"),
    ],
)
def test_what_cannot_be_a_code_is_refused_without_repeating_it(typed: str, fault: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_code(typed)
    assert [(found.code, found.given) for found in refusal.value.faults] == [(fault, "")]


def test_a_code_leads_back_to_the_answers() -> None:
    memory = Memory()
    mine, other = begun(memory), begun(memory)
    codes = {each: save(memory, KEY, each, NOON).code for each in (mine, other)}
    assert resume(memory, KEY, written(codes[mine]).lower(), NOON) == mine
    assert resume(memory, KEY, codes[other], NOON) == other


def test_saving_twice_gives_the_same_code() -> None:
    memory = Memory()
    mine = begun(memory)
    first, second = save(memory, KEY, mine, NOON), save(memory, KEY, mine, NOON + DAY)
    assert first.code == second.code
    assert second.until == NOON + DAY + WITH_CODE
    assert saved_code(memory, KEY, mine) == second


def test_without_saving_there_is_no_code() -> None:
    memory = Memory()
    assert saved_code(memory, KEY, begun(memory)) is None


def test_a_code_that_someone_has_is_not_given_twice() -> None:
    memory = Memory()
    mine = begun(memory)
    memory.taken_hashes.add(hashed(KEY, work_out(KEY, mine, 0)))
    assert save(memory, KEY, mine, NOON).code == work_out(KEY, mine, 1)


def test_with_a_new_key_the_old_code_is_dead_and_a_new_one_can_be_made() -> None:
    memory = Memory()
    mine = begun(memory)
    old = save(memory, KEY, mine, NOON).code
    assert resume(memory, "a new key", old, NOON) is None
    assert saved_code(memory, "a new key", mine) is None
    assert resume(memory, "a new key", save(memory, "a new key", mine, NOON).code, NOON) == mine


def test_a_wrong_code_and_one_over_its_date_are_told_the_same() -> None:
    memory = Memory()
    code = save(memory, KEY, begun(memory), NOON).code
    assert resume(memory, KEY, work_out(KEY, SOMEBODY, 7), NOON) is None
    assert resume(memory, KEY, code, NOON + WITH_CODE) is None


def test_saving_does_not_bring_back_what_is_over_its_date() -> None:
    memory = Memory()
    with pytest.raises(UnknownThing):
        save(memory, KEY, begun(memory), NOON + WITHOUT_CODE)


def test_saving_what_was_wiped_is_told() -> None:
    with pytest.raises(UnknownThing):
        save(Memory(), KEY, SOMEBODY, NOON)


def test_a_code_works_ninety_days_from_the_last_use() -> None:
    memory = Memory()
    mine = begun(memory)
    code = save(memory, KEY, mine, NOON).code
    last = NOON + WITH_CODE - MINUTE
    assert resume(memory, KEY, code, last) == mine
    assert resume(memory, KEY, code, last + WITH_CODE - MINUTE) == mine


def test_looking_at_the_answers_is_a_use_too() -> None:
    memory = Memory()
    mine = begun(memory)
    code = save(memory, KEY, mine, NOON).code
    visit(memory, mine, NOON + 60 * DAY)
    assert resume(memory, KEY, code, NOON + 120 * DAY) == mine


def test_a_visit_within_the_hour_writes_nothing() -> None:
    memory = Memory()
    mine = begun(memory)
    visit(memory, mine, NOON + 59 * MINUTE)
    assert memory.assessments.rows.last_used == {}
    visit(memory, mine, NOON + 60 * MINUTE)
    assert memory.assessments.rows.last_used == {mine: NOON + 60 * MINUTE}


def test_answers_over_their_date_are_not_shown_even_before_they_are_wiped() -> None:
    memory = Memory()
    mine = begun(memory)
    visit(memory, mine, NOON + MINUTE)
    with pytest.raises(UnknownThing):
        visit(memory, mine, NOON + WITHOUT_CODE)


def test_the_moved_clock_wipes_what_is_over_its_date_and_nothing_else(database: Database) -> None:
    with_code, without = (assessments.start(database.unit, NOON) for _ in range(2))
    for each in (with_code, without):
        with database.unit() as unit:
            unit.assessments.answer(each, "hours", 36, NOON)
            unit.commit()
    code = save(database.unit, KEY, with_code, NOON).code

    assert forget_expired(database.unit, NOON + WITHOUT_CODE - MINUTE) == 0
    assert forget_expired(database.unit, NOON + WITHOUT_CODE) == 1
    assert not assessments.exists(database.unit, without)
    assert resume(database.unit, KEY, code, NOON + 10 * DAY) == with_code
    assert visit(database.unit, with_code, NOON + 10 * DAY) == {"hours": 36}

    assert forget_expired(database.unit, NOON + 10 * DAY + WITH_CODE - MINUTE) == 0
    assert forget_expired(database.unit, NOON + 10 * DAY + WITH_CODE) == 1
    assert not assessments.exists(database.unit, with_code)
    assert resume(database.unit, KEY, code, NOON + 11 * DAY) is None


def test_more_than_a_few_are_wiped_too(sqlite_database: Database) -> None:
    for _ in range(3):
        assessments.start(sqlite_database.unit, NOON)
    assert forget_expired(sqlite_database.unit, NOON + WITHOUT_CODE) == 3
    assert forget_expired(sqlite_database.unit, NOON + WITHOUT_CODE) == 0
