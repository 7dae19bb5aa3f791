"""Who is among the best five out of at least three sectors, and who could still be."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest

from gouden_poort.routing.selecting import (
    NO_LIMIT,
    ChosenFor,
    Scored,
    Standings,
    chosen_for,
    limit_for_rivals,
    selection,
)


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


def in_sectors(sectors: str) -> list[Scored]:
    """Targets from good to bad, each with the letter of its sector."""
    return [Scored(place, place, ord(letter)) for place, letter in enumerate(sectors)]


@pytest.mark.parametrize(
    ("sectors", "for_sector"),
    [
        ("", 0),
        ("AAAAA", 0),
        ("ABCAA", 0),
        ("AAABC", 0),
        ("AAABAC", 1),
        ("AAAAABC", 2),
        ("AAAAAAB", 1),
        ("AABABBC", 1),
    ],
)
def test_who_is_worse_than_five_others_is_chosen_for_the_sector(sectors: str, for_sector: int) -> None:
    count = min(5, len(sectors))
    expected = [ChosenFor.SCORE] * (count - for_sector) + [ChosenFor.SECTOR] * for_sector
    assert chosen_for(in_sectors(sectors)) == expected


@pytest.mark.parametrize("seed", range(150))
def test_a_target_with_a_score_that_is_not_below_the_limit_for_rivals_changes_no_reason(seed: int) -> None:
    rng = random.Random(seed)
    scored = some_scores(rng, rng.randint(0, 12))
    limit = max(limit_for_rivals(scored), 0)
    for score in range(limit, 31):
        more = [*scored, Scored(score, 99, rng.randint(0, 3))]
        if selection(more) == selection(scored):
            assert chosen_for(more) == chosen_for(scored)


def test_a_rival_just_below_the_limit_may_change_a_reason() -> None:
    scored = in_sectors("AAABC")
    assert limit_for_rivals(scored) == 4
    assert chosen_for([*scored, Scored(3, 99, ord("A"))])[-1] is ChosenFor.SECTOR


def test_nobody_is_a_rival_where_one_of_the_rest_comes_last() -> None:
    assert limit_for_rivals(in_sectors("ABCAA")) == -NO_LIMIT
