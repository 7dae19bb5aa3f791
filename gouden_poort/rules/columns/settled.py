"""Leaves that the catalogue answers alone: worked out once, with masks, for whoever comes."""

from __future__ import annotations

import numpy as np

from gouden_poort.rules.columns.bitmaps import UNKNOWN, Planes, opposite, planes_of, unpacked
from gouden_poort.rules.columns.measuring import Get
from gouden_poort.rules.columns.shelf import Shelf, nobody
from gouden_poort.rules.columns.table import TruthColumn, WordColumn
from gouden_poort.rules.columns.values import both_known, evaluate, scaled
from gouden_poort.rules.language.reckoning import COMPARE
from gouden_poort.rules.language.sorts import decimals_of
from gouden_poort.rules.language.tree import (
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    FactValue,
    Negation,
    OneOf,
    Shares,
    Test,
    Truth,
)


def settled(leaf: Test, shelf: Shelf) -> Planes:
    """The answer of a leaf that reads only the catalogue, kept for the plans of other days."""
    if leaf not in shelf.answers:
        shelf.answers[leaf] = _settled(leaf, shelf)
    return shelf.answers[leaf]


def _settled(leaf: Test, shelf: Shelf) -> Planes:  # noqa: PLR0911 - one answer for each form
    match leaf:
        case Negation():
            return opposite(settled(leaf.part, shelf), shelf.full)
        case Comparison():
            return compared(leaf, shelf, nobody)
        case OneOf():
            found = evaluate(FactValue(leaf.fact), shelf.table, nobody, leaf.words)
            return planes_of(np.broadcast_to(found.units >= 0, shelf.table.rows), found.known)
        case Truth():
            column = shelf.table.columns.get(leaf.fact.name)
            if not isinstance(column, TruthColumn):
                return UNKNOWN
            return planes_of(column.values, True if column.known is None else column.known)
        case Empty():
            sets = shelf.sets_of(leaf.fact)
            return UNKNOWN if sets is None else sets.empty()
        case Contains():
            sets = shelf.sets_of(leaf.among)
            return UNKNOWN if sets is None else sets.sharing((leaf.word,))
        case ContainsFact():
            return _item_in(leaf, shelf)
        case Shares():
            return _both_sets(leaf, shelf, covering=False)
        case Covers():
            return _both_sets(leaf, shelf, covering=True)
    raise TypeError(f"{type(leaf).__name__} is no leaf")


def compared(leaf: Comparison, shelf: Shelf, get: Get) -> Planes:
    """A comparison worked out row by row, for a person or for nobody."""
    scale = shelf.scale(leaf)
    left, right = evaluate(leaf.left, shelf.table, get, scale), evaluate(leaf.right, shelf.table, get, scale)
    known = both_known(left.known, right.known)
    if known is False:
        return UNKNOWN
    decimals = max(decimals_of(leaf.left), decimals_of(leaf.right))
    one, other = scaled(left.units, leaf.left, decimals), scaled(right.units, leaf.right, decimals)
    found = np.asarray(COMPARE[leaf.relation](one, other))
    return planes_of(np.broadcast_to(found, shelf.table.rows), known)


def _item_in(leaf: ContainsFact, shelf: Shelf) -> Planes:
    sets, column = shelf.sets_of(leaf.among), shelf.table.columns.get(leaf.item.name)
    if sets is None or not isinstance(column, WordColumn):
        return UNKNOWN
    found = np.zeros(shelf.table.rows, dtype=np.bool_)
    for code, word in enumerate(column.words):
        if (place := sets.places.get(word)) is not None:
            found |= sets.mask(place, -1) & (column.codes == code)
    return planes_of(found, (column.codes >= 0) & ~unpacked(sets.unknown, shelf.table.rows))


def _both_sets(leaf: Shares | Covers, shelf: Shelf, *, covering: bool) -> Planes:
    have, asked = shelf.sets_of(leaf.have), shelf.sets_of(leaf.asked)
    if have is None or asked is None:
        return UNKNOWN
    shared, lacking = (np.zeros(shelf.table.rows, dtype=np.bool_) for _ in range(2))
    for word, place in asked.places.items():
        beside = have.places.get(word)
        if not covering and beside is not None:
            shared |= asked.mask(place, -1) & have.mask(beside, -1)
        for level in asked.levels_of(place) if covering else ():
            there = have.mask(beside, level - 1) if beside is not None else np.zeros_like(lacking)
            lacking |= asked.mask(place, level - 1) & ~there if level > 0 else False
    known = ~(unpacked(have.unknown, shelf.table.rows) | unpacked(asked.unknown, shelf.table.rows))
    return planes_of(~lacking if covering else shared, known)
