"""How many of a hundred people are still in technical work: a hundred dots for each year that can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouden_poort.services.ten_years.staying import Point
from gouden_poort.web.filters import number
from gouden_poort.web.language import _, isolated, ngettext, spoken
from gouden_poort.web.words import staying_words

WIDTH = 344
ACROSS = 10
_BETWEEN_SMALL, _BETWEEN_LARGE = 16, 24
"""From one dot to the next: where years stand two by two, and where there is one."""
_TITLE, _FIRST, _ROOM, _BELOW = 14, 34, 46, 20
"""Heights: of the words above the dots, of the first row below them, from the last row to the next words or the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hundred:
    """The dots of one year, as paths: those who are still there, and the others."""

    x: float
    y: float
    words: str
    there: str
    gone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomePicture:
    """The drawing, in words too, and as rows of a table."""

    height: int
    dot: int
    hundreds: tuple[Hundred, ...]
    description: str
    rows: tuple[tuple[str, ...], ...]


def outcome_picture(points: Sequence[Point]) -> OutcomePicture:
    """Draw the years after the first day, two beside each other."""
    later = [point for point in points if point.years]
    between = _BETWEEN_SMALL if len(later) > 1 else _BETWEEN_LARGE
    deep = _FIRST + between * (ACROSS - 1)
    right = WIDTH - between * (ACROSS - 1) - _dot(between)
    places = [((place % 2) * right, (place // 2) * (deep + _ROOM - _TITLE)) for place in range(len(later))]
    return OutcomePicture(
        height=places[-1][1] + deep + _BELOW,
        dot=_dot(between),
        hundreds=tuple(_hundred(point, x, y, between) for point, (x, y) in zip(later, places, strict=True)),
        description=" ".join(staying_words.in_a_row(point) for point in later),
        rows=tuple(_row(point) for point in later),
    )


def _dot(between: int) -> int:
    return between * 3 // 4


def _hundred(point: Point, x: int, y: int, between: int) -> Hundred:
    """Row by row, in the direction of reading."""
    begin = x + _dot(between) / 2
    dots = [
        f"M{_read_from(begin + between * (place % ACROSS)):g} {y + _FIRST + between * (place // ACROSS)}h0"
        for place in range(100)
    ]
    words = ngettext("Na %(num)s jaar: %(share)s", "Na %(num)s jaar: %(share)s", point.years, share=point.share)
    there, gone = "".join(dots[: point.share]), "".join(dots[point.share :])
    return Hundred(x=_read_from(x), y=y + _TITLE, words=isolated(words), there=there, gone=gone)


def _row(point: Point) -> tuple[str, ...]:
    return (
        ngettext("Na %(num)s jaar", "Na %(num)s jaar", point.years),
        str(point.share),
        str(100 - point.share),
        _("%(low)s en %(high)s", low=point.low, high=point.high),
        _("ongeveer %(many)s mensen", many=number(point.at_risk)),
    )


def _read_from(x: float) -> float:
    return WIDTH - x if spoken().from_right else x
