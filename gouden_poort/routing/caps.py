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

Longs = NDArray[np.int64]


class Cuts:
    """The ways to cut schemes off; figures for a training or a route have one entry for each cut."""

    def __init__(self, schemes: Sequence[PersonalScheme]) -> None:
        self._schemes = schemes
        sizes = range(len(schemes) + 1) if len(schemes) <= MANY_SCHEMES else (0, 1, 2, len(schemes))
        self._cuts = [set(cut) for size in sizes for cut in combinations(range(len(schemes)), size)]
        self.caps: Longs = np.array([sum(schemes[one].cap_eur for one in cut) for cut in self._cuts], dtype=np.int64)

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

    def least_eur(self, residues: Longs) -> int:
        """The least own cost of steps whose residues add up to these."""
        return int((residues - self.caps).max())
