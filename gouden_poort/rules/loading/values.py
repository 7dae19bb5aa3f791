"""Reading the value of a fact as it is written in an example."""

from __future__ import annotations

from types import MappingProxyType

from gouden_poort.rules.language.words import Fact, Kind, Value
from gouden_poort.rules.loading.faults import Faults, one_of
from gouden_poort.rules.loading.nodes import Items, Node, Pairs, Scalar
from gouden_poort.rules.loading.section import text_of, units_of, yes_of


def read_value(fact: Fact, node: Node, faults: Faults) -> Value | None:
    """A value that the fact can have; None when it is not, and then the faults say why."""
    if fact.kind in {Kind.NUMBER, Kind.MONEY}:
        return units_of(node, faults, fact.decimals, fact.lowest, fact.highest)
    if fact.kind is Kind.YES_NO:
        return yes_of(node, faults)
    if fact.kind is Kind.SET:
        return _set(fact, node, faults)
    if fact.kind is Kind.SKILLS:
        return _skills(node, faults)
    return _word(fact, node, faults)


def _word(fact: Fact, node: Node, faults: Faults) -> str | None:
    if isinstance(node, Scalar) and fact.values and node.text not in fact.values:
        faults.unknown(node, fact.values, f"a value of {fact.name}")
        return None
    if not isinstance(node, Scalar):
        faults.at(node, one_of(fact.values, f"a value of {fact.name}"))
        return None
    return text_of(node, faults) or None


def _set(fact: Fact, node: Node, faults: Faults) -> frozenset[str] | None:
    if not isinstance(node, Items):
        faults.at(node, f"a list of words, for the set {fact.name}")
        return None
    words = [_word(fact, item, faults) for item in node.nodes]
    return frozenset(word for word in words if word is not None)


def _skills(node: Node, faults: Faults) -> MappingProxyType[str, int] | None:
    if not isinstance(node, Pairs):
        faults.at(node, "a mapping from skill to level")
        return None
    levels = {key.text: units_of(level, faults, 0, 1, 5) for key, level in node.entries.values()}
    return MappingProxyType({skill: level for skill, level in levels.items() if level is not None})
