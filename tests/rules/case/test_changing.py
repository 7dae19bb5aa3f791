"""What would open a closed door: the cheapest change of what can be changed, confirmed by judging again."""

from collections.abc import Callable
from datetime import date

import pytest

from gouden_poort.rules.book.rule import AllOf, AnyOf, Condition, NotOf, Period, RuleKind
from gouden_poort.rules.case.changing import Changes, cheapest_change
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
    Shares,
    Some,
    Test,
    Truth,
    Word,
)
from gouden_poort.rules.language.words import Fact, Facts, Kind, Subject, Value
from tests.rules.builders import DAY, a_fact, a_leaf, a_rule, compared

AGE = a_fact("person.age", unit="year")
CEFR = a_fact("person.cefr", Kind.LEVEL, changeable=True, effort=15)
NLQF = a_fact("person.nlqf", highest=8, changeable=True, effort=52)
HOURS = a_fact("person.hours_per_week", unit="hour", changeable=True)
TRAVEL = a_fact("person.max_travel_minutes", unit="minute", changeable=True, effort=3)
BUDGET = a_fact("person.budget_eur", Kind.MONEY, unit="euro", changeable=True, decimals=2, highest=100_000)
VCA = a_fact("person.has_vca", Kind.YES_NO, changeable=True, effort=2)
WORKS = a_fact("person.employed", Kind.YES_NO, changeable=True, effort=20)
MODES = a_fact("person.modes", Kind.SET, values=("bike", "transit", "car"), changeable=True, effort=4)
SKILLS = a_fact("person.skills", Kind.SKILLS, changeable=True, effort=8)
PLAN = a_fact("person.plan", Kind.CHOICE, values=("a", "b", "c"), changeable=True, effort=5)
PLANS = a_fact("offering.plans", Kind.SET, values=("a", "b", "c"))
COURSE = a_fact("offering.nlqf", highest=8)
ASKED = a_fact("offering.required_skills", Kind.SKILLS)
WAYS = a_fact("offering.modes", Kind.SET, values=("bike", "transit", "car"))
RECOGNISED = a_fact("employer.recognised", Kind.YES_NO, changeable=True, effort=3)
ONLINE = a_fact("offering.online", Kind.YES_NO, changeable=True)

After = dict[str, Value]


def search(*conditions: Condition | Test, facts: Facts, day: date = DAY) -> Changes | None:
    return cheapest_change([a_rule(one) for one in conditions], facts, day)


def after(*conditions: Condition | Test, facts: Facts) -> tuple[After, int] | None:
    """What everything becomes, and the effort."""
    found = search(*conditions, facts=facts)
    return None if found is None else ({change.fact.name: change.after for change in found.changes}, found.effort)


@pytest.mark.parametrize(
    ("test", "facts", "becomes", "effort"),
    [
        (compared(CEFR, ">=", "B1"), {"person.cefr": "A1"}, {"person.cefr": "B1"}, 30),
        (compared("A2", "<", CEFR), {"person.cefr": "A1"}, {"person.cefr": "B1"}, 30),
        (compared(NLQF, ">=", 4), {"person.nlqf": 2}, {"person.nlqf": 4}, 104),
        (compared(NLQF, ">", 4), {"person.nlqf": 2}, {"person.nlqf": 5}, 156),
        (compared(HOURS, "==", 32), {"person.hours_per_week": 20}, {"person.hours_per_week": 32}, 12),
        (compared(HOURS, "!=", 32), {"person.hours_per_week": 32}, {"person.hours_per_week": 31}, 1),
        (compared(HOURS, "<=", 32), {"person.hours_per_week": 40}, {"person.hours_per_week": 32}, 8),
        (compared(BUDGET, ">=", 100), {"person.budget_eur": 9950}, {"person.budget_eur": 10000}, 1),
        (Truth(VCA), {"person.has_vca": False}, {"person.has_vca": True}, 2),
        (Contains(MODES, "car"), {"person.modes": frozenset()}, {"person.modes": frozenset({"car"})}, 4),
        (Negation(Empty(MODES)), {"person.modes": frozenset()}, {"person.modes": frozenset({"bike"})}, 4),
        (OneOf(PLAN, ("b", "c")), {"person.plan": "a"}, {"person.plan": "b"}, 5),
        (Negation(OneOf(PLAN, ("a", "b"))), {"person.plan": "a"}, {"person.plan": "c"}, 5),
        (
            compared(COURSE, "<=", Calculation(Operator.PLUS, FactValue(NLQF), Number(1))),
            {"person.nlqf": 1, "offering.nlqf": 4},
            {"person.nlqf": 3},
            104,
        ),
        (
            compared(CEFR, ">=", Lookup((COURSE,), (((1,), Word("A1")), ((4,), Word("B2"))), Word("B1"))),
            {"person.cefr": "A2", "offering.nlqf": 4},
            {"person.cefr": "B2"},
            30,
        ),
        (
            compared(COURSE, "<=", Lookup((NLQF,), (((1,), Number(2)), ((3,), Number(4))), Number(0))),
            {"person.nlqf": 0, "offering.nlqf": 4},
            {"person.nlqf": 3},
            156,
        ),
        (
            Covers(SKILLS, ASKED),
            {"person.skills": {"weld": 1, "saw": 4}, "offering.required_skills": {"weld": 3, "bend": 2}},
            {"person.skills": {"weld": 3, "saw": 4, "bend": 2}},
            32,
        ),
        (
            Covers(MODES, WAYS),
            {"person.modes": frozenset({"car"}), "offering.modes": frozenset({"bike", "transit"})},
            {"person.modes": frozenset({"car", "bike", "transit"})},
            8,
        ),
        (
            Shares(WAYS, MODES),
            {"person.modes": frozenset({"bike"}), "offering.modes": frozenset({"transit", "car"})},
            {"person.modes": frozenset({"bike", "car"})},
            4,
        ),
        (
            ContainsFact(PLANS, PLAN),
            {"person.plan": "a", "offering.plans": frozenset({"c"})},
            {"person.plan": "c"},
            5,
        ),
    ],
)
def test_the_nearest_value_that_opens_the_door_is_proposed(
    test: Test, facts: Facts, becomes: After, effort: int
) -> None:
    assert after(test, facts=facts) == (becomes, effort)


