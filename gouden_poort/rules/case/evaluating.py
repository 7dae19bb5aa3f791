"""The answer of a test for one case: yes, no or not known, in whole-number arithmetic.

Facts are taken as checked: a word outside the values of its fact is a fault of whoever made the facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never, cast

from gouden_poort.rules.language.kleene import every, opposite, some
from gouden_poort.rules.language.reckoning import CALCULATE, COMPARE, covered
from gouden_poort.rules.language.sorts import order_of
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
from gouden_poort.rules.language.words import Fact, Facts, Kind

Quantity = tuple[int, int]
"""Whole units and their number of decimals: 14.71 is (1471, 2)."""
Atom = Comparison | OneOf | Contains | ContainsFact | Truth | Covers | Shares | Empty
"""A test without and, or, not."""

_MEASURED = (Kind.NUMBER, Kind.MONEY)


def answer(test: Test, facts: Facts, day: date) -> bool | None:
    """Yes, no, or None for not known; a comparison with anything unknown is not known."""
    match test:
        case Every():
            return every(answer(part, facts, day) for part in test.parts)
        case Some():
            return some(answer(part, facts, day) for part in test.parts)
        case Negation():
            return opposite(answer(test.part, facts, day))
        case _:
            return _atom(test, facts, day)


def deciding_atoms(test: Test, facts: Facts, day: date, *, turned: bool = False) -> Iterator[tuple[Atom, bool]]:
    """The atoms that make a test what it is, as `Trace.deciding` tells the leaves of a condition.

    Beside each stands whether it is turned about: under an uneven number of `not`.
    """
    match test:
        case Every() | Some():
            result = answer(test, facts, day)
            for part in test.parts:
                if answer(part, facts, day) is result:
                    yield from deciding_atoms(part, facts, day, turned=turned)
        case Negation():
            yield from deciding_atoms(test.part, facts, day, turned=not turned)
        case _:
            yield test, turned


def value(  # noqa: PLR0911 - one answer for each form reads best
    expression: Expression, facts: Facts, day: date
) -> Quantity | str | None:
    """A number as units and decimals, a level or choice as its word, None when not known.

    >>> value(Calculation(Operator.TIMES, Number(150), Number(5, 1)), {}, date(2026, 1, 1))
    (750, 1)
    """
    match expression:
        case FactValue(fact):
            known = facts.get(fact.name)
            if fact.kind in _MEASURED:
                return None if known is None else (cast("int", known), fact.decimals)
            return cast("str | None", known)
        case Number():
            return expression.units, expression.decimals
        case Word():
            return expression.text
        case ParameterValue(parameter):
            units = parameter.on(day)
            return None if units is None else (units, parameter.decimals)
        case Calculation():
            return _calculated(expression, facts, day)
        case Lookup():
            return _looked_up(expression, facts, day)
        case _:
            assert_never(expression)


def aligned(left: Quantity, right: Quantity) -> tuple[int, int, int]:
    """Both numbers in units of the same decimals, and those decimals."""
    (left_units, left_decimals), (right_units, right_decimals) = left, right
    if left_decimals < right_decimals:
        return left_units * 10 ** (right_decimals - left_decimals), right_units, right_decimals
    return left_units, right_units * 10 ** (left_decimals - right_decimals), left_decimals


def _calculated(calculation: Calculation, facts: Facts, day: date) -> Quantity | None:
    left, right = value(calculation.left, facts, day), value(calculation.right, facts, day)
    if left is None or right is None:
        return None
    left, right = cast("Quantity", left), cast("Quantity", right)
    if calculation.operator is Operator.TIMES:
        return left[0] * right[0], left[1] + right[1]
    a, b, decimals = aligned(left, right)
    return CALCULATE[calculation.operator](a, b), decimals


def _looked_up(table: Lookup, facts: Facts, day: date) -> Quantity | str | None:
    keys = tuple(facts.get(fact.name) for fact in table.keys)
    if None in keys:
        return None
    cell = next((cell for cell_keys, cell in table.cells if cell_keys == keys), table.otherwise)
    return None if cell is None else value(cell, facts, day)


def _atom(atom: Atom, facts: Facts, day: date) -> bool | None:  # noqa: PLR0911 - one answer for each form
    match atom:
        case Comparison():
            return _compared(atom, facts, day)
        case OneOf(fact, words):
            word = facts.get(fact.name)
            return None if word is None else word in words
        case Truth(fact):
            return cast("bool | None", facts.get(fact.name))
        case Contains(among, word):
            held = _items(among, facts)
            return None if held is None else word in held
        case ContainsFact(among, item):
            held, wanted = _items(among, facts), facts.get(item.name)
            return None if held is None or wanted is None else wanted in held
        case Empty(fact):
            held = _items(fact, facts)
            return None if held is None else not held
        case Covers(have, asked) | Shares(have, asked):
            held, wished = _items(have, facts), _items(asked, facts)
            if held is None or wished is None:
                return None
            return covered(wished, held) if isinstance(atom, Covers) else any(word in held for word in wished)
        case _:
            assert_never(atom)


Items = frozenset[str] | Mapping[str, int]


def _items(fact: Fact, facts: Facts) -> Items | None:
    return cast("Items | None", facts.get(fact.name))


def _compared(comparison: Comparison, facts: Facts, day: date) -> bool | None:
    left, right = value(comparison.left, facts, day), value(comparison.right, facts, day)
    if left is None or right is None:
        return None
    if isinstance(left, str) or isinstance(right, str):
        return _words_compared(comparison, cast("str", left), cast("str", right))
    a, b, _ = aligned(left, right)
    return COMPARE[comparison.relation](a, b)


def _words_compared(comparison: Comparison, left: str, right: str) -> bool:
    if comparison.relation in (Relation.EQUAL, Relation.DIFFERENT):
        return (left == right) is (comparison.relation is Relation.EQUAL)
    scale = order_of(comparison) or ()
    return COMPARE[comparison.relation](scale.index(left), scale.index(right))
