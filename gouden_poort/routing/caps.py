"""Bounds on own cost that count the caps of schemes, for sets of trainings of which the dates are not known yet.

Cut some schemes off: each of them gives at most its cap over the whole route, and every step costs at least
what the others leave of it. That holds for every choice of schemes to cut, so the dearest outcome bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Ints
from gouden_poort.rules.schemes import PersonalScheme

MANY_SCHEMES = 6
"""Up to this many schemes all cuts are looked at, above it only none, one, two or all."""
MANY_SCARCE_SCHEMES = 10
"""The same when the schemes are those that run out for one known set of steps."""

Longs = NDArray[np.int64]


class Cuts:
    """The ways to cut schemes off; figures for a training or a route have one entry for each cut.

    `among` are the schemes that may be cut (by number), all of them unless given; when all their cuts are looked
    at (`is_complete`) and no other scheme can run out, the dearest cut is exact.
    """

    def __init__(self, schemes: Sequence[PersonalScheme], among: Sequence[int] | None = None) -> None:
        self._schemes = schemes
        numbers = range(len(schemes)) if among is None else among
        self.is_complete = len(numbers) <= (MANY_SCHEMES if among is None else MANY_SCARCE_SCHEMES)
        sizes = range(len(numbers) + 1) if self.is_complete else (0, 1, 2, len(numbers))
        self._cuts = [set(cut) for size in sizes for cut in combinations(numbers, size)]
        self.caps: Longs = np.array([sum(schemes[one].cap_eur for one in cut) for cut in self._cuts], dtype=np.int64)

    @property
    def nothing(self) -> Longs:
        """The residues of no steps."""
        return np.zeros_like(self.caps)

    def residues(self, rows: Ints, cost_eur: Ints) -> Longs:
        """For each offering and cut what the schemes that are not cut leave to be paid."""
        left = np.repeat(cost_eur[rows].astype(np.int64)[:, None], len(self._cuts), axis=1)
        for group in sorted({scheme.stack_group for scheme in self._schemes}):
            members = [
                (number, scheme.limits_eur[rows])
                for number, scheme in enumerate(self._schemes)
                if scheme.stack_group == group
            ]
            for place, cut in enumerate(self._cuts):
                paying = [limits for number, limits in members if number not in cut]
                if paying:
                    left[:, place] -= np.maximum.reduce(paying)
        return np.maximum(left, 0)

    @staticmethod
    def lower(some: Longs, others: Longs) -> Longs:
        """For each cut the lower of two residues."""
        lower: Longs = np.minimum(some, others)
        return lower

    def residues_of(self, price: int, groups: Sequence[Sequence[tuple[int, int]]]) -> Longs:
        """The same for one step, with for each stack group the schemes that apply and their limits."""
        left = [
            price - sum(max((limit for number, limit in group if number not in cut), default=0) for group in groups)
            for cut in self._cuts
        ]
        return np.maximum(np.array(left, dtype=np.int64), 0)

    def least_eur(self, residues: Longs) -> int:
        """The least own cost of steps whose residues add up to these."""
        return int((residues - self.caps).max())
