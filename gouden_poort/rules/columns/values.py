"""An expression in every row at once, exactly as for one case: whole units in 64 bits, and where they are known.

Whoever is not in the table, the person, gives one value for all rows. Levels and choices are numbers here: their
place in `scale`, -1 for a word that is not in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gouden_poort.rules.columns.measuring import Get, written
from gouden_poort.rules.columns.table import FactTable, NumberColumn, WordColumn
from gouden_poort.rules.language.sorts import decimals_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Expression,
    FactValue,
    Lookup,
    Number,
    Operator,
    ParameterValue,
    Word,
)
from gouden_poort.rules.language.words import Fact

Scale = tuple[str, ...]
Units = NDArray[np.int64]
Everywhere = NDArray[np.bool_] | bool

CALCULATE: dict[Operator, Callable[[Units, Units], Units]] = {
    Operator.PLUS: np.add,
    Operator.MINUS: np.subtract,
    Operator.TIMES: np.multiply,
    Operator.LEAST: np.minimum,
    Operator.MOST: np.maximum,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Values:
    """Whole units, one for each row or one for all, and where they are known (True: everywhere)."""

    units: Units
    known: Everywhere = True


NOWHERE = Values(units=np.zeros((), dtype=np.int64), known=False)


def evaluate(expression: Expression, table: FactTable, get: Get, scale: Scale | None = None) -> Values:
    """The values in all rows; `get` tells the facts that the table is not about."""
    match expression:
        case Number():
            return _one(expression.units)
        case Word():
            return _one(_place(expression.text, scale))
        case FactValue():
            return _fact(expression.fact, table, get, scale)
        case Calculation():
            return _calculation(expression, table, get)
        case Lookup():
            return _looked_up(expression, table, get, scale)
        case ParameterValue():
            raise TypeError("parameters are filled in before a formula is prepared")


def both_known(one: Everywhere, other: Everywhere) -> Everywhere:
    """Where two things are known."""
    if isinstance(one, bool):
        return other if one else False
    if isinstance(other, bool):
        return one if other else False
    return one & other


def _one(value: int) -> Values:
    return Values(units=np.asarray(value, dtype=np.int64))


def _place(word: str, scale: Scale | None) -> int:
    return scale.index(word) if scale is not None and word in scale else -1


def _fact(fact: Fact, table: FactTable, get: Get, scale: Scale | None) -> Values:
    if fact.subject not in table.subjects:
        value = get(fact.name)
        return NOWHERE if value is None else _one(value if scale is None else _place(value, scale))
    match table.columns.get(fact.name):
        case NumberColumn() as column:
            known: Everywhere = True if column.known is None or column.known.all() else column.known
            return Values(units=column.values.astype(np.int64), known=known)
        case WordColumn() as column:
            places = np.array([_place(word, scale) for word in column.words] + [-1], dtype=np.int64)
            unknown = column.codes < 0
            return Values(units=places[column.codes], known=~unknown if unknown.any() else True)
        case None:
            return NOWHERE
        case other:
            raise TypeError(f"{fact.name}: a {type(other).__name__} has no values to compare")


def _calculation(expression: Calculation, table: FactTable, get: Get) -> Values:
    left, right = evaluate(expression.left, table, get), evaluate(expression.right, table, get)
    known = both_known(left.known, right.known)
    if known is False:
        return NOWHERE
    one, other = left.units, right.units
    if expression.operator is not Operator.TIMES:
        decimals = decimals_of(expression)
        one, other = scaled(one, expression.left, decimals), scaled(other, expression.right, decimals)
    return Values(units=np.asarray(CALCULATE[expression.operator](one, other)), known=known)


def scaled(units: Units, expression: Expression, decimals: int) -> Units:
    """The units of an expression at as many decimals, which are at least its own."""
    missing = decimals - decimals_of(expression)
    return np.asarray(units * np.int64(10**missing)) if missing else units


def _looked_up(lookup: Lookup, table: FactTable, get: Get, scale: Scale | None) -> Values:
    """Each cell at the place that its keys make together; the last places are for keys that stand in no cell."""
    decimals = decimals_of(lookup)
    place = np.zeros((), dtype=np.intp)
    known: Everywhere = True
    shape: list[int] = []
    keys: list[dict[str | int, int]] = []
    for i, fact in enumerate(lookup.keys):
        known_keys = {key: n for n, key in enumerate(dict.fromkeys(cell[i] for cell, _ in lookup.cells))}
        found = _key_places(fact, known_keys, table, get)
        known = both_known(known, found.known)
        place = place * (len(known_keys) + 1) + found.units
        shape.append(len(known_keys) + 1)
        keys.append(known_keys)
    if known is False:
        return NOWHERE
    cells = np.zeros(shape, dtype=np.int64)
    filled = np.zeros(shape, dtype=np.bool_)
    if lookup.otherwise is not None:
        cells[...] = _cell(lookup.otherwise, decimals, scale)
        filled[...] = True
    for where, cell in lookup.cells:
        at = tuple(known_keys[key] for known_keys, key in zip(keys, where, strict=True))
        cells[at] = _cell(cell, decimals, scale)
        filled[at] = True
    units = np.asarray(cells.ravel()[place])
    if filled.all():
        return Values(units=units, known=known)
    here = filled.ravel()[place]
    return Values(units=units, known=both_known(known, bool(here) if here.ndim == 0 else here))


def _cell(cell: Number | Word, decimals: int, scale: Scale | None) -> int:
    if isinstance(cell, Word):
        return _place(cell.text, scale)
    return int(written(cell, decimals, None))


def _key_places(fact: Fact, places: dict[str | int, int], table: FactTable, get: Get) -> Values:
    """For each row which of the keys the fact is; one more for any other."""
    elsewhere = len(places)
    if fact.subject not in table.subjects:
        value = get(fact.name)
        return NOWHERE if value is None else _one(places.get(value, elsewhere))
    match table.columns.get(fact.name):
        case NumberColumn() as column:
            units = np.full(table.rows, elsewhere, dtype=np.int64)
            for key, place in places.items():
                units[column.values == key] = place
            return Values(units=units, known=True if column.known is None else column.known)
        case WordColumn() as column:
            by_code = np.array([places.get(word, elsewhere) for word in column.words] + [elsewhere], dtype=np.int64)
            unknown = column.codes < 0
            return Values(units=by_code[column.codes], known=~unknown if unknown.any() else True)
        case None:
            return NOWHERE
        case other:
            raise TypeError(f"{fact.name}: a {type(other).__name__} cannot be a key")
