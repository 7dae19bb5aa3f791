"""A QR picture of one of our addresses, as a path that a template draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import segno

_QUIET = 4
"""Light modules around the picture, without which a phone does not find it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QR:
    """The dark modules as one path of strokes, one module thick, in a square of `size` modules."""

    size: int
    path: str


def qr_of(text: str) -> QR:
    """The picture of a text, readable also when a corner of the paper is dirty."""
    rows = tuple(segno.make(text, micro=False, error="m").matrix)
    return QR(size=len(rows) + 2 * _QUIET, path="".join(_bars(rows)))


def _bars(rows: Sequence[Sequence[int]]) -> Iterator[str]:
    """Each run of dark modules in a row as one stroke along its top; the template moves it half a module down."""
    for y, row in enumerate(rows, start=_QUIET):
        x = _QUIET
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                yield f"M{x} {y}h{width}"
            x += width
