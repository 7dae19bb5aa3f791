"""How a route can end: in a job once everything is finished, or in a learn-and-work place it grows into.

Each finish says which needs must be met, what ending costs at the least (a bound), and lays a set of
trainings on dates for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from gouden_poort.routing.problem import Problem
from gouden_poort.routing.scheduling import Block, Money, Placed, Scheduler, Terms

SHARE_A_SET = 6
"""One set of trainings (and bbl session) gets this part of the placements left, so that others get their turn."""
FEWEST_A_SET = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A job that may start from week `first` up to `last`; `units` is the effort of getting there."""

    first: int
    last: int
    units: int
    position: int
    needs: int
    """What it asks besides the occupation, as bits of the problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A bbl offering from a start week in a position; `units` is its whole effort, time included."""

    start: int
    end: int
    hours: int
    """Lessons and paid hours together."""
    units: int
    own_eur: int
    row: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole schedule found by the search, not yet written as a route."""

    placed: tuple[Placed, ...]
    end: int
    session: Session | None = None
    opening: Opening | None = None


Accept = Callable[[Draft], int | None]
"""Takes a draft; gives its exact effort when it is feasible and the best so far, else None."""


@dataclass(slots=True)
class Allowance:
    """How much searching may still be done, in counts, so that the same question gives the same answer."""

    labels: int
    placements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quest:
    """What stays the same during one search: the problem, the money, how much searching is left, who judges."""

    problem: Problem
    money: Money
    left: Allowance
    accept: Accept


class Finish(Protocol):
    """What the search knows of an end."""

    @property
    def before(self) -> int:
        """Needs that must be met when the placement starts and steps may still be going on."""

    @property
    def after(self) -> int:
        """Needs that must be met when everything is finished."""

    @property
    def hour_price(self) -> int:
        """What an hour of training costs at the least in time, in units; 0 when that cannot be said."""

    @property
    def flat(self) -> int:
        """What ending costs at the least, time left out; goes with `hour_price`."""

    def least(self, before_week: int, after_week: int, hours: int) -> int | None:
        """The least units of ending, given weeks that cannot be beaten and hours of training to fit in."""

    def lay_out(self, quest: Quest, chosen: Sequence[int], limit: int) -> int:
        """Search for schedules below the limit; the limit that holds afterwards."""


class JobFinish:
    """Starting a job when every step is finished."""

    before = 0

    def __init__(
        self,
        *,
        after: int,
        openings: Sequence[Opening],
        all_openings: Sequence[Opening],
        week: int,
        begin: int,
        latest: int,
        hours: int,
        taken: Sequence[Block] = (),
    ) -> None:
        self.after = after
        self._taken = tuple(taken)
        self.hour_price = week // hours if hours else 0
        self._openings = _worthwhile(openings)
        self.flat = week * begin + min((opening.units for opening in openings), default=0)
        self._all = _worthwhile(all_openings)
        self._week = week
        self._begin = begin
        self._latest = latest
        self._hours = hours
        self._prices: dict[int, int | None] = {}

    def least(self, before_week: int, after_week: int, hours: int) -> int | None:
        worked = self._begin - (-hours // self._hours) if hours else self._begin
        return self._price(max(before_week, after_week, worked))

    def best(self, end: int, met: int) -> tuple[int, Opening] | None:
        """The best job to start when everything ends in a week and some needs are met, with its units."""
        found = None
        for opening in self._all:
            start = max(end, opening.first)
            if opening.needs & ~met == 0 and start <= min(opening.last, self._latest):
                units = self._week * start + opening.units
                if found is None or units < found[0]:
                    found = units, opening
        return found

    def _price(self, end: int) -> int | None:
        if end not in self._prices:
            starts = ((max(end, opening.first), opening) for opening in self._openings)
            self._prices[end] = min(
                (
                    self._week * start + opening.units
                    for start, opening in starts
                    if start <= min(opening.last, self._latest)
                ),
                default=None,
            )
        return self._prices[end]

    def lay_out(self, quest: Quest, chosen: Sequence[int], limit: int) -> int:
        met = self._met(quest.problem, chosen)

        def take(placed: Sequence[Placed], end: int) -> int | None:
            found = self.best(end, met)
            return None if found is None else quest.accept(Draft(placed=tuple(placed), end=end, opening=found[1]))

        terms = Terms(
            taken=self._taken,
            after=self.after,
            money=quest.money,
            price_of_end=self._price,
            accept=take,
            deadline=self._latest,
        )
        return _scheduled(quest, chosen, terms, limit)

    @staticmethod
    def _met(problem: Problem, chosen: Sequence[int]) -> int:
        met = problem.by_itself
        for place in chosen:
            met |= problem.gives[place]
        return met


def _worthwhile(openings: Sequence[Opening]) -> list[Opening]:
    """Openings that no other beats in every way, best first."""
    kept: list[Opening] = []
    for opening in sorted(openings, key=lambda o: (o.units, o.first, -o.last, o.needs.bit_count(), o.position)):
        if not any(
            other.first <= opening.first and other.last >= opening.last and other.needs & ~opening.needs == 0
            for other in kept
        ):
            kept.append(opening)
    return kept


class BBLFinish:
    """Growing into the work: the bbl step starts with the placement and everything is over when it ends."""

    hour_price = 0
    flat = 0

    def __init__(self, *, before: int, after: int, sessions: Sequence[Session], begin: int, hours: int) -> None:
        self.before = before
        self.after = after
        self._sessions = sorted(sessions, key=lambda s: (s.units, s.start, s.row, s.position))
        self._begin = begin
        self._hours = hours

    def least(self, before_week: int, after_week: int, hours: int) -> int | None:
        for session in self._sessions:
            if session.start >= before_week and session.end >= after_week and self._room(session) >= hours:
                return session.units
        return None

    def _room(self, session: Session) -> int:
        beside = (self._hours - session.hours) * (session.end - session.start)
        return self._hours * (session.start - self._begin) + beside

    def lay_out(self, quest: Quest, chosen: Sequence[int], limit: int) -> int:
        others = sum(quest.problem.trainings[place].least.units for place in chosen)
        needed = sum(quest.problem.trainings[place].least.hours_in_all for place in chosen)
        tried: set[tuple[int, int, int, int]] = set()
        for session in self._sessions:
            if session.units + others >= limit or quest.left.placements <= 0:
                break
            same = (session.row, session.start, session.end, session.hours)
            if same in tried or self._room(session) < needed:
                continue
            tried.add(same)
            limit = self._around(quest, session, chosen, limit)
        return limit

    def _around(self, quest: Quest, session: Session, chosen: Sequence[int], limit: int) -> int:
        terms = Terms(
            taken=(Block(session.start, session.end, session.hours),),
            before=self.before,
            before_week=session.start,
            deadline=session.end,
            money=quest.money,
            paid=(session.row, session.start),
            paid_own_eur=session.own_eur,
            price_of_end=lambda end: session.units if end <= session.end else None,
            accept=lambda placed, _: quest.accept(Draft(placed=tuple(placed), end=session.end, session=session)),
        )
        return _scheduled(quest, chosen, terms, limit)


def _scheduled(quest: Quest, chosen: Sequence[int], terms: Terms, limit: int) -> int:
    given = min(quest.left.placements, max(FEWEST_A_SET, quest.left.placements // SHARE_A_SET))
    scheduler = Scheduler(quest.problem, chosen, terms, limit, given)
    scheduler.run()
    quest.left.placements -= given - scheduler.placements
    return scheduler.limit
