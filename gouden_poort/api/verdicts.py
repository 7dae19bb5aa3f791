"""Verdicts and rules as data: what was read, what came out, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gouden_poort.rules.book.rule import Rule, Source
from gouden_poort.rules.case.changing import Changes
from gouden_poort.rules.case.reasons import Reason
from gouden_poort.rules.case.verdict import Trace
from gouden_poort.rules.language.words import Fact, Value, Wording
from gouden_poort.services.explained import Explained


def told_verdict(explained: Explained) -> dict[str, Any]:
    """One verdict as a JSON object."""
    verdict = explained.verdict
    line = rule_line(verdict.rule, explained.wording, explained.unsure, explained.not_expressed)
    return line | {
        "outcome": verdict.outcome.value,
        "reasons": [_told_reason(nl, en) for nl, en in zip(explained.nl, explained.en, strict=True)],
        "only_if": verdict.only_if and _told_trace(verdict.only_if),
        "when": verdict.when and _told_trace(verdict.when),
    }


def told_rule(rule: Rule) -> dict[str, Any]:
    """One rule as a JSON object."""
    tests = [
        {
            "id": leaf.id,
            "test": leaf.text,
            "nl": leaf.wording.nl if leaf.wording else None,
            "en": leaf.wording.en if leaf.wording else None,
        }
        for leaf in rule.leaves
    ]
    return rule_line(rule, rule.wording, rule.unsure, rule.not_expressed) | {"tests": tests}


def rule_line(
    rule: Rule, wording: Wording, unsure: Wording | None, not_expressed: tuple[Wording, ...]
) -> dict[str, Any]:
    """What is told of a rule everywhere."""
    first, last = rule.period.first, rule.period.last
    return {
        "rule": rule.id,
        "kind": rule.kind.value,
        **_told_wording(wording),
        "valid_from": first and first.isoformat(),
        "valid_to": last and last.isoformat(),
        "in_force": rule.in_force,
        "source": _told_source(rule.source),
        "confidence": rule.confidence.value,
        "unsure": unsure and _told_wording(unsure),
        "not_expressed": [_told_wording(one) for one in not_expressed],
    }


def told_fact(fact: Fact) -> dict[str, Any]:
    """What a fact is called."""
    return {"fact": fact.name, **_told_wording(fact.wording)}


def told_changes(changes: Changes) -> dict[str, Any]:
    """What would open a door."""
    return {
        "changes": [
            {
                **told_fact(change.fact),
                "before": told_value(change.before, change.fact.decimals),
                "after": told_value(change.after, change.fact.decimals),
                "by": change.by.value,
            }
            for change in changes.changes
        ],
        "effort": changes.effort,
        "sure": changes.sure,
    }


def told_value(value: Value | None, decimals: int) -> Any:
    """A value as JSON has it; the same for the same value.

    >>> told_value(1440, 2), told_value(frozenset({"car", "bike"}), 0)
    (14.4, ['bike', 'car'])
    """
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {key: value[key] for key in sorted(value)}
    if isinstance(value, int) and not isinstance(value, bool) and decimals:
        return float(Decimal(value).scaleb(-decimals))
    return value


def _told_reason(nl: Reason, en: Reason) -> dict[str, Any]:
    return {
        "test": nl.leaf_id,
        "answer": nl.answer,
        "asks": list(nl.asks),
        "nl": {"text": nl.text, "needed": nl.needed, "yours": nl.yours},
        "en": {"text": en.text, "needed": en.needed, "yours": en.yours},
    }


def _told_trace(trace: Trace) -> dict[str, Any]:
    return {
        "how": trace.how.value,
        "id": trace.leaf and trace.leaf.id,
        "test": trace.leaf and trace.leaf.text,
        "answer": trace.answer,
        "reads": [
            {"fact": read.fact.name, "value": told_value(read.value, read.fact.decimals)} for read in trace.reads
        ],
        "parameters": [
            {
                "parameter": one.parameter.name,
                "value": told_value(one.value, one.parameter.decimals),
                "since": one.since and one.since.isoformat(),
            }
            for one in trace.parameters
        ],
        "children": [_told_trace(child) for child in trace.children],
    }


def _told_wording(wording: Wording) -> dict[str, str]:
    return {"nl": wording.nl, "en": wording.en}


def _told_source(source: Source) -> dict[str, str]:
    return {
        "title": source.title,
        "article": source.article,
        "url": source.url,
        "read_on": source.read_on.isoformat(),
    }
