"""Which facts are asked for, and in which order."""

from gouden_poort.rules.book.rule import AllOf, AnyOf, Condition
from gouden_poort.rules.case.judging import judge
from gouden_poort.rules.case.missing import facts_missing
from gouden_poort.rules.language.tree import Every, Some, Test, Truth
from gouden_poort.rules.language.words import Facts, Kind
from tests.rules.builders import DAY, a_fact, a_leaf, a_rule, compared

AGE = a_fact("person.age")
CEFR = a_fact("person.cefr", Kind.LEVEL)
WORKS = a_fact("person.employed", Kind.YES_NO)
BBL = a_fact("offering.bbl", Kind.YES_NO)
ADULT, DUTCH = compared(AGE, ">=", 18), compared(CEFR, ">=", "B1")


def asked(*conditions: Condition | Test, facts: Facts) -> list[str]:
    return [fact.name for fact in facts_missing(judge(a_rule(one), facts, DAY) for one in conditions)]


def test_the_fact_that_most_verdicts_wait_for_is_asked_first() -> None:
    assert asked(DUTCH, Every((ADULT, DUTCH)), Truth(WORKS), facts={}) == [
        "person.cefr",
        "person.age",
        "person.employed",
    ]


def test_equal_ones_are_asked_in_order_of_name() -> None:
    assert asked(Truth(WORKS), ADULT, DUTCH, facts={}) == ["person.age", "person.cefr", "person.employed"]


def test_a_fact_that_two_leaves_of_one_verdict_wait_for_counts_once() -> None:
    twice = AllOf(parts=(a_leaf(DUTCH, "one"), a_leaf(DUTCH, "two")))
    assert asked(twice, ADULT, facts={}) == ["person.age", "person.cefr"]


def test_a_verdict_that_is_clear_asks_nothing() -> None:
    assert asked(Every((ADULT, DUTCH)), Some((ADULT, DUTCH)), facts={"person.age": 17, "person.cefr": "B2"}) == []


def test_a_no_asks_nothing_although_a_fact_is_missing() -> None:
    assert asked(AllOf(parts=(a_leaf(ADULT), a_leaf(DUTCH))), facts={"person.age": 17}) == []


def test_a_branch_that_is_clear_asks_nothing() -> None:
    either = AnyOf(parts=(AllOf(parts=(a_leaf(ADULT), a_leaf(Truth(WORKS)))), a_leaf(DUTCH)))
    assert asked(either, facts={"person.age": 17}) == ["person.cefr"]


def test_within_a_leaf_a_part_that_is_clear_asks_nothing() -> None:
    assert asked(Some((Every((ADULT, Truth(WORKS))), DUTCH)), facts={"person.age": 17}) == ["person.cefr"]


def test_whether_a_rule_applies_is_asked_when_the_rest_is_clear() -> None:
    rule = a_rule(ADULT, only_if=Truth(BBL))
    assert [fact.name for fact in facts_missing([judge(rule, {"person.age": 17}, DAY)])] == ["offering.bbl"]


def test_what_a_rule_does_not_ask_for_because_it_passes_is_not_asked() -> None:
    rule = a_rule(ADULT, only_if=Truth(BBL))
    assert facts_missing([judge(rule, {"person.age": 18}, DAY)]) == ()
