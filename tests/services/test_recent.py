"""Keeping the last few values."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from gouden_poort.services.recent import Recent


class Counting:
    def __init__(self) -> None:
        self.made: list[str] = []

    def value(self, recent: Recent[str, str], key: str) -> str:
        def make() -> str:
            self.made.append(key)
            return key.upper()

        return recent.get(key, make)


def test_a_value_is_made_once_while_it_is_kept() -> None:
    recent: Recent[str, str] = Recent(2)
    counting = Counting()
    assert [counting.value(recent, key) for key in "aab"] == ["A", "A", "B"]
    assert counting.made == ["a", "b"]


def test_the_one_asked_for_longest_ago_leaves_first() -> None:
    recent: Recent[str, str] = Recent(2)
    counting = Counting()
    for key in "abacab":
        counting.value(recent, key)
    assert counting.made == ["a", "b", "c", "b"]


def test_who_asks_while_a_value_is_being_made_waits_for_that_one() -> None:
    recent: Recent[str, int] = Recent(2)
    begun, go_on = Event(), Event()
    made: list[int] = []

    def slowly() -> int:
        begun.set()
        assert go_on.wait(10)
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(recent.get, "a", slowly)
        assert begun.wait(10)
        others = [threads.submit(recent.get, "a", slowly) for _ in range(3)]
        go_on.set()
        assert [first.result(10), *(other.result(10) for other in others)] == [1, 1, 1, 1]
    assert made == [1]


def test_what_could_not_be_made_is_tried_again() -> None:
    recent: Recent[str, int] = Recent(2)

    def broken() -> int:
        raise LookupError

    with pytest.raises(LookupError):
        recent.get("a", broken)
    assert recent.get("a", lambda: 7) == 7


def test_what_is_kept_can_be_had_without_making_it() -> None:
    recent: Recent[str, str] = Recent(2)
    assert recent.kept("a") is None
    Counting().value(recent, "a")
    assert recent.kept("a") == "A"


def test_what_is_still_being_made_is_not_kept_yet() -> None:
    recent: Recent[str, str | None] = Recent(2)
    assert recent.get("a", lambda: recent.kept("a")) is None
