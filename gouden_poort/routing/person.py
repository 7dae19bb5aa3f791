"""One person laid over one catalogue: what is open, how far it is, when, and what it costs at the least.

Weeks in routing count from the person's `available_from`; `Person.first_week` is that week in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.columns import Bytes, Ints, Ragged
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import Abilities, abilities_of
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
    offering_own_eur: Ints
    """What a step costs the person at the least: after all schemes that could ever pay it, caps left out."""
    position_open: Mask
    position_minutes: Ints
    position_first: Ints
    """First week in which a placement may start, by door and opening, never before week 0."""
    position_last: Ints

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
        offering_own_eur=_own_cost_at_least(snapshot, doors.schemes),
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


def _own_cost_at_least(snapshot: Snapshot, schemes: tuple[PersonalScheme, ...]) -> Ints:
    cost = snapshot.columns.offerings.cost_eur
    per_group: dict[str, Ints] = {}
    for scheme in schemes:
        paid = np.minimum(scheme.limits_eur, scheme.cap_eur)
        per_group[scheme.stack_group] = np.maximum(per_group.get(scheme.stack_group, 0), paid)
    own: Ints = np.maximum(cost - sum(per_group.values(), np.zeros_like(cost)), 0)
    return own


def taken(lists: Ragged, rows: Ints) -> tuple[Ints, Ints]:
    """The places in `lists.items` of some rows, end to end, and for each place which of the rows it belongs to."""
    counts = np.diff(lists.starts)[rows]
    owners = np.repeat(np.arange(len(rows), dtype=np.int32), counts)
    before = np.cumsum(counts) - counts
    places = np.arange(int(counts.sum()), dtype=np.int64) + np.repeat(lists.starts[rows] - before, counts)
    return places, owners
