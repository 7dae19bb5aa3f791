"""The best five out of at least three sectors."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.planner import NO_LIMIT, best_route
from gouden_poort.routing.suggestion import Scored, entry_limit, selection, suggest
from tests.builders import a_profile, a_snapshot


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


@pytest.mark.parametrize("seed", range(60))
def test_a_prospect_enters_below_its_limit_and_not_from_it_on(seed: int) -> None:
    rng = random.Random(seed)
    solved = some_scores(rng, rng.randint(0, 9))
    prospect = Scored(0, 99, rng.randint(0, 4))
    limit = entry_limit(solved, prospect)
    if limit == NO_LIMIT:
        assert Scored(1000, 99, prospect.sector) in selection([*solved, Scored(1000, 99, prospect.sector)])
        return
    for score, enters in ((limit - 1, True), (limit + 1, False)):
        candidate = Scored(score, 99, prospect.sector)
        assert (candidate in selection([*solved, candidate])) == enters


def five_sectors(**changes: Any) -> Snapshot:
    """Eight occupations that one course opens: five in metal, the better paid, and three elsewhere."""
    sectors = ["metal"] * 5 + ["ict", "energy", "infra"]
    occupations = [
        {"occupation_id": f"O{n}", "sector": sector, "wage_month_eur": 3000 - 100 * n}
        for n, sector in enumerate(sectors)
    ]
    return a_snapshot(
        occupations=occupations,
        occupation_skills=[{"occupation_id": f"O{n}"} for n in range(8)],
        positions=[{"position_id": f"J{n}", "occupation_id": f"O{n}"} for n in range(8)],
        **changes,
    )


def test_three_sectors_are_suggested_even_when_one_pays_best() -> None:
    routes = suggest(five_sectors(), a_profile())
    assert [route.target_occupation_id for route in routes] == ["O0", "O1", "O2", "O5", "O6"]


def test_each_suggested_route_is_the_best_one_and_has_its_career() -> None:
    snapshot, profile = five_sectors(), a_profile()
    for route in suggest(snapshot, profile):
        best = best_route(snapshot, profile, route.target_occupation_id)
        assert best is not None
        assert best.effort == route.effort
        assert route.career is not None


def test_fewer_are_suggested_when_fewer_are_feasible() -> None:
    assert len(suggest(a_snapshot(), a_profile())) == 1
    assert suggest(a_snapshot(positions=[]), a_profile()) == ()
    assert suggest(a_snapshot(offerings=[], offering_skills=[], offering_starts=[]), a_profile()) == ()


def test_suggestions_are_the_same_every_time() -> None:
    assert suggest(five_sectors(), a_profile()) == suggest(five_sectors(), a_profile())
