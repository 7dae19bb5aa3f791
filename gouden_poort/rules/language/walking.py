"""Walks over a typed tree: which facts and parameters it reads."""

from __future__ import annotations

from collections.abc import Iterator

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
    OneOf,
    ParameterValue,
    Shares,
    Some,
    Test,
    Truth,
)
from gouden_poort.rules.language.words import Fact, Parameter


def facts_in(tree: Test | Expression) -> tuple[Fact, ...]:
    """The facts a test or expression reads, each once, in order of first mention."""
    return tuple(dict.fromkeys(name for name in _names(tree) if isinstance(name, Fact)))


def parameters_in(tree: Test | Expression) -> tuple[Parameter, ...]:
    """The parameters a test or expression reads, each once, in order of first mention."""
    return tuple(dict.fromkeys(name for name in _names(tree) if isinstance(name, Parameter)))


def atoms(test: Test) -> Iterator[Test]:
    """The tests within a test that are no and, or, or not."""
    match test:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from atoms(part)
        case Negation(part):
            yield from atoms(part)
        case _:
            yield test


def _names(tree: Test | Expression) -> Iterator[Fact | Parameter]:
    match tree:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _names(part)
        case Negation(part):
            yield from _names(part)
        case Comparison(_, left, right) | Calculation(_, left, right):
            yield from _names(left)
            yield from _names(right)
        case FactValue(fact) | Truth(fact) | Empty(fact) | OneOf(fact, _) | Contains(fact, _):
            yield fact
        case ContainsFact(among, item):
            yield from (item, among)
        case Covers(have, asked) | Shares(have, asked):
            yield from (have, asked)
        case ParameterValue(parameter):
            yield parameter
        case Lookup(keys, _, _):
            yield from keys
