"""No rule of the book is idle, and no rules together shut what should be open: proved for all cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
import z3

from gouden_poort.rules.book.rule import Rule, RuleKind
from gouden_poort.rules.judge import subjects_of
from gouden_poort.rules.language.words import Subject
from gouden_poort.rules.loading.books import builtin_rulebook
from tests.rules.builtin.solver import Formulas, can_be

BOOK = builtin_rulebook()
DAY = date(2027, 2, 1)
ADULT_WHO_MAY_WORK = {"person.age": 30, "person.right_to_work": "free"}


def a_day_of(rule: Rule) -> date:
    """A day on which the rule counts."""
    return DAY if rule.period.holds(DAY) else rule.period.last or rule.period.first or DAY


def rules_of(kind: RuleKind) -> list[Rule]:
    return [rule for rule in BOOK.rules if rule.kind is kind and rule.is_in_force_on(DAY)]


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: f"{rule.id}@{rule.place.line}")
def test_a_rule_can_say_yes_and_no_where_it_applies(rule: Rule) -> None:
    formulas = Formulas(a_day_of(rule))
    applies, when = formulas.applies(rule), formulas.condition(rule.when)
    assert can_be(formulas, applies, when)
    assert can_be(formulas, applies, z3.Not(when))


def where(formulas: Formulas, known: Mapping[str, int | str]) -> list[z3.BoolRef]:
    """What is given of a case."""
    facts = BOOK.words.facts
    return [
        formulas.fact(facts[name]) == (value if isinstance(value, int) else facts[name].values.index(value))
        for name, value in known.items()
    ]


@pytest.mark.parametrize("kind", BOOK.words.facts["offering.kind"].values)
@pytest.mark.parametrize("nlqf", range(6))
def test_some_adult_may_follow_each_kind_of_training_at_each_level(kind: str, nlqf: int) -> None:
    formulas = Formulas(DAY)
    laws = [rule for rule in rules_of(RuleKind.ADMISSION) if subjects_of(rule) <= {Subject.PERSON, Subject.OFFERING}]
    passing = [formulas.passes(rule) for rule in laws]
    given = where(formulas, ADULT_WHO_MAY_WORK | {"offering.kind": kind, "offering.nlqf": nlqf})
    assert can_be(formulas, *passing, *given, formulas.is_so("offering.is_qualification"))


@pytest.mark.parametrize("kind", ["job", "bbl"])
@pytest.mark.parametrize("age", [16, 17, 18, 30, 66])
def test_someone_of_each_age_may_work(kind: str, age: int) -> None:
    formulas = Formulas(DAY)
    laws = [rule for rule in rules_of(RuleKind.ADMISSION) if Subject.OFFERING not in subjects_of(rule)]
    passing = [formulas.passes(rule) for rule in laws]
    given = where(formulas, {"person.age": age, "person.right_to_work": "free", "position.kind": kind})
    assert can_be(formulas, *passing, *given)


def test_nobody_who_may_not_work_gets_paid_work_but_status_holders() -> None:
    formulas = Formulas(DAY)
    passing = [formulas.passes(rule) for rule in rules_of(RuleKind.ADMISSION)]
    given = where(formulas, {"person.age": 30, "person.right_to_work": "not_allowed", "position.hours_per_week": 32})
    status_holder = formulas.has("person.groups", "status_holder")
    assert can_be(formulas, *passing, *given, status_holder)
    assert not can_be(formulas, *passing, *given, z3.Not(status_holder))
