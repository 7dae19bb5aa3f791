"""One person laid over one catalogue: what is open, how far it is, when, and what it costs at the least.

Weeks in routing count from the person's `available_from`; `Person.first_week` is that week in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.columns import Bytes, Ints, Longs
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import Abilities, Level, abilities_of
from gouden_poort.routing.caps import Cuts
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
    cuts: Cuts
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
    offerings, positions = snapshot.columns.offerings, snapshot.columns.positions
    abilities = abilities_of(snapshot)
    first_week = snapshot.week_of(profile.available_from)
    site_minutes = _minutes(profile, snapshot.columns.sites.lat, snapshot.columns.sites.lon)
    offering_minutes = np.where(offerings.site < 0, 0, np.append(site_minutes, 0)[offerings.site]).astype(np.int32)
    company_minutes = _minutes(profile, snapshot.columns.companies.lat, snapshot.columns.companies.lon)
    position_minutes = company_minutes[positions.company]
    furthest = profile.max_travel_minutes
    return Person(
        snapshot=snapshot,
        profile=profile,
        abilities=abilities,
        prices=Prices.of(profile.weights),
        doors=doors,
        cuts=Cuts(doors.schemes),
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


def _minutes(profile: Profile, lat: np.ndarray, lon: np.ndarray) -> Ints:
    return minutes(kilometres(profile.lat, profile.lon, lat, lon), profile.modes)


def _held(snapshot: Snapshot, profile: Profile, abilities: Abilities) -> Bytes:
    held = np.zeros(abilities.count, dtype=np.int8)
    for skill in profile.skills:
        held[snapshot.columns.skills.id.row(skill.skill_id)] = skill.level
    papers = [snapshot.columns.credentials.id.row(credential_id) for credential_id in profile.credentials]
    held[[abilities.credentials_from + row for row in papers]] = 1
    held[abilities.cefr] = profile.cefr
    held[abilities.nlqf] = max([profile.nlqf, *snapshot.columns.credentials.nlqf_level[papers].tolist()])
    return held
