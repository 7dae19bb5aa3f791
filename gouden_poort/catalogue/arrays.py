"""From the values of a bundle's columns to the arrays of a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from gouden_poort.catalogue.columns import Bytes, Floats, Ids, Ints, Ragged, Texts
from gouden_poort.catalogue.entries import Entries, Value


def texts(entries: Entries, column: str) -> Texts:
    """A column of texts."""
    return Texts.of(entries.columns[column])


def ids(entries: Entries, column: str) -> Ids:
    """The column that names the rows."""
    return Ids.of(entries.columns[column])


def extra_texts(entries: Entries) -> dict[str, Texts]:
    """The columns the format does not know."""
    return {name: Texts.of(values) for name, values in entries.extra.items()}


def floats(values: Sequence[float]) -> Floats:
    """A column of degrees."""
    return np.fromiter(values, dtype=np.float64, count=len(values))


def ints(values: Sequence[int | None], *, absent: int = 0) -> Ints:
    """A column of whole numbers, with what an empty cell counts as."""
    return _numbers((absent if value is None else value for value in values), len(values))


def small_ints(values: Sequence[int | None]) -> Bytes:
    """A column of levels or flags; an empty cell counts as 0."""
    return ints(values).astype(np.int8)


def rows(names: Sequence[str | None], of: Mapping[str, int]) -> Ints:
    """The row numbers that ids stand for; -1 where there is none."""
    return _numbers((-1 if name is None else of[name] for name in names), len(names))


def codes(names: Sequence[str | None], choices: Sequence[str]) -> Bytes:
    """Places in a closed list; an empty cell counts as the first (for CEFR: A0, no condition)."""
    code: dict[str | None, int] = {None: 0, **{choice: place for place, choice in enumerate(choices)}}
    return _numbers(map(code.__getitem__, names), len(names)).astype(np.int8)


def bits(lists: Sequence[Value], choices: Sequence[str]) -> Ints:
    """Bit i for choice i; 0 where the list is empty."""
    return _numbers((sum(1 << choices.index(choice) for choice in listed) for listed in lists), len(lists))


def counted(values: Sequence[Value], count: Mapping[Value, int]) -> Ints:
    """What each value counts for, such as days; the same few values stand in very many rows."""
    return _numbers(map(count.__getitem__, values), len(values))


def highest(items: Ragged, values: Bytes) -> Bytes:
    """For each row the highest value among its items, 0 when it has none."""
    best = np.zeros(len(items), dtype=np.int8)
    np.maximum.at(best, items.owners(), values[items.items])
    return best


class Links:
    """The rows of a file that hang under the rows of another, ready to be gathered by owner."""

    def __init__(self, entries: Entries, owner: str, owners: Mapping[str, int]) -> None:
        self._columns = entries.columns
        self._size = len(owners)
        self._owners = rows(entries.columns[owner], owners)

    def rows(self, column: str, of: Mapping[str, int], **only: str) -> Ragged:
        """The row numbers that a column of ids stands for, `only` where other columns say so."""
        kept, values = self._where(only), self._columns[column]
        return Ragged.grouped(self._size, self._owners[kept], (of[values[row]] for row in kept))

    def numbers(self, column: str, **only: str) -> Ragged:
        """A column of whole numbers; runs beside `rows` with the same `only`."""
        kept, values = self._where(only), self._columns[column]
        return Ragged.grouped(self._size, self._owners[kept], (values[row] for row in kept))

    def _where(self, only: Mapping[str, str]) -> list[int]:
        columns = [(self._columns[name], value) for name, value in only.items()]
        return [row for row in range(len(self._owners)) if all(said[row] == value for said, value in columns)]


def _numbers(values: Iterable[int], count: int) -> Ints:
    return np.fromiter(values, dtype=np.int32, count=count)
