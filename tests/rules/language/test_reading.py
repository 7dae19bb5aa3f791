"""Every form of the language becomes the tree that says the same."""

from __future__ import annotations

from string import ascii_letters, digits

import pytest

from gouden_poort.rules.language.reading import read_expression, read_test
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Every,
    Expression,
    Negation,
    Number,
    OneOf,
    Operator,
    Relation,
    Shares,
    Some,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Kind
from tests.rules.builders import a_fact, a_word_list
from tests.rules.language.samples import WORDS, fact, figure, the

ADULT = Comparison(Relation.AT_LEAST, the("person.age"), Number(18))
EMPLOYED = Truth(fact("person.employed"))
AT_SCHOOL = Truth(fact("person.at_school"))
BBL = OneOf(fact("offering.kind"), ("bol", "bbl"))


def as_test(text: str) -> Test:
    return read_test(text, WORDS)


def as_expression(text: str) -> Expression:
    return read_expression(text, WORDS)


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_compares_numbers(relation: Relation) -> None:
    assert as_test(f"person.age {relation.value} 18") == Comparison(relation, the("person.age"), Number(18))


@pytest.mark.parametrize("relation", list(Relation))
def test_every_relation_compares_levels(relation: Relation) -> None:
    expected = Comparison(relation, the("person.cefr"), Word("B1"))
    assert as_test(f"person.cefr {relation.value} 'B1'") == expected


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("'B1' <= person.cefr", Comparison(Relation.AT_MOST, Word("B1"), the("person.cefr"))),
        ("person.cefr >= offering.cefr", Comparison(Relation.AT_LEAST, the("person.cefr"), the("offering.cefr"))),
        ("offering.kind == 'bbl'", Comparison(Relation.EQUAL, the("offering.kind"), Word("bbl"))),
        ('offering.kind != "bbl"', Comparison(Relation.DIFFERENT, the("offering.kind"), Word("bbl"))),
        (
            "offering.sector == position.sector",
            Comparison(Relation.EQUAL, the("offering.sector"), the("position.sector")),
        ),
        ("occupation.id == 'any word'", Comparison(Relation.EQUAL, the("occupation.id"), Word("any word"))),
        ("person.age >= age_of_majority", Comparison(Relation.AT_LEAST, the("person.age"), figure("age_of_majority"))),
        ("person.score > -5", Comparison(Relation.MORE, the("person.score"), Number(-5))),
        ("person.score > -2.5", Comparison(Relation.MORE, the("person.score"), Number(-25, 1))),
    ],
)
def test_a_comparison_has_two_sides(text: str, tree: Test) -> None:
    assert as_test(text) == tree


