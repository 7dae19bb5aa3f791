"""Sets and skills of the catalogue, prepared for the words of one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gouden_poort.rules.columns.bitmaps import Plane, Planes, Words, intersection, opposite, packed, plane_of, union
from gouden_poort.rules.columns.table import SetColumn

FEW = 48
"""Up to so many words it is quicker to join the bitmaps of what someone lacks than to look at each set."""


class Sets:
    """One column of sets: the rows by word, and which rows have the very same set."""

    def __init__(self, column: SetColumn, rows: int, full: Words) -> None:
        known = np.ones(rows, dtype=np.bool_) if column.known is None else column.known
        owners = column.items.owners()
        kept = known[owners]
        self.places = {word: place for place, word in enumerate(column.words)}
        self._words = column.words
        self._rows = rows
        self._full = full
        self._known, self._unknown = plane_of(known), plane_of(~known)
        items = column.items.items[kept]
        levels = np.ones(len(items), dtype=np.int32) if column.levels is None else column.levels.items[kept]
        narrow = np.uint16 if len(column.words) < 2**16 else np.int32  # few bits sort far quicker
        order = np.argsort(items.astype(narrow), kind="stable")
        self._starts = np.searchsorted(items[order], np.arange(len(column.words) + 1))
        self._owners = owners[kept][order]
        self._levels = levels[order]
        self._filled = self._mask(self._owners)
        self._made: dict[tuple[int, int], Plane] = {}
        self._last: tuple[dict[str, int], Planes] | None = None
        self._distinct = None if len(column.words) <= FEW else _Distinct(column, known)

    @property
    def unknown(self) -> Plane:
        """Rows of which no set is known."""
        return self._unknown

    def empty(self) -> Planes:
        """Rows with nothing in their set."""
        return self._but(self._filled_plane())

    def sharing(self, words: Iterable[str]) -> Planes:
        """Rows that have at least one of the words."""
        found: Plane = False
        for word in words:
            if (place := self.places.get(word)) is not None:
                found = union(found, self.above(place, -1))
        return self._with_unknown(found)

    def covering(self, asked: Iterable[str] | Mapping[str, int]) -> Planes:
        """Rows that have all that the person asks, skills at their levels."""
        lacking: Plane = False
        for word in asked:
            level = asked[word] if isinstance(asked, Mapping) else 1
            place = self.places.get(word)
            there = False if place is None else self.above(place, level - 1)
            if level > 0:
                lacking = union(lacking, opposite((there, there), self._full)[0])
        return self._but(lacking)

    def covered_by(self, have: Iterable[str] | Mapping[str, int]) -> Planes:
        """Rows of which the person has everything, skills at their levels."""
        levels = dict(have) if isinstance(have, Mapping) else dict.fromkeys(have, 1)
        if self._distinct is not None:
            last = self._last  # one person is judged for several days in a row; others may come in between
            if last is None or last[0] != levels:
                last = self._last = levels, self._but(self._distinct.lacking(levels, self.places, self._rows))
            return last[1]
        lacking: Plane = False
        for place, word in enumerate(self._words):
            lacking = union(lacking, self.above(place, levels.get(word, 0)))
        return self._but(lacking)

    def above(self, place: int, level: int) -> Plane:
        """Known rows that have the word, for skills at more than this level."""
        if (place, level) not in self._made:
            part = slice(self._starts[place], self._starts[place + 1])
            rows = self._owners[part][self._levels[part] > level]
            self._made[place, level] = plane_of(self._mask(rows)) if len(rows) else False
        return self._made[place, level]

    def mask(self, place: int, level: int) -> NDArray[np.bool_]:
        """The same, unpacked."""
        part = slice(self._starts[place], self._starts[place + 1])
        return self._mask(self._owners[part][self._levels[part] > level])

    def levels_of(self, place: int) -> list[int]:
        """The levels at which some row has the word, lowest first."""
        return np.unique(self._levels[self._starts[place] : self._starts[place + 1]]).tolist()  # type: ignore[no-any-return]

    def _filled_plane(self) -> Plane:
        return plane_of(self._filled)

    def _mask(self, rows: NDArray[Any]) -> NDArray[np.bool_]:
        mask = np.zeros(self._rows, dtype=np.bool_)
        mask[rows] = True
        return mask

    def _with_unknown(self, surely: Plane) -> Planes:
        return (surely, surely) if self._unknown is False else (surely, union(surely, self._unknown))

    def _but(self, failing: Plane) -> Planes:
        """All known rows but those; unknown ones perhaps."""
        return opposite(self._with_unknown(intersection(failing, self._known)), self._full)


class _Distinct:
    """Many rows ask for the very same set: a person is held against each different set once."""

    def __init__(self, column: SetColumn, known: NDArray[np.bool_]) -> None:
        items = np.ascontiguousarray(column.items.items, dtype=np.int32)
        levels = np.ones_like(items) if column.levels is None else column.levels.items.astype(np.int32)
        both = np.stack([items, levels], axis=1).tobytes()
        ends = (column.items.starts.astype(np.int64) * 8).tolist()
        found: dict[bytes, int] = {b"": 0}
        of_row = [found.setdefault(both[a:b], len(found)) for a, b in pairwise(ends)]
        self._of_row: NDArray[np.intp] = np.where(known, np.array(of_row, dtype=np.intp), 0)
        pairs = np.frombuffer(b"".join(found), dtype=np.int32).reshape(-1, 2)
        self._items = pairs[:, 0].astype(np.intp)
        self._asked = pairs[:, 1].copy()
        self._set = np.repeat(np.arange(len(found)), [len(one) // 8 for one in found])
        self._count = len(found)

    def lacking(self, have: Mapping[str, int], places: Mapping[str, int], rows: int) -> Plane:
        """Rows of which something is not there."""
        levels = np.zeros(len(places), dtype=np.int32)
        for word, level in have.items():
            if (place := places.get(word)) is not None:
                levels[place] = level
        lacks = np.zeros(self._count, dtype=np.bool_)
        lacks[self._set[levels[self._items] < self._asked]] = True
        return packed(lacks.take(self._of_row)) if rows else False
