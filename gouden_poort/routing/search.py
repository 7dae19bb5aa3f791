"""Choosing the trainings of a route: best-first branch and bound, backwards from what the finish asks.

A label is a set of trainings with the needs still open; it is extended by each training that meets the need
with the fewest ways to meet it. A label whose bound is no better than the best route so far is dropped.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.finish import Finish, Quest
from gouden_poort.routing.problem import bits_of


@dataclass(frozen=True, slots=True)
class Label:
    """A partial choice of trainings, the trainings it may no longer choose, and the bound on its effort."""

    finish: int
    chosen: tuple[int, ...]
    barred: int
    bound: int
    open_need: int
    """The need to branch on; -1 when the choice is complete."""


class Search:
    """One search over a problem with several finishes that compete on equal terms."""

    def __init__(self, quest: Quest, finishes: Sequence[Finish], limit: int) -> None:
        problem = quest.problem
        self._quest = quest
        self._problem = problem
        self._finishes = finishes
        self.limit = limit
        """Only routes of less effort than this are of use; falls as better ones are found."""
        self._heap: list[tuple[int, int, Label]] = []
        self._count = 0
        self._laid_out: set[tuple[int, frozenset[int]]] = set()
        self._first_ends = [training.soonest_end(problem.begin) for training in problem.trainings]
        for place, training in enumerate(problem.trainings):
            asked = max((problem.soonest[bit] for bit in problem.asked_bits[place]), default=problem.begin)
            self._first_ends[place] = training.soonest_end(max(asked, problem.begin))
        for number in range(len(finishes)):
            self._push(self._label(number, (), 0))

    @property
    def has_labels(self) -> bool:
        """Whether anything is left to search; at the beginning: whether there can be a route at all."""
        return bool(self._heap)

    @property
    def bound(self) -> int:
        """No route takes less effort than this (while labels are left)."""
        return self._heap[0][0] if self._heap else self.limit

    def run(self) -> None:
        """Extend labels, the most promising first, until none can be better or the allowance is used up."""
        while self._heap and self._quest.left.expansions > 0:
            bound, _, label = heapq.heappop(self._heap)
            if bound >= self.limit:
                return
            self._plunge(label)

    def _plunge(self, label: Label | None) -> None:
        """Follow the best child down to a complete choice, keeping the others for later."""
        while label is not None and label.bound < self.limit and self._quest.left.expansions > 0:
            self._quest.left.expansions -= 1
            if label.open_need < 0:
                self._lay_out(label)
                return
            children = sorted(self._children(label), key=lambda child: (child.bound, child.chosen))
            label = children[0] if children else None
            for child in children[1:]:
                self._push(child)

    def _push(self, label: Label | None) -> None:
        if label is not None and label.bound < self.limit:
            self._count += 1
            heapq.heappush(self._heap, (label.bound, self._count, label))

    def _lay_out(self, label: Label) -> None:
        key = (label.finish, frozenset(label.chosen))
        if key not in self._laid_out:
            self._laid_out.add(key)
            finish = self._finishes[label.finish]
            self.limit = finish.lay_out(self._quest, label.chosen, self.limit)

    def _children(self, label: Label) -> Iterable[Label]:
        trainings = self._problem.trainings
        givers = self._free_givers(label.open_need, label.chosen, label.barred)
        givers.sort(key=lambda place: (self._first_ends[place], trainings[place].units, place))
        barred = label.barred
        for giver in givers:
            child = self._label(label.finish, (*label.chosen, giver), barred)
            barred |= 1 << giver
            if child is not None and child.bound < self.limit:
                yield child

    def _free_givers(self, need: int, chosen: Sequence[int], barred: int) -> list[int]:
        return [place for place in self._problem.givers[need] if place not in chosen and not barred >> place & 1]

    def _label(self, number: int, chosen: tuple[int, ...], barred: int) -> Label | None:
        """The label of a choice, None when it leads nowhere."""
        problem, finish = self._problem, self._finishes[number]
        supplied = problem.by_itself
        asked = finish.before | finish.after
        units = own = hours = 0
        for place in chosen:
            supplied |= problem.gives[place]
            asked |= problem.asks[place]
            training = problem.trainings[place]
            units += training.units
            own += training.own_eur
            hours += training.hours_in_all
        missing = asked & ~supplied
        if not missing:
            missing = self._stuck(chosen)
        cover = self._cover(missing, chosen, barred)
        if cover is None or own + cover.own > self._quest.budget_eur:
            return None
        before_week, after_week = self._weeks(finish, chosen, supplied, cover)
        if before_week >= NEVER or after_week >= NEVER:
            return None
        ending = finish.least(before_week, after_week, hours + cover.hours)
        if ending is None:
            return None
        bound = units + cover.units + ending
        if finish.hour_price:
            bound = max(bound, units + hours * finish.hour_price + cover.mixed + finish.flat)
        return Label(number, chosen, barred, bound, cover.need)

    def _stuck(self, chosen: Sequence[int]) -> int:
        """Needs of trainings that wait for one another in a circle, when no needs are open otherwise."""
        problem = self._problem
        met, waiting = problem.by_itself, list(chosen)
        while waiting:
            able = [place for place in waiting if problem.asks[place] & ~met == 0]
            if not able:
                missing = 0
                for place in waiting:
                    missing |= problem.asks[place] & ~met
                return missing
            for place in able:
                met |= problem.gives[place]
                waiting.remove(place)
        return 0

    def _cover(self, missing: int, chosen: Sequence[int], barred: int) -> _Cover | None:
        """What meeting the open needs takes at the least: each training's cost shared over the needs it meets."""
        problem, price = self._problem, max((finish.hour_price for finish in self._finishes), default=0)
        units = own = hours = mixed = 0
        need, fewest, latest = -1, 1 << 30, -1
        weeks: dict[int, int] = {}
        for bit in bits_of(missing):
            givers = self._free_givers(bit, chosen, barred)
            if not givers:
                return None
            least_units = least_own = least_hours = least_mixed = soonest = 1 << 60
            for place in givers:
                training = problem.trainings[place]
                share = (problem.gives[place] & missing).bit_count()
                least_units = min(least_units, training.units // share)
                least_own = min(least_own, training.own_eur // share)
                least_hours = min(least_hours, training.hours_in_all // share)
                least_mixed = min(least_mixed, (training.units + training.hours_in_all * price) // share)
                soonest = min(soonest, self._first_ends[place])
            units, own, hours, mixed = units + least_units, own + least_own, hours + least_hours, mixed + least_mixed
            weeks[bit] = soonest
            if (len(givers), -soonest) < (fewest, -latest):
                need, fewest, latest = bit, len(givers), soonest
        return _Cover(units=units, own=own, hours=hours, mixed=mixed, need=need, weeks=weeks)

    def _weeks(self, finish: Finish, chosen: Sequence[int], supplied: int, cover: _Cover) -> tuple[int, int]:
        """The soonest weeks in which the needs before and after the placement can be met by this choice."""
        problem = self._problem
        ends = {place: self._first_ends[place] for place in chosen}

        def week_of(bit: int) -> int:
            if supplied >> bit & 1:
                given = [end for place, end in ends.items() if problem.gives[place] >> bit & 1]
                return min([problem.comes[bit], *given])
            return cover.weeks.get(bit, problem.soonest[bit])

        for _ in chosen:
            changed = False
            for place in chosen:
                ready = max((week_of(bit) for bit in problem.asked_bits[place]), default=problem.begin)
                end = problem.trainings[place].soonest_end(max(ready, problem.begin))
                if end > ends[place]:
                    ends[place] = end
                    changed = True
            if not changed:
                break
        before_week = max((week_of(bit) for bit in bits_of(finish.before)), default=problem.begin)
        after_week = max([problem.begin, *ends.values(), *(week_of(bit) for bit in bits_of(finish.after & ~supplied))])
        return before_week, after_week


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cover:
    """A bound on meeting open needs: effort, money, hours, effort with hours priced; and the need to branch on."""

    units: int
    own: int
    hours: int
    mixed: int
    need: int
    weeks: dict[int, int]
