"""Which schemes apply to a step, when, and up to how much."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import numpy as np
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


@pytest.mark.parametrize("seed", range(12))
def test_whole_tables_say_the_same_as_the_plain_reading(seed: int) -> None:
    rng = random.Random(seed)
    offerings = [
        {
            "offering_id": f"T{number}",
            "cost_eur": rng.choice([0, 99, 350, 4000]),
            "sector": rng.choice(["metal", "ict", "energy"]),
            "kind": rng.choice(["module", "course"]),
        }
        for number in range(8)
    ]
    schemes = [
        {
            "scheme_id": f"F{number}",
            "pays_share": rng.choice(["0.29", "0.50", "1.00"]),
            "max_amount_eur": rng.choice([0, 100, 2000]),
            "sectors": rng.choice(["", "metal", "ict|energy"]),
            "offering_kinds": rng.choice(["", "course", "module|bol"]),
            "benefits": rng.choice(["", "ww", "ww|none"]),
            "min_age": rng.choice(["", 31]),
        }
        for number in range(5)
    ]
    snapshot, profile = a_snapshot(offerings=offerings, schemes=schemes), a_profile()
    limits = {scheme.id: scheme.limits_eur.tolist() for scheme in personal_schemes(snapshot, profile)}
    day = date(2027, 12, 6)
    for row, scheme in enumerate(snapshot.columns.schemes.id):
        plain = [
            limit_eur(snapshot, row, offering) if applies(snapshot, profile, row, offering, day) else 0
            for offering in range(8)
        ]
        assert limits.get(scheme, [0] * 8) == plain


def test_what_a_scheme_pays_is_worked_out_once_and_cannot_be_written_over() -> None:
    snapshot = a_snapshot(schemes=[{}])
    (some,), (other,) = personal_schemes(snapshot, a_profile()), personal_schemes(snapshot, a_profile(nlqf=4))
    assert np.shares_memory(some.limits_eur, other.limits_eur)
    assert not some.limits_eur.flags.writeable
