"""Tests of one person, the same for every row, as functions that are made once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gouden_poort.rules.columns.measuring import Get, aligned
from gouden_poort.rules.language.reckoning import COMPARE, covered
from gouden_poort.rules.language.sorts import decimals_of, order_of
from gouden_poort.rules.language.tree import (
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Every,
    Negation,
    OneOf,
    Shares,
    Some,
    Test,
    Truth,
)
from gouden_poort.rules.language.words import Fact

Ask = Callable[[Get], bool | None]


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
            return _reading_both(test.asked, test.have, covered)


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
    """As `kleene.every`, without a generator: it is asked for every person and every rule."""

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
    """As `kleene.some`, in the same way."""

    def ask(get: Get) -> bool | None:
        found: bool | None = False
        for part in parts:
            if answer := part(get):
                return True
            if answer is None:
                found = None
        return found

    return ask
