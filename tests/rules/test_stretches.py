"""Time is cut only where an answer can change, and always on the first Monday from which it holds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.judge import judge_of
from gouden_poort.rules.opening import WEEKS
from gouden_poort.rules.stretches import Stretch, stretches, turning_mondays
from tests.builders import MONDAY, a_profile
from tests.rules.books import ADULT, Written, a_rule, a_scheme, ruled

MODULE = {"offering.kind": "module"}
LEAST = {"unit": "year", "nl": "leeftijd", "en": "age", "source": "Example act"}


def times(profile: Profile, *rules: Written, weeks: int = WEEKS, **more: Any) -> tuple[Stretch, ...]:
    judge = judge_of(ruled(*rules, **more))
    turns = judge.paying_turns if judge.own_cost_rules else judge.step_turns
    return stretches(turns, profile, judge.snapshot.base_date, weeks, lambda day: judge.person(profile, day))


def begins(found: tuple[Stretch, ...]) -> list[date]:
    return [stretch.monday for stretch in found]


def test_without_rules_nothing_ever_changes() -> None:
    (only,) = times(a_profile())
    assert (only.first, only.last) == (-1_000_000, 1_000_000)


def test_a_birthday_on_a_monday_counts_that_day() -> None:
    found = times(a_profile(birth_date=date(2009, 2, 1)), ADULT)
    assert begins(found) == [MONDAY, date(2027, 2, 1)]


def test_a_birthday_within_the_week_counts_from_the_next_monday() -> None:
    found = times(a_profile(birth_date=date(2009, 2, 2)), ADULT)
    assert begins(found) == [MONDAY, date(2027, 2, 8)]


def test_stretches_join_without_a_gap() -> None:
    first, second = times(a_profile(birth_date=date(2009, 2, 2)), ADULT)
    assert (first.last, second.first) == (4, 5)


def test_ages_that_turn_nothing_are_merged() -> None:
    assert len(times(a_profile(birth_date=date(1990, 2, 2)), ADULT)) == 1


def test_born_on_the_29th_of_february_the_year_turns_on_the_first_of_march() -> None:
    found = times(a_profile(birth_date=date(2008, 2, 29), available_from=date(2026, 1, 5)), ADULT)
    assert begins(found)[1] == date(2026, 3, 2)


def test_born_on_the_29th_of_february_a_leap_year_turns_on_that_day() -> None:
    child = a_profile(birth_date=date(2012, 2, 29), available_from=date(2028, 1, 3))
    sixteen = a_rule(
        "own.sixteen",
        "person.age >= 16 or offering.kind == 'bol'",
        yes={"person.age": 16, **MODULE},
        no={"person.age": 15, **MODULE},
    )
    assert begins(times(child, sixteen))[1] == date(2028, 3, 6)


def test_age_on_the_first_of_august_turns_in_august_only() -> None:
    rule = a_rule(
        "own.school_age",
        "person.age_on_1_august >= 18 or offering.kind == 'bol'",
        yes={"person.age_on_1_august": 18, **MODULE},
        no={"person.age_on_1_august": 17, **MODULE},
    )
    found = times(a_profile(birth_date=date(2009, 2, 2)), rule)
    assert begins(found) == [MONDAY, date(2027, 8, 2)]


def test_a_rule_that_begins_cuts() -> None:
    found = times(a_profile(), ADULT | {"valid": {"from": "2027-03-03"}})
    assert begins(found) == [MONDAY, date(2027, 3, 8)]


def test_a_rule_that_ends_cuts_after_its_last_day() -> None:
    found = times(a_profile(), ADULT | {"valid": {"to": "2027-03-07"}})
    assert begins(found) == [MONDAY, date(2027, 3, 8)]


def test_a_rule_that_ends_on_a_monday_still_holds_that_week() -> None:
    found = times(a_profile(), ADULT | {"valid": {"to": "2027-03-08"}})
    assert begins(found) == [MONDAY, date(2027, 3, 15)]


def test_a_figure_that_changes_cuts_where_it_changes_an_answer() -> None:
    rule = a_rule(
        "own.least",
        "person.age >= least or offering.kind == 'bol'",
        yes={"person.age": 40, **MODULE},
        no={"person.age": 2, **MODULE},
        valid={"from": "1990-01-01"},
    )
    figures = {"least": {**LEAST, "values": {"1990-01-01": 18, "2027-02-01": 21, "2027-03-01": 25}}}
    found = times(a_profile(birth_date=date(2004, 6, 1)), rule, parameters=figures, weeks=12)
    assert begins(found) == [MONDAY, date(2027, 3, 1)]


def test_an_amount_that_reads_a_changing_figure_cuts_too() -> None:
    scheme = a_scheme(
        "scheme.own",
        "highest",
        test="offering.kind == 'module'",
        yes=MODULE,
        no={"offering.kind": "bol"},
        valid={"from": "1990-01-01"},
    )
    figures = {"highest": {**LEAST, "unit": "euro", "values": {"1990-01-01": 300, "2027-02-10": 100}}}
    found = times(a_profile(), scheme, parameters=figures)
    assert begins(found) == [MONDAY, date(2027, 2, 15)]


def test_mondays_lie_after_the_begin_and_not_past_the_end() -> None:
    turns = judge_of(ruled(ADULT)).step_turns
    person = a_profile(birth_date=date(2009, 2, 1))
    assert turning_mondays(turns, person, date(2027, 2, 1), date(2028, 1, 31)) == ()
    assert turning_mondays(turns, person, date(2027, 1, 25), date(2027, 2, 1)) == (date(2027, 2, 1),)


def test_within_a_stretch_every_monday_stands_the_same() -> None:
    person = a_profile(birth_date=date(2009, 2, 2))
    judge = judge_of(ruled(ADULT))
    for stretch in times(person, ADULT):
        for week in range(max(stretch.first, 0), min(stretch.last, 200)):
            day = MONDAY + timedelta(weeks=week)
            assert (judge.person(person, day)["person.age"] >= 18) == (stretch.facts["person.age"] >= 18)  # type: ignore[operator]
