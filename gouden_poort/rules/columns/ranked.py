"""A catalogue expression prepared for comparing: its distinct values in order, and which rows lie below each.

With few distinct values every answer a person can get is made beforehand, and asking is one search in a short list.
With many, that is done for some marks among the values; the rows between the nearest mark and what is asked, a few
hundred, are added or taken away one by one, which is several times quicker than comparing all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouden_poort.rules.columns.bitmaps import Plane, Planes, packed, plane_of, union
from gouden_poort.rules.columns.marks import Sorted
from gouden_poort.rules.columns.values import Units, Values
from gouden_poort.rules.language.tree import Relation

FEW = 128
"""So many distinct values, or marks, get bitmaps: at 100,000 rows 1.6 MB for each direction that is asked."""

TICKED = 2**21

Place = Callable[[list[int], int], int]
PLACES: dict[Relation, Place] = {
    Relation.LESS: bisect_left,
    Relation.AT_LEAST: bisect_left,
    Relation.AT_MOST: bisect_right,
    Relation.MORE: bisect_right,
}
BELOW = {Relation.LESS, Relation.AT_MOST}


class Ranked:
    """The rows by rank; the value of unknown rows has the rank after the last."""

    __slots__ = ("_made", "_ranks", "_unknown", "distinct", "rows")

    def __init__(self, values: Values, rows: int) -> None:
        units = np.broadcast_to(values.units, (rows,))
        known = np.broadcast_to(np.asarray(values.known), (rows,))
        found, ranks = ranked(units[known])
        self.distinct: list[int] = found.tolist()
        self.rows = rows
        dtype = np.uint8 if len(found) < 256 else np.uint16 if len(found) < 65536 else np.uint32
        self._ranks: NDArray[Any] = np.full(rows, len(found), dtype=dtype)
        self._ranks[known] = ranks
        self._unknown: Plane = plane_of(~known)
        self._made: dict[object, Any] = {}

    def comparing(self, relation: Relation, factor: int = 1) -> Callable[[int], Planes]:
        """A function from what the person has to the planes of `row RELATION person`; rows count `factor` times."""
        values = [value * factor for value in self.distinct]
        if relation in (Relation.EQUAL, Relation.DIFFERENT):
            place_of = {value: i for i, value in enumerate(values)}
            answer = self._answers(relation)
            elsewhere = self._with_unknown(False if relation is Relation.EQUAL else self._all_known())
            return lambda value: elsewhere if (place := place_of.get(value)) is None else answer(place)
        place = PLACES[relation]
        answer = self._answers(relation)
        return lambda value: answer(place(values, value))

    @property
    def is_short(self) -> bool:
        """Whether every answer is made beforehand."""
        return len(self.distinct) <= FEW

    def among(self) -> Callable[[Iterable[int]], Planes]:
        """A function that gives the planes of being one of some values."""
        answer = self.comparing(Relation.EQUAL)

        def ask(values: Iterable[int]) -> Planes:
            found: Plane = False
            for value in values:
                found = union(found, answer(value)[0])
            return self._with_unknown(found)

        return ask

    def _answers(self, relation: Relation) -> Callable[[int], Planes]:
        """By place: from a list made beforehand, or made then and kept until another place is asked."""
        make = self._maker(relation)
        family = make.__name__
        if self.is_short:
            if family not in self._made:
                self._made[family] = [make(place) for place in range(len(self.distinct) + 1)]
            return self._made[family].__getitem__  # type: ignore[no-any-return]
        last: dict[int, Planes] = {}

        def answer(place: int) -> Planes:
            if (planes := last.get(place)) is None:
                planes = make(place)
                last.clear()
                last[place] = planes
            return planes

        return answer

    def _maker(self, relation: Relation) -> Callable[[int], Planes]:
        if relation is Relation.EQUAL:
            return self._equal
        if relation is Relation.DIFFERENT:
            return self._different
        return self._below if relation in BELOW else self._above

    def _below(self, place: int) -> Planes:
        return self._with_unknown(self._surely_below(place))

    def _above(self, place: int) -> Planes:
        return self._with_unknown(self._known_but(self._surely_below(place)))

    def _equal(self, place: int) -> Planes:
        return self._with_unknown(self._surely_equal(place))

    def _different(self, place: int) -> Planes:
        return self._with_unknown(self._known_but(self._surely_equal(place)))

    def _surely_below(self, place: int) -> Plane:
        if place == 0:
            return False
        if place == len(self.distinct):
            return self._all_known()
        if self.is_short:
            return packed(self._ranks < self._ranks.dtype.type(place))
        return self._sorted().below(place)

    def _surely_equal(self, place: int) -> Plane:
        if place == len(self.distinct):
            return False
        if self.is_short:
            return packed(self._ranks == self._ranks.dtype.type(place))
        return self._sorted().equal(place)

    def _sorted(self) -> Sorted:
        if "sorted" not in self._made:
            self._made["sorted"] = Sorted(self._ranks, len(self.distinct), FEW)
        return self._made["sorted"]  # type: ignore[no-any-return]

    def _all_known(self) -> Plane:
        if "known" not in self._made:
            self._made["known"] = plane_of(self._ranks < len(self.distinct))
        return self._made["known"]  # type: ignore[no-any-return]

    def _known_but(self, plane: Plane) -> Plane:
        """The known rows that are not in a plane of known rows."""
        if isinstance(plane, bool):
            return False if plane else self._all_known()
        if "rest" not in self._made:
            self._made["rest"] = packed(self._ranks < len(self.distinct))
        return plane ^ self._made["rest"]  # type: ignore[no-any-return]

    def _with_unknown(self, surely: Plane) -> Planes:
        return (surely, surely) if self._unknown is False else (surely, union(surely, self._unknown))


def ranked(units: Units) -> tuple[Units, NDArray[Any]]:
    """The distinct values in order, and the place of each value among them.

    Values that lie close together are ticked off in a list, which is many times quicker than sorting them.
    """
    lowest = int(units.min(initial=0))
    reach = int(units.max(initial=0)) - lowest + 1
    if reach > TICKED:
        return np.unique(units, return_inverse=True)
    offsets = units - lowest
    ticked = np.zeros(reach, dtype=np.bool_)
    ticked[offsets] = True
    places = np.cumsum(ticked) - 1
    return np.flatnonzero(ticked) + lowest, places[offsets]
