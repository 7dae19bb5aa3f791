"""Random rules and cases: the trace says what the test says, and a proposed change is the cheapest that there is."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gouden_poort.rules.book.rule import AllOf, AnyOf, Condition, Leaf, NotOf, Rule, RuleKind
from gouden_poort.rules.case.candidates import effort_of
from gouden_poort.rules.case.changing import cheapest_change
from gouden_poort.rules.case.evaluating import answer
from gouden_poort.rules.case.judging import judge, outcome_of, trace
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.language.tree import (
    Calculation,
    Comparison,
    Contains,
    Covers,
    Empty,
    Every,
    FactValue,
    Lookup,
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
from gouden_poort.rules.language.words import Fact, Facts, Kind, Value
from tests.rules.builders import DAY, a_fact, a_leaf, a_rule

LEVELS = ("A0", "A1", "A2")
LEVEL = a_fact("person.level", Kind.LEVEL, values=LEVELS, changeable=True, effort=3)
RUNG = a_fact("person.rung", highest=3, changeable=True, effort=5)
HOURS = a_fact("person.hours", highest=4, unit="hour", changeable=True, effort=2)
PAPER = a_fact("person.paper", Kind.YES_NO, changeable=True, effort=4)
WAYS = a_fact("person.ways", Kind.SET, values=("x", "y"), changeable=True, effort=1)
PLAN = a_fact("person.plan", Kind.CHOICE, values=("p", "q", "r"), changeable=True, effort=7)
AGE = a_fact("person.age", highest=4)
STUCK = a_fact("person.stuck", Kind.YES_NO)
COURSE = a_fact("offering.rung", highest=4)
ASKED = a_fact("offering.ways", Kind.SET, values=("x", "y"))
SETS = tuple(frozenset(one) for one in ((), ("x",), ("y",), ("x", "y")))
DOMAINS: dict[Fact, tuple[Value, ...]] = {
    LEVEL: LEVELS,
    RUNG: (0, 1, 2, 3),
    HOURS: (0, 1, 2, 3, 4),
    PAPER: (False, True),
    WAYS: SETS,
    PLAN: ("p", "q", "r"),
    AGE: (0, 1, 2, 3, 4),
    STUCK: (False, True),
    COURSE: (0, 1, 2, 3, 4),
    ASKED: SETS,
}

relations = st.sampled_from(Relation)
numbers = st.integers(0, 4).map(Number)
sums = st.builds(Calculation, st.sampled_from(Operator), st.just(FactValue(COURSE)), numbers)
tables = st.lists(st.tuples(st.integers(0, 3), numbers), max_size=3, unique_by=lambda cell: cell[0]).map(
    lambda cells: Lookup((RUNG,), tuple(((key,), cell) for key, cell in cells), Number(1))
)
atoms: st.SearchStrategy[Test] = st.one_of(
    st.builds(
        Comparison,
        relations,
        st.sampled_from([FactValue(fact) for fact in (RUNG, HOURS, AGE)]),
        st.one_of(numbers, sums),
    ),
    st.builds(Comparison, relations, sums, st.just(FactValue(HOURS))),
    st.builds(Comparison, relations, st.just(FactValue(AGE)), tables),
    st.builds(Comparison, relations, st.just(FactValue(LEVEL)), st.sampled_from(LEVELS).map(Word)),
    st.sampled_from([Truth(PAPER), Truth(STUCK), Empty(WAYS), Empty(ASKED), Covers(WAYS, ASKED), Shares(ASKED, WAYS)]),
    st.builds(Contains, st.just(WAYS), st.sampled_from("xy")),
    st.builds(OneOf, st.just(PLAN), st.lists(st.sampled_from("pqr"), min_size=1, max_size=2).map(tuple)),
)


def joined(parts: st.SearchStrategy[Any], every: Any, some: Any, negation: Any) -> st.SearchStrategy[Any]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(several.map(every), several.map(some), parts.map(negation))


tests = st.recursive(atoms, lambda parts: joined(parts, Every, Some, Negation), max_leaves=4)
conditions = st.recursive(
    tests.map(a_leaf),
    lambda parts: joined(
        parts, lambda many: AllOf(parts=many), lambda many: AnyOf(parts=many), lambda one: NotOf(part=one)
    ),
    max_leaves=4,
)
rules = st.builds(lambda when, only_if: a_rule(when, only_if=only_if), conditions, st.none() | conditions)
of_every_kind = st.builds(
    lambda when, only_if, kind: a_rule(when, only_if=only_if, kind=kind),
    conditions,
    st.none() | conditions,
    st.sampled_from(RuleKind),
)
cases = st.fixed_dictionaries(
    {
        fact.name: st.one_of(st.sampled_from(domain), st.sampled_from(domain), st.none())
        for fact, domain in DOMAINS.items()
    }
)


def as_test(condition: Condition) -> Test:
    """The same tree without its leaves, written apart from the code that is tried here."""
    if isinstance(condition, Leaf):
        return condition.test
    if isinstance(condition, NotOf):
        return Negation(as_test(condition.part))
    parts = tuple(as_test(part) for part in condition.parts)
    return Every(parts) if isinstance(condition, AllOf) else Some(parts)


@given(conditions, cases)
def test_a_trace_answers_as_the_same_tree_of_tests_does(condition: Condition, facts: Facts) -> None:
    assert trace(condition, facts, DAY).answer is answer(as_test(condition), facts, DAY)


@given(of_every_kind, cases)
def test_an_outcome_without_its_trace_is_that_of_the_verdict(rule: Rule, facts: Facts) -> None:
    assert outcome_of(rule, facts, DAY) is judge(rule, facts, DAY).outcome


@given(conditions, cases, st.sampled_from(list(DOMAINS)), st.data())
def test_an_answer_never_turns_when_something_more_becomes_known(
    condition: Condition, facts: Facts, fact: Fact, data: st.DataObject
) -> None:
    less = {**facts, fact.name: None}
    before = answer(as_test(condition), less, DAY)
    more = {**facts, fact.name: data.draw(st.sampled_from(DOMAINS[fact]))}
    assert before is None or answer(as_test(condition), more, DAY) is before


@given(conditions, cases)
def test_the_leaves_that_decide_answer_alike_whatever_the_others_say(condition: Condition, facts: Facts) -> None:
    verdict = judge(a_rule(condition), facts, DAY)
    assert verdict.when is not None
    if verdict.when.answer is not None:
        assert all(leaf.answer is not None for leaf in verdict.when.deciding())
    assert list(verdict.when.deciding()), "something always decides"


def outcomes(asked: list[Rule], facts: Facts) -> list[Outcome]:
    return [judge(rule, facts, DAY).outcome for rule in asked]


def later_values(fact: Fact, now: Value | None) -> Iterator[Value | None]:
    """Every value that somebody may be told to reach: nothing is given up, nothing unknown is touched."""
    if now is None or not fact.changeable:
        yield now
        return
    for one in DOMAINS[fact]:
        if fact in (HOURS, PLAN):
            yield one
        elif isinstance(one, frozenset) and isinstance(now, frozenset):
            if one >= now:
                yield one
        elif DOMAINS[fact].index(one) >= DOMAINS[fact].index(now):
            yield one


def least_effort(asked: list[Rule], facts: Facts) -> int | None:
    """By trying everything."""
    best: int | None = None
    for values in product(*(tuple(later_values(fact, facts[fact.name])) for fact in DOMAINS)):
        effort = sum(
            effort_of(fact, before, after)
            for fact, after in zip(DOMAINS, values, strict=True)
            if (before := facts[fact.name]) is not None and after is not None
        )
        if best is not None and effort >= best:
            continue
        later = {fact.name: after for fact, after in zip(DOMAINS, values, strict=True)}
        if Outcome.NO not in outcomes(asked, later):
            best = effort
    return best


@settings(max_examples=60, deadline=None)
@given(st.lists(rules, min_size=1, max_size=3), cases)
def test_a_change_is_the_cheapest_of_all_there_are(asked: list[Rule], facts: Facts) -> None:
    found = cheapest_change(asked, facts, DAY)
    assert (found and found.effort) == least_effort(asked, facts)


@settings(max_examples=200)
@given(st.lists(rules, min_size=1, max_size=4), cases)
def test_a_change_opens_the_door_and_touches_only_what_can_be_changed(asked: list[Rule], facts: Facts) -> None:
    found = cheapest_change(asked, facts, DAY)
    if found is None:
        return
    after = outcomes(asked, {**facts, **{change.fact.name: change.after for change in found.changes}})
    assert Outcome.NO not in after
    assert found.sure is (Outcome.UNKNOWN not in after)
    assert all(change.fact.changeable and change.before == facts[change.fact.name] for change in found.changes)


@given(st.lists(rules, min_size=1, max_size=3), cases)
def test_the_same_case_always_gets_the_same_proposal(asked: list[Rule], facts: Facts) -> None:
    turned = dict(reversed(list(facts.items())))
    assert cheapest_change(asked, facts, DAY) == cheapest_change(asked, turned, DAY)
