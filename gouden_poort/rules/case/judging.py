"""One rule judged for one case, with a trace of every node: the texts, questions and proposals are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from gouden_poort.rules.book.rule import MUST_HOLD, AllOf, AnyOf, Condition, Leaf, NotOf, Rule
from gouden_poort.rules.case.evaluating import answer
from gouden_poort.rules.case.verdict import How, Outcome, Read, ReadParameter, Trace, Verdict
from gouden_poort.rules.language.kleene import every, opposite, some
from gouden_poort.rules.language.words import Facts

_OUTCOMES = {True: Outcome.YES, False: Outcome.NO, None: Outcome.UNKNOWN}


def judge(rule: Rule, facts: Facts, day: date) -> Verdict:
    """How a rule stands for these facts on a day."""
    if not rule.is_in_force_on(day):
        return Verdict(rule=rule, day=day, outcome=Outcome.NOT_IN_FORCE, only_if=None, when=None)
    only_if = None if rule.only_if is None else trace(rule.only_if, facts, day)
    if only_if is not None and only_if.answer is False:
        return Verdict(rule=rule, day=day, outcome=Outcome.NOT_APPLICABLE, only_if=only_if, when=None)
    when = trace(rule.when, facts, day)
    applies = True if only_if is None else only_if.answer
    return Verdict(rule=rule, day=day, outcome=_outcome(rule, applies, when.answer), only_if=only_if, when=when)


def outcome_of(rule: Rule, facts: Facts, day: date) -> Outcome:
    """The outcome of `judge`, without its trace."""
    if not rule.is_in_force_on(day):
        return Outcome.NOT_IN_FORCE
    applies = True if rule.only_if is None else _answer(rule.only_if, facts, day)
    if applies is False:
        return Outcome.NOT_APPLICABLE
    return _outcome(rule, applies, _answer(rule.when, facts, day))


def _outcome(rule: Rule, applies: bool | None, holds: bool | None) -> Outcome:
    """How a rule that may apply stands by both of its answers."""
    if rule.kind in MUST_HOLD:
        return _OUTCOMES[some((opposite(applies), holds))]
    return _OUTCOMES[every((applies, holds))]


def deciding_leaves(verdict: Verdict) -> tuple[Trace, ...]:
    """The leaves that made the outcome what it is; of a rule that does not apply those that say so."""
    match verdict.outcome:
        case Outcome.UNKNOWN:
            unknown = (node for node in verdict.traces if node.answer is None)
            return tuple(leaf for node in unknown for leaf in node.deciding())
        case Outcome.NOT_APPLICABLE:
            return tuple(verdict.only_if.deciding()) if verdict.only_if else ()
        case _:
            return tuple(verdict.when.deciding()) if verdict.when else ()


def ways_out(verdict: Verdict) -> tuple[tuple[tuple[Trace, ...], ...], ...]:
    """What has to change before a no becomes a yes, one after the other; of each any one of its ways will do.

    A way is the leaves that must change together.
    """
    if verdict.outcome is not Outcome.NO or verdict.when is None:
        return ()
    return tuple(_ways_out(verdict.when, turned=False))


def _ways_out(node: Trace, *, turned: bool) -> Iterator[tuple[tuple[Trace, ...], ...]]:
    if node.how is How.LEAF:
        yield ((node,),)
    elif node.how is How.NOT:
        yield from _ways_out(node.children[0], turned=not turned)
    elif node.how is (How.ALL if turned else How.ANY):
        yield tuple(tuple(child.deciding()) for child in node.children)
    else:
        for child in node.children:
            if child.answer is node.answer:
                yield from _ways_out(child, turned=turned)


def trace(condition: Condition, facts: Facts, day: date) -> Trace:
    """A condition with the answer of each of its nodes, and what each leaf read."""
    match condition:
        case Leaf():
            return _leaf(condition, facts, day)
        case AllOf():
            parts = tuple(trace(part, facts, day) for part in condition.parts)
            return Trace(how=How.ALL, answer=every(part.answer for part in parts), children=parts)
        case AnyOf():
            parts = tuple(trace(part, facts, day) for part in condition.parts)
            return Trace(how=How.ANY, answer=some(part.answer for part in parts), children=parts)
        case NotOf():
            part = trace(condition.part, facts, day)
            return Trace(how=How.NOT, answer=opposite(part.answer), children=(part,))


def _leaf(leaf: Leaf, facts: Facts, day: date) -> Trace:
    return Trace(
        how=How.LEAF,
        answer=answer(leaf.test, facts, day),
        leaf=leaf,
        reads=tuple(Read(fact=fact, value=facts.get(fact.name)) for fact in leaf.facts),
        parameters=tuple(
            ReadParameter(parameter=one, value=one.on(day), since=one.since(day)) for one in leaf.parameters
        ),
    )


def shutting(rules: Iterable[Rule], facts: Facts, day: date) -> tuple[Rule, ...]:
    """The rules that surely say no; of admission rules those that shut the door."""
    return tuple(rule for rule in rules if is_no(rule, facts, day))


def is_no(rule: Rule, facts: Facts, day: date) -> bool:
    """Whether the outcome of `judge` is no; without its trace, for the many times that only this is asked."""
    if not rule.is_in_force_on(day):
        return False
    applies = True if rule.only_if is None else _answer(rule.only_if, facts, day)
    if applies is False or (applies is None and rule.kind in MUST_HOLD):
        return False
    return _answer(rule.when, facts, day) is False


def _answer(condition: Condition, facts: Facts, day: date) -> bool | None:
    match condition:
        case Leaf():
            return answer(condition.test, facts, day)
        case AllOf():
            return every(_answer(part, facts, day) for part in condition.parts)
        case AnyOf():
            return some(_answer(part, facts, day) for part in condition.parts)
        case NotOf():
            return opposite(_answer(condition.part, facts, day))
