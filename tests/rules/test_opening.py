"""Doors shut where a rule surely says no, in those weeks only; what can still be learnt shuts nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from gouden_poort.profiles.levels import CEFR
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.rules.doors import Doors, doors_by_format
from gouden_poort.rules.entry import EVER
from gouden_poort.rules.judge import judge_of
from gouden_poort.rules.opening import doors_of, later, not_grown
from tests.builders import a_profile, a_snapshot
from tests.rules.books import ADULT, ADULT_WORK, DUTCH, Written, a_rule, ruled

MODULE = {"offering.kind": "module"}
ALWAYS = EVER - 1
"""The last week of a door without an age."""


def doors(profile: Profile, *rules: Written, **more: Any) -> Doors:
    return doors_of(judge_of(ruled(*rules, **more)), profile)


def window(found: Doors) -> tuple[bool, int, int]:
    """Of the only offering: open at all, first and last week."""
    return bool(found.offering_open[0]), int(found.offering_first[0]), int(found.offering_last[0])


def test_a_birthday_opens_a_door() -> None:
    assert window(doors(a_profile(birth_date=date(2009, 2, 2)), ADULT)) == (True, 5, ALWAYS)


def test_a_birthday_opens_work() -> None:
    found = doors(a_profile(birth_date=date(2009, 2, 2)), ADULT_WORK)
    assert (found.position_open[0], found.position_first[0]) == (True, 5)


def test_a_birthday_shuts_a_door() -> None:
    young = a_rule(
        "own.young",
        "person.age < 27 or offering.kind == 'bol'",
        yes={"person.age": 26, **MODULE},
        no={"person.age": 27, **MODULE},
    )
    assert window(doors(a_profile(birth_date=date(2000, 2, 2)), young)) == (True, -EVER, 4)


def test_a_rule_that_ends_opens_a_door() -> None:
    ending = ADULT | {"valid": {"to": "2027-03-07"}}
    assert window(doors(a_profile(birth_date=date(2010, 6, 1)), ending))[1] == 9


def test_a_rule_that_begins_shuts_a_door() -> None:
    beginning = ADULT | {"valid": {"from": "2027-03-03"}}
    assert window(doors(a_profile(birth_date=date(2010, 1, 3)), beginning))[2] == 8


def test_a_figure_that_falls_opens_a_door() -> None:
    rule = a_rule(
        "own.least",
        "person.age >= least or offering.kind == 'bol'",
        yes={"person.age": 60, **MODULE},
        no={"person.age": 2, **MODULE},
        valid={"from": "1990-01-01"},
    )
    figure = {"unit": "year", "nl": "leeftijd", "en": "age", "source": "Example act"}
    figures = {"least": {**figure, "values": {"1990-01-01": 50, "2027-02-01": 21}}}
    assert window(doors(a_profile(), rule, parameters=figures)) == (True, 4, ALWAYS)


def test_of_two_periods_of_a_rule_each_counts_in_its_own_time() -> None:
    old = a_rule(
        "own.age",
        "person.age >= 40 or offering.kind == 'bol'",
        yes={"person.age": 40, **MODULE},
        no={"person.age": 39, **MODULE},
        valid={"to": "2027-01-31"},
    )
    new = a_rule(
        "own.age",
        "person.age >= 18 or offering.kind == 'bol'",
        yes={"person.age": 18, **MODULE},
        no={"person.age": 17, **MODULE},
        valid={"from": "2027-02-01"},
    )
    assert window(doors(a_profile(), old, new)) == (True, 4, ALWAYS)
    assert window(doors(a_profile(birth_date=date(1980, 1, 1)), old, new)) == (True, -EVER, ALWAYS)


def test_of_two_times_the_first_counts() -> None:
    shut = a_rule(
        "own.shut",
        "offering.kind == 'bol'",
        yes={"offering.kind": "bol"},
        no=MODULE,
        valid={"from": "2027-02-01", "to": "2027-02-28"},
    )
    assert window(doors(a_profile(), shut)) == (True, -EVER, 3)


def test_a_rule_for_all_shuts_all() -> None:
    shut = a_rule("own.shut", "offering.kind == 'bol'", yes={"offering.kind": "bol"}, no=MODULE)
    assert not doors(a_profile(), shut).offering_open.any()


def test_a_fact_nobody_told_shuts_nothing() -> None:
    rule = a_rule(
        "own.allowed",
        "person.right_to_work != 'not_allowed' or position.wage_month_eur > 9000",
        yes={"person.right_to_work": "free"},
        no={"person.right_to_work": "not_allowed", "position.wage_month_eur": 2600},
    )
    assert doors(a_profile(), rule).position_open.all()


def test_what_nobody_told_and_nobody_can_learn_needs_no_second_look() -> None:
    rule = a_rule(
        "own.years",
        "person.years_in_trade >= 2 or offering.kind == 'bol'",
        yes={"person.years_in_trade": 2},
        no={"person.years_in_trade": 1, **MODULE},
    )
    assert doors(a_profile(), rule).offering_sure.all()
    told = a_profile(circumstances=Circumstances(years_in_trade=1))
    assert not doors(told, rule).offering_open.any()


def test_what_can_be_learnt_shuts_nothing_and_is_looked_at_again() -> None:
    found = doors(a_profile(cefr=CEFR.A1), DUTCH)
    assert window(found) == (True, -EVER, ALWAYS)
    assert not found.offering_sure.any()


def test_a_paper_that_is_held_stays_held() -> None:
    facts = {"person.drives_b": True, "person.has_vca": False, "person.cefr": "B1", "person.age": 30}
    assert not_grown(facts) == {
        "person.drives_b": True,
        "person.has_vca": None,
        "person.cefr": None,
        "person.age": 30,
    }


def test_full_places_can_be_passed_over_but_rules_cannot() -> None:
    shut = a_rule("own.shut", "offering.kind == 'bol'", yes={"offering.kind": "bol"}, no=MODULE)
    judge = judge_of(ruled(shut))
    assert not doors_of(judge, a_profile(), full_too=True).offering_open.any()


def test_a_later_door_is_open_from_then_on() -> None:
    by_format = doors_by_format(a_snapshot(), a_profile())
    found = later(by_format, np.array([7], dtype=np.int32), np.array([-EVER], dtype=np.int32))
    assert window(found) == (True, 7, ALWAYS)
    assert found.position_open.all()


def test_a_door_that_opens_after_ever_is_shut() -> None:
    by_format = doors_by_format(a_snapshot(), a_profile())
    found = later(by_format, np.array([-EVER], dtype=np.int32), np.array([EVER + 1], dtype=np.int32))
    assert found.offering_open.all()
    assert not found.position_open.any()


def test_wishes_give_points_to_the_occupations_they_name() -> None:
    wish = a_rule(
        "own.wish",
        "occupation.sector in person.wished_sectors",
        yes={"occupation.sector": "metaal", "person.wished_sectors": ["metaal"]},
        no={"occupation.sector": "bouw", "person.wished_sectors": ["metaal"]},
        kind="ranking",
        points=7,
    )
    occupations = [{"sector": "metaal"}, {"occupation_id": "O2", "sector": "bouw"}]
    more: dict[str, Any] = {"occupations": occupations, "companies": [{"sector": "metaal"}]}
    wishing = a_profile(circumstances=Circumstances(wished_sectors=frozenset({"metaal"})))
    assert doors(wishing, wish, **more).points.tolist() == [7, 0]
    assert doors(a_profile(), wish, **more).points.tolist() == [0, 0]


def test_a_wish_that_does_not_count_yet_gives_nothing() -> None:
    wish = a_rule(
        "own.wish",
        "occupation.nlqf >= 2",
        yes={"occupation.nlqf": 2},
        no={"occupation.nlqf": 1},
        kind="ranking",
        points=7,
        valid={"from": "2027-01-05"},
    )
    assert not doors(a_profile(), wish).points.any()
    assert doors(a_profile(available_from=date(2027, 1, 11)), wish).points.tolist() == [7]
