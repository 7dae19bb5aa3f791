"""Dates and money as Dutch people write them, in every language; durations in the language that is spoken.

Estimates say `ongeveer`.
"""

from __future__ import annotations

from datetime import date, datetime

from flask import Flask

from gouden_poort.profiles.dutch_time import dutch_day, on_the_wall
from gouden_poort.web.language import _, ngettext

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS_IN_A_WEEK = 12 / 52


def dutch_date(day: date) -> str:
    """A day in full; of a moment the day that it is in the Netherlands.

    >>> dutch_date(date(2027, 1, 4)), dutch_date(datetime.fromisoformat("2027-07-01T22:30Z"))
    ('4 januari 2027', '2 juli 2027')
    """
    day = dutch_day(day) if isinstance(day, datetime) else day
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def clock_time(moment: datetime) -> str:
    """The hour of a moment on a clock in the Netherlands.

    >>> clock_time(datetime.fromisoformat("2027-07-01T09:05Z")), clock_time(datetime.fromisoformat("2027-01-04T09:05Z"))
    ('11.05', '10.05')
    """
    return f"{on_the_wall(moment):%H.%M}"


def dutch_month(day: date) -> str:
    """The month of a day, where the day itself says too much.

    >>> dutch_month(date(2027, 1, 4))
    'januari 2027'
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


def number(whole: int) -> str:
    """A whole number with points between thousands.

    >>> number(381000)
    '381.000'
    """
    return f"{whole:,}".replace(",", ".")


def euros(amount: int) -> str:
    """Whole euros; sign and amount stay on one line."""
    return f"€\N{NO-BREAK SPACE}{number(amount)}"


def about_euros(amount: int) -> str:
    """An estimate of much money, to whole thousands."""
    return euros(round(amount, -3))


def own_cost(amount: int) -> str:
    """What someone pays, where nothing to pay is good news in a word."""
    return euros(amount) if amount else _("Gratis")


def counted(many: int, one: str, more: str) -> str:
    """A number with the right form of its noun.

    >>> counted(1, "week", "weken"), counted(3, "week", "weken")
    ('1 week', '3 weken')
    """
    return f"{many} {one if many == 1 else more}"


def weeks(many: int) -> str:
    """Weeks as written in a course guide: exact.

    >>> weeks(10)
    '10 weken'
    """
    return ngettext("%(num)s week", "%(num)s weken", many)


def duration(many: int) -> str:
    """Weeks as people say them: exact below two months, then rounded to months and years, and saying so.

    >>> duration(6), duration(60), duration(104), duration(117)
    ('6 weken', 'ongeveer 14 maanden', 'ongeveer 2 jaar', 'ongeveer 2 jaar en 3 maanden')
    """
    if many < 9:
        return weeks(many)
    months = round(many * _MONTHS_IN_A_WEEK)
    if months < 24:
        return ngettext("ongeveer %(num)s maand", "ongeveer %(num)s maanden", months)
    years, rest = divmod(months, 12)
    if not rest:
        return ngettext("ongeveer %(num)s jaar", "ongeveer %(num)s jaar", years)
    more = ngettext("%(num)s maand", "%(num)s maanden", rest)
    return ngettext("ongeveer %(num)s jaar en %(more)s", "ongeveer %(num)s jaar en %(more)s", years, more=more)


def counted_minutes(many: int) -> str:
    """Minutes as they were asked, however many.

    >>> counted_minutes(1), counted_minutes(90)
    ('1 minuut', '90 minuten')
    """
    return ngettext("%(num)s minuut", "%(num)s minuten", many)


def counted_hours(many: int) -> str:
    """Hours, however many.

    >>> counted_hours(36)
    '36 uur'
    """
    return ngettext("%(num)s uur", "%(num)s uur", many)


def minutes(many: int) -> str:
    """Travel time, one way.

    >>> minutes(25), minutes(65)
    ('25 minuten', '1 uur en 5 minuten')
    """
    hours, rest = divmod(many, 60)
    short = counted_minutes(rest)
    if not hours:
        return short
    if not rest:
        return counted_hours(hours)
    return ngettext("%(num)s uur en %(more)s", "%(num)s uur en %(more)s", hours, more=short)


def first_upper(words: str) -> str:
    """The same words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def dialled(phone: str) -> str:
    """A telephone number as a telephone takes it.

    >>> dialled("+31 (30) 123-45-67")
    '+31301234567'
    """
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def add_filters(app: Flask) -> None:
    """Let templates write dates, minutes, numbers to call, and the one sum of money that pages say for themselves."""
    for each in (dutch_date, dutch_month, about_euros, first_upper, minutes, dialled):
        app.add_template_filter(each)
