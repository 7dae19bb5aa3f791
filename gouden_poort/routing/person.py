"""One person laid over one catalogue: what is open, how far it is, when, and what it costs at the least.

Weeks in routing count from the person's `available_from`; `Person.first_week` is that week in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Bytes, Ints, Longs
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import Points, minutes
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import Abilities, Level, abilities_of
from gouden_poort.routing.effort import Prices
from gouden_poort.rules.doors import Doors
from gouden_poort.rules.entry import Mask
from gouden_poort.rules.schemes import PersonalScheme


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Person:
    """A profile prepared for planning; every array runs over all offerings or all positions."""

    snapshot: Snapshot
    profile: Profile
    abilities: Abilities
    prices: Prices
    doors: Doors
    first_week: int
    held: Bytes
    """The level held of each ability before the route."""
    offering_open: Mask
    """Its door can be open, within travel; hours not yet asked."""
    offering_minutes: Ints
    offering_first: Ints
    """First week in which the door is open, and the last."""
    offering_last: Ints
    position_open: Mask
    position_minutes: Ints
    position_first: Ints
    """First week in which a placement may start, by door and opening, never before week 0."""
    position_last: Ints

    def lacking(self, abilities: Longs, levels: Longs) -> list[Level]:
        """What of a list of abilities at levels is not held before the route."""
        pairs = zip(abilities.tolist(), levels.tolist(), strict=True)
        return [(ability, level) for ability, level in pairs if level > self.held[ability]]

    @property
    def schemes(self) -> tuple[PersonalScheme, ...]:
        """The schemes that can pay something for this person."""
        return self.doors.schemes


def prepare(snapshot: Snapshot, profile: Profile, doors: Doors) -> Person:
    """Everything about a person that holds for all targets."""
    positions, abilities = snapshot.columns.positions, abilities_of(snapshot)
    first_week = snapshot.week_of(profile.available_from)
    offering_minutes, position_minutes = _addresses_of(snapshot).minutes(profile)
    furthest = profile.max_travel_minutes
    return Person(
        snapshot=snapshot,
        profile=profile,
        abilities=abilities,
        prices=Prices.of(profile.weights),
        doors=doors,
        first_week=first_week,
        held=_held(snapshot, profile, abilities),
        offering_open=doors.offering_open & (offering_minutes <= furthest),
        offering_minutes=offering_minutes,
        offering_first=doors.offering_first - first_week,
        offering_last=doors.offering_last - first_week,
        position_open=doors.position_open & (position_minutes <= furthest),
        position_minutes=position_minutes,
        position_first=np.maximum(np.maximum(doors.position_first, positions.open_from) - first_week, 0),
        position_last=np.minimum(doors.position_last, positions.open_to) - first_week,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Addresses:
    """Where everything in a catalogue is: the sites and then the companies as points, and who is at which."""

    points: Points
    offering_at: NDArray[np.intp]
    """The place after the last point is where offerings online are: nowhere, so no minutes away."""
    position_at: NDArray[np.intp]

    def minutes(self, profile: Profile) -> tuple[Ints, Ints]:
        """One-way minutes of a person to each offering and each position."""
        kilometres = self.points.kilometres_from(profile.lat, profile.lon)
        away = np.append(minutes(kilometres, profile.modes), np.int32(0))
        return away.take(self.offering_at), away.take(self.position_at)


@lru_cache(maxsize=4)
def _addresses_of(snapshot: Snapshot) -> _Addresses:
    """Made once for a snapshot and kept while it is in use."""
    columns = snapshot.columns
    sites, companies = columns.sites, columns.companies
    online = len(sites.id) + len(companies.id)
    return _Addresses(
        points=Points.at(np.append(sites.lat, companies.lat), np.append(sites.lon, companies.lon)),
        offering_at=np.where(columns.offerings.site < 0, online, columns.offerings.site).astype(np.intp),
        position_at=(columns.positions.company + len(sites.id)).astype(np.intp),
    )


def _held(snapshot: Snapshot, profile: Profile, abilities: Abilities) -> Bytes:
    held = np.zeros(abilities.count, dtype=np.int8)
    for skill in profile.skills:
        held[snapshot.columns.skills.id.row(skill.skill_id)] = skill.level
    papers = [snapshot.columns.credentials.id.row(credential_id) for credential_id in profile.credentials]
    held[[abilities.credentials_from + row for row in papers]] = 1
    held[abilities.cefr] = profile.cefr
    held[abilities.nlqf] = max([profile.nlqf, *snapshot.columns.credentials.nlqf_level[papers].tolist()])
    return held
