"""Tests answered for one case: three answers, exact numbers, and every form of the language."""

from datetime import date

import pytest

from gouden_poort.rules.case.evaluating import answer, value
from gouden_poort.rules.language.tree import (
    Calculation,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Every,
    FactValue,
    Lookup,
    Negation,
    Number,
    OneOf,
    Operator,
    ParameterValue,
    Shares,
    Some,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Facts, Kind
from tests.rules.builders import DAY, a_fact, a_parameter, compared

AGE = a_fact("person.age")
CEFR = a_fact("person.cefr", Kind.LEVEL)
ASKED = a_fact("offering.min_cefr", Kind.LEVEL)
KIND = a_fact("offering.kind", Kind.CHOICE, values=("bol", "bbl"))
WORKS = a_fact("person.employed", Kind.YES_NO)
DRIVES = a_fact("person.drives_b", Kind.YES_NO)
MODES = a_fact("person.modes", Kind.SET, values=("bike", "car"))
WISHES = a_fact("offering.modes", Kind.SET, values=("bike", "car"))
MODE = a_fact("offering.mode", Kind.CHOICE, values=("bike", "car"))
SKILLS = a_fact("person.skills", Kind.SKILLS)
NEEDED = a_fact("offering.required_skills", Kind.SKILLS)
WAGE = a_fact("position.wage", Kind.MONEY, unit="euro/hour", decimals=2, highest=10_000)
YES, NO = Truth(WORKS), Negation(Truth(WORKS))
OPEN = Truth(DRIVES)
WORKING = {"person.employed": True}


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("<", (True, False, False)),
        ("<=", (True, True, False)),
        (">", (False, False, True)),
        (">=", (False, True, True)),
        ("==", (False, True, False)),
        ("!=", (True, False, True)),
    ],
)
def test_numbers_compare_below_at_and_above_a_limit(relation: str, expected: tuple[bool, ...]) -> None:
    test = compared(AGE, relation, 18)
    assert tuple(answer(test, {"person.age": age}, DAY) for age in (17, 18, 19)) == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("<", (True, False, False)),
        (">=", (False, True, True)),
        ("==", (False, True, False)),
        ("!=", (True, False, True)),
    ],
)
def test_levels_compare_in_their_order_and_not_in_that_of_the_alphabet(
    relation: str, expected: tuple[bool, ...]
) -> None:
    pace = a_fact("person.learnability", Kind.LEVEL, values=("low", "medium", "high"))
    test = compared(pace, relation, "medium")
    facts = ({"person.learnability": level} for level in pace.values)
    assert tuple(answer(test, one, DAY) for one in facts) == expected


def test_a_word_on_the_left_takes_the_scale_of_the_fact_on_the_right() -> None:
    assert answer(compared(Word("A2"), "<=", CEFR), {"person.cefr": "B1"}, DAY) is True


def test_two_levels_compare_with_each_other() -> None:
    assert answer(compared(CEFR, ">=", ASKED), {"person.cefr": "A2", "offering.min_cefr": "B1"}, DAY) is False


def test_a_level_that_does_not_exist_is_a_fault_of_who_made_the_facts() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        answer(compared(CEFR, ">=", "A2"), {"person.cefr": "A7"}, DAY)


def test_decimals_are_aligned_before_comparing() -> None:
    assert answer(compared(WAGE, "==", Number(147, 1)), {"position.wage": 1470}, DAY) is True


def test_decimals_are_aligned_before_adding() -> None:
    assert value(Calculation(Operator.PLUS, FactValue(WAGE), Number(5, 1)), {"position.wage": 1471}, DAY) == (1521, 2)


def test_decimals_add_up_when_multiplying() -> None:
    assert value(Calculation(Operator.TIMES, FactValue(WAGE), Number(5, 1)), {"position.wage": 1471}, DAY) == (7355, 3)


def test_a_tenth_three_times_is_exactly_three_tenths() -> None:
    tenth = Number(1, 1)
    sum_of_three = Calculation(Operator.PLUS, Calculation(Operator.PLUS, tenth, tenth), tenth)
    assert answer(compared(sum_of_three, "==", Number(3, 1)), {}, DAY) is True


@pytest.mark.parametrize(
    ("operator", "expected"), [(Operator.LEAST, (15, 1)), (Operator.MOST, (20, 1)), (Operator.MINUS, (-5, 1))]
)
def test_least_most_and_difference_have_the_decimals_of_the_finest(
    operator: Operator, expected: tuple[int, int]
) -> None:
    assert value(Calculation(operator, Number(15, 1), Number(2)), {}, DAY) == expected


def test_the_least_of_a_known_and_an_unknown_number_is_not_known() -> None:
    assert value(Calculation(Operator.LEAST, Number(0), FactValue(AGE)), {}, DAY) is None


@pytest.mark.parametrize("facts", [{}, {"person.age": None}])
def test_a_fact_that_is_absent_or_none_is_not_known(facts: dict[str, None]) -> None:
    assert answer(compared(AGE, ">=", 0), facts, DAY) is None


