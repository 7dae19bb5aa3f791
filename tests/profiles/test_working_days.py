"""Working days: no weekend, no holiday, and the days around each."""

from __future__ import annotations

from datetime import date

import pytest

from gouden_poort.profiles.working_days import holidays, is_working_day, working_days_after


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("New Year's Day", date(2027, 1, 1)),
        ("Good Friday", date(2027, 3, 26)),
        ("Easter Monday", date(2027, 3, 29)),
        ("King's Day", date(2027, 4, 27)),
        ("Liberation Day", date(2027, 5, 5)),
        ("Ascension Day", date(2027, 5, 6)),
        ("Whit Monday", date(2027, 5, 17)),
        ("Christmas", date(2028, 12, 25)),
        ("Boxing Day", date(2028, 12, 26)),
        ("a Saturday", date(2026, 11, 21)),
        ("a Sunday", date(2026, 11, 22)),
    ],
)
def test_nobody_works_on(name: str, day: date) -> None:
    assert not is_working_day(day), name


@pytest.mark.parametrize("day", [date(2027, 3, 25), date(2027, 3, 30), date(2027, 4, 26), date(2026, 11, 23)])
def test_people_work_on_the_days_beside_them(day: date) -> None:
    assert is_working_day(day)


def test_kings_day_moves_to_saturday_when_it_is_a_sunday() -> None:
    assert date(2031, 4, 26) in holidays(2031)
    assert date(2031, 4, 27) not in holidays(2031)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [
        (1954, date(1954, 4, 18)),
        (1981, date(1981, 4, 19)),
        (2008, date(2008, 3, 23)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
        (2049, date(2049, 4, 18)),
    ],
)
def test_easter_is_right_in_early_late_and_odd_years(year: int, sunday: date) -> None:
    assert date.fromordinal(sunday.toordinal() + 1) in holidays(year)
    assert date.fromordinal(sunday.toordinal() - 2) in holidays(year)


@pytest.mark.parametrize(
    ("day", "third"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),  # Monday to Thursday
        (date(2026, 11, 20), date(2026, 11, 25)),  # Friday: the weekend does not count
        (date(2026, 11, 21), date(2026, 11, 25)),  # Saturday: the same
        (date(2026, 12, 23), date(2026, 12, 29)),  # over Christmas, which is a Friday and a Saturday
        (date(2027, 3, 24), date(2027, 3, 31)),  # over Easter
        (date(2026, 12, 30), date(2027, 1, 5)),  # over New Year
    ],
)
def test_the_third_working_day_after(day: date, third: date) -> None:
    assert working_days_after(day, 3) == third
