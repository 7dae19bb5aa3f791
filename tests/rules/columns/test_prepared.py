"""One person against every row."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.rules.book.rule import Period, Rule, RuleKind
from gouden_poort.rules.columns import ranked
from gouden_poort.rules.columns import sets as sets_module
from gouden_poort.rules.columns.prepared import prepare
from gouden_poort.rules.columns.table import Column
from gouden_poort.rules.language.reckoning import COMPARE
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    ContainsFact,
    Covers,
    Empty,
    FactValue,
    Lookup,
    Negation,
    Number,
    Operator,
    ParameterValue,
    Relation,
    Test,
    Word,
)
from gouden_poort.rules.language.words import Facts
from tests.rules.builders import DAY, a_parameter, a_rule, compared
from tests.rules.columns.tables import (
    AGE,
    ASKED,
    BUDGET,
    CEFR,
    COST,
    GROUPS,
    MIN_AGE,
    MIN_CEFR,
    SECTOR,
    SKILLS,
    WISHES,
    a_table,
    levels,
    numbers,
    sets,
    words,
)

YES, NO, UNKNOWN = True, False, None


def answers(test: Test, person: Facts, day: date = DAY, **columns: Column) -> list[bool | None]:
    """What the test says in each row."""
    judged = prepare([a_rule(test)], a_table(**columns)).judge(person, day)
    both = zip(judged.surely("example.rule").tolist(), judged.possibly("example.rule").tolist(), strict=True)
    return [surely if surely == possibly else UNKNOWN for surely, possibly in both]


@pytest.fixture(params=[128, 2, 0], autouse=True)
def _every_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything here holds with all bitmaps made beforehand, with some of them, and with none."""
    monkeypatch.setattr(ranked, "FEW", request.param)
    monkeypatch.setattr(sets_module, "FEW", request.param)


def test_a_number_is_held_against_each_row() -> None:
    found = answers(compared(AGE, ">=", MIN_AGE), {"person.age": 18}, min_age=numbers(16, 18, 21, None))
    assert found == [YES, YES, NO, UNKNOWN]


@pytest.mark.parametrize("relation", ["<", "<=", ">", ">=", "==", "!="])
@pytest.mark.parametrize("age", [-1, 0, 5, 6, 13, 37, 50, 99])
def test_every_place_among_many_values_is_found(relation: str, age: int) -> None:
    rows = [7 * i % 50 for i in range(100)]
    found = answers(compared(MIN_AGE, relation, AGE), {"person.age": age}, min_age=numbers(*rows))
    compare = COMPARE[Relation(relation)]
    assert found == [compare(row, age) for row in rows]


def test_what_the_person_does_not_tell_is_not_known_anywhere() -> None:
    assert answers(compared(AGE, ">=", MIN_AGE), {}, min_age=numbers(16, 18)) == [UNKNOWN, UNKNOWN]


def test_a_fact_without_a_column_is_known_in_no_row() -> None:
    assert answers(compared(AGE, ">=", MIN_AGE), {"person.age": 18}) == [UNKNOWN] * 4


def test_a_fact_of_the_table_s_subject_is_not_taken_from_the_person() -> None:
    person = {"person.age": 18, "offering.min_age": 16}
    assert answers(compared(AGE, ">=", MIN_AGE), person, min_age=numbers(None, 21)) == [UNKNOWN, NO]


def test_decimals_are_brought_together() -> None:
    half = Calculation(Operator.TIMES, FactValue(COST), Number(5, 1))
    test = Comparison(Relation.AT_MOST, half, FactValue(BUDGET))
    assert answers(test, {"person.budget_eur": 50}, cost_eur=numbers(99, 100, 101)) == [YES, YES, NO]


def test_levels_compare_in_their_order() -> None:
    test = compared(CEFR, ">=", MIN_CEFR)
    assert answers(test, {"person.cefr": "B1"}, min_cefr=levels("A0", "B1", "C1", None)) == [YES, YES, NO, UNKNOWN]


def test_a_product_of_both_sides_is_worked_out_row_by_row() -> None:
    test = Comparison(Relation.LESS, Calculation(Operator.TIMES, FactValue(AGE), FactValue(MIN_AGE)), Number(100))
    assert answers(test, {"person.age": 10}, min_age=numbers(9, 10, None)) == [YES, NO, UNKNOWN]


def test_a_table_of_the_catalogue_is_looked_up_for_each_row() -> None:
    table = Lookup((SECTOR,), ((("bouw",), Word("A2")), (("ict",), Word("B2"))), Word("B1"))
    test = Comparison(Relation.AT_LEAST, FactValue(CEFR), table)
    found = answers(test, {"person.cefr": "B1"}, sector=words("bouw", "metaal", "ict", None))
    assert found == [YES, YES, NO, UNKNOWN]


