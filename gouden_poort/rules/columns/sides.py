"""Which side a part of a formula is on: the person's, the catalogue's, or both; and whether it is about words."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from gouden_poort.rules.language.sorts import cells
from gouden_poort.rules.language.tree import Comparison, Expression, FactValue, Lookup, Test, Word
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Kind, Subject


class Side(Enum):
    """Whose facts a part reads."""

    PERSON = "person"
    """Of nobody else: one answer for all rows. A part without facts too."""
    CATALOGUE = "catalogue"
    MIXED = "mixed"


def side_of(part: Test | Expression, catalogue: frozenset[Subject]) -> Side:
    """The side of a part, given whom the catalogue is about."""
    found = {fact.subject in catalogue for fact in facts_in(part)}
    if found == {True}:
        return Side.CATALOGUE
    return Side.MIXED if len(found) == 2 else Side.PERSON


def words_in(expression: Expression) -> Iterator[str]:
    """The words that are written in it."""
    match expression:
        case Word():
            yield expression.text
        case Lookup():
            yield from (cell.text for cell in cells(expression) if isinstance(cell, Word))
        case _:
            pass


def is_worded(comparison: Comparison) -> bool:
    """Whether it compares words, not numbers."""
    return any(fact_kind in (Kind.LEVEL, Kind.CHOICE) for fact_kind in _kinds(comparison)) or any(
        True for side in (comparison.left, comparison.right) for _ in words_in(side)
    )


def _kinds(comparison: Comparison) -> Iterator[Kind]:
    for side in (comparison.left, comparison.right):
        if isinstance(side, FactValue):
            yield side.fact.kind
