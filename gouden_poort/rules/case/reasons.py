"""The reasons of a verdict in words: what, what is needed, what there is, and what is not certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gouden_poort.rules.book.rule import Rule, RuleKind, Source
from gouden_poort.rules.case.evaluating import deciding_atoms
from gouden_poort.rules.case.judging import deciding_leaves, ways_out
from gouden_poort.rules.case.missing import unknown_in
from gouden_poort.rules.case.needs import Case, Need, need
from gouden_poort.rules.case.placeholders import NAMES, filled, listed
from gouden_poort.rules.case.verdict import How, Outcome, Trace, Verdict
from gouden_poort.rules.case.wordings import (
    AS_ASKED,
    ASK,
    CHECK,
    ENDED,
    IN_THE_WAY,
    NEEDED,
    NOT_BEGUN,
    NOT_BEGUN_WITH_END,
    NOT_FOR,
    NOT_HERE,
    NOT_KNOWN_YET,
    NOT_NOW,
    NOT_SAID,
    NOT_SO,
    ONLY_SO,
    Language,
    day_in_words,
    in_language,
)
from gouden_poort.rules.language.tree import Negation
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Facts, Wording, WordList

REMARKS = (RuleKind.WARNING, RuleKind.INFO, RuleKind.ADVICE, RuleKind.RANKING)
"""Kinds that ask nothing: when they are silent, nothing is needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a rule stands as it does: one for each leaf that decides, or one for the whole rule."""

    rule_id: str
    leaf_id: str
    """Empty when the rule does not apply or is not in force."""
    answer: bool | None
    text: str
    needed: str
    """`A2 of hoger`; empty where the text says it all."""
    yours: str
    """`A1`"""
    asks: tuple[str, ...]
    """The names of facts that are missing here."""
    source: Source
    unsure: str
    """`Controleer dit: ...`; empty when the confidence in the rule is high."""
    not_expressed: tuple[str, ...]
    """`Vraag na: ...`, for each thing that the rule asks and no test can say."""


def reasons(verdict: Verdict, language: Language, *, names: Mapping[str, str] = NAMES) -> tuple[Reason, ...]:
    """The reasons of one verdict; `names` says what ids of the catalogue are called."""
    match verdict.outcome:
        case Outcome.NOT_IN_FORCE:
            return (_whole(verdict.rule, _when_in_force(verdict, language)),)
        case Outcome.NOT_APPLICABLE:
            return (_whole(verdict.rule, in_language(_not_for(verdict), language)),)
        case _:
            case = Case(facts=_facts(verdict), day=verdict.day, language=language, names=names)
            words = _words(verdict)
            return tuple(_of_leaf(verdict, leaf, case, words) for leaf in deciding_leaves(verdict))


def by_ways_out(verdict: Verdict, told: Iterable[Reason]) -> tuple[tuple[tuple[Reason, ...], ...], ...]:
    """The reasons of a no by what has to change; where one of several things is enough they stand together.

    The reasons of any other outcome stand each by themselves, and so do those of a remark, which asks nothing.
    """
    by_leaf = {reason.leaf_id: reason for reason in told}
    if verdict.outcome is not Outcome.NO or verdict.rule.kind in REMARKS:
        return tuple(((reason,),) for reason in by_leaf.values())
    return tuple(
        tuple(tuple(by_leaf[leaf.leaf.id] for leaf in way if leaf.leaf) for way in ways) for ways in ways_out(verdict)
    )


def _of_leaf(verdict: Verdict, node: Trace, case: Case, words: WordList) -> Reason:
    rule, leaf = verdict.rule, node.leaf
    assert leaf is not None  # noqa: S101 - what decides is a leaf
    asks = unknown_in(node, verdict.day)
    wording = leaf.wording or rule.wording
    shown = _need(verdict, node, case)
    return Reason(
        rule_id=rule.id,
        leaf_id=leaf.id,
        answer=node.answer,
        text=case.say(
            _pattern(verdict, node, asks=bool(asks)),
            condition=filled(
                in_language(wording, case.language),
                case.facts,
                case.day,
                words,
                case.language,
                names=case.names,
                dutch=wording.nl,
            ),
            facts=listed((in_language(fact.wording, case.language) for fact in asks), case.language),
        ),
        needed=shown.needed,
        yours=shown.yours,
        asks=tuple(fact.name for fact in asks),
        source=rule.source,
        unsure=case.say(CHECK, text=in_language(rule.unsure, case.language)) if rule.unsure else "",
        not_expressed=tuple(case.say(ASK, text=in_language(one, case.language)) for one in rule.not_expressed),
    )


def _need(verdict: Verdict, node: Trace, case: Case) -> Need:
    """What the leaf needs; nothing of an `only_if`, which says where the rule applies, and nothing of a remark."""
    leaves = dict(_leaves(verdict.when)) if verdict.when and verdict.rule.kind not in REMARKS else {}
    if node.leaf is None or id(node) not in leaves:
        return Need()
    return need(node.leaf.test, case, wanted=not leaves[id(node)])


def _leaves(node: Trace, *, turned: bool = False) -> Iterator[tuple[int, bool]]:
    """Each leaf of a trace by identity, and whether it stands under an uneven number of `not`."""
    if node.how is How.LEAF:
        yield id(node), turned
    for child in node.children:
        yield from _leaves(child, turned=turned is not (node.how is How.NOT))


def _pattern(verdict: Verdict, node: Trace, *, asks: bool) -> Wording:
    if node.answer is None:
        return NOT_KNOWN_YET if asks else NOT_SAID
    if verdict.outcome is Outcome.NO and verdict.rule.kind not in REMARKS:
        if node.answer:
            return IN_THE_WAY
        return ONLY_SO if node.leaf is not None and isinstance(node.leaf.test, Negation) else NEEDED
    return AS_ASKED if node.answer else NOT_SO


def _whole(rule: Rule, text: str) -> Reason:
    return Reason(
        rule_id=rule.id,
        leaf_id="",
        answer=None,
        text=text,
        needed="",
        yours="",
        asks=(),
        source=rule.source,
        unsure="",
        not_expressed=(),
    )


def _when_in_force(verdict: Verdict, language: Language) -> str:
    period, day = verdict.rule.period, verdict.day
    first = day_in_words(period.first, language) if period.first else ""
    last = day_in_words(period.last, language) if period.last else ""
    wording = NOT_NOW
    if verdict.rule.in_force and period.last and period.last < day:
        wording = ENDED
    elif verdict.rule.in_force and not period.holds(day):
        wording = NOT_BEGUN_WITH_END if last else NOT_BEGUN
    return in_language(wording, language).format(first=first, last=last)


def _not_for(verdict: Verdict) -> Wording:
    facts = _facts(verdict)
    about = {
        fact.subject
        for node in deciding_leaves(verdict)
        if node.leaf is not None
        for atom, _ in deciding_atoms(node.leaf.test, facts, verdict.day)
        for fact in facts_in(atom)
    }
    return NOT_FOR[about.pop()] if len(about) == 1 else NOT_HERE


def _facts(verdict: Verdict) -> Facts:
    return {read.fact.name: read.value for leaf in _read_leaves(verdict) for read in leaf.reads}


def _words(verdict: Verdict) -> WordList:
    """The words that the rule read: a text of a leaf names no others."""
    facts = {read.fact.name: read.fact for leaf in _read_leaves(verdict) for read in leaf.reads}
    parameters = {one.parameter.name: one.parameter for leaf in _read_leaves(verdict) for one in leaf.parameters}
    return WordList(facts=facts, parameters=parameters)


def _read_leaves(verdict: Verdict) -> Iterator[Trace]:
    waiting = list(verdict.traces)
    while waiting:
        node = waiting.pop()
        waiting.extend(node.children)
        if node.how is How.LEAF:
            yield node
