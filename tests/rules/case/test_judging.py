"""Verdicts of rules of every kind, on the edges of their dates, with what was read."""

from datetime import date

import pytest

from gouden_poort.rules.book.rule import AllOf, AnyOf, NotOf, Period, RuleKind
from gouden_poort.rules.case.judging import deciding_leaves, judge
from gouden_poort.rules.case.verdict import How, Outcome, Verdict
from gouden_poort.rules.language.tree import Every, ParameterValue, Truth
from gouden_poort.rules.language.words import Kind
from tests.rules.builders import DAY, a_fact, a_leaf, a_parameter, a_rule, compared

AGE = a_fact("person.age")
KIND = a_fact("offering.kind", Kind.CHOICE, values=("bol", "bbl"))
APPLIES = a_fact("offering.asks_employment", Kind.YES_NO)
HOLDS = a_fact("person.employed", Kind.YES_NO)
REMARKS = (RuleKind.SCHEME, RuleKind.WARNING, RuleKind.INFO, RuleKind.ADVICE, RuleKind.RANKING)
YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN


def outcome(kind: RuleKind, applies: bool | None, holds: bool | None) -> Outcome:
    facts = {"offering.asks_employment": applies, "person.employed": holds}
    return judge(a_rule(Truth(HOLDS), kind=kind, only_if=Truth(APPLIES)), facts, DAY).outcome


@pytest.mark.parametrize("kind", [RuleKind.ADMISSION, RuleKind.OBLIGATION])
@pytest.mark.parametrize(
    ("applies", "holds", "expected"),
    [
        (True, True, YES),
        (True, False, NO),
        (True, None, UNKNOWN),
        (None, True, YES),
        (None, False, UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_an_admission_or_obligation_passes_where_it_does_not_apply_or_where_it_holds(
    kind: RuleKind, applies: bool | None, holds: bool | None, expected: Outcome
) -> None:
    assert outcome(kind, applies, holds) is expected


@pytest.mark.parametrize("kind", REMARKS)
@pytest.mark.parametrize(
    ("applies", "holds", "expected"),
    [
        (True, True, YES),
        (True, False, NO),
        (True, None, UNKNOWN),
        (None, True, UNKNOWN),
        (None, False, NO),
        (None, None, UNKNOWN),
    ],
)
def test_other_kinds_are_said_only_where_they_apply_and_hold(
    kind: RuleKind, applies: bool | None, holds: bool | None, expected: Outcome
) -> None:
    assert outcome(kind, applies, holds) is expected


@pytest.mark.parametrize("kind", RuleKind)
@pytest.mark.parametrize("holds", [True, False, None])
def test_a_rule_whose_only_if_is_no_does_not_apply(kind: RuleKind, holds: bool | None) -> None:
    assert outcome(kind, False, holds) is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 12, 31), Outcome.NOT_IN_FORCE),
        (date(2026, 1, 1), YES),
        (date(2026, 12, 31), YES),
        (date(2027, 1, 1), Outcome.NOT_IN_FORCE),
    ],
)
def test_a_rule_is_in_force_on_its_first_and_last_day_and_not_beside_them(day: date, expected: Outcome) -> None:
    rule = a_rule(Truth(HOLDS), period=Period(first=date(2026, 1, 1), last=date(2026, 12, 31)))
    assert judge(rule, {"person.employed": True}, day).outcome is expected


def test_a_rule_that_is_only_there_to_be_read_is_never_in_force() -> None:
    assert judge(a_rule(Truth(HOLDS), in_force=False), {"person.employed": False}, DAY).outcome is Outcome.NOT_IN_FORCE


def test_a_rule_not_in_force_has_no_trace() -> None:
    assert judge(a_rule(Truth(HOLDS), only_if=Truth(APPLIES), in_force=False), {}, DAY).traces == ()


def test_a_rule_that_does_not_apply_shows_why_and_does_not_look_further() -> None:
    verdict = judge(a_rule(Truth(HOLDS), only_if=Truth(APPLIES)), {"offering.asks_employment": False}, DAY)
    assert (verdict.only_if is not None, verdict.when) == (True, None)


