"""Who is among the best five out of at least three sectors, and who could still be."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest

from gouden_poort.routing.selecting import NO_LIMIT, Scored, Standings, selection


def some_scores(rng: random.Random, count: int) -> list[Scored]:
    return [Scored(rng.randint(0, 30), number, rng.randint(0, 3)) for number in range(count)]


def best_sum(scored: list[Scored]) -> int:
    """By trying every set."""
    size = min(5, len(scored))
    sectors = min(3, len({one.sector for one in scored}))
    sets = (chosen for chosen in combinations(scored, size) if len({one.sector for one in chosen}) >= sectors)
    return min((sum(one.score for one in chosen) for chosen in sets), default=0)


@pytest.mark.parametrize("seed", range(60))
def test_the_selection_has_the_lowest_sum_over_at_least_three_sectors(seed: int) -> None:
    rng = random.Random(seed)
    scored = some_scores(rng, rng.randint(0, 11))
    chosen = selection(scored)
    assert chosen == sorted(chosen)
    assert len(chosen) == min(5, len(scored))
    assert sum(one.score for one in chosen) == best_sum(scored)


def limit_by_trying(solved: Sequence[Scored], prospect: Scored) -> int:
    """The score to stay below, found by adding the prospect with one score after the other and selecting anew."""

    def enters(score: int) -> bool:
        candidate = Scored(score, prospect.occupation, prospect.sector)
        return candidate in selection([*solved, candidate])

    if enters(NO_LIMIT):
        return NO_LIMIT
    scores = (one.score for one in reversed(selection(solved)))
    return next(score for score in scores if enters(score - 1))


@pytest.mark.parametrize("seed", range(150))
def test_the_limit_is_the_one_found_by_trying_each_score(seed: int) -> None:
    rng = random.Random(seed)
    solved = some_scores(rng, rng.randint(0, 12))
    standings = Standings()
    for count, one in enumerate(solved):
        standings.add(one)
        for sector in range(5):
            prospect = Scored(0, rng.choice([-1, 3, 99]), sector)
            assert standings.limit(prospect) == limit_by_trying(solved[: count + 1], prospect)


@pytest.mark.parametrize("seed", range(60))
def test_the_standings_hold_the_selection_of_what_was_added(seed: int) -> None:
    rng = random.Random(seed)
    solved = some_scores(rng, rng.randint(0, 12))
    assert list(Standings(solved).selected) == selection(solved)


@pytest.mark.parametrize("seed", range(60))
def test_no_prospect_has_a_limit_above_the_highest(seed: int) -> None:
    rng = random.Random(seed)
    standings = Standings(some_scores(rng, rng.randint(0, 12)))
    assert all(standings.limit(Scored(0, 99, sector)) <= standings.highest_limit for sector in range(5))


@pytest.mark.parametrize("seed", range(60))
def test_a_prospect_enters_below_its_limit_and_not_above_it(seed: int) -> None:
    rng = random.Random(seed)
    solved = some_scores(rng, rng.randint(5, 12))
    prospect = Scored(0, 99, rng.randint(0, 3))
    limit = Standings(solved).limit(prospect)
    for score, enters in ((limit - 1, True), (limit + 1, limit == NO_LIMIT)):
        candidate = Scored(score, 99, prospect.sector)
        assert (candidate in selection([*solved, candidate])) == enters
