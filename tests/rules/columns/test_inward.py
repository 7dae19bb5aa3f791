"""A rule as one formula with `not` at the leaves."""

from __future__ import annotations

from datetime import date

from gouden_poort.rules.book.rule import AllOf, RuleKind
from gouden_poort.rules.columns.inward import NEVER_KNOWN, formula, inward
from gouden_poort.rules.language.tree import (
    Comparison,
    Every,
    FactValue,
    Negation,
    Number,
    ParameterValue,
    Relation,
    Some,
    Truth,
)
from tests.rules.builders import DAY, a_leaf, a_parameter, a_rule, compared
from tests.rules.columns.tables import AGE, MIN_AGE, ONLINE

ADULT = compared(AGE, ">=", 18)
MINOR = compared(AGE, "<", 18)
BORDER = a_parameter("border", {date(2026, 1, 1): 18, date(2027, 1, 1): 21})


def test_not_over_all_becomes_any_of_the_opposites() -> None:
    assert inward(Negation(Every((ADULT, Truth(ONLINE)))), DAY) == Some((MINOR, Negation(Truth(ONLINE))))


def test_two_negations_are_none() -> None:
    assert inward(Negation(Negation(Truth(ONLINE))), DAY) == Truth(ONLINE)


def test_nested_nodes_of_one_kind_become_one_and_each_part_stands_once() -> None:
    online = Truth(ONLINE)
    assert inward(Every((Every((ADULT, online)), online)), DAY) == Every((ADULT, online))


def test_a_parameter_is_the_number_of_the_day() -> None:
    test = Comparison(Relation.AT_LEAST, FactValue(AGE), ParameterValue(BORDER))
    assert inward(test, date(2026, 12, 31)) == ADULT
    assert inward(test, date(2027, 1, 1)) == compared(AGE, ">=", Number(21))


def test_a_parameter_before_its_first_value_is_never_known() -> None:
    test = Comparison(Relation.AT_LEAST, FactValue(AGE), ParameterValue(BORDER))
    assert inward(test, date(2025, 12, 31)) == compared(AGE, ">=", NEVER_KNOWN)


def test_an_admission_passes_where_it_does_not_apply() -> None:
    rule = a_rule(AllOf(parts=(a_leaf(ADULT), a_leaf(compared(MIN_AGE, "<", 9)))), only_if=Truth(ONLINE))
    assert formula(rule, DAY) == Some((Negation(Truth(ONLINE)), Every((ADULT, compared(MIN_AGE, "<", 9)))))


def test_advice_is_said_only_where_it_applies() -> None:
    rule = a_rule(ADULT, only_if=Truth(ONLINE), kind=RuleKind.ADVICE)
    assert formula(rule, DAY) == Every((Truth(ONLINE), ADULT))
