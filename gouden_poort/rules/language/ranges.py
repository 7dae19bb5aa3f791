"""Between which numbers an expression can lie: for what can never be, and for what is too large.

Both evaluators count in 64 bits; `too_large` keeps every step of a calculation well inside them.
"""

from __future__ import annotations

from dataclasses import dataclass

from gouden_poort.rules.language.sorts import cells, decimals_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    FactValue,
    Lookup,
    Number,
    Operator,
    ParameterValue,
    Relation,
    Word,
)

EXACT_BELOW = 2**62
BOTH = (True, False)
UNBOUNDED = 10**12
"""What a fact without lowest or highest value is taken to reach at most, in whole units before the point."""


@dataclass(frozen=True, slots=True)
class Range:
    """From lowest to highest, both included, in units of the decimals."""

    lowest: int
    highest: int
    decimals: int

    def at(self, decimals: int) -> Range:
        """The same range with more decimals."""
        times = 10 ** (decimals - self.decimals)
        return Range(self.lowest * times, self.highest * times, decimals)

    @property
    def size(self) -> int:
        """The greatest distance from nought."""
        return max(abs(self.lowest), abs(self.highest))


def range_of(expression: Expression) -> Range:
    """The range of a number; each fact is taken by itself, so the true range may be narrower and is never wider."""
    match expression:
        case Number(units, decimals):
            return Range(units, units, decimals)
        case FactValue(fact):
            far = UNBOUNDED * 10**fact.decimals
            lowest = -far if fact.lowest is None else fact.lowest
            return Range(lowest, far if fact.highest is None else fact.highest, fact.decimals)
        case ParameterValue(parameter):
            values = [value for _, value in parameter.values] or [0]
            return Range(min(values), max(values), parameter.decimals)
        case Calculation(operator, left, right):
            return _calculated(operator, range_of(left), range_of(right))
        case Lookup():
            return _looked_up(expression)
        case Word():
            raise TypeError("a word has no range")


def _calculated(operator: Operator, left: Range, right: Range) -> Range:
    if operator is Operator.TIMES:
        ends = [a * b for a in (left.lowest, left.highest) for b in (right.lowest, right.highest)]
        return Range(min(ends), max(ends), left.decimals + right.decimals)
    decimals = max(left.decimals, right.decimals)
    left, right = left.at(decimals), right.at(decimals)
    match operator:
        case Operator.PLUS:
            return Range(left.lowest + right.lowest, left.highest + right.highest, decimals)
        case Operator.MINUS:
            return Range(left.lowest - right.highest, left.highest - right.lowest, decimals)
        case Operator.LEAST:
            return Range(min(left.lowest, right.lowest), min(left.highest, right.highest), decimals)
        case _:
            return Range(max(left.lowest, right.lowest), max(left.highest, right.highest), decimals)


def _looked_up(table: Lookup) -> Range:
    decimals = decimals_of(table)
    values = [cell.units * 10 ** (decimals - cell.decimals) for cell in cells(table) if isinstance(cell, Number)]
    values = values or [0]
    return Range(min(values), max(values), decimals)


def too_large(part: Calculation | Comparison) -> bool:
    """Whether the outcome, or a side brought to the decimals of the other, may leave what is counted exactly."""
    left, right = range_of(part.left), range_of(part.right)
    sizes = [left.size, right.size]
    if not (isinstance(part, Calculation) and part.operator is Operator.TIMES):
        decimals = max(left.decimals, right.decimals)
        sizes = [left.at(decimals).size, right.at(decimals).size]
    if isinstance(part, Calculation):
        sizes.append(range_of(part).size)
    return max(sizes) >= EXACT_BELOW


def answers_by_range(comparison: Comparison) -> tuple[bool, ...]:
    """What two numbers can answer as far as their ranges tell; both answers when some number has no limits."""
    if not _is_bounded(comparison.left) or not _is_bounded(comparison.right):
        return BOTH
    left, right = range_of(comparison.left), range_of(comparison.right)
    decimals = max(left.decimals, right.decimals)
    left, right = left.at(decimals), right.at(decimals)
    smaller, greater = left.lowest < right.highest, left.highest > right.lowest
    equal = left.lowest <= right.highest and left.highest >= right.lowest
    always_equal = not smaller and not greater
    can_be = {
        Relation.LESS: (smaller, left.highest >= right.lowest),
        Relation.AT_MOST: (left.lowest <= right.highest, greater),
        Relation.MORE: (greater, left.lowest <= right.highest),
        Relation.AT_LEAST: (left.highest >= right.lowest, smaller),
        Relation.EQUAL: (equal, not always_equal),
        Relation.DIFFERENT: (not always_equal, equal),
    }[comparison.relation]
    return tuple(answer for answer, possible in zip(BOTH, can_be, strict=True) if possible)


def _is_bounded(side: Expression) -> bool:
    """Whether every number in it has limits, and every table an answer for all."""
    match side:
        case FactValue(fact):
            return fact.lowest is not None and fact.highest is not None
        case Calculation(_, left, right):
            return _is_bounded(left) and _is_bounded(right)
        case Lookup():
            return side.otherwise is not None
        case _:
            return True
