"""What a scheme pays in one case, in whole cents."""

from __future__ import annotations

from datetime import date
from typing import cast

from gouden_poort.rules.book.rule import Rounding, Rule
from gouden_poort.rules.case.evaluating import Quantity, value
from gouden_poort.rules.language.tree import Expression
from gouden_poort.rules.language.words import Facts


def amount_cents(rule: Rule, facts: Facts, day: date) -> int | None:
    """What the amount of a rule comes to, rounded as it says, never below zero; None: none, or not known."""
    amount = rule.scheme.amount if rule.scheme else None
    return None if amount is None else cents(amount.value, facts, day, amount.round)


def cents(expression: Expression, facts: Facts, day: date, rounding: Rounding = Rounding.DOWN_TO_CENT) -> int | None:
    """A sum of euros in cents; None when not known."""
    known = cast("Quantity | None", value(expression, facts, day))
    if known is None:
        return None
    units, decimals = max(known[0], 0), known[1]
    one: int = 10**decimals
    match rounding:
        case Rounding.DOWN_TO_EURO:
            return units // one * 100
        case Rounding.NEAREST_EURO:
            return (2 * units + one) // (2 * one) * 100
        case Rounding.DOWN_TO_CENT:
            return units * 100 // one
