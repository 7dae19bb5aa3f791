"""The values of one fact that are worth trying to make a test answer otherwise.

What somebody has gained is kept: levels, papers, skills and a yes only grow. Nobody is told to unlearn or to give up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import cast

from gouden_poort.rules.case.evaluating import Atom, aligned, answer, value
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Expression,
    Lookup,
    Shares,
)
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Fact, Facts, Kind, Subject, Value


def can_change(fact: Fact) -> bool:
    """Whether somebody can do something about it: the person, or an employer."""
    return fact.changeable and fact.subject in (Subject.PERSON, Subject.EMPLOYER)


def effort_of(fact: Fact, before: Value, after: Value) -> int:
    """What bringing a fact from one value to another costs: its effort for each step between them."""
    return fact.effort * _steps(fact, before, after)


def candidates(atom: Atom, fact: Fact, facts: Facts, day: date) -> tuple[Value, ...]:
    """The values of a known fact that turn an atom about.

    When none does so alone and another changeable fact stands beside it, every value that may be part of the way.
    """
    trial = dict(facts)

    def answer_at(one: Value) -> bool | None:
        trial[fact.name] = one
        return answer(atom, trial, day)

    now = answer(atom, facts, day)
    possible = tuple(_possible(atom, fact, facts, day))
    turning = tuple(one for one in possible if answer_at(one) is not now)
    if turning:
        return turning
    beside = any(can_change(one) and facts.get(one.name) is not None for one in facts_in(atom) if one is not fact)
    return possible + _ends(fact, facts) if beside else ()


def _steps(fact: Fact, before: Value, after: Value) -> int:
    match fact.kind:
        case Kind.LEVEL:
            return abs(fact.values.index(cast("str", after)) - fact.values.index(cast("str", before)))
        case Kind.NUMBER | Kind.MONEY:
            one: int = 10**fact.decimals
            return -(-abs(cast("int", after) - cast("int", before)) // one)
        case Kind.SET:
            return len(cast("frozenset[str]", after) ^ cast("frozenset[str]", before))
        case Kind.SKILLS:
            held = cast("Mapping[str, int]", before)
            return sum(level - held.get(skill, 0) for skill, level in cast("Mapping[str, int]", after).items())
        case Kind.CHOICE | Kind.YES_NO:
            return int(before != after)


def _possible(atom: Atom, fact: Fact, facts: Facts, day: date) -> Iterable[Value]:
    now = facts[fact.name]
    match fact.kind:
        case Kind.LEVEL:
            return fact.values[fact.values.index(cast("str", now)) + 1 :]
        case Kind.CHOICE:
            return tuple(word for word in fact.values if word != now)
        case Kind.YES_NO:
            return () if now else (True,)
        case Kind.SET:
            return _grown(atom, fact, facts)
        case Kind.SKILLS:
            return _learned(atom, fact, facts)
        case Kind.NUMBER | Kind.MONEY:
            return _numbers(atom, fact, facts, day) if isinstance(atom, Comparison) else ()


def _grown(atom: Atom, fact: Fact, facts: Facts) -> Iterator[frozenset[str]]:
    """The set with what is missing: for `covers` all of it at once, else one word of those that would do."""
    held = cast("frozenset[str]", facts[fact.name])
    if isinstance(atom, Covers) and atom.have is fact:
        yield held | cast("frozenset[str]", facts.get(atom.asked.name) or frozenset())
        return
    for word in _words_that_count(atom, fact, facts):
        if word not in held:
            yield held | {word}


def _words_that_count(atom: Atom, fact: Fact, facts: Facts) -> Iterable[str]:
    match atom:
        case Contains(_, word):
            return (word,)
        case ContainsFact(_, item):
            known = cast("str | None", facts.get(item.name))
            return () if known is None else (known,)
        case Shares(have, asked):
            other = asked if have is fact else have
            return sorted(cast("frozenset[str]", facts.get(other.name) or frozenset()))
        case Empty() | Covers():
            return fact.values
        case _:
            return ()


def _learned(atom: Atom, fact: Fact, facts: Facts) -> Iterator[Mapping[str, int]]:
    """The skills with all that is asked, at its level."""
    asked = facts.get(atom.asked.name) if isinstance(atom, Covers) and atom.have is fact else None
    if asked:
        held = dict(cast("Mapping[str, int]", facts[fact.name]))
        for skill, level in cast("Mapping[str, int]", asked).items():
            held[skill] = max(level, held.get(skill, 0))
        yield held


def _numbers(comparison: Comparison, fact: Fact, facts: Facts, day: date) -> Iterator[int]:
    """The nearest numbers either way at which the two sides change order."""
    now, keys = cast("int", facts[fact.name]), tuple(_cell_keys(comparison.left, comparison.right, fact=fact))
    for end in _ends(fact, facts):
        if keys:
            yield from _cells(keys, now, end)
        else:
            yield from _crossings(_order(comparison, fact, facts, day), now, end)


def _ends(fact: Fact, facts: Facts) -> tuple[int, ...]:
    """How far a number can go, up and down; a bare number is a rung, such as a diploma level, and only goes up."""
    if fact.lowest is None or fact.highest is None:
        return ()
    only_rises = fact.kind is Kind.NUMBER and not fact.unit
    ends = (fact.highest,) if only_rises else (fact.highest, fact.lowest)
    return tuple(end for end in ends if end != facts[fact.name])


Order = Callable[[int], int | None]
"""-1, 0 or 1: how the left side stands to the right when the fact has this value."""


def _order(comparison: Comparison, fact: Fact, facts: Facts, day: date) -> Order:
    trial = dict(facts)

    def order(one: int) -> int | None:
        trial[fact.name] = one
        left, right = value(comparison.left, trial, day), value(comparison.right, trial, day)
        if not isinstance(left, tuple) or not isinstance(right, tuple):
            return None
        a, b, _ = aligned(left, right)
        return (a > b) - (a < b)

    return order


def _crossings(order: Order, now: int, end: int) -> Iterator[int]:
    """The first value after `now` with another order, and the first with yet another, as `<`, `==`, `>`."""
    while order(now) != order(end):
        same, other = now, end
        while abs(other - same) > 1:
            middle = (same + other) // 2
            same, other = (middle, other) if order(middle) == order(now) else (same, middle)
        yield other
        now = other


def _cells(keys: tuple[int, ...], now: int, end: int) -> Iterator[int]:
    """The values on the way that have a cell of their own, and the nearest one that has none."""
    way = range(now + 1, end + 1) if end > now else range(now - 1, end - 1, -1)
    yield from (key for key in dict.fromkeys(keys) if key in way)
    yield from islice((one for one in way if one not in keys), 1)


def _cell_keys(*expressions: Expression, fact: Fact) -> Iterator[int]:
    """The values of a number that have a cell of their own in a table: there nothing rises or falls."""
    for expression in expressions:
        match expression:
            case Lookup(keys, cells) if fact in keys:
                yield from (cast("int", cell_keys[keys.index(fact)]) for cell_keys, _ in cells)
            case Calculation(_, left, right):
                yield from _cell_keys(left, right, fact=fact)
            case _:
                pass
