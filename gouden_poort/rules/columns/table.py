"""The catalogue side of many cases: for each fact a column with a value, or not known, in every row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Ragged
from gouden_poort.rules.language.words import Subject

Known = NDArray[np.bool_] | None
"""Where the value is known; None: everywhere."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberColumn:
    """Numbers and money, in whole units of the fact's decimals."""

    values: NDArray[np.integer]
    known: Known = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordColumn:
    """Levels and choices: places in `words`; -1 where not known."""

    codes: NDArray[np.integer]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TruthColumn:
    """Yes or no."""

    values: NDArray[np.bool_]
    known: Known = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SetColumn:
    """For each row the places in `words` of what is in its set; for skills with a level beside each."""

    items: Ragged
    words: tuple[str, ...]
    levels: Ragged | None = None
    known: Known = None


Column = NumberColumn | WordColumn | TruthColumn | SetColumn


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactTable:
    """Columns by the full name of their fact. A fact of one of `subjects` without a column is known in no row."""

    rows: int
    subjects: frozenset[Subject]
    columns: Mapping[str, Column]
