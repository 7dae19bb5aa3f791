"""A test with only one answer is found; a test that can have both is never called one."""

from __future__ import annotations

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gouden_poort.rules.case.evaluating import answer
from gouden_poort.rules.language.bounds import Patience, only_answer
from gouden_poort.rules.language.comparing import comparison
from gouden_poort.rules.language.reading import read_test
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    Every,
    Expression,
    FactValue,
    Lookup,
    Negation,
    Number,
    Operator,
    Relation,
    Some,
    Test,
    Word,
)
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Fact, Kind, Value
from tests.rules.builders import a_fact, a_parameter, a_word_list
from tests.rules.language.samples import WORDS, fact, the
from tests.rules.language.trees import Trees


def answer_of(text: str) -> bool | None:
    return only_answer(read_test(text, WORDS))


@pytest.mark.parametrize(
    "text",
    [
        "person.age > 130",
        "person.age < 0",
        "person.age == 18.5",
        "person.age * 2 == 5",
        "person.age > 30 and person.age < 20",
        "30 < person.age < 20",
        "person.age > 18 and person.age < 19",
        "person.age > 30 and person.employed and person.age < 20",
        "(person.age > 30 or person.age == 25) and person.age < 20",
        "person.age >= age_of_majority and person.age < 18",
        "max(person.age, 18) < 18",
        "person.age < person.age",
        "min(person.age, 18) == 18 and person.age < 18",
        "max(person.age, 18) == 18 and person.age > 18",
        "person.age + 0 > 129 and person.age != 130",
        "person.age + 0 < 1 and person.age != 0",
        "person.age - 3 == 5 and person.age != 8",
        "3 + person.age == 5 and person.age != 2",
        "person.age * 0.5 == 5 and person.age != 10",
        "person.age + person.years_here > 260",
        "offering.cost_eur > 5 and offering.cost_eur < 6",
        "offering.cost_eur * 0.5 > 500000",
        "employer.turnover_eur - 100000000000 > 0",
        "employer.anything_eur > 3 and employer.anything_eur < 3",
        "person.cefr > 'C2'",
        "person.cefr < 'A1' and offering.cefr < person.cefr",
        "offering.kind == 'bol' and offering.kind == 'bbl'",
        "offering.kind not in ['bol', 'bbl', 'course']",
        "offering.sector == position.sector and offering.sector == 'bouw' and position.sector == 'infra'",
        "occupation.id == 'a' and occupation.id == 'b'",
        "person.employed and not person.employed",
        "empty(person.modes) and 'car' in person.modes",
        "shares(person.modes, offering.modes) and not shares(person.modes, offering.modes)",
        "not covers(person.skills, person.skills)",
        "2 > 3",
        "age_of_majority < 18",
    ],
)
def test_what_can_never_be_is_found(text: str) -> None:
    assert answer_of(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "person.age >= 0",
        "person.age <= 130",
        "person.age != 18.5",
        "person.score >= -5",
        "person.age > 30 or person.age < 40",
        "offering.kind in ['bol'] or offering.kind not in ['bol']",
        "offering.kind in ['bol', 'bbl', 'course']",
        "person.cefr >= 'A0'",
        "min(offering.cost_eur, 2500) <= 2500",
        "person.employed or not person.employed or person.age > 18",
        "covers(person.modes, person.modes)",
        "3 > 2",
        "not (person.age > 30 and person.age < 20)",
    ],
)
def test_what_is_always_so_is_found(text: str) -> None:
    assert answer_of(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "person.age >= 18",
        "person.age > 129",
        "person.age >= age_of_majority and person.age < 21",
        "offering.kind == 'bol' or offering.kind == 'bbl'",
        "person.budget_eur >= offering.cost_eur",
        "employer.anything_eur > 999999999999",
        "employer.anything_eur - 1000000 > 999999999999",
        "offering.cost_eur - 5 > employer.anything_eur + 999999999999 + 999999999999",
        "occupation.id in ['a', 'b']",
        "occupation.id == employer.occupation",
        "offering.sector in person.sectors",
        "offering.cost_eur - 2500 < offering.cost_eur",
        "shares(person.modes, offering.modes)",
        "empty(person.modes) or 'car' in person.modes",
        "'car' in person.modes and 'bike' in person.modes",
    ],
)
def test_what_can_be_both_is_not_called_one(text: str) -> None:
    assert answer_of(text) is None


