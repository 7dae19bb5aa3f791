"""Guesses what was meant by a name that is not known: a typing error is the usual cause."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 80
"""No name is longer; a longer one is no typing error and would only cost time."""


def likely(name: str, known: Iterable[str]) -> str:
    """The known name that looks most like this one; empty when none comes near.

    A name without its subject finds the whole one: `age` gives `person.age`.
    """
    if len(name) > LONGEST:
        return ""
    names = sorted(set(known))
    low = {other.lower(): other for other in reversed(names)}
    if name.lower() in low:
        return low[name.lower()]
    ends = [other for other in names if other.endswith(f".{name}")]
    near = get_close_matches(name.lower(), low, n=1, cutoff=0.6)
    return ends[0] if ends else (low[near[0]] if near else "")
