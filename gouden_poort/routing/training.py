"""Trainings as the search sees them: what they ask and give beyond what is held, and where they are offered."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.caps import Longs

MOST_OFFERS = 10
"""How many offers of one training are looked at from one week on."""
Level = tuple[int, int]
"""An ability and a level of it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offer:
    """One offering for this person: when it may start, and what following it costs in units of effort."""

    row: int
    starts: Sequence[int]
    weeks: int
    hours: int
    cost_eur: int
    own_eur: int
    """At the least, caps left out."""
    units: int
    """Effort of the step apart from its time: money at the least, travel, and being a step."""
    paid_from: tuple[int, ...] = ()
    """Weeks after the first start from which one more scheme pays, so that waiting may be cheaper."""
    is_dated: bool = False
    """Whether the schemes that pay it differ with the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """The least values over the offers of a training; the `first` and `route` ones with all that must come before."""

    units: int
    own_eur: int
    weeks: int
    hours_in_all: int
    """Weeks times hours: what it takes of the person's time."""
    first_end: int
    route_units: int
    """Effort, hours priced, of this training and the hardest chain before it."""


class Training:
    """Offerings that ask and give the same. The offers themselves are laid out when first asked for."""

    def __init__(
        self,
        *,
        number: int,
        asks: Sequence[Level],
        gives: Sequence[Level],
        least: Least,
        residues: Longs,
        begin: int,
        latest: int,
        week: int,
        offers: Callable[[], Sequence[Offer]],
    ) -> None:
        self.number = number
        self.asks = tuple(asks)
        self.gives = tuple(gives)
        self.least = least
        self.residues = residues
        """What is left to pay at the least, for each way to cut schemes off."""
        self._begin = begin
        self._latest = latest
        self._week = week
        self._offers = offers
        self._promising: dict[int, Sequence[Offer]] = {}

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """Those that can be followed, the one with the least units first."""
        return tuple(sorted(self._offers(), key=lambda offer: (offer.units, offer.row)))

    @cached_property
    def _soonest_ends(self) -> list[int]:
        ends = np.full(self._latest - self._begin + 1, NEVER, dtype=np.int64)
        for offer in self.offers:
            places = np.asarray(offer.starts, dtype=np.int64) - self._begin
            ends[places] = np.minimum(ends[places], places + (self._begin + offer.weeks))
        soonest: list[int] = np.minimum.accumulate(ends[::-1])[::-1].tolist()
        return soonest

    def promising(self, ready: int) -> Sequence[Offer]:
        """The offers worth looking at from a week on: few, and none that another beats in every way."""
        if ready not in self._promising:
            self._promising[ready] = self._pick(ready)
        return self._promising[ready]

    def _pick(self, ready: int) -> Sequence[Offer]:
        ends = {}
        for offer in self.offers:
            place = bisect_left(offer.starts, ready)
            if place < len(offer.starts):
                ends[offer.row] = offer.starts[place] + offer.weeks
        kept: list[Offer] = []
        reached = [offer for offer in self.offers if offer.row in ends]
        for offer in sorted(reached, key=lambda offer: (offer.units + self._week * ends[offer.row], offer.row)):
            if not any(ends[other.row] <= ends[offer.row] and _as_light(other, offer) for other in kept):
                kept.append(offer)
                if len(kept) == MOST_OFFERS:
                    break
        return kept

    def soonest_end(self, ready: int) -> int:
        """The soonest end of any session that starts in week `ready` or later."""
        place = ready - self._begin
        return self._soonest_ends[place] if place < len(self._soonest_ends) else NEVER


def _as_light(offer: Offer, other: Offer) -> bool:
    """Whether an offer takes no more than another in hours, effort and money."""
    return (
        offer.hours <= other.hours
        and offer.units <= other.units
        and offer.own_eur <= other.own_eur
        and offer.cost_eur <= other.cost_eur
    )
