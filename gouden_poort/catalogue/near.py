"""Ids and words of the catalogue that look like one that is not in it."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process, utils

LIKE_ENOUGH = 70
MOST = 3


def near(given: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three known texts that look like the given one, best first, equal ones in order of the alphabet.

    >>> near("SK-lasen", ["sk-lassen", "sk-meten"])
    ('sk-lassen',)
    """
    found = process.extract(
        given[:200],
        sorted(set(known)),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=LIKE_ENOUGH,
        limit=MOST,
    )
    return tuple(text for text, _, _ in found)
