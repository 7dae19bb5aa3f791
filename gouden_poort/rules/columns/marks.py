"""Rows in the order of a value, for finding those below any value among many."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouden_poort.rules.columns.bitmaps import Words, packed


class Sorted:
    """The known rows in order of rank, with bitmaps of the rows before some marks, evenly far apart."""

    __slots__ = ("_bits", "_bytes", "_marks", "_planes", "_starts")

    def __init__(self, ranks: NDArray[Any], distinct: int, marks: int) -> None:
        order = np.argsort(ranks, kind="stable")
        self._starts = np.searchsorted(ranks[order], np.arange(distinct + 1))
        self._bytes: NDArray[np.intp] = order >> 3
        self._bits = (1 << (order & 7)).astype(np.uint8)
        evenly = np.linspace(0, self._starts[-1], max(marks, 1), endpoint=False).astype(np.int64)
        places = np.unique(np.searchsorted(self._starts, evenly))
        self._marks: list[int] = self._starts[places].tolist()
        """How many rows come before each mark."""
        self._planes = [packed(ranks < place) for place in places.tolist()]

    def below(self, place: int) -> Words:
        """Rows of a lower rank."""
        end = int(self._starts[place])
        after = bisect_right(self._marks, end)
        closer = after < len(self._marks) and self._marks[after] - end < end - self._marks[after - 1]
        mark = after if closer else after - 1
        return self._changed(self._planes[mark], *sorted((self._marks[mark], end)))

    def equal(self, place: int) -> Words:
        """Rows of a rank."""
        nothing = np.zeros_like(self._planes[0])
        return self._changed(nothing, int(self._starts[place]), int(self._starts[place + 1]))

    def _changed(self, plane: Words, first: int, end: int) -> Words:
        """A plane in which the rows from one place in the order to another are turned about."""
        if first == end:
            return plane
        words = plane.copy()
        np.bitwise_xor.at(words.view(np.uint8), self._bytes[first:end], self._bits[first:end])
        return words
