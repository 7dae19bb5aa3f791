"""Which schemes help to pay a step, when, and up to how much (docs/formats.md, R8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import Snapshot, benefit_mask, group_mask
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.entry import EVER, Mask, age_windows, groups_admitted


def applies(snapshot: Snapshot, profile: Profile, scheme: int, offering: int, day: date) -> bool:
    """Whether a scheme pays for an offering that starts on a day; the plain reading, one by one."""
    schemes, offerings = snapshot.columns.schemes, snapshot.columns.offerings
    sectors = schemes.sectors[scheme].tolist()
    groups, benefits, kinds = int(schemes.groups[scheme]), int(schemes.benefits[scheme]), int(schemes.kinds[scheme])
    age, days = profile.age_on(day), (day - snapshot.base_date).days
    return bool(
        (not groups or groups & group_mask(profile.target_groups))
        and (not benefits or benefits & benefit_mask(profile.benefit))
        and (not sectors or offerings.sector[offering] in sectors)
        and (not kinds or kinds >> int(offerings.kind[offering]) & 1)
        and (not schemes.min_age[scheme] or age >= schemes.min_age[scheme])
        and age <= schemes.max_age[scheme]
        and schemes.valid_from[scheme] <= days <= schemes.valid_to[scheme]
    )


def limit_eur(snapshot: Snapshot, scheme: int, offering: int) -> int:
    """The most a scheme pays for one step: its share of the price, rounded down, within its highest amount."""
    schemes = snapshot.columns.schemes
    share = int(schemes.pays_percent[scheme]) * int(snapshot.columns.offerings.cost_eur[offering]) // 100
    return min(share, int(schemes.max_amount_eur[scheme]))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PersonalScheme:
    """A scheme whose conditions on the person hold, with the catalogue weeks in which it pays and for what."""

    id: str
    stack_group: str
    cap_eur: int
    first_week: int
    last_week: int
    offerings: Mask
    limits_eur: Ints
    """The most it pays for each offering; 0 where it pays nothing."""


def personal_schemes(snapshot: Snapshot, profile: Profile) -> tuple[PersonalScheme, ...]:
    """The schemes that can pay something for this person, in the order of the catalogue."""
    schemes = snapshot.columns.schemes
    first, last = age_windows(snapshot, profile, schemes.min_age, schemes.max_age)
    first = np.maximum(first, -(-schemes.valid_from // 7))
    last = np.minimum(last, schemes.valid_to // 7)
    fitting = groups_admitted(schemes.groups, profile)
    fitting &= (schemes.benefits == 0) | ((schemes.benefits & benefit_mask(profile.benefit)) != 0)
    fitting &= (first <= last) & (schemes.cap_per_person_eur > 0) & (first < EVER)
    found = (_personal(snapshot, row, int(first[row]), int(last[row])) for row in np.flatnonzero(fitting).tolist())
    return tuple(scheme for scheme in found if scheme.offerings.any())


def _personal(snapshot: Snapshot, row: int, first: int, last: int) -> PersonalScheme:
    schemes, offerings = snapshot.columns.schemes, snapshot.columns.offerings
    share = offerings.cost_eur.astype(np.int64) * int(schemes.pays_percent[row]) // 100
    limits = np.minimum(share, int(schemes.max_amount_eur[row])).astype(np.int32)
    sectors = schemes.sectors[row]
    if len(sectors):
        limits[~np.isin(offerings.sector, sectors)] = 0
    kinds = int(schemes.kinds[row])
    if kinds:
        limits[(kinds >> offerings.kind.astype(np.int64)) & 1 == 0] = 0
    return PersonalScheme(
        id=schemes.id[row],
        stack_group=schemes.stack_group[row],
        cap_eur=int(schemes.cap_per_person_eur[row]),
        first_week=first,
        last_week=last,
        offerings=limits > 0,
        limits_eur=limits,
    )
