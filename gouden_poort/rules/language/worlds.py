"""Which worlds must be tried to know everything that a test can answer: for each thing it reads a few telling values.

Where all values of a fact would be too many, the values around each limit it is compared with tell as much. What is
still too much is settled as a whole, as if it could be yes or no by itself: that can only hide a mistake in a rule and
never make one up.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import floor

from gouden_poort.rules.language.ranges import BOTH, answers_by_range
from gouden_poort.rules.language.reckoning import CALCULATE
from gouden_poort.rules.language.sorts import cells, sort_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Covers,
    Empty,
    Expression,
    FactValue,
    Lookup,
    Number,
    OneOf,
    ParameterValue,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.trying import Exact, Settled, Variable, exact
from gouden_poort.rules.language.walking import atoms, facts_in, parameters_in
from gouden_poort.rules.language.words import Fact, Kind, Parameter

MOST_VALUES = 256
"""A fact with no more values than this is tried with all of them."""
MOST_LIMITS = 64
Limits = frozenset[Exact] | None
"""What a fact is compared with; None: only all its values will do."""


def values_to_try(test: Test) -> dict[Variable, tuple[Settled, ...]]:
    """Everything a test depends on, with the values that together show all it can answer."""
    found: dict[Variable, tuple[Settled, ...]] = {}
    limits: dict[Fact, Limits] = {}
    for atom in sorted(dict.fromkeys(atoms(test)), key=lambda atom: not isinstance(atom, Empty)):
        needed, answers = _limits_needed(atom), _answers_as_a_whole(atom)
        if needed is None or len(answers) == 1:
            found[atom] = answers
            continue
        for fact, points in needed.items():
            before = limits.get(fact, frozenset())
            limits[fact] = None if points is None or before is None else before | points
            found[fact] = ()
        for parameter in parameters_in(atom):
            found[parameter] = _parameter_values(parameter)
    words = _words_said(test)
    for fact, points in limits.items():
        found[fact] = _fact_values(fact, points, words)
    return found


def _limits_needed(atom: Test) -> dict[Fact, Limits] | None:
    """The facts of a test and what each is compared with; None when it can only be settled as a whole."""
    match atom:
        case Truth(fact) | OneOf(fact, _):
            return {fact: None}
        case Comparison(_, left, right):
            needed = _around(left, right) or _around(right, left) or dict.fromkeys(facts_in(atom))
            return needed if all(points is not None or _is_small(fact) for fact, points in needed.items()) else None
        case _:
            return None


def _around(side: Expression, other: Expression) -> dict[Fact, Limits] | None:
    """What is needed when a number fact by itself is compared with something that has few values."""
    if not isinstance(side, FactValue) or not sort_of(side).is_number:
        return None
    points = _possible_numbers(other)
    if points is None:
        return None
    return {side.fact: points} | dict.fromkeys(facts_in(other))


def _possible_numbers(expression: Expression) -> frozenset[Exact] | None:
    """Every number that an expression without facts of its own can be, None when it has facts or too many values."""
    match expression:
        case Number(units, decimals):
            return frozenset({exact(units, decimals)})
        case ParameterValue(parameter):
            return frozenset(_parameter_values(parameter))
        case Lookup():
            return frozenset(exact(cell.units, cell.decimals) for cell in cells(expression) if isinstance(cell, Number))
        case Calculation(sign, first, second):
            left, right = _possible_numbers(first), _possible_numbers(second)
            if left is None or right is None or len(left) * len(right) > MOST_LIMITS:
                return None
            return frozenset(CALCULATE[sign](one, other) for one, other in product(left, right))
        case _:
            return None


def _parameter_values(parameter: Parameter) -> tuple[Exact, ...]:
    return tuple(dict.fromkeys(exact(units, parameter.decimals) for _, units in parameter.values))


def _is_small(fact: Fact) -> bool:
    if fact.kind in {Kind.LEVEL, Kind.CHOICE}:
        return fact.kind is Kind.CHOICE or bool(fact.values)
    return fact.lowest is not None and fact.highest is not None and fact.highest - fact.lowest < MOST_VALUES


def _fact_values(fact: Fact, points: Limits, words: tuple[str, ...]) -> tuple[Settled, ...]:
    if fact.kind is Kind.YES_NO:
        return BOTH
    if fact.kind in {Kind.LEVEL, Kind.CHOICE}:
        return fact.values or words
    if points is None and fact.lowest is not None and fact.highest is not None:
        return tuple(exact(units, fact.decimals) for units in range(fact.lowest, fact.highest + 1))
    return tuple(exact(units, fact.decimals) for units in sorted(_units_around(fact, points or frozenset())))


def _units_around(fact: Fact, points: frozenset[Exact]) -> set[int]:
    """Below, at and above each limit, as far as the fact can go; and its ends, for a limit outside them."""
    centres = [floor(Fraction(point) * 10**fact.decimals) for point in points]
    ends = {end for end in (fact.lowest, fact.highest) if end is not None}
    near = {centre + step for centre in centres for step in (-1, 0, 1)} | ends
    lowest = min(near) if fact.lowest is None else fact.lowest
    highest = max(near) if fact.highest is None else fact.highest
    return {units for units in near if lowest <= units <= highest}


def _words_said(test: Test) -> tuple[str, ...]:
    """For open choices: every word in sight, and for each of them one that nobody says."""
    said = {word for atom in atoms(test) for word in _words_in(atom)}
    unheard = {f"another word, {place}" for place, fact in enumerate(facts_in(test)) if not fact.values}
    return tuple(sorted(said | unheard))


def _words_in(atom: Test) -> Iterator[str]:
    for fact in facts_in(atom):
        yield from fact.values
    match atom:
        case OneOf(_, words):
            yield from words
        case Comparison(_, left, right):
            for side in (left, right):
                if isinstance(side, Word):
                    yield side.text
                elif isinstance(side, Lookup):
                    yield from (key for keys, _ in side.cells for key in keys if isinstance(key, str))
                    yield from (cell.text for cell in cells(side) if isinstance(cell, Word))
        case _:
            pass


def _answers_as_a_whole(atom: Test) -> tuple[bool, ...]:
    """The answers of a test as far as they show without trying."""
    if isinstance(atom, Covers) and atom.have is atom.asked:
        return (True,)
    if isinstance(atom, Comparison) and sort_of(atom.left).is_number:
        return answers_by_range(atom)
    return BOTH
