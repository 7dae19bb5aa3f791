"""Tries a test in a made-up world where only some things are settled: enough to see what can be answered at all.

Not for judging a case: parameters have no day here, and a test over sets can be settled as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import cast

from gouden_poort.rules.language.kleene import every, opposite, some
from gouden_poort.rules.language.reckoning import CALCULATE, COMPARE
from gouden_poort.rules.language.sorts import order_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    Empty,
    Every,
    Expression,
    FactValue,
    Lookup,
    Negation,
    Number,
    OneOf,
    ParameterValue,
    Relation,
    Some,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Fact, Parameter

Exact = int | Fraction
Settled = bool | Exact | str
Variable = Fact | Parameter | Test
"""What can be settled; a Test is one that is answered as a whole."""
World = Mapping[Variable, Settled]


def exact(units: int, decimals: int) -> Exact:
    """A number without its decimals being fixed."""
    return Fraction(units, 10**decimals) if decimals else units


def tried(test: Test, world: World) -> bool | None:
    """The answer in this world; None when it depends on what is not settled, or on a cell that is not there."""
    match test:
        case Every(parts):
            return every(tried(part, world) for part in parts)
        case Some(parts):
            return some(tried(part, world) for part in parts)
        case Negation(part):
            return opposite(tried(part, world))
        case _:
            return _atom_tried(test, world)


def _atom_tried(atom: Test, world: World) -> bool | None:
    if atom in world:
        return world[atom] is True and not (isinstance(atom, Contains) and world.get(Empty(atom.among)) is True)
    match atom:
        case Truth(fact):
            return None if fact not in world else world[fact] is True
        case OneOf(fact, words):
            return None if fact not in world else world[fact] in words
        case Comparison():
            return _compared(atom, world)
        case _:
            return None


def _compared(comparison: Comparison, world: World) -> bool | None:
    left, right = value_in(comparison.left, world), value_in(comparison.right, world)
    if left is None or right is None:
        return None
    relation = comparison.relation
    if isinstance(left, str) and isinstance(right, str) and relation not in {Relation.EQUAL, Relation.DIFFERENT}:
        scale = order_of(comparison) or ()
        left, right = scale.index(left), scale.index(right)
    return COMPARE[relation](left, right)


def value_in(expression: Expression, world: World) -> Settled | None:  # noqa: PLR0911 - one answer for each form
    """What an expression is worth in this world; None as for a test."""
    match expression:
        case FactValue(named) | ParameterValue(named):
            return world.get(named)
        case Number(units, decimals):
            return exact(units, decimals)
        case Word(text):
            return text
        case Calculation(sign, first, second):
            left, right = value_in(first, world), value_in(second, world)
            if not isinstance(left, Exact) or not isinstance(right, Exact):
                return None
            return cast("Exact", CALCULATE[sign](left, right))
        case Lookup(keys, cells, otherwise):
            place = tuple(world.get(key) for key in keys)
            if None in place:
                return None
            cell = next((cell for at, cell in cells if at == place), otherwise)
            return None if cell is None else value_in(cell, world)
