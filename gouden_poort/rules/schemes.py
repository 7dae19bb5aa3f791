"""Which schemes help to pay a step, when, and up to how much (docs/formats.md, R8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import Snapshot, benefit_mask, group_mask
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.entry import EVER, age_window


class Conditions(NamedTuple):
    """One scheme in plain numbers: what it asks, and what it pays."""

    groups: int
    """As bits; 0: no condition. The same goes for benefits and kinds of offerings."""
    benefits: int
    sectors: frozenset[int]
    kinds: int
    min_age: int
    max_age: int
    valid_from: int
    """In days since the base date, like `valid_to`."""
    valid_to: int
    pays_percent: int
    max_amount_eur: int
    cap_per_person_eur: int

    def suits(self, profile: Profile) -> bool:
        """Whether it pays for people like this; age not yet asked."""
        return bool(
            (not self.groups or self.groups & group_mask(profile.target_groups))
            and (not self.benefits or self.benefits & benefit_mask(profile.benefit))
        )


@lru_cache(maxsize=4)
def conditions_of(snapshot: Snapshot) -> tuple[Conditions, ...]:
    """Those of all schemes; made once for a snapshot."""
    schemes = snapshot.columns.schemes
    columns = (
        (frozenset(schemes.sectors[row].tolist()) for row in range(len(schemes.id)))
        if name == "sectors"
        else getattr(schemes, name).tolist()
        for name in Conditions._fields
    )
    return tuple(Conditions(*row) for row in zip(*columns, strict=True))


def applies(snapshot: Snapshot, profile: Profile, scheme: int, offering: int, day: date) -> bool:
    """Whether a scheme pays for an offering that starts on a day; the plain reading, one by one."""
    asks, offerings = conditions_of(snapshot)[scheme], snapshot.columns.offerings
    age = profile.age_on(day)
    return bool(
        asks.suits(profile)
        and (not asks.sectors or int(offerings.sector[offering]) in asks.sectors)
        and (not asks.kinds or asks.kinds >> int(offerings.kind[offering]) & 1)
        and (not asks.min_age or age >= asks.min_age)
        and age <= asks.max_age
        and asks.valid_from <= (day - snapshot.base_date).days <= asks.valid_to
    )


def limit_eur(snapshot: Snapshot, scheme: int, offering: int) -> int:
    """The most a scheme pays for one step: its share of the price, rounded down, within its highest amount."""
    pays = conditions_of(snapshot)[scheme]
    share = pays.pays_percent * int(snapshot.columns.offerings.cost_eur[offering]) // 100
    return min(share, pays.max_amount_eur)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PersonalScheme:
    """A scheme whose conditions on the person hold, with the catalogue weeks in which it pays and for what."""

    id: str
    stack_group: str
    cap_eur: int
    first_week: int
    last_week: int
    limits_eur: Ints
    """The most it pays for each offering; 0 where it pays nothing."""


def personal_schemes(snapshot: Snapshot, profile: Profile) -> tuple[PersonalScheme, ...]:
    """The schemes that can pay something for this person, in the order of the catalogue."""
    found = (_personal(snapshot, profile, row, asks) for row, asks in enumerate(conditions_of(snapshot)))
    return tuple(scheme for scheme in found if scheme is not None)


def _personal(snapshot: Snapshot, profile: Profile, row: int, asks: Conditions) -> PersonalScheme | None:
    """One scheme; None when it never pays anything for this person."""
    if not asks.suits(profile) or asks.cap_per_person_eur <= 0:
        return None
    first, last = age_window(snapshot, profile, asks.min_age, asks.max_age)
    first, last = max(first, -(-asks.valid_from // 7)), min(last, asks.valid_to // 7)
    limits = _limits_eur(snapshot, row)
    if first > last or first >= EVER or limits is None:
        return None
    schemes = snapshot.columns.schemes
    return PersonalScheme(
        id=schemes.id[row],
        stack_group=schemes.stack_group[row],
        cap_eur=asks.cap_per_person_eur,
        first_week=first,
        last_week=last,
        limits_eur=limits,
    )


@lru_cache(maxsize=64)
def _limits_eur(snapshot: Snapshot, row: int) -> Ints | None:
    """The most a scheme pays for each offering, the same for everyone; None when it pays for nothing."""
    asks, offerings = conditions_of(snapshot)[row], snapshot.columns.offerings
    share = offerings.cost_eur.astype(np.int64) * asks.pays_percent // 100
    limits = np.minimum(share, asks.max_amount_eur).astype(np.int32)
    if asks.sectors:
        limits[~np.isin(offerings.sector, list(asks.sectors))] = 0
    if asks.kinds:
        limits[(asks.kinds >> offerings.kind.astype(np.int64)) & 1 == 0] = 0
    limits.setflags(write=False)
    return limits if limits.any() else None
