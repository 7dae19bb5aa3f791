"""How many of a hundred are still in technical work, year by year: a line with its band, and how many were followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouden_poort.services.ten_years.staying import YEARS, Point
from gouden_poort.web.filters import number

WIDTH, HEIGHT = 344, 216
LEFT, TOP, ACROSS, DEEP = 34, 18, 300, 130
_LABELLED = (1, 3, 5, 10)
_COUNTED = (5, 3, 7, 2, 8)
"""Years under which the number of people stands beside the first and the last, as far as there is room."""
_ROOM = 56


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words at a point of the picture."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurvivalLine:
    """The drawing."""

    line: str
    band: str
    """Both as paths."""
    dots: Sequence[Mark]
    shares: Sequence[Mark]
    years: Sequence[Mark]
    heights: Sequence[Mark]
    followed: Sequence[Mark]


def survival_line(points: Sequence[Point]) -> SurvivalLine:
    """Draw the points that may be shown."""
    there = {point.years: point for point in points}
    labelled = {*(year for year in _LABELLED if year in there), points[-1].years} - {0}
    above = [*((point.years, point.high) for point in points)]
    below = [*((point.years, point.low) for point in reversed(points))]
    return SurvivalLine(
        line=_path((point.years, point.share) for point in points),
        band=f"{_path([*above, *below])}z",
        dots=[Mark(x=_x(point.years), y=_y(point.share), words="") for point in points],
        shares=[
            Mark(x=_x(year), y=_y(there[year].high) - 6, words=str(there[year].share)) for year in sorted(labelled)
        ],
        years=[Mark(x=_x(year), y=TOP + DEEP + 18, words=str(year)) for year in (0, 1, 3, 5, YEARS)],
        heights=[Mark(x=LEFT - 8, y=_y(share) + 5, words=str(share)) for share in (0, 50, 100)],
        followed=[
            Mark(x=_x(year), y=HEIGHT - 4, words=number(there[year].at_risk)) for year in _with_room(list(there))
        ],
    )


def _with_room(years: Sequence[int]) -> Iterable[int]:
    """Years whose numbers do not touch."""
    taken: list[int] = []
    for year in (years[0], years[-1], *(each for each in _COUNTED if each in years)):
        if all(abs(_x(year) - _x(other)) >= _ROOM for other in taken):
            taken.append(year)
    return sorted(taken)


def _path(points: Iterable[tuple[int, int]]) -> str:
    return "M" + "L".join(f"{_x(year)} {_y(share)}" for year, share in points)


def _x(year: int) -> float:
    return LEFT + round(ACROSS * year / YEARS, 1)


def _y(share: int) -> float:
    return round(TOP + DEEP * (1 - share / 100), 1)
