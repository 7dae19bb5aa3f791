"""How long people stay in technical work, and how long it takes to get there: points of a line that tell of nobody.

A point is shown where ten or more were followed for so long, and where ten or more left since the point before it, or
nobody did: else share and number at risk together would give away how few they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gouden_poort.development.lines import NEVER, Days, Lines, Mask
from gouden_poort.development.suppression import FEWEST
from gouden_poort.development.survival import AFTER_YEARS, DAYS_OF_A_YEAR, Survival, survival_of
from gouden_poort.services.dossiers.reporting import rounded

YEARS = 10
_WANTED_FIRST = (5, *(year for year in AFTER_YEARS if year != 5))
"""Where not every year can be shown, these go before the others."""
_DAYS_OF_A_MONTH = DAYS_OF_A_YEAR / 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Of a hundred people, so many after so many years."""

    years: int
    share: int
    low: int
    high: int
    """Between these two with 95 % confidence."""
    at_risk: int
    """How many were followed for so long, rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Months from choosing a route to technical work; None: not reached yet, or by too few."""

    quarter: int | None = None
    half: int | None = None
    three_quarters: int | None = None


def staying(lines: Lines, today: int) -> Sequence[Point]:
    """From the first technical job; none where fewer than ten ever had one."""
    came = lines.where(lines.work_on != NEVER)
    if len(came) < FEWEST:
        return ()
    left = came.left_on != NEVER
    days = np.where(left, came.left_on, _seen(came, today)) - came.work_on
    line = survival_of(days.astype(np.int64), left)
    return [_point(line, year) for year in _shown_years(days, left)]


def most_telling(points: Sequence[Point]) -> Point | None:
    """The one to say in a sentence: after five years, or three, or one, else the last; None for the first day only."""
    by_year = {point.years: point for point in points if point.years}
    return next((by_year[year] for year in (5, 3, 1, *sorted(by_year, reverse=True)) if year in by_year), None)


def waiting(lines: Lines, today: int) -> Waiting:
    """Who has no work yet waits until today, or until nobody followed them any more."""
    if len(lines) < FEWEST:
        return Waiting()
    came = lines.work_on != NEVER
    days = np.maximum(np.where(came, lines.work_on, _seen(lines, today)) - lines.chosen_on, 0)
    line = survival_of(days.astype(np.int64), came)
    quarter, half, three_quarters = (_months(line, days, came, share) for share in (0.75, 0.5, 0.25))
    return Waiting(quarter=quarter, half=half, three_quarters=three_quarters)


def _seen(lines: Lines, today: int) -> Days:
    return np.where(lines.seen_until == NEVER, today, lines.seen_until).astype(np.int32)


def _point(line: Survival, year: int) -> Point:
    still = line.after(year)
    low, share, high = (round(100 * part) for part in (still.low, still.share, still.high))
    return Point(years=year, share=share, low=low, high=high, at_risk=rounded(still.at_risk) or 0)


def _shown_years(days: Days, left: Mask) -> Sequence[int]:
    """The years that tell of nobody, in order; the first day always."""
    leaving = np.sort(days[left])
    gone = [int(np.searchsorted(leaving, year * DAYS_OF_A_YEAR, side="right")) for year in range(YEARS + 1)]
    shown = [0]
    for year in (*_WANTED_FIRST, *(year for year in range(1, YEARS + 1) if year not in _WANTED_FIRST)):
        at_risk = int((days >= year * DAYS_OF_A_YEAR).sum())
        before = max(other for other in shown if other < year)
        after = min((other for other in shown if other > year), default=year)
        if at_risk >= FEWEST and _tells_nobody(gone[year] - gone[before]) and _tells_nobody(gone[after] - gone[year]):
            shown.append(year)
    return sorted(set(shown))


def _tells_nobody(many: int) -> bool:
    return many == 0 or many >= FEWEST


def _months(line: Survival, days: Days, came: Mask, share: float) -> int | None:
    """After how many months a part is left; None where that is known of too few."""
    day = next((day for day, left in zip(line.days, line.share, strict=True) if left <= share), None)
    if day is None or int((came & (days <= day)).sum()) < FEWEST or int((days > day).sum()) < FEWEST:
        return None
    return round(day / _DAYS_OF_A_MONTH)
