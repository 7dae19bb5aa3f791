"""A comparison between the two sides, brought to `catalogue RELATION person`, so that each side is worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouden_poort.rules.columns.sides import Side, decimals_of, side_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    FactValue,
    Lookup,
    Number,
    Operator,
    Relation,
)
from gouden_poort.rules.language.words import Subject

MIRRORED = {
    Relation.LESS: Relation.MORE,
    Relation.AT_MOST: Relation.AT_LEAST,
    Relation.MORE: Relation.LESS,
    Relation.AT_LEAST: Relation.AT_MOST,
    Relation.EQUAL: Relation.EQUAL,
    Relation.DIFFERENT: Relation.DIFFERENT,
}
ROOM = 2**62
Term = tuple[int, Expression]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """`catalogue RELATION person`, each with facts of its own side only."""

    catalogue: Expression
    relation: Relation
    person: Expression


def split(test: Comparison, catalogue: frozenset[Subject]) -> Split | None:
    """The two sides apart; None where a product or a smaller-of-two ties them together."""
    ours: list[Term] = []
    theirs: list[Term] = []
    for sign, term in (*_terms(test.left, 1), *_terms(test.right, -1)):
        side = side_of(term, catalogue)
        if side is Side.MIXED:
            return None
        if side is Side.CATALOGUE:
            ours.append((sign, term))
        else:
            theirs.append((-sign, term))
    if sum(_reach(term) * 10 ** (_decimals(ours) - decimals_of(term)) for _, term in ours) >= ROOM:
        return None
    relation = test.relation
    if ours[0][0] < 0:
        ours, theirs = [(-sign, term) for sign, term in ours], [(-sign, term) for sign, term in theirs]
        relation = MIRRORED[relation]
    return Split(catalogue=_sum(ours), relation=relation, person=_sum(theirs))


def mixed_tables(expression: Expression, catalogue: frozenset[Subject]) -> Iterator[Lookup]:
    """Tables with keys of both sides."""
    match expression:
        case Lookup():
            if side_of(expression, catalogue) is Side.MIXED:
                yield expression
        case Calculation():
            yield from mixed_tables(expression.left, catalogue)
            yield from mixed_tables(expression.right, catalogue)
        case _:
            pass


def replaced(expression: Expression, old: Expression, new: Expression) -> Expression:
    """The expression with one part exchanged for another."""
    if expression == old:
        return new
    if isinstance(expression, Calculation):
        left, right = replaced(expression.left, old, new), replaced(expression.right, old, new)
        return Calculation(expression.operator, left, right)
    return expression


def _terms(expression: Expression, sign: int) -> Iterator[Term]:
    match expression:
        case Calculation(operator=Operator.PLUS):
            yield from _terms(expression.left, sign)
            yield from _terms(expression.right, sign)
        case Calculation(operator=Operator.MINUS):
            yield from _terms(expression.left, sign)
            yield from _terms(expression.right, -sign)
        case _:
            yield sign, expression


def _sum(terms: list[Term]) -> Expression:
    """Added up again, from the left; a number for nothing, only where it cannot be left out."""
    sign, whole = terms[0]
    if sign < 0:
        whole = Calculation(Operator.MINUS, Number(0), whole)
    for sign, term in terms[1:]:
        whole = Calculation(Operator.PLUS if sign > 0 else Operator.MINUS, whole, term)
    return whole


def _decimals(terms: list[Term]) -> int:
    return max(decimals_of(term) for _, term in terms)


def _reach(expression: Expression) -> int:
    """How far from nought its whole units can be."""
    match expression:
        case Number():
            return abs(expression.units)
        case FactValue():
            return max(abs(expression.fact.lowest or 0), abs(expression.fact.highest or 0))
        case Calculation(operator=Operator.TIMES):
            return _reach(expression.left) * _reach(expression.right)
        case Calculation():
            decimals = decimals_of(expression)
            return sum(
                _reach(side) * 10 ** (decimals - decimals_of(side)) for side in (expression.left, expression.right)
            )
        case Lookup():
            decimals = decimals_of(expression)
            cells = [cell for _, cell in expression.cells] + [expression.otherwise]
            numbers = [cell for cell in cells if isinstance(cell, Number)]
            return max((abs(cell.units) * 10 ** (decimals - cell.decimals) for cell in numbers), default=0)
        case _:
            return 0
