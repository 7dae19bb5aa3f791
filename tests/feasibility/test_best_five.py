"""The lowest sum of a suggestion, on scores that can be added by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random

from tests.feasibility.best_five import least_sum


def _sum(**scores: int) -> int:
    """Scores by name; the first letter is the sector."""
    return int(least_sum({name: Fraction(score) for name, score in scores.items()}, {name: name[0] for name in scores}))


def test_a_third_sector_takes_the_place_of_a_better_target() -> None:
    assert _sum(a1=1, a2=2, a3=3, a4=4, b1=5, b2=6, c1=90) == 1 + 2 + 3 + 5 + 90


def test_fewer_sectors_or_targets_are_all_there_is() -> None:
    assert _sum(a1=1, a2=2, a3=3, a4=4, a5=5, b1=50, b2=60) == 1 + 2 + 3 + 4 + 50
    assert _sum(a1=-1, b1=7) == 6
    assert _sum() == 0


def test_it_equals_trying_all_sets() -> None:
    random = Random("five")
    for _ in range(60):
        scores = {f"{random.choice('abcd')}{n}": random.randint(-9, 30) for n in range(random.randint(1, 9))}
        sectors = min(3, len({name[0] for name in scores}))
        sets = combinations(scores, min(5, len(scores)))
        allowed = [chosen for chosen in sets if len({name[0] for name in chosen}) >= sectors]
        assert _sum(**scores) == min(sum(scores[name] for name in chosen) for chosen in allowed)
