"""How long the ten years of somebody last: ten years, and the days of a pause where a paper says that those come back.

Every page and paper that tells an end, or what is left, asks here, so that one life has one end. The questions of a
year keep to the plan: ten times, also for whom the ten years last longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from gouden_poort.development.commitment import Commitment
from gouden_poort.development.journal import Span
from gouden_poort.development.plan import YEARS
from gouden_poort.development.standing import Phase
from gouden_poort.development.years import years_after


def lasts_until(begins_on: date, spans: Sequence[Span], commitments: Sequence[Commitment], today: date) -> date:
    """The first day after the ten years, as it is known on a day; `today` itself is not paused yet.

    A day of a pause counts when it is one of the ten years, and on it a commitment held that gives it back: what was
    given stays given when the paper ends.
    """
    papers = [each for each in commitments if each.pause_extends]
    paused = (each for each in spans if papers and each.standing.phase is Phase.PAUSED)
    days = (day for each in paused for day in _days(max(each.since, begins_on), min(each.until, today)))
    given = sum(any(paper.holds_on(day) for paper in papers) for day in days)
    return years_after(begins_on, YEARS) + timedelta(days=given)


def _days(since: date, until: date) -> Iterator[date]:
    return (since + timedelta(days=each) for each in range((until - since).days))


def years_from(begins_on: date, ends_on: date) -> int:
    """How many years there are to draw, the last one perhaps in part; never less than ten.

    >>> years_from(date(2026, 9, 1), date(2036, 9, 1)), years_from(date(2026, 9, 1), date(2036, 9, 2))
    (10, 11)
    """
    years = YEARS
    while years_after(begins_on, years) < ends_on:
        years += 1
    return years
