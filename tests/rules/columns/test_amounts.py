"""What a scheme pays in every row."""

from __future__ import annotations

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from gouden_poort.rules.book.rule import Amount, Rounding
from gouden_poort.rules.case.amounts import cents
from gouden_poort.rules.columns.amounts import amounts
from gouden_poort.rules.language.tree import Calculation, FactValue, Number, Operator
from tests.rules.builders import DAY
from tests.rules.columns.tables import BUDGET, COST, a_table, numbers
from tests.rules.random_rules import random_case

HALF = Calculation(Operator.TIMES, FactValue(COST), Number(5, 1))


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        (Rounding.DOWN_TO_EURO, [0, 1, 50]),
        (Rounding.NEAREST_EURO, [1, 2, 50]),
        (Rounding.DOWN_TO_CENT, [0, 1, 50]),
    ],
)
def test_half_euros_go_where_the_rule_says(rounding: Rounding, expected: list[int]) -> None:
    euros, known = amounts(Amount(value=HALF, round=rounding), a_table(cost_eur=numbers(1, 3, 100)), {}, DAY)
    assert (euros.tolist(), known.tolist()) == (expected, [True] * 3)


def test_an_amount_below_zero_is_nothing() -> None:
    rest = Calculation(Operator.MINUS, FactValue(COST), FactValue(BUDGET))
    euros, _ = amounts(Amount(value=rest), a_table(cost_eur=numbers(10, 90)), {"person.budget_eur": 50}, DAY)
    assert euros.tolist() == [0, 40]


def test_an_amount_is_known_where_all_of_it_is_known() -> None:
    table = a_table(cost_eur=numbers(10, None))
    assert amounts(Amount(value=HALF), table, {}, DAY)[1].tolist() == [True, False]
    rest = Calculation(Operator.MINUS, FactValue(COST), FactValue(BUDGET))
    assert amounts(Amount(value=rest), table, {}, DAY)[1].tolist() == [False, False]


def test_nobody_can_change_an_amount_that_is_kept() -> None:
    euros, _ = amounts(Amount(value=HALF), a_table(cost_eur=numbers(10, 20)), {}, DAY)
    with pytest.raises(ValueError, match="read-only"):
        euros[0] = 1


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**48))
def test_amounts_agree_with_the_plain_reading(seed: int) -> None:
    note(f"random_case({seed}, rules=0, rows=20)")
    case = random_case(seed, rules=0, rows=20)
    euros, known = amounts(case.amount, case.table, case.person, case.day)
    plain = [cents(case.amount.value, case.facts(row), case.day, case.amount.round) for row in range(20)]
    assert [euro if is_known else None for euro, is_known in zip(euros.tolist(), known.tolist(), strict=True)] == [
        None if one is None else one // 100 for one in plain
    ]
