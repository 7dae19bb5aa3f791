"""Doors shut where a rule surely says no, in those weeks only; what can still be learnt shuts nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from gouden_poort.profiles.levels import CEFR, Mode, TargetGroup
from gouden_poort.profiles.profile import Circumstances, HeldSkill, Profile
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


NEAR_HOME = a_rule(
    "own.near",
    "person.max_travel_minutes >= 45 or offering.kind == 'bol'",
    yes={"person.max_travel_minutes": 45, **MODULE},
    no={"person.max_travel_minutes": 44, **MODULE},
)
SKILLED = a_rule(
    "own.skilled",
    "covers(person.skills, offering.required_skills)",
    yes={"person.skills": {"S1": 2}, "offering.required_skills": {"S1": 2}},
    no={"person.skills": {"S1": 1}, "offering.required_skills": {"S1": 2}},
)


def test_who_is_otherwise_in_what_no_rule_reads_finds_the_doors_already_judged() -> None:
    judge = judge_of(ruled(ADULT))
    otherwise = a_profile(max_travel_minutes=5, modes=frozenset({Mode.CAR}), budget_eur=0, cefr=CEFR.C2)
    assert doors_of(judge, otherwise) is doors_of(judge, a_profile())


def test_what_a_rule_reads_is_judged_anew() -> None:
    judge = judge_of(ruled(NEAR_HOME))
    found = [window(doors_of(judge, a_profile(max_travel_minutes=minutes)))[0] for minutes in (44, 45)]
    assert found == [False, True]


def test_what_the_catalogue_reads_is_judged_anew() -> None:
    judge = judge_of(ruled(ADULT, offerings=[{"target_groups": "starter"}]))
    groups = (frozenset[TargetGroup](), frozenset({TargetGroup.STARTER}))
    assert [window(doors_of(judge, a_profile(target_groups=each)))[0] for each in groups] == [False, True]


def test_a_rule_can_read_skills() -> None:
    judge = judge_of(ruled(SKILLED, offering_requires=[{"level": 2}]))
    skilled = a_profile(skills=(HeldSkill(skill_id="S1", level=2),))
    assert doors_of(judge, skilled) is not doors_of(judge, a_profile())
    assert doors_of(judge, skilled) is doors_of(judge, replace(skilled, budget_eur=5))


def test_full_places_are_judged_by_themselves() -> None:
    judge = judge_of(ruled(ADULT, offerings=[{"capacity": 0}]))
    assert [window(doors_of(judge, a_profile(), full_too=each))[0] for each in (False, True)] == [False, True]


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
