"""What a career earns: monthly wages, each from a week until the next, up to week 520."""

from __future__ import annotations

LAST_WEEK = 520
"""Ten years; weeks from here on are never counted."""

Wages = tuple[tuple[int, int], ...]
"""From which week which wage a month is earned, in order of week."""


def wage_weeks(wages: Wages) -> int:
    """The sum over all weeks of the monthly wage earned in that week.

    >>> wage_weeks(((10, 2000), (20, 3000)))
    1520000
    """
    ends = [*(week for week, _ in wages[1:]), LAST_WEEK]
    spans = zip(wages, ends, strict=True)
    return sum(max(0, min(end, LAST_WEEK) - week) * wage for (week, wage), end in spans)


def value_eur(wages: Wages) -> int:
    """What is earned in all, in whole euros.

    >>> value_eur(((0, 2600),))
    312000
    """
    return in_euros(wage_weeks(wages))


def in_euros(weeks: int) -> int:
    """A sum of wage-weeks: 12 months in 52 weeks, whole euros, half up."""
    return (6 * weeks + 13) // 26
