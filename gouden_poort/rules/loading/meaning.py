"""Whether a rule that reads well can be meant so: it has two answers, its figures are known, it closes a door."""

from __future__ import annotations

from collections.abc import Iterator

from gouden_poort.rules.book.rule import Condition, Leaf, Rule, RuleKind, as_test, leaves_in
from gouden_poort.rules.case.placeholders import named_in
from gouden_poort.rules.language.bounds import Patience, only_answer
from gouden_poort.rules.language.tree import Expression, Test
from gouden_poort.rules.language.walking import facts_in, parameters_in
from gouden_poort.rules.language.words import Subject
from gouden_poort.rules.loading.nodes import Node, shortened
from gouden_poort.rules.loading.rules import WrittenRule

_ANSWERS = {True: "always yes", False: "always no"}


def check_meaning(written: WrittenRule, patience: Patience) -> bool:
    """Tells what cannot be meant; whether nothing was told."""
    faults, before = written.section.faults, written.section.faults.count
    for key, condition in (("only_if", written.rule.only_if), ("when", written.rule.when)):
        if condition is not None:
            _check_answers(key, condition, written, patience)
    _check_begin(written)
    _check_names(written)
    if written.rule.kind is RuleKind.ADMISSION and not _closes_something(written.rule):
        faults.at(
            written.section.key("when"),
            "a fact of an offering, position, occupation or employer: an admission says what it closes",
            found="facts of the person only",
        )
    return faults.count == before


def _check_answers(key: str, condition: Condition, written: WrittenRule, patience: Patience) -> None:
    faults, before = written.section.faults, written.section.faults.count
    for leaf in leaves_in(condition):
        only = only_answer(leaf.test, patience)
        if only is not None:
            found = f"{shortened(leaf.text)}: {_ANSWERS[only]}"
            faults.at(written.leaves[leaf.place].test, "a test that can be yes and no", found=found)
    if faults.count == before and not isinstance(condition, Leaf):
        only = only_answer(as_test(condition), patience)
        if only is not None:
            faults.at(written.section.key(key), "a condition that can be yes and no", found=f"{key}: {_ANSWERS[only]}")


def _check_begin(written: WrittenRule) -> None:
    """A rule may not hold before the figures it reads."""
    first = written.rule.period.first
    for tree, at in _trees(written):
        for parameter in parameters_in(tree):
            begin = parameter.values[0][0]
            if first is None or first < begin:
                expected = f"figures that are known from {first}, the first day of the rule"
                if first is None:
                    expected = f"a first day for the rule: valid: {{from: {begin}}} or later"
                written.section.faults.at(at, expected, found=f"{parameter.name}, known from {begin}")


def _check_names(written: WrittenRule) -> None:
    """What a leaf says is filled in with what its rule read; another name would stay there in braces."""
    faults = written.section.faults
    texts = [text for leaf in written.rule.leaves for text in written.leaves[leaf.place].texts if "{" in text.text]
    if not texts:
        return
    tests = [leaf.test for leaf in written.rule.leaves]
    read = {one.name for test in tests for one in facts_in(test)}
    read |= {one.name for test in tests for one in parameters_in(test)}
    for text in texts:
        for offset, name in named_in(text.text):
            if name not in read:
                expected = "a fact or parameter that a test of this rule reads"
                faults.inside(text, offset, f"{{{name}}}", expected, faults.guess(name, read))


def _trees(written: WrittenRule) -> Iterator[tuple[Test | Expression, Node]]:
    rule, section = written.rule, written.section
    for leaf in rule.leaves:
        yield leaf.test, written.leaves[leaf.place].test
    if rule.scheme and rule.scheme.amount:
        yield rule.scheme.amount.value, section.key("amount")
    if rule.scheme and rule.scheme.stacking.together_at_most:
        yield rule.scheme.stacking.together_at_most, section.key("stacking")


def _closes_something(rule: Rule) -> bool:
    return any(fact.subject is not Subject.PERSON for leaf in rule.leaves for fact in facts_in(leaf.test))
