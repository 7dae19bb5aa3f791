"""The lines of many dossiers, column by column: what groups are counted from. Who anybody is does not stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

NEVER = -1
"""In the place of a day for what did not happen."""

EPOCH = date(1970, 1, 1)
Days = NDArray[np.int32]
"""Days since `EPOCH`."""
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coded:
    """A column of texts as numbers, each text once."""

    names: Sequence[str]
    codes: NDArray[np.int32]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Coded:
        """The column of these texts.

        >>> column = Coded.of(["b", "a", "b"])
        >>> column.names, column.counts()
        (['b', 'a'], {'b': 2, 'a': 1})
        """
        known: dict[str, int] = {}
        codes = (known.setdefault(text, len(known)) for text in texts)
        return cls(codes=np.fromiter(codes, dtype=np.int32, count=len(texts)), names=list(known))

    def counts(self) -> dict[str, int]:
        """How often each text stands there."""
        many = np.bincount(self.codes, minlength=len(self.names))
        return dict(zip(self.names, many.tolist(), strict=True))

    def among(self, wanted: Iterable[str]) -> Mask:
        """Where one of these texts stands."""
        found = set(wanted)
        return np.array([name in found for name in self.names], dtype=np.bool_)[self.codes]

    def where(self, mask: Mask) -> Coded:
        """A part of the column."""
        return Coded(names=self.names, codes=self.codes[mask])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lines:
    """What `Journey` says of each dossier, as far as groups are counted by it."""

    region: Coded
    groups: Coded
    """Those of one person in one text, with | between them."""
    target_id: Coded
    target_sector: Coded
    first_sector: Coded
    sector: Coded
    occupation_id: Coded
    """Of the work of now; empty for who has none."""
    chosen_on: Days
    planned_work_on: Days
    started_on: Days
    finished_on: Days
    work_on: Days
    left_on: Days
    seen_until: Days

    def __len__(self) -> int:
        return len(self.chosen_on)

    def where(self, mask: Mask) -> Lines:
        """The lines of a group."""
        columns: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        parts: dict[str, Any] = {
            name: column.where(mask) if isinstance(column, Coded) else column[mask] for name, column in columns.items()
        }
        return Lines(**parts)
