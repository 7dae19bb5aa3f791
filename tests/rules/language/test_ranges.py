"""The range of a calculation holds every value it can have, and tells when 64 bits would not."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import cast

from hypothesis import given, settings

from gouden_poort.rules.case.evaluating import value
from gouden_poort.rules.language.ranges import EXACT_BELOW, Range, range_of, too_large
from gouden_poort.rules.language.reading import read_expression
from gouden_poort.rules.language.sorts import decimals_of
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Expression,
    FactValue,
    Lookup,
    Number,
    Operator,
    Relation,
)
from gouden_poort.rules.language.walking import facts_in
from tests.rules.builders import a_fact, a_parameter, a_word_list
from tests.rules.language.samples import WORDS, fact, the
from tests.rules.language.trees import Trees

SMALL = a_word_list(
    a_fact("person.low", lowest=0, highest=3),
    a_fact("person.part", lowest=-2, highest=2, decimals=1),
    a_fact("offering.high", lowest=5, highest=7, decimals=2),
    parameters=(a_parameter("limit", {date(2026, 1, 1): -4}, decimals=1),),
)


@settings(max_examples=150)
@given(Trees(SMALL).numbers(""))
def test_every_value_lies_in_the_range_with_the_decimals_told(tree: Expression) -> None:
    facts = facts_in(tree)
    span = range_of(tree)
    for world in product(*(range(one.lowest or 0, (one.highest or 0) + 1) for one in facts)):
        names = [one.name for one in facts]
        units, decimals = cast("tuple[int, int]", value(tree, dict(zip(names, world, strict=True)), date(2026, 6, 1)))
        assert span.lowest <= units <= span.highest
        assert decimals == span.decimals == decimals_of(tree)


def test_a_fact_without_limits_is_taken_to_have_twelve_digits() -> None:
    assert range_of(read_expression("employer.anything_eur", WORDS)) == Range(-(10**12), 10**12, 0)


def test_a_fact_with_one_limit_keeps_that_one() -> None:
    assert range_of(FactValue(a_fact("person.debt", lowest=None, highest=5))) == Range(-(10**12), 5, 0)
    assert range_of(FactValue(a_fact("person.wealth", lowest=5, highest=None, decimals=2))) == Range(5, 10**14, 2)


def test_a_table_reaches_from_its_lowest_to_its_highest_cell() -> None:
    cells = (((1,), Number(3)), ((2,), Number(25, 1)))
    table = Lookup((fact("offering.niveau"),), cells, Number(10))
    assert range_of(table) == Range(25, 100, 1)


def test_what_comes_just_below_the_limit_is_not_too_large() -> None:
    sides = (Number(EXACT_BELOW - 1), Number(1))
    assert not too_large(Comparison(Relation.LESS, *sides))
    assert too_large(Calculation(Operator.PLUS, *sides))


def test_a_side_is_too_large_when_the_decimals_of_the_other_make_it_so() -> None:
    assert too_large(Comparison(Relation.LESS, the("employer.turnover_eur"), Number(1, 8)))
