"""What a scheme pays by itself, in cents, as its rule rounds."""

import pytest

from gouden_poort.rules.book.rule import Amount, Rounding
from gouden_poort.rules.case.amounts import amount_cents
from gouden_poort.rules.language.tree import Calculation, Expression, FactValue, Number, Operator, Truth
from gouden_poort.rules.language.words import Kind
from tests.rules.builders import DAY, a_fact, a_rule, a_scheme

HELPS = Truth(a_fact("person.employed", Kind.YES_NO))
COST = a_fact("offering.cost_eur", Kind.MONEY, unit="euro")
HALF = Calculation(Operator.TIMES, FactValue(COST), Number(5, 1))


def pays(expression: Expression, rounding: Rounding, cost: int | None = 1251) -> int | None:
    rule = a_scheme(HELPS, Amount(value=expression, round=rounding))
    return amount_cents(rule, {"offering.cost_eur": cost}, DAY)


@pytest.mark.parametrize(
    ("number", "down", "nearest", "cents"),
    [
        (Number(6255, 1), 62500, 62600, 62550),
        (Number(6254, 1), 62500, 62500, 62540),
        (Number(14719, 3), 1400, 1500, 1471),
        (Number(15), 1500, 1500, 1500),
        (Number(0), 0, 0, 0),
        (Number(-5), 0, 0, 0),
        (Number(-1, 1), 0, 0, 0),
    ],
)
def test_an_amount_is_rounded_as_the_rule_says_and_never_negative(
    number: Number, down: int, nearest: int, cents: int
) -> None:
    roundings = (Rounding.DOWN_TO_EURO, Rounding.NEAREST_EURO, Rounding.DOWN_TO_CENT)
    assert tuple(pays(number, rounding) for rounding in roundings) == (down, nearest, cents)


def test_half_of_an_uneven_price_is_exact() -> None:
    assert pays(HALF, Rounding.DOWN_TO_CENT) == 62550


def test_at_most_a_fixed_amount() -> None:
    assert pays(Calculation(Operator.LEAST, HALF, Number(500)), Rounding.DOWN_TO_EURO) == 50000


def test_an_amount_of_an_unknown_price_is_not_known() -> None:
    assert pays(HALF, Rounding.DOWN_TO_EURO, cost=None) is None


def test_help_in_kind_has_no_amount() -> None:
    assert amount_cents(a_scheme(HELPS), {}, DAY) is None


def test_a_rule_that_is_no_scheme_has_no_amount() -> None:
    assert amount_cents(a_rule(HELPS), {}, DAY) is None
