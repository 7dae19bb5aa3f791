"""From a journal: when someone came to technical work, and when they left it for good."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from gouden_poort.development.journal import Happened, spans

GAP = timedelta(weeks=13)
"""Who finds technical work again within this time never left it."""


def stays(happened: Iterable[Happened], until: date) -> tuple[date | None, date | None]:
    """The day of the first technical job, and the day on which someone left technical work for good."""
    began: date | None = None
    out_since: date | None = None
    for span in spans(happened, until):
        if span.standing.at_work_since is not None:
            began, out_since = began or span.since, None
        elif began is not None:
            out_since = out_since or span.since
            if span.until - out_since > GAP:
                return began, out_since
    return began, None


def seen_until(happened: Iterable[Happened], today: date) -> date:
    """Up to when a journal tells how someone does."""
    last = next((then.closed_on for _, then in happened if then.closed_on), None)
    return min(last or today, today)
