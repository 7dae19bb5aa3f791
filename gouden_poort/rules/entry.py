"""Entry conditions of offerings and positions for one person (docs/formats.md, R4).

What does not change while a route unfolds (groups, places, age) is answered for the whole catalogue at once;
what does (skills, papers, language) is asked of the holdings at one moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Bytes, Ints
from gouden_poort.catalogue.snapshot import NO_LIMIT, Offerings, Positions, Snapshot, group_mask
from gouden_poort.profiles.levels import CEFR, Daypart
from gouden_poort.profiles.profile import Profile

Mask = NDArray[np.bool_]

EVER = 1_000_000
"""Stands for `no last week`, and its negative for `no first week`; far outside any calendar."""
OLDEST = 130


class Condition(Enum):
    """An entry condition that can fail."""

    CAPACITY = "capacity"
    TARGET_GROUP = "target_group"
    MIN_AGE = "min_age"
    MAX_AGE = "max_age"
    CEFR = "cefr"
    NLQF = "nlqf"
    SKILL = "skill"
    CREDENTIAL = "credential"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What someone holds at one moment, in rows of the snapshot."""

    skills: Mapping[int, int]
    credentials: frozenset[int]
    cefr: CEFR
    nlqf: int


def groups_admitted(asked: Bytes, profile: Profile) -> Mask:
    """Where an empty list of groups, or one that shares a group with the person, lets them in."""
    admitted: Mask = (asked == 0) | ((asked & group_mask(profile.target_groups)) != 0)
    return admitted


def dayparts_admitted(offerings: Offerings, profile: Profile) -> Mask:
    """Where the daypart suits; an offering or a person that says nothing about it closes nothing."""
    admitted = np.ones(len(offerings.id), dtype=bool)
    dayparts, suited = offerings.extra.get("daypart"), profile.circumstances.dayparts
    if dayparts is None or suited is None:
        return admitted
    closed = {daypart.value for daypart in Daypart} - {daypart.value for daypart in suited}
    for row, daypart in enumerate(dayparts):
        admitted[row] = daypart not in closed
    return admitted


def open_offerings(snapshot: Snapshot, profile: Profile, *, full_too: bool = False) -> Mask:
    """Offerings with a place, for this person's groups and dayparts; age, travel and holdings not yet asked.

    With `full_too` those without a free place as well.
    """
    offerings = snapshot.columns.offerings
    free = groups_admitted(offerings.groups, profile) & (full_too | (offerings.capacity >= 1))
    return free & dayparts_admitted(offerings, profile)


def open_positions(snapshot: Snapshot, profile: Profile, *, full_too: bool = False) -> Mask:
    """Positions with a place, for this person's groups; age, travel and holdings not yet asked.

    With `full_too` those without a free place as well.
    """
    positions = snapshot.columns.positions
    return groups_admitted(positions.groups, profile) & (full_too | (positions.capacity >= 1))


def birthday(profile: Profile, age: int) -> date:
    """The first day on which someone has that age; born on 29 February it is 1 March in other years."""
    born = profile.birth_date
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_windows(snapshot: Snapshot, profile: Profile, min_age: Ints, max_age: Ints) -> tuple[Ints, Ints]:
    """First and last catalogue week on whose Monday the person's age fits, for many age conditions at once."""
    reached = np.full(NO_LIMIT + 2, EVER, dtype=np.int32)
    for age in range(OLDEST + 1):
        if profile.birth_date.year + age < date.max.year:
            reached[age] = -((snapshot.base_date - birthday(profile, age)).days // 7)
    first = np.where(min_age == 0, -EVER, reached[min_age])
    last = reached[np.minimum(max_age, NO_LIMIT) + 1] - 1
    return first.astype(np.int32), last.astype(np.int32)


def unmet_by(
    profile: Profile, holdings: Holdings, asks: Offerings | Positions, row: int, day: date
) -> tuple[Condition, ...]:
    """The entry conditions of one offering or position that fail on a day; empty when the door is open."""
    age = profile.age_on(day)
    asked_group = int(asks.groups[row])
    failed = {
        Condition.CAPACITY: asks.capacity[row] < 1,
        Condition.TARGET_GROUP: asked_group != 0 and not asked_group & group_mask(profile.target_groups),
        Condition.MIN_AGE: asks.min_age[row] != 0 and age < asks.min_age[row],
        Condition.MAX_AGE: age > asks.max_age[row],
        Condition.CEFR: holdings.cefr < asks.min_cefr[row],
        Condition.NLQF: holdings.nlqf < asks.min_nlqf[row],
        Condition.SKILL: not skills_held(holdings, asks.requires_skills[row], asks.requires_levels[row]),
        Condition.CREDENTIAL: not holdings.credentials.issuperset(asks.requires_credentials[row].tolist()),
    }
    return tuple(condition for condition, is_unmet in failed.items() if is_unmet)


def skills_held(holdings: Holdings, skills: Ints, levels: Ints) -> bool:
    """Whether each skill is held at its level."""
    return all(
        holdings.skills.get(skill, 0) >= level for skill, level in zip(skills.tolist(), levels.tolist(), strict=True)
    )