@pytest.mark.parametrize(
    ("lowest", "relation", "expected"),
    [
        (999, "<", None), (999, "<=", None), (999, ">", None), (999, ">=", None), (999, "==", None), (999, "!=", None),
        (1000, "<", None), (1000, "<=", True), (1000, ">", False), (1000, ">=", None), (1000, "==", None),
        (1000, "!=", None),
        (1001, "<", True), (1001, "<=", True), (1001, ">", False), (1001, ">=", False), (1001, "==", False),
        (1001, "!=", True),
    ],
)  # fmt: skip
def test_two_large_facts_are_weighed_by_where_they_end(lowest: int, relation: str, expected: bool | None) -> None:
    left = FactValue(a_fact("person.budget", highest=1000))
    right = FactValue(a_fact("offering.price", lowest=lowest, highest=2000))
    turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}[relation]
    assert only_answer(Comparison(Relation(relation), left, right)) is expected
    assert only_answer(Comparison(Relation(turned), right, left)) is expected


@pytest.mark.parametrize(
    ("relation", "expected"), [("<", False), ("<=", True), (">", False), (">=", True), ("==", True), ("!=", False)]
)
def test_two_sides_without_room_are_always_equal(relation: str, expected: bool) -> None:
    assert answer_of(f"offering.cost_eur * 0 {relation} person.budget_eur * 0") is expected


def a_table(otherwise: Word | None, *words: str) -> Lookup:
    return Lookup(
        (fact("offering.niveau"),), tuple(((place,), Word(word)) for place, word in enumerate(words)), otherwise
    )


def test_a_table_that_everybody_passes_is_found() -> None:
    assert only_answer(comparison(Relation.AT_LEAST, the("person.cefr"), a_table(Word("A0"), "A0", "A0"))) is True


def test_a_table_that_one_cell_makes_hard_is_not_called_always() -> None:
    assert only_answer(comparison(Relation.AT_LEAST, the("person.cefr"), a_table(Word("A0"), "A0", "A1"))) is None


def test_a_table_without_a_cell_for_some_can_be_not_known() -> None:
    assert only_answer(comparison(Relation.AT_LEAST, the("person.cefr"), a_table(None, "A0", "A0"))) is None


def test_two_tables_are_weighed_together() -> None:
    above = comparison(Relation.MORE, the("person.cefr"), a_table(Word("B2"), "B1"))
    below = comparison(Relation.LESS, the("person.cefr"), a_table(Word("B1"), "A2"))
    assert only_answer(Every((above, below))) is False


def test_a_table_by_a_large_fact_is_not_tried_cell_by_cell() -> None:
    table = Lookup((fact("employer.turnover_eur"),), (((1,), Number(500)),), Number(700))
    above = comparison(Relation.MORE, the("offering.cost_eur"), table)
    assert only_answer(above) is None


def test_a_large_amount_is_weighed_against_each_cell() -> None:
    table = Lookup((fact("offering.niveau"),), (((1,), Number(500)),), Number(700))
    above = comparison(Relation.MORE, the("offering.cost_eur"), table)
    below = comparison(Relation.LESS, the("offering.cost_eur"), Number(500))
    assert only_answer(Every((above, below))) is False


def test_nothing_is_claimed_when_there_are_too_many_worlds() -> None:
    total: Expression = Number(0)
    for place in range(6):
        total = Calculation(Operator.PLUS, total, FactValue(a_fact(f"person.hours_{place}", highest=200)))
    even = Calculation(Operator.TIMES, total, Number(2))
    assert only_answer(Comparison(Relation.EQUAL, even, Number(1201))) is None


def test_nothing_is_claimed_of_a_condition_that_reads_too_much_at_once() -> None:
    parts = tuple(Contains(fact("person.sectors"), f"sector {place}") for place in range(3000))
    assert only_answer(Every((*parts, Negation(Some(parts))))) is None


def test_nothing_is_claimed_of_a_table_that_takes_too_long_to_try() -> None:
    keys = (a_fact("offering.row", highest=200), a_fact("offering.column", highest=200))
    cells = tuple(((row, column), Number(1)) for row in range(200) for column in range(200))
    left = a_fact("person.part", lowest=0, highest=20, decimals=1)
    whole = Calculation(Operator.TIMES, FactValue(left), Number(10))
    table = Lookup(keys, cells, Number(2))
    assert only_answer(Comparison(Relation.EQUAL, Calculation(Operator.PLUS, whole, Number(5, 1)), table)) is None


