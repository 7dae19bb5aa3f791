"""Entry conditions for one person over the whole catalogue, and at one moment."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR, Daypart, TargetGroup
from gouden_poort.profiles.profile import Circumstances, Profile
from gouden_poort.rules.entry import (
    EVER,
    OLDEST,
    AgeGroups,
    Condition,
    Holdings,
    age_window,
    birthday,
    open_offerings,
    open_positions,
    unmet_by,
)
from tests.builders import MONDAY, a_profile, a_snapshot

NOTHING = Holdings(skills={}, credentials=frozenset(), cefr=CEFR.B1, nlqf=2)


def window(profile: Profile, **ages: int) -> tuple[int, int]:
    """First and last week of the default offering with some ages."""
    snapshot = a_snapshot(offerings=[ages])
    offerings = snapshot.columns.offerings
    first, last = AgeGroups.of(offerings.min_age, offerings.max_age).windows(snapshot, profile)
    return int(first[0]), int(last[0])


@pytest.mark.parametrize(
    ("born", "first"),
    [
        (date(2009, 1, 18), 2),  # 18 on a Monday: that very week
        (date(2009, 1, 19), 3),  # a day later: the Monday after
        (date(2009, 1, 12), 2),  # on the Tuesday before the 18th
    ],
)
def test_the_youngest_may_start_on_the_first_monday_from_their_birthday(born: date, first: int) -> None:
    assert window(a_profile(birth_date=born), min_age=18)[0] == first


def test_the_oldest_may_start_until_the_monday_before_they_grow_too_old() -> None:
    assert window(a_profile(birth_date=date(1999, 1, 18)), max_age=27)[1] == 1
    assert window(a_profile(birth_date=date(1999, 1, 19)), max_age=27)[1] == 2


def test_windows_agree_with_completed_years_on_every_monday() -> None:
    profile = a_profile(birth_date=date(2008, 2, 29))
    first, last = window(profile, min_age=19, max_age=20)
    for week in range(200):
        age = profile.age_on(MONDAY + timedelta(weeks=week))
        assert (first <= week <= last) == (19 <= age <= 20), week


def test_rows_with_the_same_ages_share_a_window_and_keep_their_place() -> None:
    ages = [(18, 27), (0, 999), (18, 27), (18, 30), (0, 27)]
    low, high = np.array(ages, dtype=np.int32).T
    groups = AgeGroups.of(low, high)
    first, last = groups.windows(a_snapshot(), a_profile())
    assert len(groups.conditions) == 4
    by_row = [age_window(a_snapshot(), a_profile(), *pair) for pair in ages]
    assert list(zip(first.tolist(), last.tolist(), strict=True)) == by_row


def test_a_table_without_rows_has_no_windows() -> None:
    nothing = np.empty(0, dtype=np.int32)
    first, last = AgeGroups.of(nothing, nothing).windows(a_snapshot(), a_profile())
    assert (len(first), len(last)) == (0, 0)


def test_an_age_that_nobody_reaches_opens_nothing() -> None:
    assert age_window(a_snapshot(), a_profile(), OLDEST + 1, 999)[0] == EVER


def test_a_leap_day_birthday_falls_on_the_first_of_march() -> None:
    assert birthday(a_profile(birth_date=date(2008, 2, 29)), 19) == date(2027, 3, 1)
    assert birthday(a_profile(birth_date=date(2008, 2, 29)), 20) == date(2028, 2, 29)


def test_without_age_conditions_every_week_is_open() -> None:
    first, last = window(a_profile())
    assert first < -10_000
    assert last > 10_000


def test_full_offerings_and_other_groups_are_closed() -> None:
    snapshot = a_snapshot(
        offerings=[
            {},
            {"offering_id": "T2", "capacity": 0},
            {"offering_id": "T3", "target_groups": "starter"},
            {"offering_id": "T4", "target_groups": "starter|career_changer"},
        ]
    )
    assert open_offerings(snapshot, a_profile()).tolist() == [True, False, False, True]


def test_someone_in_no_group_meets_only_conditions_that_are_empty() -> None:
    snapshot = a_snapshot(positions=[{}, {"position_id": "J2", "target_groups": "starter"}])
    assert open_positions(snapshot, a_profile(target_groups=frozenset())).tolist() == [True, False]


def by_daypart(dayparts: frozenset[Daypart] | None) -> list[bool]:
    snapshot = a_snapshot(
        offerings=[
            {"daypart": "day"},
            {"offering_id": "T2", "daypart": "evening"},
            {"offering_id": "T3", "daypart": ""},
        ]
    )
    return open_offerings(snapshot, a_profile(circumstances=Circumstances(dayparts=dayparts))).tolist()


def test_a_known_daypart_closes_the_others_and_an_unknown_one_closes_nothing() -> None:
    assert by_daypart(frozenset({Daypart.EVENING})) == [False, True, True]
    assert by_daypart(None) == [True, True, True]


def strict_offering() -> Snapshot:
    return a_snapshot(
        offerings=[{"min_age": 18, "max_age": 29, "min_cefr": "B2", "min_nlqf": 3, "target_groups": "starter"}],
        offering_requires=[{"kind": "skill", "ref_id": "S1", "level": 2}, {"kind": "credential", "ref_id": "C1"}],
        credentials=[{}],
    )


def test_every_condition_that_fails_is_named() -> None:
    snapshot = strict_offering()
    unmet = unmet_by(a_profile(), NOTHING, snapshot.columns.offerings, 0, MONDAY)
    assert set(unmet) == {
        Condition.TARGET_GROUP,
        Condition.MAX_AGE,
        Condition.CEFR,
        Condition.NLQF,
        Condition.SKILL,
        Condition.CREDENTIAL,
    }


def test_the_door_opens_when_all_is_held() -> None:
    snapshot = strict_offering()
    young = a_profile(birth_date=date(2005, 1, 1), target_groups=frozenset({TargetGroup.STARTER}))
    holdings = Holdings(skills={0: 2}, credentials=frozenset({0}), cefr=CEFR.B2, nlqf=3)
    assert unmet_by(young, holdings, snapshot.columns.offerings, 0, MONDAY) == ()
    assert unmet_by(
        young,
        Holdings(skills={0: 1}, credentials=frozenset({0}), cefr=CEFR.B2, nlqf=3),
        snapshot.columns.offerings,
        0,
        MONDAY,
    ) == (Condition.SKILL,)
