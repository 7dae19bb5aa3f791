"""Reads the values inside a test: facts, parameters, numbers, words and what is calculated with them."""

from __future__ import annotations

import ast

from gouden_poort.rules.language.comparing import Placed, calculated
from gouden_poort.rules.language.faults import TextFault, Unreadable
from gouden_poort.rules.language.gathering import each
from gouden_poort.rules.language.guessing import likely
from gouden_poort.rules.language.numbers import number, number_expected
from gouden_poort.rules.language.parsing import Source
from gouden_poort.rules.language.spelling import shown
from gouden_poort.rules.language.tree import Expression, FactValue, Number, Operator, ParameterValue, Word
from gouden_poort.rules.language.words import Fact, WordList

TEST_CALLS = ("covers", "shares", "empty")
VALUE_CALLS = {"min": Operator.LEAST, "max": Operator.MOST}
_SIGNS: dict[type[ast.operator], Operator] = {
    ast.Add: Operator.PLUS,
    ast.Sub: Operator.MINUS,
    ast.Mult: Operator.TIMES,
}


class ValueReader:
    """Reads the nodes of one text; each method raises Unreadable with all that is wrong in its node."""

    def __init__(self, source: Source, words: WordList) -> None:
        self.source = source
        self.words = words

    def value(self, node: ast.expr) -> Placed:
        """The value that a node writes, with its place."""
        return Placed(self._expression(node), self.source.offset(node))

    def _expression(self, node: ast.expr) -> Expression:
        match node:
            case ast.Attribute():
                value: Expression = FactValue(self.fact(node))
            case ast.Name():
                value = self._parameter(node)
            case ast.Constant(value=str()):
                value = Word(self.word(node))
            case ast.Constant():
                value = self._number(node)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant() as digits) if not isinstance(digits.value, str):
                plain = self._number(digits)
                value = Number(-plain.units, plain.decimals)
            case ast.BinOp():
                value = self._sum(node)
            case ast.Call():
                value = self._least_or_most(node)
            case _:
                raise self.refused(node, _instead(node))
        return value

    def fact(self, node: ast.expr) -> Fact:
        """The fact that a name with one dot names."""
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
            guess = likely(node.id, self.words.facts) if isinstance(node, ast.Name) else ""
            raise self.refused(node, "a fact: its subject, a dot and its name, such as person.age", guess)
        name = f"{node.value.id}.{node.attr}"
        if name not in self.words.facts:
            raise self._unknown(node, f"fact {name}", "a fact of the word list", likely(name, self.words.facts))
        return self.words.facts[name]

    def word(self, node: ast.expr) -> str:
        """The word between quotes that a node writes: one word in one pair, without what Python puts in front."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            word = node.value
            if self.source.written(node) in {f"'{word}'", f'"{word}"'}:
                return word
        guess = f"'{node.id}'" if isinstance(node, ast.Name) else ""
        raise self.refused(node, "one word between quotes, such as 'B1'", guess)

    def arguments(self, node: ast.Call, name: str, count: int) -> list[ast.expr]:
        """The arguments of a call that has exactly so many, all plain."""
        if node.keywords or len(node.args) != count or any(isinstance(part, ast.Starred) for part in node.args):
            raise self.refused(node, f"{name} of exactly {'one value' if count == 1 else f'{count} values'}")
        return node.args

    def called(self, node: ast.Call, known: tuple[str, ...]) -> str:
        """The name in front of the brackets, when it is one of those known."""
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in known:
            raise self.refused(node.func, f"one of {', '.join(known)} in front of brackets", likely(name, known))
        return name

    def refused(self, node: ast.expr, expected: str, guess: str = "") -> Unreadable:
        """That this node does not belong where it stands."""
        return self._at(node, shown(self.source.written(node)), expected, guess)

    def _unknown(self, node: ast.expr, found: str, expected: str, guess: str) -> Unreadable:
        return self._at(node, shown(f"unknown {found}"), expected, guess)

    def _at(self, node: ast.expr, found: str, expected: str, guess: str) -> Unreadable:
        return Unreadable([TextFault(offset=self.source.offset(node), found=found, expected=expected, guess=guess)])

    def _parameter(self, node: ast.Name) -> ParameterValue:
        parameter = self.words.parameters.get(node.id)
        if parameter is None:
            expected = "a parameter, a fact, or a word between quotes"
            raise self._unknown(node, f"name {node.id}", expected, self._meant(node.id))
        return ParameterValue(parameter)

    def _meant(self, name: str) -> str:
        """A word without quotes, a fact without its subject, or a parameter with a typing error."""
        if any(name in fact.values for fact in self.words.facts.values()):
            return f"'{name}'"
        return likely(name, [*self.words.parameters, *self.words.facts])

    def _number(self, node: ast.Constant) -> Number:
        """Numbers come from the text itself: a binary fraction would have lost what was written."""
        written = self.source.written(node)
        exact = number(written)
        if exact is None:
            raise self.refused(node, number_expected(written))
        return exact

    def _sum(self, node: ast.BinOp) -> Expression:
        operator = _SIGNS.get(type(node.op))
        if operator is None:
            raise self.refused(node, "+, - or *; write * 0.5 instead of / 2")
        return calculated(operator, *each(self.value, (node.left, node.right)))

    def _least_or_most(self, node: ast.Call) -> Expression:
        if isinstance(node.func, ast.Name) and node.func.id in TEST_CALLS:
            raise self.refused(node, f"a value; {node.func.id} answers yes or no and stands by itself")
        name = self.called(node, tuple(VALUE_CALLS))
        return calculated(VALUE_CALLS[name], *each(self.value, self.arguments(node, name, 2)))


def _instead(node: ast.expr) -> str:
    """What to write in the place of something that has no value."""
    match node:
        case ast.BoolOp() | ast.Compare() | ast.UnaryOp(op=ast.Not()):
            return "a value; a test answers yes or no and does not reckon or compare"
        case ast.UnaryOp(op=ast.USub()):
            return "0 - in front of it: a minus sign stands only before a number"
        case ast.UnaryOp():
            return "the value without a sign in front"
        case ast.List():
            return "one value; a list stands only after in"
        case _:
            return "a form from the table of tests in docs/rules.md"
