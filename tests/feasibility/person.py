"""The person of a profile as the judge reads it, what they hold at a date, and how far they live from a place."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.feasibility.reading import CEFR, Catalogue, Entry, Occupation, Offering

DEFAULT_WEIGHTS = {"week": 1, "qualified": 0.25, "cost": 1, "travel": 0.05, "step": 0.5, "wage": 1}
SPEED_AND_FIXED = {"bike": (15, 2), "transit": (40, 12), "car": (55, 6)}
EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A profile with its dates and levels read; weights exact."""

    birth_date: date
    available_from: date
    home: tuple[float, float]
    modes: frozenset[str]
    max_travel_minutes: int
    hours_per_week: int
    cefr: int
    nlqf: int
    skills: dict[str, int]
    credentials: frozenset[str]
    target_groups: frozenset[str]
    benefit: str
    budget_eur: int
    horizon_weeks: int
    weights: dict[str, Fraction]

    @classmethod
    def of(cls, profile: dict[str, Any]) -> Person:
        """Read a profile that is known to be good."""
        weights = {**DEFAULT_WEIGHTS, **profile.get("weights", {})}
        return cls(
            birth_date=date.fromisoformat(profile["birth_date"]),
            available_from=date.fromisoformat(profile["available_from"]),
            home=(profile["lat"], profile["lon"]),
            modes=frozenset(profile["modes"]),
            max_travel_minutes=profile["max_travel_minutes"],
            hours_per_week=profile["hours_per_week"],
            cefr=CEFR.index(profile["cefr"]),
            nlqf=profile["nlqf"],
            skills={held["skill_id"]: held["level"] for held in profile["skills"]},
            credentials=frozenset(profile["credentials"]),
            target_groups=frozenset(profile["target_groups"]),
            benefit=profile["benefit"],
            budget_eur=profile["budget_eur"],
            horizon_weeks=profile["horizon_weeks"],
            weights={name: Fraction(str(weight)) for name, weight in weights.items()},
        )

    def age_on(self, day: date) -> int:
        """Completed years; a birthday on 29 February counts from 1 March in years without that day."""
        birthday_passed = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (0 if birthday_passed else 1)

    def week_of(self, day: date) -> int:
        """Whole weeks from the first possible start."""
        return (day - self.available_from).days // 7

    def day_of(self, week: int) -> date:
        """The Monday of a week counted from the first possible start."""
        return self.available_from + timedelta(weeks=week)

    def minutes_to(self, place: tuple[float, float] | None) -> int:
        """One-way minutes by the quickest mode; no place is online, which takes no travel."""
        if place is None:
            return 0
        km = _haversine_km(self.home, place)
        return min(
            math.ceil(fixed + 60 * 1.3 * km / speed - 1e-9)
            for speed, fixed in (SPEED_AND_FIXED[mode] for mode in self.modes)
        )


def _haversine_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    (lat_1, lon_1), (lat_2, lon_2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (here, there))
    across = math.sin((lat_2 - lat_1) / 2) ** 2
    along = math.cos(lat_1) * math.cos(lat_2) * math.sin((lon_2 - lon_1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(across + along))


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a person holds at one date."""

    skills: dict[str, int]
    credentials: frozenset[str]
    cefr: int
    nlqf: int


def held_after(
    catalogue: Catalogue, person: Person, finished: Iterable[Offering], worked: Iterable[tuple[str, int]] = ()
) -> Held:
    """What the person holds once these offerings are finished and these skills have come with work."""
    skills, credentials, cefr = dict(person.skills), set(person.credentials), person.cefr
    for offering in finished:
        for skill, level in offering.teaches:
            skills[skill] = max(skills.get(skill, 0), level)
        credentials.update(offering.awards)
        cefr = max(cefr, offering.awards_cefr)
    for skill, level in worked:
        skills[skill] = max(skills.get(skill, 0), level)
    nlqf = max([person.nlqf, *(catalogue.credential_nlqf[held] for held in credentials)])
    return Held(skills=skills, credentials=frozenset(credentials), cefr=cefr, nlqf=nlqf)


def entry_faults(entry: Entry, person: Person, held: Held, day: date) -> list[str]:
    """Each entry condition that does not hold on the day."""
    faults = []
    age = person.age_on(day)
    if entry.min_age is not None and age < entry.min_age:
        faults.append(f"age {age} on {day}, at least {entry.min_age} asked")
    if entry.max_age is not None and age > entry.max_age:
        faults.append(f"age {age} on {day}, at most {entry.max_age} asked")
    if held.cefr < entry.min_cefr:
        faults.append(f"cefr {CEFR[held.cefr]} on {day}, {CEFR[entry.min_cefr]} asked")
    if held.nlqf < entry.min_nlqf:
        faults.append(f"nlqf {held.nlqf} on {day}, {entry.min_nlqf} asked")
    if entry.target_groups and not entry.target_groups & person.target_groups:
        faults.append(f"only for {sorted(entry.target_groups)}")
    for kind, ref_id, level in entry.requires:
        if kind == "skill" and held.skills.get(ref_id, 0) < level:
            faults.append(f"skill {ref_id} at {held.skills.get(ref_id, 0)} on {day}, {level} asked")
        if kind == "credential" and ref_id not in held.credentials:
            faults.append(f"credential {ref_id} not held on {day}")
    return faults


def essential_faults(occupation: Occupation, held: Held) -> list[str]:
    """Each essential skill or credential of the occupation that is not held."""
    skills = [
        f"essential skill {skill} at {held.skills.get(skill, 0)}, {level} asked"
        for skill, level in occupation.skills
        if held.skills.get(skill, 0) < level
    ]
    return skills + [f"essential credential {c} not held" for c in occupation.credentials if c not in held.credentials]
