"""The clock on the wall in the Netherlands: moments are kept in UTC, and people are shown their own day and hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

NETHERLANDS = ZoneInfo("Europe/Amsterdam")


def on_the_wall(moment: datetime) -> datetime:
    """The same moment as a clock in the Netherlands shows it, in summer and in winter.

    >>> f"{on_the_wall(datetime(2027, 7, 1, 9, 0, tzinfo=UTC)):%H.%M}"
    '11.00'
    >>> f"{on_the_wall(datetime(2027, 1, 4, 9, 0, tzinfo=UTC)):%H.%M}"
    '10.00'
    """
    return moment.astimezone(NETHERLANDS)


def dutch_day(moment: datetime) -> date:
    """The day that it is in the Netherlands; a time without a zone is of there already.

    >>> dutch_day(datetime(2027, 7, 1, 22, 30, tzinfo=UTC))
    datetime.date(2027, 7, 2)
    """
    return moment.date() if moment.tzinfo is None else on_the_wall(moment).date()


def beginning_of(day: date) -> datetime:
    """The moment, in UTC, at which a day begins in the Netherlands.

    >>> beginning_of(date(2027, 7, 1)).isoformat()
    '2027-06-30T22:00:00+00:00'
    """
    return moment_at(day, time())


def moment_at(day: date, clock: time) -> datetime:
    """The moment, in UTC, at which a clock in the Netherlands shows this on a day.

    >>> moment_at(date(2027, 7, 1), time(9)).isoformat()
    '2027-07-01T07:00:00+00:00'
    """
    return datetime.combine(day, clock, NETHERLANDS).astimezone(UTC)
