"""Rules handed to a solver of formulas, for questions about all cases at once: can this ever be yes, and with that?

Facts are taken as known. Sets and skills are lists of yes/no questions, one for each word that any test mentions.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import z3

from gouden_poort.rules.book.rule import AllOf, AnyOf, Condition, Leaf, NotOf, Rule
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
    Number,
    OneOf,
    Operator,
    ParameterValue,
    Relation,
    Shares,
    Some,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Fact, Kind

Formula = Any
MEASURED = (Kind.NUMBER, Kind.MONEY)


class Formulas:
    """Rules on one day as formulas; what a fact can be is kept as conditions of its own."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._facts: dict[str, Formula] = {}
        self._words: dict[str, int] = {}
        self.bounds: list[Formula] = []

    def fires(self, rule: Rule) -> Formula:
        """Where the rule applies and its condition holds."""
        return z3.And(self.applies(rule), self.condition(rule.when))

    def passes(self, rule: Rule) -> Formula:
        """Where an admission lets someone in."""
        return z3.Or(z3.Not(self.applies(rule)), self.condition(rule.when))

    def applies(self, rule: Rule) -> Formula:
        return z3.BoolVal(True) if rule.only_if is None else self.condition(rule.only_if)

    def condition(self, condition: Condition) -> Formula:
        match condition:
            case Leaf(test=test):
                return self.test(test)
            case AllOf(parts=parts):
                return z3.And([self.condition(part) for part in parts])
            case AnyOf(parts=parts):
                return z3.Or([self.condition(part) for part in parts])
            case NotOf(part=part):
                return z3.Not(self.condition(part))

    def test(self, test: Test) -> Formula:  # noqa: PLR0911 - one answer for each form reads best
        match test:
            case Every(parts):
                return z3.And([self.test(part) for part in parts])
            case Some(parts):
                return z3.Or([self.test(part) for part in parts])
            case Negation(part):
                return z3.Not(self.test(part))
            case Truth(fact):
                return self._bool(fact.name)
            case OneOf(fact, words):
                return z3.Or([self.fact(fact) == self._place(fact, word) for word in words])
            case Contains(among, word):
                return self.has(among.name, word)
            case Comparison():
                return self._compared(test)
            case ContainsFact(among, item):
                return self._bool(f"{among.name} has {item.name}")
            case Covers(have, asked):
                return self._bool(f"{have.name} covers {asked.name}")
            case Shares(have, asked):
                return self._bool(f"{have.name} shares {asked.name}")
            case Empty(fact):
                return self._bool(f"{fact.name} is empty")

    def fact(self, fact: Fact) -> Formula:
        """A number, or the place of a word in the list of words."""
        if fact.name not in self._facts:
            known = self._facts[fact.name] = z3.Int(fact.name)
            if fact.kind in MEASURED:
                self.bounds += [known >= (fact.lowest or 0), known <= (fact.highest or 10**12)]
            elif fact.values:
                self.bounds += [known >= 0, known < len(fact.values)]
        return self._facts[fact.name]

    def has(self, fact: str, word: str) -> Formula:
        """A word being in a set."""
        return self._bool(f"{fact} has {word}")

    def is_so(self, fact: str) -> Formula:
        """A yes/no fact."""
        return self._bool(fact)

    def _bool(self, name: str) -> Formula:
        return self._facts.setdefault(name, z3.Bool(name))

    def _place(self, fact: Fact, word: str) -> int:
        return fact.values.index(word) if fact.values else self._words.setdefault(word, len(self._words))

    def _compared(self, comparison: Comparison) -> Formula:
        scale = next((side.fact for side in (comparison.left, comparison.right) if isinstance(side, FactValue)), None)
        (left, left_decimals), (right, right_decimals) = (
            self._value(side, scale) for side in (comparison.left, comparison.right)
        )
        decimals = max(left_decimals, right_decimals)
        left, right = left * 10 ** (decimals - left_decimals), right * 10 ** (decimals - right_decimals)
        match comparison.relation:
            case Relation.LESS:
                return left < right
            case Relation.AT_MOST:
                return left <= right
            case Relation.MORE:
                return left > right
            case Relation.AT_LEAST:
                return left >= right
            case Relation.EQUAL:
                return left == right
            case Relation.DIFFERENT:
                return left != right

    def _value(self, expression: Expression, scale: Fact | None) -> tuple[Formula, int]:
        """A value in whole units, and its decimals."""
        match expression:
            case Number(units, decimals):
                return z3.IntVal(units), decimals
            case Word(text):
                assert scale is not None
                return z3.IntVal(self._place(scale, text)), 0
            case FactValue(fact):
                return self.fact(fact), fact.decimals
            case ParameterValue(parameter):
                return z3.IntVal(parameter.on(self._day) or 0), parameter.decimals
            case Calculation():
                return self._calculated(expression)
            case Lookup(keys, cells, otherwise):
                assert otherwise is not None
                found, decimals = self._value(otherwise, scale)
                for places, cell in cells:
                    here = z3.And([self.fact(key) == self._key(key, at) for key, at in zip(keys, places, strict=True)])
                    found = z3.If(here, self._value(cell, scale)[0], found)
                return found, decimals

    def _key(self, fact: Fact, at: str | int) -> int:
        return at if isinstance(at, int) else self._place(fact, at)

    def _calculated(self, expression: Calculation) -> tuple[Formula, int]:
        (left, a), (right, b) = self._value(expression.left, None), self._value(expression.right, None)
        if expression.operator is Operator.TIMES:
            return left * right, a + b
        decimals = max(a, b)
        left, right = left * 10 ** (decimals - a), right * 10 ** (decimals - b)
        match expression.operator:
            case Operator.PLUS:
                return left + right, decimals
            case Operator.MINUS:
                return left - right, decimals
            case Operator.LEAST:
                return z3.If(left < right, left, right), decimals
            case _:
                return z3.If(left > right, left, right), decimals


def can_be(formulas: Formulas, *wanted: Formula) -> bool:
    """Whether some case makes all of it true."""
    solver = z3.Solver()
    solver.set("timeout", 20_000)
    solver.add(*formulas.bounds, *wanted)
    answer = solver.check()
    assert answer != z3.unknown, "the solver gave up; write the rule more simply"
    return bool(answer == z3.sat)
