"""How far it is: renewed on a terminal, now and then a line in a log, and nothing for what is quick."""

from __future__ import annotations

from contextlib import suppress
from io import StringIO
from itertools import pairwise

import pytest

from gouden_poort.route_files.progress import Progress


class Screen(StringIO):
    """What is shown, to a person or in a log."""

    def __init__(self, watched: bool) -> None:
        super().__init__()
        self.watched = watched

    def isatty(self) -> bool:
        return self.watched


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def run(screen: Screen | None, seconds_each: float, *, total: int | None = 100, done: int = 100) -> str:
    """What a run of so many people shows."""
    clock = Clock()
    with Progress(screen, "people", total, clock) as progress:
        for _ in range(done):
            clock.now += seconds_each
            progress.one_done()
    return screen.getvalue() if screen else ""


@pytest.mark.parametrize("watched", [True, False])
def test_quick_work_shows_nothing(watched: bool) -> None:
    assert run(Screen(watched), 0.01) == ""


def test_who_wants_quiet_gets_it() -> None:
    assert run(None, 10.0) == ""


def test_a_terminal_has_one_line_that_is_renewed() -> None:
    shown = run(Screen(True), 1.0)
    assert shown.count("\n") == 1
    assert shown.startswith("\r2 of 100 people, 1.0 a second, 1 min 38 s left\r3 of 100 people")
    assert shown.split("\r")[-1].rstrip() == "100 people in 1 min 40 s, 1.0 a second"


def test_a_shorter_text_covers_the_longer_one_before() -> None:
    texts = run(Screen(True), 1.0).rstrip("\n").split("\r")[1:]
    assert all(len(text) >= len(before.rstrip()) for before, text in pairwise(texts))


def test_a_terminal_is_not_renewed_for_each_of_many() -> None:
    assert run(Screen(True), 0.01, total=1000, done=1000).count("\r") < 60


def test_a_log_gets_a_line_now_and_then() -> None:
    assert run(Screen(False), 1.0).splitlines() == [
        *(
            f"{done} of 100 people, 1.0 a second, {left} left"
            for done, left in zip(
                range(15, 100, 15), ("1 min 25 s", "1 min 10 s", "55 s", "40 s", "25 s", "10 s"), strict=True
            )
        ),
        "100 people in 1 min 40 s, 1.0 a second",
    ]


def test_without_a_total_nothing_is_said_of_what_is_left() -> None:
    assert run(Screen(False), 4.0, total=None, done=5).splitlines() == [
        "4 people, 0.2 a second",
        "5 people in 20 s, 0.2 a second",
    ]


def test_more_than_there_seemed_to_be_leaves_nothing_to_wait_for() -> None:
    assert "30 of 3 people, 1.0 a second, 0 s left" in run(Screen(False), 1.0, total=3, done=40)


def test_what_is_broken_off_leaves_the_terminal_at_the_start_of_a_line() -> None:
    screen, clock = Screen(True), Clock()
    with suppress(KeyboardInterrupt), Progress(screen, "people", 10, clock) as progress:
        clock.now += 5
        progress.one_done()
        raise KeyboardInterrupt
    assert screen.getvalue().endswith("\n")
