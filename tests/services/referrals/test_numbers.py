"""Numbers of an organisation: by month and region, and never so small that they tell about one person."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.referral import Referral, ReferralState
from gouden_poort.services.referrals.numbers import Reached, grouped, numbers
from tests.databases import Database
from tests.dossiers import COACH, MORNING
from tests.referrals import COUNSELLOR, a_referral, places

NAMES = {"R1": "Regio Een"}


def many(count: int, **told: object) -> list[Referral]:
    return [a_referral(region="R1", **told) for _each in range(count)]


def test_nine_people_are_no_group() -> None:
    found = grouped(many(9), NAMES)
    assert (found.groups, found.hides_some) == ([], True)


def test_ten_people_are_a_group() -> None:
    (group,) = grouped(many(10), NAMES).groups
    assert (group.month, group.region, group.many[Reached.SENT]) == (date(2026, 11, 1), "Regio Een", 10)


def test_a_number_whose_rest_is_too_small_is_not_told_either() -> None:
    (group,) = grouped([*many(5), *many(15, state=ReferralState.SENT_BACK)], NAMES).groups
    assert group.many[Reached.SENT_BACK] is None


def test_a_number_whose_rest_is_a_group_is_told() -> None:
    (group,) = grouped([*many(10), *many(15, first_talk_on=date(2026, 11, 25))], NAMES).groups
    assert group.many[Reached.FIRST_TALK] == 15


def test_the_last_month_stands_first() -> None:
    found = grouped([*many(10, sent_at=MORNING - timedelta(days=40)), *many(10)], NAMES)
    assert [group.month for group in found.groups] == [date(2026, 11, 1), date(2026, 10, 1)]


def test_the_own_organisation_is_counted_also_what_colleagues_sent(house: Database) -> None:
    with house.unit() as unit:
        for each in (*many(6), *many(6, counsellor_id=COACH.account_id)):
            unit.referrals.add(each)
        unit.commit()
    (group,) = numbers(house.unit, places(), COUNSELLOR, MORNING).groups
    assert group.many[Reached.SENT] == 12


def test_a_coach_gets_no_numbers_of_referrals(house: Database) -> None:
    with pytest.raises(NotAllowed):
        numbers(house.unit, places(), COACH, MORNING)