def test_a_condition_of_many_leaves_is_answered_in_groups() -> None:
    pairs = [(a_fact(f"person.a{place}", highest=40), a_fact(f"person.b{place}", highest=40)) for place in range(20)]
    leaves: list[Test] = [Comparison(Relation.LESS, FactValue(a), FactValue(b)) for a, b in pairs]
    last = Comparison(Relation.MORE, FactValue(pairs[-1][0]), FactValue(pairs[-1][1]))
    assert only_answer(Every(tuple(leaves))) is None
    assert only_answer(Every((*leaves, last))) is False


DAYS = (date(2026, 6, 1), date(2027, 6, 1))
PARAMETER = a_parameter("limit", {date(2026, 1, 1): 1, date(2027, 1, 1): 3})
EVERYTHING = a_word_list(
    a_fact("person.low", lowest=0, highest=3),
    a_fact("person.part", lowest=-2, highest=2, decimals=1),
    a_fact("person.cefr", Kind.LEVEL, values=("A", "B", "C")),
    a_fact("offering.cefr", Kind.LEVEL, values=("A", "B", "C")),
    a_fact("person.employed", Kind.YES_NO),
    a_fact("offering.kind", Kind.CHOICE, values=("one", "two")),
    a_fact("offering.open", Kind.CHOICE),
    a_fact("person.open", Kind.CHOICE),
    a_fact("person.closed_set", Kind.SET, values=("one", "three")),
    a_fact("person.open_set", Kind.SET),
    a_fact("person.skills", Kind.SKILLS),
    a_fact("offering.skills", Kind.SKILLS),
    parameters=(PARAMETER,),
)
COUNTABLE = a_word_list(
    *(one for one in EVERYTHING.facts.values() if one.kind not in {Kind.SET, Kind.SKILLS}),
    parameters=(PARAMETER,),
)
LARGE = a_word_list(
    a_fact("offering.cost", lowest=-20, highest=400, decimals=1), a_fact("person.employed", Kind.YES_NO)
)
WORDS_HEARD = ("one", "two", "three", "four")


def every_value(one: Fact) -> list[Value]:
    """All that a fact can be; for open ones enough to show every answer."""
    match one.kind:
        case Kind.YES_NO:
            return [True, False]
        case Kind.NUMBER:
            return list(range(one.lowest or 0, (one.highest or 0) + 1))
        case Kind.SET:
            words = one.values or WORDS_HEARD
            return [frozenset(some) for size in range(len(words) + 1) for some in combinations(words, size)]
        case Kind.SKILLS:
            return [{}, {"welding": 1}, {"welding": 2}, {"wiring": 1}]
        case _:
            return list(one.values or WORDS_HEARD)


def all_answers(test: Test) -> set[bool | None]:
    """What a test answers over every value of its facts, on every day that differs."""
    facts = facts_in(test)
    domains = [every_value(one) for one in facts]
    worlds = 1
    for domain in domains:
        worlds *= len(domain)
    assume(worlds <= 5000)
    names = [one.name for one in facts]
    return {answer(test, dict(zip(names, world, strict=True)), day) for world in product(*domains) for day in DAYS}


@settings(max_examples=200)
@given(Trees(EVERYTHING).tests())
def test_no_claim_is_ever_false(test: Test) -> None:
    claimed = only_answer(test)
    assume(claimed is not None)
    assert all_answers(test) == {claimed}


@settings(max_examples=200)
@given(Trees(COUNTABLE).tests())
def test_every_single_answer_over_countable_facts_is_found(test: Test) -> None:
    answers = all_answers(test)
    assert only_answer(test) is (answers.pop() if len(answers) == 1 else None)


@settings(max_examples=200)
@given(
    st.lists(
        st.builds(
            Comparison,
            st.sampled_from(Relation),
            st.just(FactValue(LARGE.facts["offering.cost"])),
            st.builds(Number, st.integers(-30, 500), st.integers(0, 2)),
        ),
        min_size=2,
        max_size=4,
    ),
    st.sampled_from([Every, Some]),
)
def test_a_large_fact_is_known_by_its_limits(parts: list[Comparison], join: type[Every] | type[Some]) -> None:
    test = join(tuple(parts))
    answers = all_answers(test)
    assert only_answer(test) is (answers.pop() if len(answers) == 1 else None)


def test_the_tests_of_one_book_get_so_many_steps_together_and_small_ones_always_enough() -> None:
    sums = "person.niveau + offering.niveau == 3 and person.niveau - offering.niveau == 8"
    patience = Patience(10)

    first = only_answer(read_test(sums, WORDS), patience)
    then = only_answer(read_test("person.age > 3 and person.age < 2", WORDS), patience)

    assert (first, only_answer(read_test(sums, WORDS)), then) == (None, False, False)
