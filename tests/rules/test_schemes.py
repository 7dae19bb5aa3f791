"""Which schemes apply to a step, when, and up to how much."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from gouden_poort.profiles.levels import Benefit
from gouden_poort.rules.schemes import applies, limit_eur, personal_schemes
from tests.builders import MONDAY, a_profile, a_snapshot


def test_a_scheme_pays_its_share_rounded_down_without_binary_fractions() -> None:
    snapshot = a_snapshot(offerings=[{"cost_eur": 350}], schemes=[{"pays_share": "0.29", "max_amount_eur": 1000}])
    assert limit_eur(snapshot, 0, 0) == 101  # 0.29 x 350 = 101.5
    snapshot = a_snapshot(offerings=[{"cost_eur": 100}], schemes=[{"pays_share": "0.29", "max_amount_eur": 1000}])
    assert limit_eur(snapshot, 0, 0) == 29  # 100 * 0.29 is 28.999... in binary


def test_a_scheme_pays_no_more_than_its_highest_amount() -> None:
    snapshot = a_snapshot(offerings=[{"cost_eur": 4000}], schemes=[{"pays_share": "1.00", "max_amount_eur": 1500}])
    assert limit_eur(snapshot, 0, 0) == 1500


@pytest.mark.parametrize(
    "condition",
    [
        {"target_groups": "starter"},
        {"benefits": "ww"},
        {"sectors": "ict"},
        {"offering_kinds": "course"},
        {"min_age": 31},
        {"max_age": 29},
        {"valid_from": "2027-02-02"},
        {"valid_to": "2027-01-31"},
    ],
)
def test_each_condition_can_close_a_scheme(condition: dict[str, Any]) -> None:
    day = date(2027, 2, 1)
    assert applies(a_snapshot(schemes=[{}]), a_profile(), 0, 0, day)
    snapshot = a_snapshot(schemes=[condition], offerings=[{"sector": "metal"}])
    assert not applies(snapshot, a_profile(), 0, 0, day)
    closed = [
        scheme
        for scheme in personal_schemes(snapshot, a_profile())
        if scheme.first_week <= 4 <= scheme.last_week and scheme.limits_eur[0]
    ]
    assert closed == []


@pytest.mark.parametrize(
    "condition",
    [
        {"target_groups": "starter|career_changer"},
        {"benefits": "ww|none"},
        {"sectors": "ict|metal"},
        {"offering_kinds": "course|module"},
        {"min_age": 30, "max_age": 30},
        {"valid_from": "2027-02-01", "valid_to": "2027-02-01"},
    ],
)
def test_a_condition_that_holds_keeps_a_scheme_open(condition: dict[str, Any]) -> None:
    snapshot = a_snapshot(schemes=[condition], offerings=[{"sector": "metal"}])
    assert applies(snapshot, a_profile(), 0, 0, date(2027, 2, 1))
    (scheme,) = personal_schemes(snapshot, a_profile())
    assert scheme.first_week <= 4 <= scheme.last_week
    assert scheme.limits_eur.tolist() == [200]


def test_the_weeks_of_a_scheme_agree_with_its_days() -> None:
    snapshot = a_snapshot(schemes=[{"valid_from": "2027-01-12", "valid_to": "2027-03-01", "max_age": 30}])
    profile = a_profile(birth_date=date(1996, 2, 23), benefit=Benefit.WW)
    (scheme,) = personal_schemes(snapshot, profile)
    for week in range(30):
        day = MONDAY + timedelta(weeks=week)
        assert (scheme.first_week <= week <= scheme.last_week) == applies(snapshot, profile, 0, 0, day), day
