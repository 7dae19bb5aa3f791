"""Years and months from a day on, also from the 29th of February and from the end of a month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month.

    >>> months_after(date(2024, 2, 29), 12), months_after(date(2024, 2, 29), 48), months_after(date(2026, 1, 31), 1)
    (datetime.date(2025, 2, 28), datetime.date(2028, 2, 29), datetime.date(2026, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """The same day so many years later; after the 29th of February the last day of February."""
    return months_after(day, 12 * years)


def whole_months(since: date, until: date) -> int:
    """How many whole months lie between two days; none when the second comes first.

    >>> whole_months(date(2026, 1, 31), date(2026, 2, 28)), whole_months(date(2026, 3, 2), date(2026, 4, 1))
    (1, 0)
    """
    if until <= since:
        return 0
    months = (until.year - since.year) * 12 + until.month - since.month
    return months if months_after(since, months) <= until else months - 1
