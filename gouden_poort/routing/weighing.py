"""Weighing a label: which needs are still open, and what going on from here takes at the least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.caps import Longs
from gouden_poort.routing.finish import Finish
from gouden_poort.routing.problem import Problem, bits_of

MANY_GIVERS = 16
"""Above this many ways to meet a need, its bound is looked up instead of worked out for the label at hand."""
UNWEIGHED, COMPLETE = -1, 0

Share = tuple[int, int, int, int, int, Longs]
"""Units, own cost, hours, priced units, the soonest week, and residues."""


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A partial choice of trainings (places in the problem), the ones barred from it, and sums over the choice."""

    finish: int
    chosen: tuple[int, ...]
    members: int
    """`chosen` as a mask."""
    barred: int
    supplied: int
    asked: int
    units: int
    own_eur: int
    residues: Longs
    """What is left to pay in all, for each way to cut schemes off."""
    hours: int
    bound: int
    after_week: int
    ways: int
    """The trainings of which one must follow, as a mask; `COMPLETE` when none need, `UNWEIGHED` when not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What a choice still lacks: needs that only another training meets, and a way into a circle.

    Trainings may wait for one another in a circle. Then a training from outside, that asks nothing of the
    circle itself, must meet one of the needs in it; `entrances` are those that would.
    """

    missing: int
    circle: int = 0
    entrances: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cover:
    """Bounds on meeting open needs (effort, money, hours, effort with hours priced), and the ways to go on."""

    units: int
    own_eur: int
    residues: Longs
    hours: int
    priced: int
    ways: int
    weeks: dict[int, int]
    """For each open need the soonest week in which it can be met."""


def in_order(problem: Problem, chosen: Sequence[int], met: int) -> list[int]:
    """The trainings that can follow on what is met and on each other, in an order in which they can."""
    waiting, ordered = list(chosen), []
    while able := [place for place in waiting if problem.asks[place] & ~met == 0]:
        for place in able:
            met |= problem.gives[place]
        ordered += able
        waiting = [place for place in waiting if place not in able]
    return ordered


def lacking_of(problem: Problem, label: Label) -> Lacking:
    """What a label lacks before it is a whole choice."""
    missing = label.asked & ~label.supplied
    met = problem.by_itself | missing
    ordered = in_order(problem, label.chosen, met)
    if len(ordered) == len(label.chosen):
        return Lacking(missing=missing)
    for place in ordered:
        met |= problem.gives[place]
    circle = entrances = 0
    for place in label.chosen:
        if place not in ordered:
            circle |= problem.asks[place] & ~met
    for bit in bits_of(circle):
        entrances |= problem.givers[bit] & ~label.members & ~label.barred
    outside = sum(1 << place for place in bits_of(entrances) if problem.asks[place] & circle == 0)
    return Lacking(missing=missing, circle=circle, entrances=outside)


class Scales:
    """Bounds for the labels of one problem; `hour_price` is what an hour of training costs in time."""

    def __init__(self, problem: Problem, hour_price: int) -> None:
        self._problem = problem
        self._hour_price = hour_price
        self._shares: dict[int, Share] = {}
        self._shared: dict[tuple[int, int, int], Share] = {}
        self._gifts: dict[int, int] = {}
        self.nothing: Longs = np.zeros(problem.residues.shape[1:], dtype=np.int64)
        """The residues of no trainings."""

    def cover(self, lacking: Lacking, label: Label) -> Cover | None:
        """What meeting the open needs takes at the least: each training's cost shared over the needs it meets."""
        problem, taken = self._problem, label.members | label.barred
        if lacking.circle and not lacking.entrances:
            return None
        weeks = {bit: problem.soonest[bit] for bit in bits_of(lacking.circle)}
        shares, best, rank = [], COMPLETE, (1 << 30, 0)
        for bit in bits_of(lacking.missing):
            ways = problem.givers[bit] & ~taken
            if not ways:
                return None
            if ways.bit_count() > MANY_GIVERS:
                share = self._share_at_least(bit)
            else:
                share = self._share(ways, lacking.missing, lacking.entrances)
            weeks[bit] = share[4]
            shares.append(share)
            if (ways.bit_count(), -share[4]) < rank:
                best, rank = ways, (ways.bit_count(), -share[4])
        if lacking.entrances:
            shares.append(self._share(lacking.entrances, lacking.missing, lacking.entrances))
            if lacking.entrances.bit_count() < rank[0]:
                best = lacking.entrances
        return Cover(
            units=sum(share[0] for share in shares),
            own_eur=sum(share[1] for share in shares),
            hours=sum(share[2] for share in shares),
            priced=sum(share[3] for share in shares),
            residues=sum((share[5] for share in shares), self.nothing),
            ways=best,
            weeks=weeks,
        )

    def _share_at_least(self, bit: int) -> Share:
        if bit not in self._shares:
            self._shares[bit] = self._share(self._problem.givers[bit], -1, -1)
        return self._shares[bit]

    def _share(self, givers: int, missing: int, entrances: int) -> Share:
        """The same for the same givers and what of the missing they can meet: many labels differ in nothing else."""
        if givers not in self._gifts:
            self._gifts[givers] = reduce(or_, (self._problem.gives[place] for place in bits_of(givers)), 0)
        key = (givers, missing & self._gifts[givers], entrances & givers)
        if key not in self._shared:
            self._shared[key] = self._worked_out(*key)
        return self._shared[key]

    def _worked_out(self, givers: int, missing: int, entrances: int) -> Share:
        """The least shares over some givers, each of what it takes divided by the needs it meets; the soonest end."""
        problem, hour = self._problem, self._hour_price
        units = own = hours = priced = soonest = 1 << 60
        places, shared = [], []
        for place in bits_of(givers):
            least = problem.trainings[place].least
            needs = (problem.gives[place] & missing).bit_count() + (entrances >> place & 1)
            units = min(units, least.units // needs)
            own = min(own, least.own_eur // needs)
            hours = min(hours, least.hours_in_all // needs)
            priced = min(priced, (least.units + least.hours_in_all * hour) // needs)
            soonest = min(soonest, least.first_end)
            places.append(place)
            shared.append(needs)
        residues = (problem.residues[places] // np.array(shared)[:, None]).min(axis=0)
        return units, own, hours, priced, soonest, residues


def soonest_weeks_of(problem: Problem, finish: Finish, label: Label, lacking: Lacking, cover: Cover) -> tuple[int, int]:
    """The soonest weeks in which the needs before and after the placement can be met by a choice."""
    members, ends = label.members, dict[int, int]()

    def week_of(bit: int) -> int:
        week = cover.weeks.get(bit, problem.comes[bit])
        for place in bits_of(problem.givers[bit] & members):
            week = min(week, ends.get(place, NEVER))
        return week

    def end_of(place: int) -> int:
        ready = max(map(week_of, problem.asked_bits[place]), default=problem.begin)
        return problem.trainings[place].soonest_end(max(ready, problem.begin))

    ordered = in_order(problem, label.chosen, problem.by_itself | lacking.missing | lacking.circle)
    for place in ordered:
        ends[place] = end_of(place)
    while sooner := {place: end for place in ordered if (end := end_of(place)) < ends[place]}:
        ends.update(sooner)
    before_week = max(map(week_of, bits_of(finish.before)), default=problem.begin)
    still = finish.after & (~label.supplied | problem.by_itself)
    after_week = max(map(week_of, bits_of(still)), default=problem.begin)
    return before_week, max([after_week, *ends.values()])
