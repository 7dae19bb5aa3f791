"""Reading the examples of a rule; running them is for `trying`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gouden_poort.rules.book.rule import Example
from gouden_poort.rules.case.verdict import Outcome
from gouden_poort.rules.language.words import Value
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Items, Node, Pairs, Scalar
from gouden_poort.rules.loading.section import Section, units_of
from gouden_poort.rules.loading.texts import Texts
from gouden_poort.rules.loading.values import read_value

OUTCOMES = tuple(outcome.value for outcome in Outcome)
_MOST_CENTS = 10**12
MOST_EXAMPLES = 50


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Written:
    """An example beside the section it was read from, so that what comes out wrong can be pointed at."""

    example: Example
    section: Section


def read_examples(
    node: Node | None, texts: Texts, leaf_ids: Collection[str] | None, default_day: date | None
) -> tuple[Written, ...]:
    """The examples of a rule that are sound. No leaf ids: the condition is broken, so none is checked."""
    if node is None:
        return ()
    if not isinstance(node, Items):
        texts.faults.at(node, "a list of examples")
        return ()
    if len(node.nodes) > MOST_EXAMPLES:
        expected = f"at most {MOST_EXAMPLES} examples of one rule"
        texts.faults.at(node, expected, found=f"{len(node.nodes)} examples")
        return ()
    read = (_example(item, texts, leaf_ids, default_day) for item in node.nodes)
    return tuple(written for written in read if written is not None)


def _example(node: Node, texts: Texts, leaf_ids: Collection[str] | None, default_day: date | None) -> Written | None:
    faults, before = texts.faults, texts.faults.count
    section = Section(
        node, faults, "an example",
        required=("given", "expect"),
        optional=("as_of", "because", "ask", "amount"),
    )  # fmt: skip
    given = _given(section.get("given"), texts)
    as_of = section.day("as_of") or default_day
    expect = section.word("expect", OUTCOMES)
    because = _because(section.get("because"), faults, leaf_ids)
    ask = _ask(section.get("ask"), texts)
    amount = section.get("amount")
    cents = None if amount is None else units_of(amount, faults, 2, 0, _MOST_CENTS)
    if as_of is None or faults.count > before:
        return None
    example = Example(
        given=MappingProxyType(given),
        as_of=as_of,
        expect=expect,
        because=because,
        ask=ask,
        amount_cents=cents,
        place=faults.place(node),
    )
    return Written(example=example, section=section)


def _given(node: Node | None, texts: Texts) -> dict[str, Value | None]:
    given: dict[str, Value | None] = {}
    if node is None:
        return given
    if not isinstance(node, Pairs):
        texts.faults.at(node, "a mapping from fact to value")
        return given
    for key, value in node.entries.values():
        if fact := texts.fact(key):
            given[fact.name] = read_value(fact, value, texts.faults)
    return given


def _because(node: Node | None, faults: Faults, leaf_ids: Collection[str] | None) -> tuple[str, ...]:
    named = _listed(node, faults, "a list of ids of leaves")
    for item in named:
        if leaf_ids is not None and item.text not in leaf_ids:
            faults.at(item, "the id of a leaf of this rule", guess=faults.guess(item.text, leaf_ids))
    return tuple(item.text for item in named)


def _ask(node: Node | None, texts: Texts) -> tuple[str, ...]:
    facts = [texts.fact(item) for item in _listed(node, texts.faults, "a list of facts")]
    return tuple(fact.name for fact in facts if fact is not None)


def _listed(node: Node | None, faults: Faults, what: str) -> tuple[Scalar, ...]:
    if node is None:
        return ()
    if not isinstance(node, Items) or not all(isinstance(item, Scalar) for item in node.nodes):
        faults.at(node, what)
        return ()
    return tuple(item for item in node.nodes if isinstance(item, Scalar))
