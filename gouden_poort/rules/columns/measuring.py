"""Values of one person, the same for every row, as functions that are made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gouden_poort.rules.language.reckoning import CALCULATE
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

Get = Callable[[str], Any]
"""The value of a fact by its full name; None when not known."""
Measure = Callable[[Get], Any]


def measuring(expression: Expression, order: tuple[str, ...] | None = None) -> Measure:
    """A function that gives a number in whole units at the decimals of the expression, or a word.

    With the order of a level words become their place in it.
    """
    match expression:
        case Number():
            return lambda _get: expression.units
        case Word():
            word = expression.text if order is None else order.index(expression.text)
            return lambda _get: word
        case FactValue():
            name = expression.fact.name
            if order is not None:
                place = {word: i for i, word in enumerate(order)}
                return lambda get: None if (word := get(name)) is None else place[word]
            return lambda get: get(name)
        case Calculation():
            return _calculating(expression)
        case Lookup():
            return _looking_up(expression, order)
        case ParameterValue():
            raise TypeError("parameters are filled in before a formula is prepared")


def aligned(expression: Expression, decimals: int, order: tuple[str, ...] | None = None) -> Measure:
    """Measures at as many decimals, which are at least its own."""
    measure = measuring(expression, order)
    factor: int = 10 ** (decimals - decimals_of(expression))
    if factor == 1:
        return measure
    return lambda get: None if (value := measure(get)) is None else value * factor


def _calculating(expression: Calculation) -> Measure:
    calculate: Callable[[int, int], int] = CALCULATE[expression.operator]
    if expression.operator is Operator.TIMES:
        left, right = measuring(expression.left), measuring(expression.right)
    else:
        decimals = decimals_of(expression)
        left, right = aligned(expression.left, decimals), aligned(expression.right, decimals)

    def measure(get: Get) -> int | None:
        if (one := left(get)) is None or (other := right(get)) is None:
            return None
        return calculate(one, other)

    return measure


def _looking_up(table: Lookup, order: tuple[str, ...] | None) -> Measure:
    names = [fact.name for fact in table.keys]
    decimals = decimals_of(table)
    cells = {keys: written(cell, decimals, order) for keys, cell in table.cells}
    otherwise = None if table.otherwise is None else written(table.otherwise, decimals, order)

    def measure(get: Get) -> Any:
        keys = tuple(get(name) for name in names)
        return None if None in keys else cells.get(keys, otherwise)

    return measure


def written(cell: Number | Word, decimals: int, order: tuple[str, ...] | None) -> Any:
    """What stands in a cell: a number at as many decimals, a word, or its place in an order."""
    if isinstance(cell, Number):
        return cell.units * 10 ** (decimals - cell.decimals)
    return cell.text if order is None else order.index(cell.text)
