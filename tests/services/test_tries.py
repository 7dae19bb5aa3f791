"""Holding back who tries too often, at moments that tests choose."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from gouden_poort.services import tries as module
from gouden_poort.services.tries import Tries

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
WAIT = timedelta(minutes=15)
SECOND = timedelta(seconds=1)


@pytest.fixture
def tries() -> Tries:
    return Tries(WAIT)


def take(tries: Tries, many: int, name: str = "me", moment: datetime = NOON) -> list[timedelta | None]:
    return [tries.take({name: 5}, moment) for _ in range(many)]


def test_the_sixth_try_waits(tries: Tries) -> None:
    assert take(tries, 6) == [None] * 5 + [WAIT]


def test_after_the_wait_there_are_five_new_tries(tries: Tries) -> None:
    take(tries, 5)
    assert take(tries, 1, moment=NOON + WAIT - SECOND) == [SECOND]
    assert take(tries, 6, moment=NOON + WAIT) == [None] * 5 + [WAIT]


def test_waiting_is_not_made_longer_by_trying(tries: Tries) -> None:
    take(tries, 20)
    assert take(tries, 1, moment=NOON + WAIT) == [None]


def test_somebody_else_does_not_wait(tries: Tries) -> None:
    take(tries, 6)
    assert take(tries, 1, name="you") == [None]


def test_a_refused_try_does_not_count_for_the_neighbours(tries: Tries) -> None:
    for _ in range(20):
        tries.take({"me": 5, "block": 6}, NOON)
    assert tries.take({"you": 5, "block": 6}, NOON) is None
    assert tries.take({"you": 5, "block": 6}, NOON) == WAIT


def test_a_right_try_is_given_back(tries: Tries) -> None:
    take(tries, 5)
    tries.give_back("me", "nobody")
    assert take(tries, 2) == [None, WAIT]


def test_tries_at_the_same_time_do_not_pass_together(tries: Tries) -> None:
    with ThreadPoolExecutor(8) as many:
        answers = list(many.map(lambda _: tries.take({"me": 5}, NOON), range(200)))
    assert answers.count(None) == 5


def test_what_is_old_is_forgotten(tries: Tries) -> None:
    for name in range(10):
        take(tries, 1, name=str(name))
    take(tries, 1, moment=NOON + WAIT)
    assert len(tries) == 1


def test_a_flood_does_not_fill_the_memory(tries: Tries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_COUNTED", 10)
    for name in range(50):
        take(tries, 1, name=str(name))
    assert len(tries) <= 11
