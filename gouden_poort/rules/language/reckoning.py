"""What the signs of the language do with two plain values, which must have the same decimals."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, cast

from gouden_poort.rules.language.tree import Operator, Relation

CALCULATE: Mapping[Operator, Callable[[Any, Any], Any]] = {
    Operator.PLUS: operator.add,
    Operator.MINUS: operator.sub,
    Operator.TIMES: operator.mul,
    Operator.LEAST: min,
    Operator.MOST: max,
}
COMPARE: Mapping[Relation, Callable[[Any, Any], bool]] = {
    Relation.LESS: operator.lt,
    Relation.AT_MOST: operator.le,
    Relation.MORE: operator.gt,
    Relation.AT_LEAST: operator.ge,
    Relation.EQUAL: operator.eq,
    Relation.DIFFERENT: operator.ne,
}
"""Levels by their place in the scale; whole columns as well as single values."""
MIRRORED: Mapping[Relation, Relation] = {
    Relation.LESS: Relation.MORE,
    Relation.AT_MOST: Relation.AT_LEAST,
    Relation.MORE: Relation.LESS,
    Relation.AT_LEAST: Relation.AT_MOST,
    Relation.EQUAL: Relation.EQUAL,
    Relation.DIFFERENT: Relation.DIFFERENT,
}
"""The same comparison with its sides changed about."""
OPPOSITE: Mapping[Relation, Relation] = {
    Relation.LESS: Relation.AT_LEAST,
    Relation.AT_MOST: Relation.MORE,
    Relation.MORE: Relation.AT_MOST,
    Relation.AT_LEAST: Relation.LESS,
    Relation.EQUAL: Relation.DIFFERENT,
    Relation.DIFFERENT: Relation.EQUAL,
}
"""The comparison that is yes where this one is no."""


def covered(asked: frozenset[str] | Mapping[str, int], have: frozenset[str] | Mapping[str, int]) -> bool:
    """Whether all that is asked is there; skills at their levels."""
    if isinstance(asked, frozenset):
        return asked.issubset(have)
    levels = cast("Mapping[str, int]", have)
    return all(levels.get(skill, 0) >= level for skill, level in asked.items())
