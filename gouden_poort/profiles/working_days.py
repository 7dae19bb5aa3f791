"""On which days offices in the Netherlands work."""

from __future__ import annotations

from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


def working_days_after(day: date, many: int) -> date:
    """The last of so many working days after a day, which itself does not count.

    >>> working_days_after(date(2026, 12, 23), 3)  # a Wednesday before Christmas
    datetime.date(2026, 12, 29)
    """
    while many:
        day += _DAY
        many -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Whether it is no Saturday, no Sunday and no holiday."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def holidays(year: int) -> frozenset[date]:
    """The holidays of a year, with Good Friday (Algemene termijnenwet, art. 3, lid 1 en 2)."""
    easter = _easter(year)
    moving = (easter + days * _DAY for days in (-2, 1, 39, 50))  # Good Friday, Easter Monday, Ascension, Whit Monday
    fixed = (date(year, 1, 1), _kings_day(year), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26))
    return frozenset((*moving, *fixed))


def _kings_day(year: int) -> date:
    """27 April, or the day before when that is a Sunday."""
    birthday = date(year, 4, 27)
    return birthday - _DAY if birthday.weekday() == _SUNDAY else birthday


def _easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar, as Oudin reckoned it: the Sunday after the full moon of spring."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - moon // 28 * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))
