"""Which side a part of a formula is on: the person's, the catalogue's, or both; and numbers on their decimals."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    FactValue,
    Lookup,
    Number,
    Operator,
    ParameterValue,
    Test,
    Word,
)
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


def decimals_of(expression: Expression) -> int:  # noqa: PLR0911 - one answer for each form
    """How many places after the point its whole units have."""
    match expression:
        case Number():
            return expression.decimals
        case FactValue():
            return expression.fact.decimals
        case ParameterValue():
            return expression.parameter.decimals
        case Calculation(operator=Operator.TIMES):
            return decimals_of(expression.left) + decimals_of(expression.right)
        case Calculation():
            return max(decimals_of(expression.left), decimals_of(expression.right))
        case Lookup():
            cells = [cell for _, cell in expression.cells] + [expression.otherwise]
            return max((cell.decimals for cell in cells if isinstance(cell, Number)), default=0)
        case Word():
            return 0


def words_in(expression: Expression) -> Iterator[str]:
    """The words that are written in it."""
    match expression:
        case Word():
            yield expression.text
        case Lookup():
            cells = [cell for _, cell in expression.cells] + [expression.otherwise]
            yield from (cell.text for cell in cells if isinstance(cell, Word))
        case _:
            pass


def is_worded(comparison: Comparison) -> bool:
    """Whether it compares words, not numbers."""
    return any(fact_kind in (Kind.LEVEL, Kind.CHOICE) for fact_kind in _kinds(comparison)) or any(
        True for side in (comparison.left, comparison.right) for _ in words_in(side)
    )


def order_of(comparison: Comparison) -> tuple[str, ...] | None:
    """The words of the level that is compared, lowest first; None when choices are compared."""
    for side in (comparison.left, comparison.right):
        if isinstance(side, FactValue) and side.fact.kind is Kind.LEVEL:
            return side.fact.values
    return None


def _kinds(comparison: Comparison) -> Iterator[Kind]:
    for side in (comparison.left, comparison.right):
        if isinstance(side, FactValue):
            yield side.fact.kind
