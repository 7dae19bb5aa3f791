"""The condition of a rule as one formula in which `not` stands at the leaves only.

Kleene's answers obey De Morgan, and a comparison with something unknown stays unknown when it is turned round; so this
changes no answer. It saves every NOT over bitmaps, and with it the masking of the bits after the last row.
"""

from __future__ import annotations

from datetime import date

from gouden_poort.rules.book.rule import MUST_HOLD, Rule, as_test
from gouden_poort.rules.language.reckoning import OPPOSITE
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Every,
    Expression,
    FactValue,
    Negation,
    Number,
    ParameterValue,
    Some,
    Test,
)
from gouden_poort.rules.language.words import Fact, Kind, Wording

NEVER_KNOWN = Fact(name="person.", kind=Kind.NUMBER, wording=Wording(nl="", en=""))
"""Stands for a parameter before its first value: no case can tell a fact without a name."""


def formula(rule: Rule, day: date) -> Test:
    """What must hold for the rule to pass, or for it to be said; parameters are the numbers of the day."""
    when = inward(as_test(rule.when), day)
    if rule.only_if is None:
        return when
    only_if = as_test(rule.only_if)
    if rule.kind in MUST_HOLD:
        return _flat(Some, (inward(only_if, day, positive=False), when))
    return _flat(Every, (inward(only_if, day), when))


def inward(test: Test, day: date, *, positive: bool = True) -> Test:
    """The same test, or its negation, with `not` at the leaves and no part twice."""
    match test:
        case Negation():
            return inward(test.part, day, positive=not positive)
        case Every() | Some():
            parts = tuple(inward(part, day, positive=positive) for part in test.parts)
            return _flat(Every if isinstance(test, Every) is positive else Some, parts)
        case Comparison():
            relation = test.relation if positive else OPPOSITE[test.relation]
            return Comparison(relation, on_day(test.left, day), on_day(test.right, day))
        case _:
            return test if positive else Negation(test)


def on_day(expression: Expression, day: date) -> Expression:
    """The expression with the parameters filled in."""
    match expression:
        case ParameterValue():
            value = expression.parameter.on(day)
            return FactValue(NEVER_KNOWN) if value is None else Number(value, expression.parameter.decimals)
        case Calculation():
            return Calculation(expression.operator, on_day(expression.left, day), on_day(expression.right, day))
        case _:
            return expression


def _flat(kind: type[Every] | type[Some], parts: tuple[Test, ...]) -> Test:
    """A node without nodes of its own kind below it, and with each part once."""
    flat: dict[Test, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, kind) else (part,)))
    return next(iter(flat)) if len(flat) == 1 else kind(tuple(flat))
