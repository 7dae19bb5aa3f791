"""Guesses what was meant by a name that is not known: a typing error is the usual cause."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

LIKENESS = 60
"""Of 100; below it two names only share letters."""
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
    near = process.extractOne(name.lower(), list(low), scorer=fuzz.ratio, score_cutoff=LIKENESS)
    return ends[0] if ends else (low[near[0]] if near else "")
