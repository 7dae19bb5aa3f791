"""The best suggestion there is, when the best score of each target is known."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

ROUTES = 5
SECTORS = 3


def least_sum(scores: Mapping[str, Fraction], sector_of: Mapping[str, str]) -> Fraction:
    """The lowest sum of scores of five targets out of at least three sectors, or of as many as there are."""
    routes = min(ROUTES, len(scores))
    sectors = min(SECTORS, len({sector_of[target] for target in scores}))
    # Per number of targets and sectors (three means three or more) the lowest sum; one sector after the other.
    lowest: dict[tuple[int, int], Fraction] = {(0, 0): Fraction(0)}
    for sector in {sector_of[target] for target in scores}:
        own = sorted(score for target, score in scores.items() if sector_of[target] == sector)
        before = dict(lowest)
        for (taken, seen), total in before.items():
            for more in range(1, min(len(own), routes - taken) + 1):
                state = taken + more, min(SECTORS, seen + 1)
                here = total + sum(own[:more])
                lowest[state] = min(here, lowest.get(state, here))
    return min(total for (taken, seen), total in lowest.items() if taken == routes and seen >= sectors)