def test_a_chain_is_every_pair_in_it() -> None:
    above = Comparison(Relation.AT_MOST, Number(18), the("person.age"))
    below = Comparison(Relation.LESS, the("person.age"), Number(27))
    assert as_test("18 <= person.age < 27") == Every((above, below))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("offering.kind in ['bol', 'bbl']", BBL),
        ("offering.kind not in ['bol', 'bbl']", Negation(BBL)),
        ("not offering.kind in ['bol', 'bbl']", Negation(BBL)),
        ("person.cefr in ['A0', 'A1']", OneOf(fact("person.cefr"), ("A0", "A1"))),
        ("'car' in person.modes", Contains(fact("person.modes"), "car")),
        ("'car' not in person.modes", Negation(Contains(fact("person.modes"), "car"))),
        ("'een woord' in person.sectors", Contains(fact("person.sectors"), "een woord")),
        ("offering.sector in person.sectors", ContainsFact(fact("person.sectors"), fact("offering.sector"))),
        ("covers(person.skills, offering.skills)", Covers(fact("person.skills"), fact("offering.skills"))),
        ("covers(person.modes, offering.modes)", Covers(fact("person.modes"), fact("offering.modes"))),
        ("shares(person.modes, offering.modes)", Shares(fact("person.modes"), fact("offering.modes"))),
        ("empty(offering.groups)", Empty(fact("offering.groups"))),
        ("empty(offering.skills)", Empty(fact("offering.skills"))),
    ],
)
def test_lists_and_sets_can_be_asked(text: str, tree: Test) -> None:
    assert as_test(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("person.employed", EMPLOYED),
        ("not person.employed", Negation(EMPLOYED)),
        ("not not person.employed", Negation(Negation(EMPLOYED))),
        ("person.employed and person.age >= 18", Every((EMPLOYED, ADULT))),
        ("person.employed or person.at_school or person.age >= 18", Some((EMPLOYED, AT_SCHOOL, ADULT))),
        ("person.employed or person.at_school and person.age >= 18", Some((EMPLOYED, Every((AT_SCHOOL, ADULT))))),
        ("(person.employed or person.at_school) and person.age >= 18", Every((Some((EMPLOYED, AT_SCHOOL)), ADULT))),
        ("not (person.employed or person.at_school)", Negation(Some((EMPLOYED, AT_SCHOOL)))),
    ],
)
def test_and_or_not_and_brackets_join_tests(text: str, tree: Test) -> None:
    assert as_test(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("person.niveau + 1", Calculation(Operator.PLUS, the("person.niveau"), Number(1))),
        ("person.age - person.years_here", Calculation(Operator.MINUS, the("person.age"), the("person.years_here"))),
        ("offering.cost_eur * 0.5", Calculation(Operator.TIMES, the("offering.cost_eur"), Number(5, 1))),
        ("own_share * offering.cost_eur", Calculation(Operator.TIMES, figure("own_share"), the("offering.cost_eur"))),
        ("max(person.hours, 8)", Calculation(Operator.MOST, the("person.hours"), Number(8))),
        (
            "min(offering.cost_eur * 0.5, 2500)",
            Calculation(
                Operator.LEAST, Calculation(Operator.TIMES, the("offering.cost_eur"), Number(5, 1)), Number(2500)
            ),
        ),
        ("1 + 2 * 3", Calculation(Operator.PLUS, Number(1), Calculation(Operator.TIMES, Number(2), Number(3)))),
        (
            "person.age - 1 - 2",
            Calculation(Operator.MINUS, Calculation(Operator.MINUS, the("person.age"), Number(1)), Number(2)),
        ),
        ("person.cefr", the("person.cefr")),
        ("offering.kind", the("offering.kind")),
        ("minimum_wage", figure("minimum_wage")),
        ("2500", Number(2500)),
    ],
)
def test_an_expression_is_a_value_or_a_calculation(text: str, tree: Expression) -> None:
    assert as_expression(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("0", Number(0)),
        ("0.1", Number(1, 1)),
        ("0.50", Number(50, 2)),
        ("14.7125", Number(147125, 4)),
        ("99999999.9999", Number(999999999999, 4)),
        ("-0.07", Number(-7, 2)),
        ("- 5", Number(-5)),
    ],
)
def test_a_number_is_exactly_what_is_written(text: str, tree: Number) -> None:
    assert as_expression(text) == tree


def test_spaces_around_a_test_mean_nothing() -> None:
    assert as_test("   person.age >= 18  ") == ADULT


def test_words_between_quotes_may_have_any_letters() -> None:
    assert as_test("occupation.id == 'één'") == Comparison(Relation.EQUAL, the("occupation.id"), Word("één"))


def test_a_fact_may_be_called_what_is_refused_by_itself() -> None:
    strange = a_fact("person.no", Kind.YES_NO)
    assert read_test("person.no", a_word_list(strange)) == Truth(strange)


def test_twelve_brackets_may_stand_within_each_other() -> None:
    assert as_test("(" * 12 + "person.age >= 18" + ")" * 12) == ADULT


def test_a_negation_may_be_as_deep_as_the_limit() -> None:
    assert isinstance(as_test("not " * 11 + "person.employed"), Negation)


def test_three_hundred_characters_may_be_written() -> None:
    text = "person.age >= 18"
    assert as_test(text + " " * (300 - len(text))) == ADULT


def test_sixty_parts_may_be_written() -> None:
    words = ascii_letters + digits
    test = as_test(f"occupation.id in {list(words[:57])}".replace(", ", ","))
    assert test == OneOf(fact("occupation.id"), tuple(words[:57]))