@pytest.mark.parametrize(
    ("test", "facts"),
    [
        (compared(AGE, ">=", 18), {"person.age": 17}),
        (compared(CEFR, "<", "B1"), {"person.cefr": "B2"}),
        (compared(NLQF, "<", 2), {"person.nlqf": 4}),
        (Negation(Truth(WORKS)), {"person.employed": True}),
        (Negation(Contains(MODES, "car")), {"person.modes": frozenset({"car"})}),
        (compared(NLQF, ">", 8), {"person.nlqf": 4}),
        (Truth(ONLINE), {"offering.online": False}),
    ],
)
def test_nothing_helps_where_it_cannot_be_changed_or_would_be_given_up(test: Test, facts: Facts) -> None:
    assert search(test, facts=facts) is None


def leaf(test: Test, name: str = "leaf") -> Condition:
    return a_leaf(test, name)


DUTCH, DIPLOMA, PAPER = compared(CEFR, ">=", "B1"), compared(NLQF, ">=", 3), Truth(VCA)
LOW: Facts = {"person.cefr": "A2", "person.nlqf": 2, "person.has_vca": False, "person.age": 17}


def test_all_asks_for_everything_that_fails() -> None:
    assert after(AllOf(parts=(leaf(DUTCH), leaf(PAPER))), facts=LOW) == (
        {"person.cefr": "B1", "person.has_vca": True},
        17,
    )


def test_any_takes_the_cheapest() -> None:
    assert after(AnyOf(parts=(leaf(DIPLOMA), leaf(DUTCH))), facts=LOW) == ({"person.cefr": "B1"}, 15)


def test_any_takes_two_small_changes_rather_than_a_great_one() -> None:
    both = AllOf(parts=(leaf(DUTCH), leaf(PAPER)))
    assert after(AnyOf(parts=(leaf(DIPLOMA), both)), facts=LOW) == ({"person.cefr": "B1", "person.has_vca": True}, 17)


def test_any_passes_over_what_cannot_be_changed() -> None:
    assert after(AnyOf(parts=(leaf(compared(AGE, ">=", 18)), leaf(DUTCH))), facts=LOW) == ({"person.cefr": "B1"}, 15)


def test_all_with_something_that_cannot_be_changed_has_no_way() -> None:
    assert search(AllOf(parts=(leaf(compared(AGE, ">=", 18)), leaf(DUTCH))), facts=LOW) is None


def test_under_not_a_part_is_made_to_fail() -> None:
    little = NotOf(part=AllOf(parts=(leaf(compared(CEFR, "<", "B1")), leaf(compared(NLQF, "<", 3)))))
    assert after(little, facts=LOW) == ({"person.cefr": "B1"}, 15)


def test_two_rules_about_one_fact_ask_for_the_higher() -> None:
    assert after(DUTCH, compared(CEFR, ">=", "B2"), facts=LOW) == ({"person.cefr": "B2"}, 30)