@pytest.mark.parametrize(("age", "expected"), [(18, [YES, NO]), (17, [NO, NO]), (None, [UNKNOWN, UNKNOWN])])
def test_a_table_with_keys_of_both_sides_depends_on_the_person(age: int | None, expected: list[bool | None]) -> None:
    table = Lookup((AGE, SECTOR), (((18, "bouw"), Number(1)),), Number(0))
    test = Comparison(Relation.EQUAL, table, Number(1))
    assert answers(test, {"person.age": age}, sector=words("bouw", "ict")) == expected


def test_a_cell_that_is_not_there_is_not_known() -> None:
    table = Lookup((SECTOR,), ((("bouw",), Number(5)),), None)
    test = Comparison(Relation.LESS, table, FactValue(AGE))
    assert answers(test, {"person.age": 18}, sector=words("bouw", "ict")) == [YES, UNKNOWN]


def test_skills_are_asked_at_their_level() -> None:
    asked = sets({"a": 2}, {"a": 2, "b": 1}, {}, None)
    test = Covers(SKILLS, ASKED)
    assert answers(test, {"person.skills": {"a": 2}}, required_skills=asked) == [YES, NO, YES, UNKNOWN]
    assert answers(test, {"person.skills": {"a": 1}}, required_skills=asked) == [NO, NO, YES, UNKNOWN]


def test_skills_of_a_row_can_be_asked_by_a_person() -> None:
    had = sets({"a": 2}, {"a": 1}, {}, None)
    test = Covers(ASKED, SKILLS)
    assert answers(test, {"person.skills": {"a": 2}}, required_skills=had) == [YES, NO, NO, UNKNOWN]
    assert answers(test, {"person.skills": {}}, required_skills=had) == [YES, YES, YES, UNKNOWN]


def test_not_in_a_set_is_not_known_where_the_row_is_not_known() -> None:
    test = Negation(ContainsFact(WISHES, SECTOR))
    found = answers(test, {"person.wished_sectors": frozenset({"bouw"})}, sector=words("bouw", "ict", None))
    assert found == [NO, YES, UNKNOWN]


def test_an_empty_set_is_something_else_than_an_unknown_one() -> None:
    assert answers(Empty(GROUPS), {}, groups=sets([], ["a"], None)) == [YES, NO, UNKNOWN]


def test_an_empty_catalogue_has_no_rows() -> None:
    assert answers(compared(AGE, ">=", MIN_AGE), {"person.age": 18}, min_age=numbers()) == []


def test_a_parameter_changes_with_the_day() -> None:
    border = a_parameter("border", {date(2026, 1, 1): 16, date(2027, 1, 1): 21})
    test = Comparison(Relation.LESS, FactValue(MIN_AGE), ParameterValue(border))
    rows = numbers(16, 15)
    assert answers(test, {}, date(2025, 1, 1), min_age=rows) == [UNKNOWN, UNKNOWN]
    assert answers(test, {}, date(2026, 1, 1), min_age=rows) == [NO, YES]
    assert answers(test, {}, date(2027, 1, 1), min_age=rows) == [YES, YES]


def in_two_periods() -> list[Rule]:
    return [
        a_rule(compared(MIN_AGE, "<", 18), period=Period(first=date(2025, 1, 1), last=date(2025, 12, 31))),
        a_rule(compared(MIN_AGE, "<", 21), period=Period(first=date(2026, 1, 1), last=date(2026, 12, 31))),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), [True, False, False]),
        (date(2026, 1, 1), [True, True, False]),
        (date(2026, 12, 31), [True, True, False]),
        (date(2027, 1, 1), [True, True, True]),
    ],
)
def test_of_two_periods_the_one_of_the_day_counts_and_after_them_none(day: date, expected: list[bool]) -> None:
    judged = prepare(in_two_periods(), a_table(min_age=numbers(17, 20, 40))).judge({}, day)
    assert judged.surely("example.rule").tolist() == expected


@pytest.mark.parametrize("kind", list(RuleKind))
def test_a_rule_that_is_not_in_force_asks_nothing_and_says_nothing(kind: RuleKind) -> None:
    rule = a_rule(compared(MIN_AGE, "<", 18), kind=kind, in_force=False)
    judged = prepare([rule], a_table(min_age=numbers(17, 20))).judge({}, DAY)
    asks = kind in (RuleKind.ADMISSION, RuleKind.OBLIGATION)
    assert judged.possibly("example.rule").tolist() == [asks, asks]


def test_more_kinds_of_days_than_are_kept_are_judged_all_the_same() -> None:
    border = a_parameter("border", {date(2000 + year, 1, 1): year for year in range(40)})
    rule = a_rule(Comparison(Relation.AT_MOST, ParameterValue(border), FactValue(AGE)))
    prepared = prepare([rule], a_table())
    found = [prepared.judge({"person.age": 20}, date(2000 + y, 6, 1)).surely("example.rule")[0] for y in range(40)]
    assert found == [year <= 20 for year in range(40)]