def test_a_leaf_tells_each_fact_once_in_order_of_reading_also_where_the_answer_was_clear_before() -> None:
    test = Every((compared(AGE, ">=", 21), compared(KIND, "==", "bol"), compared(AGE, "<", 27)))
    verdict = judge(a_rule(test), {"person.age": 17}, DAY)
    assert verdict.when is not None
    assert [(read.fact.name, read.value) for read in verdict.when.reads] == [
        ("person.age", 17),
        ("offering.kind", None),
    ]


@pytest.mark.parametrize(
    ("day", "value", "since"),
    [
        (date(2026, 12, 31), 18, date(1988, 1, 1)),
        (date(2027, 1, 1), 21, date(2027, 1, 1)),
        (date(1987, 12, 31), None, None),
    ],
)
def test_a_leaf_tells_its_parameter_and_from_when_the_value_holds(
    day: date, value: int | None, since: date | None
) -> None:
    adult = a_parameter("adult", {date(1988, 1, 1): 18, date(2027, 1, 1): 21})
    verdict = judge(a_rule(compared(AGE, ">=", ParameterValue(adult))), {"person.age": 20}, day)
    assert verdict.when is not None
    assert [(read.value, read.since) for read in verdict.when.parameters] == [(value, since)]


def nested(age: int | None, kind: str | None, works: bool | None) -> Verdict:
    """all: [adult, any: [school, not: [free]]]"""
    choice = AnyOf(
        parts=(a_leaf(compared(KIND, "==", "bol"), "school"), NotOf(part=a_leaf(Truth(HOLDS), "free"))),
    )
    rule = a_rule(AllOf(parts=(a_leaf(compared(AGE, ">=", 18), "adult"), choice)))
    return judge(rule, {"person.age": age, "offering.kind": kind, "person.employed": works}, DAY)


def deciding(verdict: Verdict) -> list[str]:
    return [node.leaf.id for node in deciding_leaves(verdict) if node.leaf]


def test_the_trace_has_the_shape_of_the_condition() -> None:
    trace = nested(18, "bol", True).when
    assert trace is not None
    assert (trace.how, trace.children[0].how, trace.children[1].how) == (How.ALL, How.LEAF, How.ANY)
    assert [child.how for child in trace.children[1].children] == [How.LEAF, How.NOT]


@pytest.mark.parametrize(
    ("age", "kind", "works", "expected", "leaves"),
    [
        (18, "bol", True, YES, ["adult", "school"]),
        (18, "bbl", False, YES, ["adult", "free"]),
        (18, "bbl", True, NO, ["school", "free"]),
        (17, "bol", True, NO, ["adult"]),
        (17, "bbl", True, NO, ["adult", "school", "free"]),
        (None, "bol", True, UNKNOWN, ["adult"]),
        (18, None, None, UNKNOWN, ["school", "free"]),
        (None, "bbl", True, NO, ["school", "free"]),
        (None, None, None, UNKNOWN, ["adult", "school", "free"]),
    ],
)
def test_the_leaves_that_decide_are_those_that_made_the_answer(
    age: int | None, kind: str | None, works: bool | None, expected: Outcome, leaves: list[str]
) -> None:
    verdict = nested(age, kind, works)
    assert (verdict.outcome, deciding(verdict)) == (expected, leaves)


def test_of_an_admission_that_may_not_apply_the_question_is_whether_it_does() -> None:
    rule = a_rule(a_leaf(Truth(HOLDS), "when"), only_if=a_leaf(Truth(APPLIES), "applies"))
    assert deciding(judge(rule, {"person.employed": False}, DAY)) == ["applies"]


def test_of_a_rule_that_does_not_apply_the_leaves_of_only_if_decide() -> None:
    rule = a_rule(a_leaf(Truth(HOLDS), "when"), only_if=a_leaf(Truth(APPLIES), "applies"))
    assert deciding(judge(rule, {"offering.asks_employment": False}, DAY)) == ["applies"]
