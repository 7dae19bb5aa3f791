"""Reads a test or an expression of one line: text in, typed tree out, or every fault with its place."""

from __future__ import annotations

import ast
from itertools import pairwise

from gouden_poort.rules.language.comparing import Placed, compared
from gouden_poort.rules.language.faults import Unreadable
from gouden_poort.rules.language.gathering import each
from gouden_poort.rules.language.memberships import MembershipReader
from gouden_poort.rules.language.parsing import parsed
from gouden_poort.rules.language.tree import Every, Expression, FactValue, Negation, Relation, Some, Test, Truth
from gouden_poort.rules.language.values import TEST_CALLS, VALUE_CALLS, ValueReader
from gouden_poort.rules.language.words import Kind, WordList

_RELATIONS: dict[type[ast.cmpop], Relation] = {
    ast.Lt: Relation.LESS,
    ast.LtE: Relation.AT_MOST,
    ast.Gt: Relation.MORE,
    ast.GtE: Relation.AT_LEAST,
    ast.Eq: Relation.EQUAL,
    ast.NotEq: Relation.DIFFERENT,
}

_WAYS: tuple[set[type[ast.cmpop]], ...] = ({ast.Lt, ast.LtE}, {ast.Gt, ast.GtE}, {ast.Eq})
"""Comparisons that people read as one when they stand in a row; by itself any other may stand too."""


def read_test(text: str, words: WordList) -> Test:
    """The test that a text says; raises Unreadable with every fault."""
    source = parsed(text)
    return _TestReader(source, words).test(source.body)


def read_expression(text: str, words: WordList) -> Expression:
    """The number, amount, level or choice that a text says; raises Unreadable with every fault."""
    source = parsed(text)
    placed = ValueReader(source, words).value(source.body)
    if placed.sort.kind not in {Kind.NUMBER, Kind.LEVEL, Kind.CHOICE}:
        raise Unreadable([placed.fault("a number, an amount, a level or a choice")])
    return placed.value


class _TestReader(MembershipReader):
    def test(self, node: ast.expr) -> Test:
        match node:
            case ast.BoolOp(op=ast.And(), values=parts):
                return Every(tuple(each(self.test, parts)))
            case ast.BoolOp(values=parts):
                return Some(tuple(each(self.test, parts)))
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return Negation(self.test(part))
            case ast.Compare():
                return self._compared(node)
            case ast.Call() if self.called(node, (*TEST_CALLS, *VALUE_CALLS)) in TEST_CALLS:
                return self.asked_of_sets(node)
            case _:
                return self._truth(node)

    def _truth(self, node: ast.expr) -> Test:
        """A yes/no fact; anything else with a value needs something to be compared with."""
        placed = self.value(node)
        if isinstance(placed.value, FactValue) and placed.sort.kind is Kind.YES_NO:
            return Truth(placed.value.fact)
        raise Unreadable([placed.fault(_with_what(placed))])

    def _compared(self, node: ast.Compare) -> Test:
        if any(isinstance(op, ast.In | ast.NotIn) for op in node.ops):
            return self.membership(node)
        if any(type(op) not in _RELATIONS for op in node.ops):
            raise self.refused(node, "one of <, <=, >, >=, ==, != or in")
        if len(node.ops) > 1 and not any({type(op) for op in node.ops} <= way for way in _WAYS):
            raise self.refused(node, "a row of comparisons in one direction, such as 18 <= person.age < 27")
        sides = each(self.value, (node.left, *node.comparators))
        parts = each(_comparison, zip(node.ops, pairwise(sides), strict=True))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))


def _comparison(part: tuple[ast.cmpop, tuple[Placed, Placed]]) -> Test:
    sign, (left, right) = part
    return compared(_RELATIONS[type(sign)], left, right)


def _with_what(placed: Placed) -> str:
    """What makes a test of a value that stands by itself."""
    match placed.sort.kind:
        case Kind.NUMBER:
            return "a comparison: a number by itself is neither yes nor no"
        case Kind.LEVEL:
            return "a comparison with a word, such as >= 'B1'"
        case Kind.CHOICE:
            return "a comparison with a word, or in with a list of words"
        case None:
            return "a comparison: a word by itself is neither yes nor no"
        case _:
            return "'a word' in it, covers, shares or empty"
