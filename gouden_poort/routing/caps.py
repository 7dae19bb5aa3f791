"""What is left to be paid when schemes with a cap run out: the dearest way of cutting some of them off.

Cut some schemes off: each of them gives at most its cap over the whole route, and every step costs at least
what the others leave of it. That holds for every choice of schemes to cut, so the dearest outcome bounds the own
cost; when all ways to cut the schemes that can run out are looked at, it is exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

MANY_SCARCE_SCHEMES = 10
"""Up to this many schemes all cuts are looked at, above it only none, one, two or all."""

Residues = tuple[int, ...]
"""What is left to be paid, for each cut."""


class Cuts:
    """The ways to cut off schemes that can run out, each given by its number and its cap."""

    def __init__(self, caps: Sequence[tuple[int, int]]) -> None:
        sizes = range(len(caps) + 1) if len(caps) <= MANY_SCARCE_SCHEMES else (0, 1, 2, len(caps))
        cuts = [cut for size in sizes for cut in combinations(caps, size)]
        self._cut = [frozenset(number for number, _ in cut) for cut in cuts]
        self._caps = [sum(cap for _, cap in cut) for cut in cuts]

    @property
    def nothing(self) -> Residues:
        """The residues of no steps."""
        return (0,) * len(self._cut)

    def residues_of(self, price: int, paying: Iterable[tuple[int, int]]) -> Residues:
        """What schemes that are not cut leave of a price, given how much each pays at the most."""
        limits = list(paying)
        return tuple(max(price - sum(limit for number, limit in limits if number not in cut), 0) for cut in self._cut)

    def least_eur(self, residues: Residues) -> int:
        """The least own cost of steps whose residues add up to these."""
        return max(left - cap for left, cap in zip(residues, self._caps, strict=True))


def added(some: Residues, others: Residues) -> Residues:
    """The residues of both."""
    return tuple(map(int.__add__, some, others))


def lower(some: Residues, others: Residues) -> Residues:
    """For each cut the lower of two."""
    return tuple(map(min, some, others))


def is_never_above(some: Residues, others: Residues) -> bool:
    """Whether one leaves no more than another, whatever is cut."""
    return all(map(int.__le__, some, others))
