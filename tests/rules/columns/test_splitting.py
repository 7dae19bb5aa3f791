"""A comparison of both sides brought to one side each."""

from __future__ import annotations

import pytest

from gouden_poort.rules.columns.splitting import split
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    FactValue,
    Number,
    Operator,
    Relation,
)
from gouden_poort.rules.language.words import Kind, Subject
from tests.rules.builders import a_fact
from tests.rules.columns.tables import AGE, BUDGET, COST, MIN_AGE

CATALOGUE = frozenset({Subject.OFFERING})
PERSON_SIDE, CATALOGUE_SIDE = FactValue(AGE), FactValue(MIN_AGE)
HUGE = a_fact("offering.huge", Kind.NUMBER, highest=2**61)


def plus(left: Expression, right: Expression) -> Expression:
    return Calculation(Operator.PLUS, left, right)


def minus(left: Expression, right: Expression) -> Expression:
    return Calculation(Operator.MINUS, left, right)


def test_what_is_the_person_s_goes_to_the_right() -> None:
    found = split(Comparison(Relation.AT_LEAST, PERSON_SIDE, CATALOGUE_SIDE), CATALOGUE)
    assert found is not None
    assert (found.catalogue, found.relation, found.person) == (CATALOGUE_SIDE, Relation.AT_MOST, PERSON_SIDE)


def test_a_term_that_crosses_over_changes_sign() -> None:
    found = split(Comparison(Relation.LESS, plus(CATALOGUE_SIDE, PERSON_SIDE), Number(40)), CATALOGUE)
    assert found is not None
    assert found.catalogue == CATALOGUE_SIDE
    assert found.person == plus(minus(Number(0), PERSON_SIDE), Number(40))


def test_terms_of_the_catalogue_on_both_sides_come_together() -> None:
    test = Comparison(Relation.LESS, minus(FactValue(COST), FactValue(BUDGET)), CATALOGUE_SIDE)
    found = split(test, CATALOGUE)
    assert found is not None
    assert found.catalogue == minus(FactValue(COST), CATALOGUE_SIDE)


@pytest.mark.parametrize("operator", [Operator.TIMES, Operator.LEAST, Operator.MOST])
def test_what_ties_the_sides_together_is_not_split(operator: Operator) -> None:
    tied = Calculation(operator, CATALOGUE_SIDE, PERSON_SIDE)
    assert split(Comparison(Relation.LESS, tied, Number(9)), CATALOGUE) is None


def test_a_sum_that_might_not_fit_when_it_is_turned_round_is_not_split() -> None:
    test = Comparison(Relation.LESS, minus(FactValue(HUGE), PERSON_SIDE), minus(Number(0), FactValue(HUGE)))
    assert split(test, CATALOGUE) is None
