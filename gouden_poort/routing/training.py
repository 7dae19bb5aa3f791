"""Trainings as the search sees them: what they ask and give beyond what is held, and where they are offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gouden_poort.routing.calendar import NEVER

Level = tuple[int, int]
"""An ability and a level of it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offer:
    """One offering for this person: when it may start, and what following it costs in units of effort."""

    row: int
    starts: Sequence[int]
    weeks: int
    hours: int
    own_eur: int
    """At the least, caps left out."""
    units: int
    """Effort of the step apart from its time: money at the least, travel, and being a step."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Training:
    """Offerings that ask and give the same; the least values are over all of them."""

    number: int
    asks: tuple[Level, ...]
    gives: tuple[Level, ...]
    offers: tuple[Offer, ...]
    units: int
    own_eur: int
    weeks: int
    hours_in_all: int
    """Weeks times hours, at the least: what it takes of the person's time."""
    begin: int
    soonest_ends: Sequence[int]
    """For each week from `begin` on: the soonest end when one is ready in that week."""

    def soonest_end(self, ready: int) -> int:
        """The soonest end of any session that starts in week `ready` or later."""
        place = ready - self.begin
        return self.soonest_ends[place] if place < len(self.soonest_ends) else NEVER


def training_of(
    *, number: int, asks: Sequence[Level], gives: Sequence[Level], offers: Sequence[Offer], begin: int, latest: int
) -> Training:
    """Join alike offers; each has at least one start between `begin` and `latest`."""
    ends = np.full(max(0, latest - begin + 1), NEVER, dtype=np.int64)
    for offer in offers:
        places = np.asarray(offer.starts) - begin
        np.minimum.at(ends, places, places + begin + offer.weeks)
    return Training(
        number=number,
        asks=tuple(asks),
        gives=tuple(gives),
        offers=tuple(sorted(offers, key=lambda offer: (offer.units, offer.row))),
        units=min(offer.units for offer in offers),
        own_eur=min(offer.own_eur for offer in offers),
        weeks=min(offer.weeks for offer in offers),
        hours_in_all=min(offer.weeks * offer.hours for offer in offers),
        begin=begin,
        soonest_ends=np.minimum.accumulate(ends[::-1])[::-1].tolist(),
    )
