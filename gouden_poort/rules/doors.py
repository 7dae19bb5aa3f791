"""Which doors of a catalogue are open to one person, and in which weeks; what someone holds is not asked yet.

The planner asks no rule itself: it walks through open doors and meets what is asked of skills, papers and language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.rules.entry import AgeGroups, Mask, open_offerings, open_positions
from gouden_poort.rules.schemes import PersonalScheme, personal_schemes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Doors:
    """What rules leave open. Weeks count from the base date of the catalogue; first and last are both included."""

    offering_open: Mask
    offering_first: Ints
    offering_last: Ints
    offering_sure: Mask
    """Where nothing that is learnt on the way can shut an open door; elsewhere each step must be judged by itself."""
    position_open: Mask
    position_first: Ints
    """By rules alone: when a place is offered is another matter."""
    position_last: Ints
    position_sure: Mask
    schemes: tuple[PersonalScheme, ...]
    points: Ints
    """For each occupation what ranking rules add to its worth, in points of effort."""


def doors_by_format(snapshot: Snapshot, profile: Profile, *, full_too: bool = False) -> Doors:
    """What is open by the entry conditions of the catalogue alone (docs/formats.md, R4 and R8).

    With `full_too` as if every full course and company had a free place.
    """
    offerings, positions = snapshot.columns.offerings, snapshot.columns.positions
    offering_ages, position_ages = _age_groups(snapshot)
    offering_first, offering_last = offering_ages.windows(snapshot, profile)
    position_first, position_last = position_ages.windows(snapshot, profile)
    return Doors(
        offering_open=open_offerings(snapshot, profile, full_too=full_too),
        offering_first=offering_first,
        offering_last=offering_last,
        offering_sure=np.ones(len(offerings.id), dtype=bool),
        position_open=open_positions(snapshot, profile, full_too=full_too),
        position_first=position_first,
        position_last=position_last,
        position_sure=np.ones(len(positions.id), dtype=bool),
        schemes=personal_schemes(snapshot, profile),
        points=np.zeros(len(snapshot.columns.occupations.id), dtype=np.int32),
    )


@lru_cache(maxsize=4)
def _age_groups(snapshot: Snapshot) -> tuple[AgeGroups, AgeGroups]:
    """Those of offerings and of positions; made once for a snapshot."""
    offerings, positions = snapshot.columns.offerings, snapshot.columns.positions
    return AgeGroups.of(offerings.min_age, offerings.max_age), AgeGroups.of(positions.min_age, positions.max_age)
