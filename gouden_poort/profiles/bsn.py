"""Finding a burgerservicenummer in what people type: we have no use for it, so it may not come in by accident."""

from __future__ import annotations

import re
from unicodedata import decimal

MASK = "*" * 9
"""What stands in the place of one."""
_OURS = r"\b(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16})\b"
"""An id or a seal that stands in our own forms, in which nine digits in a row can stand by chance."""
_NINE = re.compile(
    rf"(?P<ours>{_OURS})"
    r"|(?P<dialled>(?:\+|\b00)\d(?:[ ()./-]{0,2}\d){8,12}(?!\d))"  # with its country, the end of it may be nine digits
    r"|(?<!\d)(?:\d{9}|\d{3}(?P<a>[ .-])\d{3}(?P=a)\d{3}|\d{4}(?P<b>[ .-])\d{2}(?P=b)\d{3}"
    r"|\d{2}(?P<c>[ .-])\d{2}(?P=c)\d{2}(?P=c)\d{3})(?!\d)"
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEVEN = 11


def holds_bsn(text: str) -> bool:
    """Whether nine digits in a text, of whatever script, can be a BSN; one in eleven other numbers looks like one too.

    >>> holds_bsn("mijn bsn is 1112.22.333"), holds_bsn("bel 06 1112 2233")
    (True, False)
    """
    return without_bsn(text) != text


def without_bsn(text: str) -> str:
    """The text with a mask in the place of each BSN.

    >>> without_bsn("bsn 111222333, na zes uur")
    'bsn *********, na zes uur'
    """
    plain = "".join(" " if letter.isspace() else str(decimal(letter, letter)) for letter in text)
    kept, end = [], 0
    for found in _NINE.finditer(plain):
        if not found["ours"] and not found["dialled"] and _is_bsn(found[0]):
            kept += [text[end : found.start()], MASK]
            end = found.end()
    return "".join([*kept, text[end:]])


def _is_bsn(written: str) -> bool:
    """The test that every BSN passes, the `elfproef`; nine noughts pass it too and are none."""
    digits = [int(letter) for letter in written if letter.isdigit()]
    weighed = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return any(digits) and weighed % _ELEVEN == 0
