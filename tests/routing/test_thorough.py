"""One occupation, searched for by several ways: what the first search does not reach the others find."""

from __future__ import annotations

import pytest

from gouden_poort.errors import UnknownThing
from gouden_poort.routing import planner, thorough
from gouden_poort.routing.emphasis import Seeker
from gouden_poort.routing.thorough import best_route, thoroughly_solved
from tests.builders import a_profile, a_snapshot


def test_a_search_that_comes_to_its_end_is_enough() -> None:
    seeker = Seeker(a_snapshot(), a_profile())
    assert thoroughly_solved(seeker, 0) == seeker.searched(0).solution
    assert seeker.searched(0).is_proved


def test_what_a_short_search_does_not_find_is_found_by_a_longer_one() -> None:
    hasty = Seeker(a_snapshot(), a_profile(), patience=0)
    assert hasty.searched(0).solution is None
    assert not hasty.searched(0).is_proved
    assert thoroughly_solved(hasty, 0) == Seeker(a_snapshot(), a_profile()).solved(0)


def test_what_was_found_for_few_steps_is_kept_with_its_own_effort_when_nothing_better_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thorough, "MORE_PATIENCE", 0)
    hasty = Seeker(a_snapshot(), a_profile(), patience=0)
    found = thoroughly_solved(hasty, 0)
    assert found is not None
    assert found.effort == hasty.effort_of(found)
    assert hasty.written(0, found) == best_route(a_snapshot(), a_profile(), "O1")


def test_a_search_that_may_try_nothing_finds_and_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planner, "LABELS", 0)
    answer = Seeker(a_snapshot(), a_profile()).searched(0)
    assert (answer.solution, answer.is_proved) == (None, False)


def test_an_occupation_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnknownThing):
        best_route(a_snapshot(), a_profile(), "O9")
