"""Whether a rule that reads well can be meant so: it has two answers, its figures are known, it closes a door."""

from __future__ import annotations

from collections.abc import Iterator

from gouden_poort.rules.book.rule import Condition, Leaf, Rule, RuleKind
from gouden_poort.rules.language.bounds import only_answer
from gouden_poort.rules.language.tree import Expression, Test
from gouden_poort.rules.language.walking import facts_in, parameters_in
from gouden_poort.rules.language.words import Subject
from gouden_poort.rules.loading.conditions import as_test, leaves
from gouden_poort.rules.loading.nodes import shortened
from gouden_poort.rules.loading.rules import WrittenRule
from gouden_poort.rules.loading.section import Section

_ANSWERS = {True: "always yes", False: "always no"}


def check_meaning(written: WrittenRule) -> bool:
    """Tells what cannot be meant; whether nothing was told."""
    faults, before = written.section.faults, written.section.faults.count
    for key, condition in (("only_if", written.rule.only_if), ("when", written.rule.when)):
        if condition is not None:
            _check_answers(key, condition, written)
    _check_begin(written)
    if written.rule.kind is RuleKind.ADMISSION and not _closes_something(written.rule):
        faults.at(
            written.section.key("when"),
            "a fact of an offering, position, occupation or employer: an admission says what it closes",
            found="facts of the person only",
        )
    return faults.count == before


def _check_answers(key: str, condition: Condition, written: WrittenRule) -> None:
    faults, before = written.section.faults, written.section.faults.count
    for leaf in leaves(condition):
        only = only_answer(leaf.test)
        if only is not None:
            faults.on(
                leaf.place.line,
                leaf.place.column,
                f"{shortened(leaf.text)}: {_ANSWERS[only]}",
                "a test that can be yes and no",
            )
    if faults.count == before and not isinstance(condition, Leaf):
        only = only_answer(as_test(condition))
        if only is not None:
            faults.at(written.section.key(key), "a condition that can be yes and no", found=f"{key}: {_ANSWERS[only]}")


def _check_begin(written: WrittenRule) -> None:
    """A rule may not hold before the figures it reads."""
    first = written.rule.period.first
    for tree, line, column in _trees(written.rule, written.section):
        for parameter in parameters_in(tree):
            begin = parameter.values[0][0]
            if first is None or first < begin:
                written.section.faults.on(
                    line, column, f"{parameter.name}, known from {begin}",
                    f"figures that are known from {first}, the first day of the rule" if first
                    else f"a first day for the rule: valid: {{from: {begin}}} or later",
                )  # fmt: skip


def _trees(rule: Rule, section: Section) -> Iterator[tuple[Test | Expression, int, int]]:
    for leaf in (*leaves(rule.only_if), *leaves(rule.when)):
        yield leaf.test, leaf.place.line, leaf.place.column
    if rule.scheme and rule.scheme.amount:
        at = section.key("amount")
        yield rule.scheme.amount.value, at.line, at.column
    if rule.scheme and rule.scheme.stacking.together_at_most:
        at = section.key("stacking")
        yield rule.scheme.stacking.together_at_most, at.line, at.column


def _closes_something(rule: Rule) -> bool:
    conditions = [condition for condition in (rule.only_if, rule.when) if condition is not None]
    return any(fact.subject is not Subject.PERSON for condition in conditions for fact in facts_in(as_test(condition)))
