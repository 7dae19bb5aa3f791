"""Entry conditions of offerings and positions for one person (docs/formats.md, R4).

What does not change while a route unfolds (groups, places, age) is answered for the whole catalogue at once;
what does (skills, papers, language) is asked of the holdings at one moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Bytes, Ints
from gouden_poort.catalogue.snapshot import NO_LIMIT, Offerings, Positions, Snapshot, group_mask
from gouden_poort.profiles.levels import CEFR, Daypart
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.facts.shaping import distinct

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


def dayparts_admitted(snapshot: Snapshot, profile: Profile) -> Mask:
    """Where the daypart suits; an offering or a person that says nothing about it closes nothing."""
    suited = profile.circumstances.dayparts
    if suited is None:
        return np.ones(len(snapshot.columns.offerings.id), dtype=bool)
    codes, dayparts = _dayparts(snapshot)
    closed = {daypart.value for daypart in Daypart} - {daypart.value for daypart in suited}
    return np.array([daypart not in closed for daypart in dayparts], dtype=bool)[codes]


@lru_cache(maxsize=4)
def _dayparts(snapshot: Snapshot) -> tuple[Ints, tuple[str, ...]]:
    """For each offering the place of its daypart among the different ones."""
    offerings = snapshot.columns.offerings
    return distinct(offerings.extra.get("daypart") or [""] * len(offerings.id))


def open_offerings(snapshot: Snapshot, profile: Profile, *, full_too: bool = False) -> Mask:
    """Offerings with a place, for this person's groups and dayparts; age, travel and holdings not yet asked.

    With `full_too` those without a free place as well.
    """
    offerings = snapshot.columns.offerings
    free = groups_admitted(offerings.groups, profile) & (full_too | (offerings.capacity >= 1))
    return free & dayparts_admitted(snapshot, profile)


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AgeGroups:
    """Rows of a table by their age conditions, of which a whole catalogue has only a few."""

    conditions: Sequence[tuple[int, int]]
    """The lowest and the highest age, each pair once."""
    group: NDArray[np.intp]
    """For each row the place of its pair."""

    @classmethod
    def of(cls, min_age: Ints, max_age: Ints) -> AgeGroups:
        pairs = np.stack((min_age, max_age), axis=1)
        conditions, group = np.unique(pairs, axis=0, return_inverse=True)
        return cls(conditions=[(low, high) for low, high in conditions.tolist()], group=group.reshape(-1))

    def windows(self, snapshot: Snapshot, profile: Profile) -> tuple[Ints, Ints]:
        """First and last catalogue week on whose Monday the person's age fits, for each row."""
        windows = [age_window(snapshot, profile, *condition) for condition in self.conditions]
        first, last = np.array(windows, dtype=np.int32).reshape(-1, 2).T
        return first.take(self.group), last.take(self.group)


def age_window(snapshot: Snapshot, profile: Profile, min_age: int, max_age: int) -> tuple[int, int]:
    """First and last catalogue week on whose Monday the person's age fits an age condition."""
    first = -EVER if min_age == 0 else _reached(snapshot, profile, min_age)
    return first, _reached(snapshot, profile, min(max_age, NO_LIMIT) + 1) - 1


def _reached(snapshot: Snapshot, profile: Profile, age: int) -> int:
    """The first catalogue week on whose Monday someone has that age."""
    if age > OLDEST or profile.birth_date.year + age >= date.max.year:
        return EVER
    return -((snapshot.base_date - birthday(profile, age)).days // 7)


def unmet_by(
    profile: Profile, holdings: Holdings, asks: Offerings | Positions, row: int, day: date
) -> tuple[Condition, ...]:
    """The entry conditions of one offering or position that fail on a day; empty when the door is open."""
    return tuple(_unmet_by(profile, holdings, asks, row, day))


def _unmet_by(
    profile: Profile, holdings: Holdings, asks: Offerings | Positions, row: int, day: date
) -> Iterator[Condition]:
    age, asked_groups = profile.age_on(day), int(asks.groups[row])
    if asks.capacity[row] < 1:
        yield Condition.CAPACITY
    if asked_groups and not asked_groups & group_mask(profile.target_groups):
        yield Condition.TARGET_GROUP
    if age < asks.min_age[row] != 0:
        yield Condition.MIN_AGE
    if age > asks.max_age[row]:
        yield Condition.MAX_AGE
    if holdings.cefr < asks.min_cefr[row]:
        yield Condition.CEFR
    if holdings.nlqf < asks.min_nlqf[row]:
        yield Condition.NLQF
    if not skills_held(holdings, asks.requires_skills[row], asks.requires_levels[row]):
        yield Condition.SKILL
    if not holdings.credentials.issuperset(asks.requires_credentials[row].tolist()):
        yield Condition.CREDENTIAL


def skills_held(holdings: Holdings, skills: Ints, levels: Ints) -> bool:
    """Whether each skill is held at its level."""
    return all(
        holdings.skills.get(skill, 0) >= level for skill, level in zip(skills.tolist(), levels.tolist(), strict=True)
    )