def test_zero_is_known() -> None:
    assert answer(compared(AGE, "==", 0), {"person.age": 0}, DAY) is True


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (Every((YES, OPEN)), None),
        (Every((NO, OPEN)), False),
        (Every((OPEN, NO)), False),
        (Every((YES, YES)), True),
        (Some((YES, OPEN)), True),
        (Some((OPEN, YES)), True),
        (Some((NO, OPEN)), None),
        (Some((NO, NO)), False),
        (Negation(OPEN), None),
        (Negation(Every((NO, OPEN))), True),
    ],
)
def test_no_and_unknown_is_no_and_yes_or_unknown_is_yes(test: Every | Some | Negation, expected: bool | None) -> None:
    assert answer(test, WORKING, DAY) is expected


def test_a_parameter_has_the_value_of_the_day() -> None:
    limit = ParameterValue(a_parameter("limit", {date(2026, 1, 1): 20, date(2027, 1, 1): 30}))
    days = (date(2026, 12, 31), date(2027, 1, 1))
    assert [answer(compared(AGE, ">=", limit), {"person.age": 25}, day) for day in days] == [True, False]


def test_a_parameter_is_not_known_before_its_first_day() -> None:
    limit = ParameterValue(a_parameter("limit", {date(2026, 1, 1): 20}))
    assert answer(compared(AGE, ">=", limit), {"person.age": 25}, date(2025, 12, 31)) is None


@pytest.mark.parametrize(("kind", "expected"), [("bbl", True), ("bol", False), (None, None)])
def test_one_of_some_words(kind: str | None, expected: bool | None) -> None:
    assert answer(OneOf(KIND, ("bbl", "course")), {"offering.kind": kind}, DAY) is expected


@pytest.mark.parametrize(("modes", "expected"), [({"car", "bike"}, True), ({"bike"}, False), (None, None)])
def test_a_word_in_a_set(modes: set[str] | None, expected: bool | None) -> None:
    held = None if modes is None else frozenset(modes)
    assert answer(Contains(MODES, "car"), {"person.modes": held}, DAY) is expected


@pytest.mark.parametrize(
    ("mode", "held", "expected"),
    [("car", {"car"}, True), ("car", {"bike"}, False), (None, {"car"}, None), ("car", None, None)],
)
def test_the_word_of_a_fact_in_a_set(mode: str | None, held: set[str] | None, expected: bool | None) -> None:
    facts = {"offering.mode": mode, "person.modes": None if held is None else frozenset(held)}
    assert answer(ContainsFact(MODES, MODE), facts, DAY) is expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [({"weld": 3}, True), ({"weld": 4, "saw": 1}, True), ({"weld": 2}, False), ({}, False), (None, None)],
)
def test_skills_cover_when_each_asked_one_is_there_at_its_level(
    held: dict[str, int] | None, expected: bool | None
) -> None:
    facts = {"person.skills": held, "offering.required_skills": {"weld": 3}}
    assert answer(Covers(SKILLS, NEEDED), facts, DAY) is expected


@pytest.mark.parametrize(
    ("held", "covers", "shares"), [({"bike", "car"}, True, True), ({"bike"}, False, True), ((), False, False)]
)
def test_sets_cover_all_and_share_some(held: set[str], covers: bool, shares: bool) -> None:
    facts = {"person.modes": frozenset(held), "offering.modes": frozenset({"bike", "car"})}
    assert (answer(Covers(MODES, WISHES), facts, DAY), answer(Shares(MODES, WISHES), facts, DAY)) == (covers, shares)


def test_nothing_asked_of_someone_unknown_is_not_known() -> None:
    facts = {"offering.modes": frozenset[str]()}
    assert (answer(Covers(MODES, WISHES), facts, DAY), answer(Shares(MODES, WISHES), facts, DAY)) == (None, None)


@pytest.mark.parametrize(("held", "expected"), [((), True), (("car",), False), (None, None)])
def test_an_empty_set_is_known_to_be_empty(held: tuple[str, ...] | None, expected: bool | None) -> None:
    facts = {"person.modes": None if held is None else frozenset(held)}
    assert answer(Empty(MODES), facts, DAY) is expected


TABLE = Lookup((AGE, KIND), (((1, "bol"), Word("A1")), ((2, "bbl"), Word("B2"))), Word("B1"))


@pytest.mark.parametrize(("age", "kind", "expected"), [(1, "bol", "A1"), (2, "bbl", "B2"), (1, "bbl", "B1")])
def test_a_table_has_the_value_of_the_cell_or_else_the_other(age: int, kind: str, expected: str) -> None:
    assert value(TABLE, {"person.age": age, "offering.kind": kind}, DAY) == expected


def test_a_table_is_not_known_when_a_key_is_not() -> None:
    assert value(TABLE, {"person.age": 1}, DAY) is None


def test_a_table_without_that_cell_and_without_another_is_not_known() -> None:
    table = Lookup((AGE,), (((1,), Number(5)),), None)
    assert answer(compared(AGE, ">=", table), {"person.age": 2}, DAY) is None


def test_a_level_compares_with_the_cell_of_a_table() -> None:
    facts: Facts = {"person.age": 1, "offering.kind": "bol", "person.cefr": "A1"}
    assert answer(compared(CEFR, ">=", TABLE), facts, DAY) is True
