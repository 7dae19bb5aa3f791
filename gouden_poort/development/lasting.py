"""How long the ten years of somebody last: ten years, and the days of a pause where a paper says that those come back.

Every page and paper that tells an end, or what is left, asks here, so that one life has one end. The questions of a
year keep to the plan: ten times, also for whom the ten years last longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from gouden_poort.development.commitment import Commitment
from gouden_poort.development.journal import Span
from gouden_poort.development.plan import YEARS
from gouden_poort.development.standing import Phase
from gouden_poort.development.years import years_after


def lasts_until(begins_on: date, spans: Sequence[Span], commitments: Sequence[Commitment], today: date) -> date:
    """The first day after the ten years, as it is known on a day; `today` itself is not paused yet.

    A pause counts while a commitment that holds today gives it back, and from the first day of the ten years on.
    """
    last = years_after(begins_on, YEARS)
    if not any(each.pause_extends and each.holds_on(today) for each in commitments):
        return last
    paused = (each for each in spans if each.standing.phase is Phase.PAUSED)
    days = sum(max(0, (min(each.until, today) - max(each.since, begins_on)).days) for each in paused)
    return last + timedelta(days=days)


def years_from(begins_on: date, ends_on: date) -> int:
    """How many years there are to draw, the last one perhaps in part; never less than ten.

    >>> years_from(date(2026, 9, 1), date(2036, 9, 1)), years_from(date(2026, 9, 1), date(2036, 9, 2))
    (10, 11)
    """
    years = YEARS
    while years_after(begins_on, years) < ends_on:
        years += 1
    return years