def test_a_change_that_another_rule_forbids_gives_way_to_the_next_cheapest() -> None:
    cheap_or_dear = Some((compared(HOURS, "<=", 10), DUTCH))
    facts = {**LOW, "person.hours_per_week": 16}
    assert after(cheap_or_dear, compared(HOURS, ">=", 16), facts=facts) == ({"person.cefr": "B1"}, 15)


def test_a_change_that_makes_another_rule_fail_brings_that_one_along() -> None:
    more_hours = compared(HOURS, ">=", 20)
    then_travel = Some((compared(HOURS, "<", 20), compared(TRAVEL, ">=", 30)))
    facts = {"person.hours_per_week": 15, "person.max_travel_minutes": 20}
    assert after(more_hours, then_travel, facts=facts) == (
        {"person.hours_per_week": 20, "person.max_travel_minutes": 30},
        35,
    )


def test_a_number_between_two_limits_goes_just_inside() -> None:
    between = Every((compared(HOURS, ">=", 20), compared(HOURS, "<", 30)))
    assert after(between, facts={"person.hours_per_week": 50}) == ({"person.hours_per_week": 29}, 21)


def test_two_numbers_that_only_help_together_both_rise() -> None:
    total = Calculation(Operator.PLUS, FactValue(NLQF), FactValue(HOURS))
    found = after(compared(total, ">=", 105), facts={"person.nlqf": 0, "person.hours_per_week": 90})
    assert found == ({"person.nlqf": 5, "person.hours_per_week": 100}, 270)


def test_a_rule_can_be_made_not_to_apply() -> None:
    rule = a_rule(compared(AGE, ">=", 18), only_if=compared(CEFR, "<", "B1"))
    found = cheapest_change([rule], LOW, DAY)
    assert found is not None
    assert [(change.fact, change.before, change.after) for change in found.changes] == [(CEFR, "A2", "B1")]


def test_a_door_that_is_not_closed_needs_nothing() -> None:
    assert search(DUTCH, facts={"person.cefr": "B1"}) == Changes(changes=(), sure=True)


def test_a_door_that_is_not_known_to_be_open_needs_nothing_and_is_not_sure() -> None:
    assert search(DUTCH, facts={}) == Changes(changes=(), sure=False)


def test_what_is_not_known_is_left_alone() -> None:
    assert after(AllOf(parts=(leaf(DUTCH), leaf(PAPER))), facts={"person.cefr": "A2"}) == ({"person.cefr": "B1"}, 15)


def test_after_it_a_question_may_remain() -> None:
    found = search(DUTCH, PAPER, facts={"person.cefr": "A2"})
    assert found is not None
    assert not found.sure


def test_of_equal_efforts_the_one_that_leaves_no_question_is_proposed() -> None:
    asks = a_fact("person.asks", Kind.YES_NO, changeable=True, effort=2)
    either = Some((Every((Truth(asks), Truth(a_fact("offering.asked", Kind.YES_NO)))), PAPER))
    found = search(either, facts={"person.asks": False, "person.has_vca": False})
    assert found is not None
    assert ([change.fact.name for change in found.changes], found.sure) == (["person.has_vca"], True)


def test_what_only_an_employer_can_change_is_marked_so() -> None:
    found = search(Truth(RECOGNISED), facts={"employer.recognised": False})
    assert found is not None
    assert [change.by for change in found.changes] == [Subject.EMPLOYER]


def test_the_value_before_is_told_too() -> None:
    found = search(DUTCH, facts=LOW)
    assert found is not None
    assert [change.before for change in found.changes] == ["A2"]


def test_what_is_out_of_reach_is_not_proposed() -> None:
    no_course: Callable[[Fact, Value], bool] = lambda fact, _: fact is not CEFR  # noqa: E731
    found = cheapest_change([a_rule(Some((DUTCH, DIPLOMA)))], LOW, DAY, reachable=no_course)
    assert found is not None
    assert [change.fact for change in found.changes] == [NLQF]


@pytest.mark.parametrize("kind", [kind for kind in RuleKind if kind is not RuleKind.ADMISSION])
def test_only_admission_rules_close_a_door(kind: RuleKind) -> None:
    assert cheapest_change([a_rule(DUTCH, kind=kind)], LOW, DAY) == Changes(changes=(), sure=True)


@pytest.mark.parametrize(("day", "closed"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
def test_a_rule_that_has_ended_closes_nothing(day: date, closed: bool) -> None:
    rule = a_rule(DUTCH, period=Period(last=date(2026, 12, 31)))
    found = cheapest_change([rule], LOW, day)
    assert found is not None
    assert bool(found.changes) is closed
