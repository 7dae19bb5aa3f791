"""Laying a set of trainings on real dates: which offering of each, and when, for the least effort.

Steps are placed in order of their start, each at the first moment that its needs, its calendar and the hours
of the person allow. Every schedule in which no step could start sooner is made that way, so trying all orders
and offerings finds the best one; bounds keep that small, and a count of placements keeps it bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.caps import Cuts
from gouden_poort.routing.problem import Problem, bits_of
from gouden_poort.routing.training import Offer


@dataclass(frozen=True, slots=True)
class Placed:
    """An offering laid on a start week, as the training at `place` of the problem."""

    place: int
    offer: Offer
    start: int
    end: int
    own_eur: int
    """At the least for this start, caps left out."""
    units: int


@dataclass(frozen=True, slots=True)
class Block:
    """Hours a week that are taken from one week up to another."""

    start: int
    end: int
    hours: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What there is to spend, and what schemes can do for a set of steps."""

    budget_eur: int
    euro: int
    """What a euro of own cost counts, in units."""
    cuts: Cuts
    least_cap_eur: int
    """The least that some scheme can pay over a whole route."""
    own_cost_floor: Callable[[Sequence[tuple[int, int]]], int]
    """A bound on the own cost of steps, caps counted; each step is an offering row and a start week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a schedule must keep to besides its needs, and what its end costs."""

    taken: tuple[Block, ...] = ()
    before: int = 0
    """Needs that must be met at `before_week`."""
    before_week: int = NEVER
    after: int = 0
    """Needs that must be met when everything ends."""
    deadline: int = NEVER
    """All steps end at this week at the latest."""
    money: Money
    paid: tuple[int, int] | None = None
    """A step (offering row and week) that is paid besides those to be placed, and its own cost at the least."""
    paid_own_eur: int = 0
    price_of_end: Callable[[int], int | None]
    """What it costs when the last step ends in a week; None when that is no use."""
    accept: Callable[[Sequence[Placed], int], int | None]
    """Takes a whole schedule with its end; gives its exact effort when it is the best so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moment:
    """A partial schedule: what is placed and when it ends, what still waits and from when it could start."""

    placed: tuple[Placed, ...]
    end: int
    waiting: tuple[int, ...]
    ready: dict[int, int]
    surplus: int
    """Euros that the placed steps cost together beyond what each would by itself."""


class Scheduler:
    """One search for the best schedule of a set of trainings, under terms."""

    def __init__(self, problem: Problem, chosen: Sequence[int], terms: Terms, limit: int, placements: int) -> None:
        self._problem = problem
        self._terms = terms
        self._chosen = tuple(sorted(chosen))
        self.limit = limit
        """Only schedules of less effort than this are of use; falls as better ones are found."""
        self.placements = placements
        """How many placements may still be tried."""
        offers = [problem.trainings[place].offers for place in chosen]
        own = terms.paid_own_eur + sum(max(offer.own_eur for offer in among) for among in offers)
        cost = sum(max(offer.cost_eur for offer in among) for among in offers)
        self._caps_may_bind = terms.paid is not None or cost > terms.money.least_cap_eur
        self._money_is_tight = own > terms.money.budget_eur or self._caps_may_bind
        self._tails: dict[int, int] = {}
        self._latest: dict[int, int] = {}
        self._bound_in_time()

    def run(self) -> None:
        """Try all that can still be better than the limit."""
        met = {bit: self._problem.comes[bit] for bit in bits_of(self._problem.by_itself)}
        self._extend((), self._chosen, met, self._problem.begin)

    def _bound_in_time(self) -> None:
        """How much must follow each training, and so by when it must be over."""
        problem, chosen = self._problem, self._chosen
        after: dict[int, list[int]] = {place: [] for place in chosen}
        first: set[int] = set()
        for bit in range(len(problem.soonest)):
            if problem.by_itself >> bit & 1:
                continue
            givers = [place for place in chosen if problem.gives[place] >> bit & 1]
            if len(givers) == 1:
                after[givers[0]].extend(place for place in chosen if problem.asks[place] >> bit & 1)
                if self._terms.before >> bit & 1:
                    first.add(givers[0])

        def bound(place: int) -> None:
            if place in self._tails:
                return
            tail, latest = 0, min(self._terms.deadline, self._terms.before_week if place in first else NEVER)
            for later in after[place]:
                bound(later)
                weeks = problem.trainings[later].least.weeks
                tail = max(tail, weeks + self._tails[later])
                latest = min(latest, self._latest[later] - weeks)
            self._tails[place], self._latest[place] = tail, latest

        for place in chosen:
            bound(place)

    def _extend(self, placed: tuple[Placed, ...], waiting: tuple[int, ...], met: dict[int, int], end: int) -> None:
        if not waiting:
            self._complete(placed, met, end)
            return
        problem = self._problem
        ready = {
            place: max((met.get(bit, NEVER) for bit in problem.asked_bits[place]), default=problem.begin)
            for place in waiting
        }
        moment = _Moment(placed=placed, end=end, waiting=waiting, ready=ready, surplus=self._surplus(placed))
        for bound, step in self._next_steps(moment):
            if bound >= self.limit or self.placements <= 0:
                return
            self.placements -= 1
            sooner = dict(met)
            for bit in bits_of(problem.gives[step.place]):
                sooner[bit] = min(step.end, sooner.get(bit, NEVER))
            rest = tuple(place for place in waiting if place != step.place)
            self._extend((*placed, step), rest, sooner, max(end, step.end))

    def _complete(self, placed: tuple[Placed, ...], met: dict[int, int], end: int) -> None:
        if all(met.get(bit, NEVER) <= self._terms.before_week for bit in bits_of(self._terms.before)):
            by_itself = self._terms.after & self._problem.by_itself
            exact = self._terms.accept(placed, max([end, *(met[bit] for bit in bits_of(by_itself))]))
            self.limit = self.limit if exact is None else exact

    def _next_steps(self, moment: _Moment) -> list[tuple[int, Placed]]:
        """Every step that may be placed next with its bound, least bound first."""
        begin, placed = self._problem.begin, moment.placed
        busy = [*self._terms.taken, *(Block(step.start, step.end, step.offer.hours) for step in placed)]
        last = (placed[-1].start, placed[-1].place) if placed else (begin - 1, -1)
        found: list[tuple[int, Placed]] = []
        for place in moment.waiting:
            if moment.ready[place] < NEVER:
                found.extend(
                    (bound, step)
                    for step in self._fits(place, max(moment.ready[place], begin), busy, last)
                    if (bound := self._bound(step, moment)) is not None and bound < self.limit
                )
        found.sort(key=lambda pair: (pair[0], pair[1].start, pair[1].offer.row))
        return found

    def _fits(self, place: int, ready: int, busy: list[Block], last: tuple[int, int]) -> list[Placed]:
        """The offerings of a training at their first fit, without those that another beats in every way."""
        fits: list[Placed] = []
        for offer in self._problem.trainings[place].promising(ready):
            for start in self._starts(offer, ready, busy):
                if (start, place) < last or start + offer.weeks > self._latest[place]:
                    continue
                step = self._dated(place, offer, start)
                if not any(self._beats(fit, step) for fit in fits):
                    fits.append(step)
        return fits

    def _starts(self, offer: Offer, ready: int, busy: list[Block]) -> list[int]:
        """The first fit, and the first fits from when one more scheme pays."""
        moments = [ready, *(week for week in offer.paid_from if week > ready)]
        starts = (first_fit(offer, moment, busy, self._problem.hours) for moment in moments)
        return list(dict.fromkeys(start for start in starts if start is not None))

    def _dated(self, place: int, offer: Offer, start: int) -> Placed:
        """An offer on a start, with what it costs when it starts then."""
        own, money = offer.own_eur, self._terms.money
        if offer.is_dated:
            own = money.own_cost_floor([(offer.row, start)])
        units = offer.units + (own - offer.own_eur) * money.euro
        return Placed(place, offer, start, start + offer.weeks, own, units)

    def _beats(self, step: Placed, other: Placed) -> bool:
        """Whether a step is as soon over, as light and as cheap as another."""
        if step.end > other.end or step.offer.hours > other.offer.hours or step.units > other.units:
            return False
        if not self._money_is_tight:
            return True
        return step.own_eur <= other.own_eur and step.offer.cost_eur <= other.offer.cost_eur

    def _surplus(self, placed: tuple[Placed, ...]) -> int:
        """How many euros the placed steps cost beyond what each would by itself, because schemes run out."""
        if not self._caps_may_bind:
            return 0
        steps = [(step.offer.row, step.start) for step in placed]
        if self._terms.paid is not None:
            steps.append(self._terms.paid)
        alone = self._terms.paid_own_eur + sum(step.own_eur for step in placed)
        return max(0, self._terms.money.own_cost_floor(steps) - alone)

    def _bound(self, step: Placed, moment: _Moment) -> int | None:
        """The least effort of any schedule that goes on with this step; None when there is none."""
        problem, tails = self._problem, self._tails
        units = step.units + moment.surplus * self._terms.money.euro
        own = step.own_eur + moment.surplus + self._terms.paid_own_eur
        hours = step.offer.hours * step.offer.weeks
        for other in moment.placed:
            units += other.units
            own += other.own_eur
            hours += max(0, other.end - step.start) * other.offer.hours
        last = max(moment.end, step.end + tails[step.place])
        for place in moment.waiting:
            if place == step.place:
                continue
            training = problem.trainings[place]
            units += training.least.units
            own += training.least.own_eur
            hours += training.least.hours_in_all
            known = moment.ready[place]
            ends = training.soonest_end(max(step.start, known) if known < NEVER else step.start)
            if ends > self._latest[place]:
                return None
            last = max(last, ends + tails[place])
        if own > self._terms.money.budget_eur:
            return None
        if hours:
            last = max(last, step.start - (-hours // problem.hours))
        price = self._terms.price_of_end(last)
        return None if price is None else units + price


def first_fit(offer: Offer, ready: int, busy: Sequence[Block], hours: int) -> int | None:
    """The first start of an offering from a week on at which the hours in all never exceed `hours`."""
    starts = offer.starts
    room = hours - offer.hours
    place = bisect_left(starts, ready)
    while place < len(starts):
        start = starts[place]
        free_from = _free_from(start, start + offer.weeks, room, busy)
        if free_from <= start:
            return start
        place = bisect_left(starts, free_from, place + 1)
    return None


def _free_from(start: int, end: int, room: int, busy: Sequence[Block]) -> int:
    """The start itself when the room suffices throughout, else a later week before which it never does."""
    meeting = [block for block in busy if block.start < end and block.end > start]
    if sum(block.hours for block in meeting) <= room:
        return start
    for moment in {start, *(block.start for block in meeting if block.start > start)}:
        active = [block for block in meeting if block.start <= moment < block.end]
        if sum(block.hours for block in active) > room:
            return min(block.end for block in active)
    return start
