"""Columns of facts made from the arrays of a snapshot, without a loop over rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Ints, Ragged
from gouden_poort.rules.columns.table import Column, Known, NumberColumn, SetColumn, TruthColumn, WordColumn

NOT_KNOWN = -1


def numbers(values: NDArray[np.integer]) -> NumberColumn:
    """Numbers known in every row; wide enough to count with."""
    return NumberColumn(values=values.astype(np.int32))


def distinct(texts: Iterable[str]) -> tuple[Ints, tuple[str, ...]]:
    """For each text its place among the different ones: thousands of rows say the same few things."""
    places: dict[str, int] = {}
    codes = np.fromiter((places.setdefault(text, len(places)) for text in texts), dtype=np.int32)
    return codes, tuple(places)


def words(texts: Iterable[str], allowed: Collection[str] | None = None) -> WordColumn:
    """Choices from a text column; an empty text, and one that is not among those allowed, is not known."""
    codes, found = distinct(texts)
    return without(
        WordColumn(codes=codes, words=found),
        [word for word in found if not word or (allowed is not None and word not in allowed)],
    )


def without(column: WordColumn, unknown: Iterable[str]) -> WordColumn:
    """The same column where some words mean that nothing is known."""
    places = [column.words.index(word) for word in unknown if word in column.words]
    codes = np.where(np.isin(column.codes, places), NOT_KNOWN, column.codes)
    return WordColumn(codes=codes.astype(np.int32), words=column.words)


def read_numbers(texts: Iterable[str], lowest: int, highest: int) -> NumberColumn:
    """Whole numbers from a text column; what is not one, or lies outside the bounds, is not known."""
    codes, found = distinct(texts)
    values = [int(text) if text.isascii() and text.isdigit() and len(text) < 10 else lowest - 1 for text in found]
    read = np.asarray(values, dtype=np.int32)[codes]
    return NumberColumn(values=read, known=known_where((read >= lowest) & (read <= highest)))


def known_where(mask: NDArray[np.bool_]) -> Known:
    """A mask of what is known; None when that is everything."""
    return None if mask.all() else mask


def lists(codes: Ints, listed: Sequence[Sequence[str]]) -> SetColumn:
    """Sets of words, given once for each code."""
    places: dict[str, int] = {}
    items = [[places.setdefault(word, len(places)) for word in one] for one in listed]
    return SetColumn(items=ragged(items).taken(codes), words=tuple(places))


def ragged(listed: Sequence[Sequence[int]]) -> Ragged:
    """The lists end to end."""
    starts = np.zeros(len(listed) + 1, dtype=np.int32)
    np.cumsum([len(one) for one in listed], out=starts[1:])
    return Ragged(starts, np.asarray([item for one in listed for item in one], dtype=np.int32))


def bit_sets(masks: NDArray[np.integer], names: tuple[str, ...]) -> SetColumn:
    """Sets written as bits, in the order of their names."""
    members = (masks[:, None].astype(np.int32) >> np.arange(len(names), dtype=np.int32)) & 1
    starts = np.zeros(len(masks) + 1, dtype=np.int32)
    np.cumsum(members.sum(axis=1), out=starts[1:])
    return SetColumn(items=Ragged(starts, np.nonzero(members)[1].astype(np.int32)), words=names)


def of_rows(column: Column, rows: Ints) -> Column:
    """A column of other things, laid beside the rows that point at them."""
    match column:
        case NumberColumn():
            return NumberColumn(values=column.values[rows], known=_at(column.known, rows))
        case WordColumn():
            return WordColumn(codes=column.codes[rows], words=column.words)
        case TruthColumn():
            return TruthColumn(values=column.values[rows], known=_at(column.known, rows))
        case SetColumn():
            return SetColumn(
                items=column.items.taken(rows),
                words=column.words,
                levels=None if column.levels is None else column.levels.taken(rows),
                known=_at(column.known, rows),
            )


def _at(known: Known, rows: Ints) -> Known:
    return None if known is None else known_where(known[rows])
