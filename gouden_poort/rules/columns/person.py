"""The person's side: tests and values that are the same for every row, as functions that are made once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any

from gouden_poort.rules.columns.sides import decimals_of, order_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Every,
    Expression,
    FactValue,
    Lookup,
    Negation,
    Number,
    OneOf,
    Operator,
    ParameterValue,
    Relation,
    Shares,
    Some,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Fact

Get = Callable[[str], Any]
"""The value of a fact by its full name; None when not known."""
Ask = Callable[[Get], bool | None]
Measure = Callable[[Get], Any]

COMPARE: dict[Relation, Callable[[Any, Any], bool]] = {
    Relation.LESS: operator.lt,
    Relation.AT_MOST: operator.le,
    Relation.MORE: operator.gt,
    Relation.AT_LEAST: operator.ge,
    Relation.EQUAL: operator.eq,
    Relation.DIFFERENT: operator.ne,
}
CALCULATE: dict[Operator, Callable[[int, int], int]] = {
    Operator.PLUS: operator.add,
    Operator.MINUS: operator.sub,
    Operator.TIMES: operator.mul,
    Operator.LEAST: min,
    Operator.MOST: max,
}


def asking(test: Test) -> Ask:  # noqa: PLR0911 - one answer for each form
    """A function that answers a test from the facts of one person."""
    match test:
        case Comparison():
            return _comparing(test)
        case Every():
            return _all_of([asking(part) for part in test.parts])
        case Some():
            return _any_of([asking(part) for part in test.parts])
        case Negation():
            return _not(asking(test.part))
        case Truth():
            return _reading(test.fact, bool)
        case OneOf():
            words = frozenset(test.words)
            return _reading(test.fact, lambda word: word in words)
        case Contains():
            return _reading(test.among, lambda among: test.word in among)
        case Empty():
            return _reading(test.fact, lambda among: not among)
        case ContainsFact():
            return _reading_both(test.item, test.among, lambda item, among: item in among)
        case Shares():
            return _reading_both(test.have, test.asked, lambda have, asked: not have.isdisjoint(asked))
        case Covers():
            return _reading_both(test.have, test.asked, covers)


def covers(have: Any, asked: Any) -> bool:
    """Whether all that is asked is there; skills at their levels."""
    if isinstance(asked, Mapping):
        return all(have.get(skill, 0) >= level for skill, level in asked.items())
    return bool(asked <= have)


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


def _comparing(test: Comparison) -> Ask:
    decimals = max(decimals_of(test.left), decimals_of(test.right))
    order = order_of(test)
    compare = COMPARE[test.relation]
    left, right = aligned(test.left, decimals, order), aligned(test.right, decimals, order)

    def ask(get: Get) -> bool | None:
        if (one := left(get)) is None or (other := right(get)) is None:
            return None
        return compare(one, other)

    return ask


def _calculating(expression: Calculation) -> Measure:
    calculate = CALCULATE[expression.operator]
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


def _reading(fact: Fact, answer: Callable[[Any], bool]) -> Ask:
    name = fact.name
    return lambda get: None if (value := get(name)) is None else answer(value)


def _reading_both(one: Fact, other: Fact, answer: Callable[[Any, Any], bool]) -> Ask:
    first, second = one.name, other.name

    def ask(get: Get) -> bool | None:
        if (value := get(first)) is None or (beside := get(second)) is None:
            return None
        return answer(value, beside)

    return ask


def _not(ask: Ask) -> Ask:
    return lambda get: None if (answer := ask(get)) is None else not answer


def _all_of(parts: list[Ask]) -> Ask:
    def ask(get: Get) -> bool | None:
        found: bool | None = True
        for part in parts:
            if (answer := part(get)) is False:
                return False
            if answer is None:
                found = None
        return found

    return ask


def _any_of(parts: list[Ask]) -> Ask:
    def ask(get: Get) -> bool | None:
        found: bool | None = False
        for part in parts:
            if answer := part(get):
                return True
            if answer is None:
                found = None
        return found

    return ask
