"""Answers for every row as bitmaps, in two planes: where it is surely so, and where it may be so.

A plane is `True` (every row), `False` (no row), or 64-bit words with one bit a row. Bits after the last row are always
zero. Where everything is known the two planes are one and the same object, so that it is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Plane = Words | bool
Planes = tuple[Plane, Plane]
"""Surely, possibly."""

YES: Planes = (True, True)
NO: Planes = (False, False)
UNKNOWN: Planes = (False, True)
ANSWERS: dict[bool | None, Planes] = {True: YES, False: NO, None: UNKNOWN}


def packed(mask: NDArray[np.bool_]) -> Words:
    """One bit for each row, lowest bit first."""
    words = np.zeros(-(-len(mask) // 64), dtype=np.uint64)
    bits = np.packbits(mask, bitorder="little")
    words.view(np.uint8)[: len(bits)] = bits
    return words


def unpacked(plane: Plane, rows: int) -> NDArray[np.bool_]:
    """A mask of our own: whoever asked may write in it."""
    if isinstance(plane, bool):
        return np.full(rows, plane)
    return np.unpackbits(plane.view(np.uint8), count=rows, bitorder="little").view(np.bool_)


def plane_of(mask: NDArray[np.bool_]) -> Plane:
    """A mask as a plane; a bool when all rows are alike."""
    if mask.all():
        return True
    return packed(mask) if mask.any() else False


def planes_of(mask: NDArray[np.bool_], known: NDArray[np.bool_] | bool) -> Planes:
    """The planes of an answer that counts only where it is known."""
    if known is True:
        whole = plane_of(mask)
        return whole, whole
    return plane_of(mask & known), plane_of(mask | ~np.asarray(known))


def count(plane: Plane, rows: int) -> int:
    """In how many rows."""
    if isinstance(plane, bool):
        return rows if plane else 0
    return int(np.bitwise_count(plane).sum(dtype=np.int64))


def intersection(one: Plane, other: Plane) -> Plane:
    """In both."""
    if isinstance(one, bool):
        return other if one else False
    if isinstance(other, bool):
        return one if other else False
    return one & other


def union(one: Plane, other: Plane) -> Plane:
    """In either."""
    if isinstance(one, bool):
        return True if one else other
    if isinstance(other, bool):
        return True if other else one
    return one | other


def every(answers: Iterable[Planes]) -> Planes:
    """Kleene's `and`."""
    surely: Plane = True
    possibly: Plane = True
    for one, other in answers:
        same = surely is possibly and one is other
        surely = intersection(surely, one)
        possibly = surely if same else intersection(possibly, other)
    return surely, possibly


def some(answers: Iterable[Planes]) -> Planes:
    """Kleene's `or`."""
    surely: Plane = False
    possibly: Plane = False
    for one, other in answers:
        same = surely is possibly and one is other
        surely = union(surely, one)
        possibly = surely if same else union(possibly, other)
    return surely, possibly


def opposite(answer: Planes, full: Words) -> Planes:
    """Kleene's `not`; `full` has a bit for every row, so that nothing appears after the last."""
    surely, possibly = answer
    turned = _without(full, possibly)
    return turned, turned if surely is possibly else _without(full, surely)


def _without(full: Words, plane: Plane) -> Plane:
    return not plane if isinstance(plane, bool) else full ^ plane
