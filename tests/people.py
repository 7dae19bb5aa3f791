"""Four people the service is for, and four beginners with more means; each can be made to live anywhere.

They are builder data: what one may expect someone in that situation to fill in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from gouden_poort.profiles.levels import CEFR, Benefit, Mode, TargetGroup
from gouden_poort.profiles.profile import HeldSkill, Profile

MONDAY = date(2027, 1, 4)
WITHOUT_CAR = frozenset({Mode.BIKE, Mode.TRANSIT})
BY_CAR = frozenset({Mode.TRANSIT, Mode.CAR})


def _skills(levels: Mapping[str, int]) -> tuple[HeldSkill, ...]:
    return tuple(HeldSkill(skill_id=f"sk-{name}", level=level) for name, level in levels.items())


_NEWCOMER = Profile(
    profile_id="newcomer",
    birth_date=date(1997, 5, 3),
    available_from=MONDAY,
    lat=52.0939,
    lon=5.1051,
    modes=WITHOUT_CAR,
    max_travel_minutes=60,
    hours_per_week=36,
    cefr=CEFR.A1,
    nlqf=1,
    skills=_skills({"gereedschap-hand": 2, "rekenen-basis": 2, "samenwerken": 3}),
    target_groups=frozenset({TargetGroup.STATUS_HOLDER}),
    benefit=Benefit.BIJSTAND,
    budget_eur=500,
)
"""Came as a refugee, has a permit, speaks a little Dutch, used to repair things."""
_SCHOOL_LEAVER = replace(
    _NEWCOMER,
    profile_id="school-leaver",
    birth_date=date(2008, 9, 14),
    cefr=CEFR.B2,
    skills=_skills({"gereedschap-hand": 1, "digitaal-basis": 3, "rekenen-basis": 2}),
    target_groups=frozenset({TargetGroup.STARTER}),
    benefit=Benefit.NONE,
    budget_eur=300,
)
"""Eighteen, no diploma, handy, little money."""
_SHOP_WORKER = replace(
    _NEWCOMER,
    profile_id="shop-worker",
    birth_date=date(1991, 2, 20),
    modes=frozenset(Mode),
    cefr=CEFR.C1,
    nlqf=3,
    skills=_skills({"klantgericht": 4, "digitaal-basis": 3, "rekenen-basis": 3, "samenwerken": 4}),
    target_groups=frozenset({TargetGroup.CAREER_CHANGER}),
    benefit=Benefit.NONE,
    budget_eur=1500,
    horizon_weeks=156,
)
"""Thirty-five, works in a shop, wants work with a future, drives."""
_WELDER = replace(
    _NEWCOMER,
    profile_id="welder",
    birth_date=date(1980, 7, 1),
    modes=BY_CAR,
    hours_per_week=38,
    cefr=CEFR.C1,
    nlqf=2,
    skills=_skills(
        {
            "lassen-migmag": 4,
            "lassen-tig": 3,
            "lassen-elektrode": 4,
            "gereedschap-hand": 4,
            "gereedschap-elektrisch": 4,
            "rekenen-technisch": 2,
            "samenwerken": 3,
        }
    ),
    target_groups=frozenset({TargetGroup.EXPERIENCED}),
    benefit=Benefit.WW,
    budget_eur=1000,
    horizon_weeks=156,
)
"""Forty-six, lost the job after many years of welding, lives on WW."""


def four_people(lat: float, lon: float) -> tuple[Profile, ...]:
    """A newcomer, a school leaver, a shop worker and a welder who live in one place."""
    return tuple(replace(person, lat=lat, lon=lon) for person in (_NEWCOMER, _SCHOOL_LEAVER, _SHOP_WORKER, _WELDER))


def beginners(lat: float, lon: float) -> tuple[Profile, ...]:
    """People without any technical skill, each with more schooling and money than the one before."""
    changer = replace(_SHOP_WORKER, lat=lat, lon=lon, modes=BY_CAR, hours_per_week=40, horizon_weeks=208)
    return (
        replace(_NEWCOMER, lat=lat, lon=lon, skills=(), budget_eur=3000),
        replace(_SCHOOL_LEAVER, lat=lat, lon=lon, modes=BY_CAR, nlqf=2, skills=(), budget_eur=6000),
        replace(changer, nlqf=4, skills=_skills({"digitaal-basis": 4, "rekenen-basis": 3}), budget_eur=15_000),
        replace(changer, nlqf=6, skills=_skills({"digitaal-basis": 4, "rekenen-technisch": 3}), budget_eur=25_000),
    )
