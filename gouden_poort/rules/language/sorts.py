"""What sort of value an expression has: its kind, its unit, its words in order and its decimals."""

from __future__ import annotations

from dataclasses import dataclass

from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    FactValue,
    Lookup,
    Number,
    Operator,
    ParameterValue,
    Word,
)
from gouden_poort.rules.language.words import Fact, Kind


@dataclass(frozen=True, slots=True)
class Sort:
    """Money and numbers are one kind here: their units keep them apart."""

    kind: Kind | None
    """None: a word as written, which is a level or a choice only beside a fact."""
    unit: str | None = None
    """Of a number; empty for a bare one; None for a number as written, which takes the unit of what it meets."""
    values: tuple[str, ...] = ()
    """The words of a level or choice; empty when it is open."""

    @property
    def is_number(self) -> bool:
        """Whether it can be reckoned with; money too."""
        return self.kind is Kind.NUMBER


def sort_of(expression: Expression) -> Sort:
    """The sort of an expression whose parts fit together."""
    match expression:
        case FactValue(fact):
            return sort_of_fact(fact)
        case ParameterValue(parameter):
            return Sort(Kind.NUMBER, parameter.unit)
        case Calculation(_, left, right):
            return Sort(Kind.NUMBER, joint_unit(sort_of(left).unit, sort_of(right).unit))
        case Number():
            return Sort(Kind.NUMBER)
        case Word():
            return Sort(None)
        case Lookup():
            return Sort(Kind.NUMBER) if all(isinstance(cell, Number) for cell in cells(expression)) else Sort(None)


def sort_of_fact(fact: Fact) -> Sort:
    """The sort of the value of a fact."""
    if fact.kind in {Kind.NUMBER, Kind.MONEY}:
        return Sort(Kind.NUMBER, fact.unit)
    return Sort(fact.kind, values=fact.values)


def joint_unit(left: str | None, right: str | None) -> str | None:
    """The unit of two numbers taken together, once it is sure that they may be."""
    return left if right is None else left or right


def cells(table: Lookup) -> tuple[Number | Word, ...]:
    """Everything a table can answer."""
    inside = tuple(cell for _, cell in table.cells)
    return inside if table.otherwise is None else (*inside, table.otherwise)


def decimals_of(expression: Expression) -> int:
    """How many places after the point the value of a number has, known before any fact is."""
    match expression:
        case FactValue(named) | ParameterValue(named):
            return named.decimals
        case Number(_, decimals):
            return decimals
        case Calculation(operator, left, right):
            sides = (decimals_of(left), decimals_of(right))
            return sum(sides) if operator is Operator.TIMES else max(sides)
        case Lookup():
            return max((decimals_of(cell) for cell in cells(expression)), default=0)
        case Word():
            return 0


def order_of(comparison: Comparison) -> tuple[str, ...] | None:
    """The words of the level that is compared, lowest first; None when no level is."""
    for side in (comparison.left, comparison.right):
        if isinstance(side, FactValue) and side.fact.kind is Kind.LEVEL:
            return side.fact.values
    return None
