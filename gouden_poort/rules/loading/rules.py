"""Reading one rule: everything that can be said about it without looking at another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gouden_poort.rules.book.rule import Condition, Confidence, Period, Place, Rule, RuleKind, Source, leaves_in
from gouden_poort.rules.language.words import Wording
from gouden_poort.rules.loading.conditions import read_condition
from gouden_poort.rules.loading.examples import Written, read_examples
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.names import rule_name
from gouden_poort.rules.loading.nodes import Items, Node, Scalar
from gouden_poort.rules.loading.schemes import SCHEME_KEYS, read_terms
from gouden_poort.rules.loading.section import Section
from gouden_poort.rules.loading.texts import Texts, WrittenLeaf

_REQUIRED = ("id", "kind", "source", "when")
_OPTIONAL = (
    "nl", "en", "valid", "in_force", "confidence", "unsure", "only_if", "not_expressed", "points", "tests", *SCHEME_KEYS
)  # fmt: skip
_MOST_POINTS = 1000
_ADDRESS = re.compile(r"https?://[^\s\"<>\\]+")
MOST_LEAVES = 50


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WrittenRule:
    """A sound rule beside where it was read."""

    rule: Rule
    section: Section
    examples: tuple[Written, ...]
    leaves: Mapping[Place, WrittenLeaf]
    """What each leaf was read from, by its place."""
    whole: bool
    """Whether every example of it could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What stays known of a rule that may be broken: others may name it, and its period still counts."""

    id: str
    at: Scalar
    faults: Faults
    kind: str
    period: Period | None


def read_rule(node: Node, texts: Texts) -> tuple[WrittenRule | None, Named | None]:
    """A rule, if it is sound but for its examples; and its name, if it has one."""
    faults, before = texts.faults, texts.faults.count
    section = Section(node, faults, "a rule", required=_REQUIRED, optional=_OPTIONAL)
    period = _period(section)
    named = _named(section, period)
    kind = _kind(section)
    wording = texts.wording(section)
    source = _source(section)
    confidence, unsure = _confidence(section, texts)
    points = _points(section, kind) if kind else None
    terms = read_terms(section, texts) if kind is RuleKind.SCHEME else None
    not_expressed = _not_expressed(section, texts)
    in_force = section.yes("in_force", default=True)
    only_if, when, conditions_sound = _conditions(section, texts)
    sound = faults.count == before
    ids = {leaf.id for condition in (only_if, when) for leaf in leaves_in(condition)} if conditions_sound else None
    before = faults.count
    day = (period and period.first) or (source and source.read_on)
    examples = read_examples(section.get("tests"), texts, ids, day or date.min)
    whole = faults.count == before
    if "tests" not in section:
        faults.at(node, "`tests`: examples that pass and that do not", found="no `tests`")
    if not sound or not (kind and when and source and period and wording and named):
        return None, named
    rule = Rule(
        id=named.id, kind=kind, wording=wording, period=period, in_force=in_force, source=source,
        confidence=confidence, unsure=unsure, only_if=only_if, when=when, not_expressed=not_expressed,
        scheme=terms, points=points, examples=tuple(written.example for written in examples), place=faults.place(node),
    )  # fmt: skip
    return WrittenRule(rule=rule, section=section, examples=examples, leaves=texts.leaves, whole=whole), named


def _named(section: Section, period: Period | None) -> Named | None:
    node = section.get("id")
    if node is None:
        return None
    if not isinstance(node, Scalar) or not rule_name(node, section.faults):
        if not isinstance(node, Scalar):
            section.faults.at(node, "the id of a rule")
        return None
    kind = section.get("kind")
    kind_text = kind.text if isinstance(kind, Scalar) else ""
    return Named(id=node.text, at=node, faults=section.faults, kind=kind_text, period=period)


def _kind(section: Section) -> RuleKind | None:
    before = section.faults.count
    kind = section.choice("kind", RuleKind, RuleKind.INFO)
    return kind if "kind" in section and section.faults.count == before else None


def _period(rule: Section) -> Period | None:
    node = rule.get("valid")
    if node is None:
        return Period()
    faults = rule.faults
    before = faults.count
    section = Section(node, faults, "valid", optional=("from", "to"))
    first, last = section.day("from"), section.day("to")
    if first and last and last < first:
        faults.at(section.get("to") or node, f"a last day that is not before {first}")
    return Period(first=first, last=last) if faults.count == before else None


def _source(rule: Section) -> Source | None:
    node = rule.get("source")
    if node is None:
        return None
    section = Section(node, rule.faults, "a source", required=("title", "read_on"), optional=("article", "url"))
    title, read_on, article, url = (
        section.text("title"),
        section.day("read_on"),
        section.text("article"),
        section.text("url"),
    )
    if url and not _ADDRESS.fullmatch(url):
        rule.faults.at(section.get("url") or node, "an address that begins with https://")
    return None if read_on is None else Source(title=title, read_on=read_on, article=article, url=url)


def _confidence(rule: Section, texts: Texts) -> tuple[Confidence, Wording | None]:
    before = rule.faults.count
    confidence = rule.choice("confidence", Confidence, Confidence.HIGH)
    known = rule.faults.count == before
    node = rule.get("unsure")
    if node is None:
        if confidence is not Confidence.HIGH:
            at = rule.get("confidence") or rule.at
            rule.faults.at(at, "`unsure` beside it: {nl, en} that say what is not certain")
        return confidence, None
    if known and confidence is Confidence.HIGH:
        rule.faults.at(rule.key("unsure"), "`unsure` only where confidence is medium or low")
    return confidence, texts.plain_wording(node, "unsure")


def _points(rule: Section, kind: RuleKind) -> int | None:
    points = rule.whole("points", -_MOST_POINTS, _MOST_POINTS)
    if kind is RuleKind.RANKING and "points" not in rule:
        rule.faults.at(rule.at, "`points` of a ranking", found="no `points`")
    elif kind is not RuleKind.RANKING and "points" in rule:
        rule.faults.at(rule.key("points"), f"no `points` in a rule of kind {kind.value}")
    if kind is not RuleKind.SCHEME:
        for key in SCHEME_KEYS:
            if key in rule:
                rule.faults.at(rule.key(key), f"no `{key}` in a rule of kind {kind.value}")
    return points


def _not_expressed(rule: Section, texts: Texts) -> tuple[Wording, ...]:
    node = rule.get("not_expressed")
    if node is None:
        return ()
    if not isinstance(node, Items) or not node.nodes:
        rule.faults.at(node, "a list of {nl, en}")
        return ()
    read = (texts.plain_wording(item, "one of not_expressed") for item in node.nodes)
    return tuple(wording for wording in read if wording is not None)


def _conditions(section: Section, texts: Texts) -> tuple[Condition | None, Condition | None, bool]:
    """`only_if`, `when`, and whether both could be read."""
    faults, before = texts.faults, texts.faults.count
    only_if_at, when_at = section.get("only_if"), section.get("when")
    only_if = None if only_if_at is None else read_condition(only_if_at, texts, bare=True)
    when = None if when_at is None else read_condition(when_at, texts)
    seen: set[str] = set()
    written = (*leaves_in(only_if), *leaves_in(when))
    if len(written) > MOST_LEAVES:
        faults.at(section.key("when"), f"at most {MOST_LEAVES} leaves in one rule", found=f"{len(written)} leaves")
    for leaf in written:
        if leaf.id in seen:
            faults.on(leaf.place.line, leaf.place.column, leaf.id, "an id that no other leaf of this rule has")
        seen.add(leaf.id)
    return only_if, when, faults.count == before and when is not None
