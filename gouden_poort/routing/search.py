"""Choosing the trainings of a route: best-first branch and bound, backwards from what the finish asks.

A label is a set of trainings with the needs still open; it is extended by each training that meets the need
with the fewest ways to meet it. A label whose bound is no better than the best route so far is dropped. A new
label first has a quick bound only; it is weighed in full when its turn comes.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.caps import Longs
from gouden_poort.routing.finish import Finish, Quest
from gouden_poort.routing.problem import bits_of

MANY_GIVERS = 16
"""Above this many ways to meet a need, its bound is looked up instead of worked out for the label at hand."""
UNWEIGHED, COMPLETE = -2, -1

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
    open_need: int
    """The need to branch on, `COMPLETE` or `UNWEIGHED`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cover:
    """Bounds on meeting open needs (effort, money, hours, effort with hours priced), and the need to branch on."""

    units: int
    own_eur: int
    residues: Longs
    hours: int
    priced: int
    need: int
    weeks: dict[int, int]


class Search:
    """One search over a problem with several finishes that compete on equal terms."""

    def __init__(self, quest: Quest, finishes: Sequence[Finish], limit: int) -> None:
        self._quest = quest
        self._problem = quest.problem
        self._finishes = finishes
        self.limit = limit
        """Only routes of less effort than this are of use; falls as better ones are found."""
        self._hour_price = max((finish.hour_price for finish in finishes), default=0)
        self._heap: list[tuple[int, int, Label]] = []
        self._pushed = 0
        self._nothing: Longs = np.zeros(quest.problem.residues.shape[1:], dtype=np.int64)
        self._laid_out: set[tuple[int, frozenset[int]]] = set()
        self._shares: dict[int, Share] = {}
        for number, finish in enumerate(finishes):
            asked = finish.before | finish.after
            root = Label(number, (), 0, 0, quest.problem.by_itself, asked, 0, 0, self._nothing, 0, 0, 0, UNWEIGHED)
            weighed = self._weighed(root)
            if weighed is not None:
                self._push(weighed)

    @property
    def has_labels(self) -> bool:
        """Whether anything is left to search; at the beginning: whether there can be a route at all."""
        return bool(self._heap)

    @property
    def bound(self) -> int:
        """No route takes less effort than this (while labels are left)."""
        return self._heap[0][0] if self._heap else self.limit

    def run(self) -> int:
        """Extend labels, the most promising first, until none can be better or the allowance is used up.

        Gives how much of the allowance it took.
        """
        left = self._quest.left
        before = left.labels + left.placements
        while self._heap and left.labels > 0:
            bound, _, label = heapq.heappop(self._heap)
            if bound >= self.limit:
                break
            weighed = self._weighed(label) if label.open_need == UNWEIGHED else label
            if weighed is None or weighed.bound >= self.limit:
                continue
            if self._heap and weighed.bound > self._heap[0][0]:
                self._push(weighed)
            else:
                self._plunge(weighed)
        return before - left.labels - left.placements

    def _plunge(self, label: Label | None) -> None:
        """Follow the best child down to a complete choice, keeping the others for later."""
        while label is not None and label.bound < self.limit and self._quest.left.labels > 0:
            if label.open_need == COMPLETE:
                self._lay_out(label)
                return
            label = self._best_child(label)

    def _push(self, label: Label) -> None:
        if label.bound < self.limit:
            self._pushed += 1
            heapq.heappush(self._heap, (label.bound, self._pushed, label))

    def _lay_out(self, label: Label) -> None:
        """Lay a choice on dates, after the same choice without what it can do without."""
        finish = self._finishes[label.finish]
        for chosen in (self._pruned(finish, label.chosen), label.chosen):
            key = (label.finish, frozenset(chosen))
            if key not in self._laid_out:
                self._laid_out.add(key)
                self.limit = finish.lay_out(self._quest, chosen, self.limit)

    def _pruned(self, finish: Finish, chosen: tuple[int, ...]) -> tuple[int, ...]:
        """The choice without trainings that nothing else in it needs, the costliest dropped first."""
        problem = self._problem
        for place in sorted(chosen, key=lambda place: (-problem.trainings[place].least.units, place)):
            rest = tuple(other for other in chosen if other != place)
            if self._suffices(finish, rest):
                chosen = rest
        return chosen

    def _suffices(self, finish: Finish, chosen: Sequence[int]) -> bool:
        problem, met, asked = self._problem, self._problem.by_itself, finish.before | finish.after
        for place in chosen:
            met |= problem.gives[place]
            asked |= problem.asks[place]
        return asked & ~met == 0 and len(self._in_order(chosen, problem.by_itself)) == len(chosen)

    def _best_child(self, label: Label) -> Label | None:
        """Weigh children until one is at least as good as the quick bounds of the rest; push all others."""
        best: Label | None = None
        for child in self._children(label):
            if best is not None and best.bound <= child.bound:
                self._push(child)
                continue
            weighed = self._weighed(child)
            if weighed is None or weighed.bound >= self.limit:
                continue
            if best is None or weighed.bound < best.bound:
                best, weighed = weighed, best
            if weighed is not None:
                self._push(weighed)
        return best

    def _children(self, label: Label) -> list[Label]:
        """A label extended by each training that meets its open need, with quick bounds, best first."""
        problem, finish = self._problem, self._finishes[label.finish]
        children = []
        for place in bits_of(problem.givers[label.open_need] & ~label.members & ~label.barred):
            least = problem.trainings[place].least
            own, hours = label.own_eur + least.own_eur, label.hours + least.hours_in_all
            after_week = max(label.after_week, least.first_end)
            ending = finish.least(problem.begin, after_week, hours)
            if ending is None or own > self._quest.money.budget_eur:
                continue
            bound = max(label.bound, label.units + least.units + ending, least.route_units + finish.flat)
            if bound < self.limit:
                child = Label(
                    label.finish,
                    (*label.chosen, place),
                    label.members | 1 << place,
                    0,
                    label.supplied | problem.gives[place],
                    label.asked | problem.asks[place],
                    label.units + least.units,
                    own,
                    label.residues + problem.residues[place],
                    hours,
                    bound,
                    after_week,
                    UNWEIGHED,
                )
                children.append(child)
        children.sort(key=lambda child: (child.bound, child.after_week, child.units, child.chosen))
        barred, parted = label.barred, []
        for child in children:
            parted.append(replace(child, barred=barred))
            barred |= 1 << child.chosen[-1]
        if label.supplied >> label.open_need & 1:  # a circle, which may be entered elsewhere
            elsewhere = label.barred | problem.givers[label.open_need]
            parted.append(replace(label, barred=elsewhere, open_need=UNWEIGHED))
        return parted

    def _weighed(self, label: Label) -> Label | None:
        """A label with its full bound and the need to branch on, None when it leads nowhere."""
        self._quest.left.labels -= 1
        quest, finish = self._quest, self._finishes[label.finish]
        missing = self._missing(label)
        cover = None if missing is None else self._cover(missing, label)
        if missing is None or cover is None:
            return None
        own = max(label.own_eur + cover.own_eur, self._own_eur(label.residues + cover.residues))
        if own > quest.money.budget_eur:
            return None
        before_week, after_week = self._weeks(finish, label, missing, cover)
        if before_week >= NEVER or after_week >= NEVER:
            return None
        ending = finish.least(before_week, after_week, label.hours + cover.hours)
        if ending is None:
            return None
        capped = quest.money.euro * (own - label.own_eur - cover.own_eur)
        bound = max(label.bound, label.units + cover.units + capped + ending)
        if finish.hour_price:
            bound = max(bound, label.units + label.hours * finish.hour_price + cover.priced + finish.flat)
        return replace(label, bound=bound, after_week=after_week, open_need=cover.need)

    def _own_eur(self, residues: Longs) -> int:
        return self._quest.money.cuts.least_eur(residues)

    def _missing(self, label: Label) -> int | None:
        """The needs that only a further training can meet; None when there is no such training.

        Trainings may wait for one another in a circle. Then a training from outside must meet one of the
        needs in the circle; it is looked for at the need that can be met soonest.
        """
        problem = self._problem
        missing = label.asked & ~label.supplied
        while True:
            in_order = self._in_order(label.chosen, problem.by_itself | missing)
            if len(in_order) == len(label.chosen):
                return missing
            met = problem.by_itself | missing
            for place in in_order:
                met |= problem.gives[place]
            circle = 0
            for place in label.chosen:
                if place not in in_order:
                    circle |= problem.asks[place] & ~met
            ways_in = [bit for bit in bits_of(circle) if problem.givers[bit] & ~label.members & ~label.barred]
            if not ways_in:
                return None
            missing |= 1 << min(ways_in, key=lambda bit: (problem.soonest[bit], bit))

    def _in_order(self, chosen: Sequence[int], met: int) -> list[int]:
        """The trainings that can follow on what is met and on each other, in an order in which they can."""
        problem, waiting, in_order = self._problem, list(chosen), []
        while able := [place for place in waiting if problem.asks[place] & ~met == 0]:
            for place in able:
                met |= problem.gives[place]
            in_order += able
            waiting = [place for place in waiting if place not in able]
        return in_order

    def _cover(self, missing: int, label: Label) -> Cover | None:
        """What meeting the open needs takes at the least: each training's cost shared over the needs it meets."""
        problem, taken = self._problem, label.members | label.barred
        units = own = hours = priced = 0
        residues = self._nothing
        need, rank = COMPLETE, (1 << 30, 0)
        weeks: dict[int, int] = {}
        for bit in bits_of(missing):
            free = problem.givers[bit] & ~taken
            if not free:
                return None
            ways = free.bit_count()
            share = self._share_at_least(bit) if ways > MANY_GIVERS else self._share(free, missing)
            units, own, hours, priced = units + share[0], own + share[1], hours + share[2], priced + share[3]
            weeks[bit] = share[4]
            residues = residues + share[5]
            if (ways, -share[4]) < rank:
                need, rank = bit, (ways, -share[4])
        return Cover(units=units, own_eur=own, residues=residues, hours=hours, priced=priced, need=need, weeks=weeks)

    def _share_at_least(self, bit: int) -> Share:
        if bit not in self._shares:
            self._shares[bit] = self._share(self._problem.givers[bit], -1)
        return self._shares[bit]

    def _share(self, givers: int, missing: int) -> Share:
        """The least shares over some givers, each of what it takes divided by the needs it meets; the soonest end."""
        problem, hour = self._problem, self._hour_price
        units = own = hours = priced = soonest = 1 << 60
        places, shared = [], []
        for place in bits_of(givers):
            least, needs = problem.trainings[place].least, (problem.gives[place] & missing).bit_count()
            units = min(units, least.units // needs)
            own = min(own, least.own_eur // needs)
            hours = min(hours, least.hours_in_all // needs)
            priced = min(priced, (least.units + least.hours_in_all * hour) // needs)
            soonest = min(soonest, least.first_end)
            places.append(place)
            shared.append(needs)
        residues = (problem.residues[places] // np.array(shared)[:, None]).min(axis=0)
        return units, own, hours, priced, soonest, residues

    def _weeks(self, finish: Finish, label: Label, missing: int, cover: Cover) -> tuple[int, int]:
        """The soonest weeks in which the needs before and after the placement can be met by this choice."""
        problem, members, supplied = self._problem, label.members, label.supplied
        ends: dict[int, int] = {}

        def week_of(bit: int) -> int:
            week = cover.weeks.get(bit, problem.comes[bit])
            for place in bits_of(problem.givers[bit] & members):
                week = min(week, ends.get(place, NEVER))
            return week

        def end_of(place: int) -> int:
            ready = max(map(week_of, problem.asked_bits[place]), default=problem.begin)
            return problem.trainings[place].soonest_end(max(ready, problem.begin))

        in_order = self._in_order(label.chosen, problem.by_itself | missing)
        for place in in_order:
            ends[place] = end_of(place)
        while sooner := {place: end for place in in_order if (end := end_of(place)) < ends[place]}:
            ends.update(sooner)
        before_week = max(map(week_of, bits_of(finish.before)), default=problem.begin)
        still = finish.after & (~supplied | problem.by_itself)
        after_week = max(map(week_of, bits_of(still)), default=problem.begin)
        return before_week, max([after_week, *ends.values()])
