"""Choosing the trainings of a route: best-first branch and bound, backwards from what the finish asks.

A label is a set of trainings with the needs still open; it is extended by each training that meets the need
with the fewest ways to meet it. A label whose bound is no better than the best route so far is dropped. A new
label first has a quick bound only; it is weighed in full when its turn comes.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import replace

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.finish import Finish, Quest
from gouden_poort.routing.problem import bits_of
from gouden_poort.routing.weighing import (
    COMPLETE,
    UNWEIGHED,
    Label,
    Scales,
    in_order,
    lacking_of,
    soonest_weeks_of,
)


class Search:
    """One search over a problem with several finishes that compete on equal terms."""

    def __init__(self, quest: Quest, finishes: Sequence[Finish], limit: int) -> None:
        self._quest = quest
        self._problem = quest.problem
        self._finishes = finishes
        self.limit = limit
        """Only routes of less effort than this are of use; falls as better ones are found."""
        self._scales = Scales(quest.problem, max((finish.hour_price for finish in finishes), default=0))
        self._heap: list[tuple[int, int, Label]] = []
        self._pushed = 0
        self._laid_out: set[tuple[int, frozenset[int]]] = set()
        for number, finish in enumerate(finishes):
            asked = finish.before | finish.after
            root = Label(
                number, (), 0, 0, quest.problem.by_itself, asked, 0, 0, self._scales.nothing, 0, 0, 0, UNWEIGHED
            )
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
            weighed = self._weighed(label) if label.ways == UNWEIGHED else label
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
            if label.ways == COMPLETE:
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
        return asked & ~met == 0 and len(in_order(problem, chosen, problem.by_itself)) == len(chosen)

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
        """A label extended in each of its ways, with quick bounds, best first; no set of trainings comes twice."""
        problem, finish = self._problem, self._finishes[label.finish]
        children = []
        for place in bits_of(label.ways):
            least = problem.trainings[place].least
            own, hours = label.own_eur + least.own_eur, label.hours + least.hours_in_all
            after_week = max(label.after_week, least.first_end)
            ending = finish.least(problem.begin, after_week, hours)
            if ending is None or own > self._quest.money.budget_eur:
                continue
            bound = max(label.bound, label.units + least.units + ending)
            if finish.hour_price:
                bound = max(bound, least.route_units + finish.flat)
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
        return parted

    def _weighed(self, label: Label) -> Label | None:
        """A label with its full bound and the ways to go on, None when it leads nowhere."""
        self._quest.left.labels -= 1
        quest, finish = self._quest, self._finishes[label.finish]
        lacking = lacking_of(self._problem, label)
        cover = self._scales.cover(lacking, label)
        if cover is None:
            return None
        own = max(label.own_eur + cover.own_eur, quest.money.cuts.least_eur(label.residues + cover.residues))
        if own > quest.money.budget_eur:
            return None
        before_week, after_week = soonest_weeks_of(self._problem, finish, label, lacking, cover)
        if before_week >= NEVER or after_week >= NEVER:
            return None
        ending = finish.least(before_week, after_week, label.hours + cover.hours)
        if ending is None:
            return None
        capped = quest.money.euro * (own - label.own_eur - cover.own_eur)
        bound = max(label.bound, label.units + cover.units + capped + ending)
        if finish.hour_price:
            bound = max(bound, label.units + label.hours * finish.hour_price + cover.priced + finish.flat)
        return replace(label, bound=bound, after_week=after_week, ways=cover.ways)
