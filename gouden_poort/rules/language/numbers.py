"""Numbers as a test may write them: plain decimals, kept exactly as they stand."""

from __future__ import annotations

import re

from gouden_poort.rules.language.tree import Number

MOST_DIGITS = 12
MOST_DECIMALS = 4

_PLAIN = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]+))?")


def number(text: str) -> Number | None:
    """The number that a text writes, None when it is no plain decimal or has too many digits.

    >>> number("0.50")
    Number(units=50, decimals=2)
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    whole, behind = match[1], match[2] or ""
    if len(whole) + len(behind) > MOST_DIGITS or len(behind) > MOST_DECIMALS:
        return None
    return Number(int(whole + behind), len(behind))


def number_expected(text: str) -> str:
    """What belongs in the place of something that begins like a number but is none."""
    if not _PLAIN.fullmatch(text):
        return "a number such as 18 or 0.5, without letters, underscores or zeros in front"
    return f"at most {MOST_DIGITS} digits, {MOST_DECIMALS} of them after the point"
