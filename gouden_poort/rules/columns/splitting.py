"""A comparison between the two sides, brought to `catalogue RELATION person`, so that each side is worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gouden_poort.rules.columns.sides import Side, side_of
from gouden_poort.rules.language.ranges import EXACT_BELOW, range_of
from gouden_poort.rules.language.reckoning import MIRRORED
from gouden_poort.rules.language.sorts import decimals_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    Lookup,
    Number,
    Operator,
    Relation,
)
from gouden_poort.rules.language.words import Subject

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
    decimals = max(decimals_of(term) for _, term in ours)
    if sum(range_of(term).at(decimals).size for _, term in ours) >= EXACT_BELOW:
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
