"""How much a career can earn at the most: its moves followed on paper, each as soon as it could ever be made.

Nobody makes a move sooner than it stands here: hours are no matter in the relaxed pass that gives the weeks, each
training is free for every move, and work teaches from the soonest week in which one could be in it. With weeks that
no move can beat earnings are linear in the moves, so it is best to make each as soon as it can be, or to put it off
just until the next would wait for it, which is to spend all waiting in the best paid work so far. What rules shut and
open again is left out as everywhere: of a door only the first time that it is open counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from gouden_poort.routing.abilities import Level
from gouden_poort.routing.career_ground import MOST_MOVES, AfterRoute
from gouden_poort.routing.wages import LAST_WEEK

CLOSER_LOOKS = 12
"""How many beginnings of careers are looked at with what their own work teaches; others with what any work may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """The first moves of a career, up to now in an occupation since a week."""

    occupation: int
    since: int
    earned: int
    """In wage-weeks, until `since`."""
    highest: int
    """The best wage of the work before, where waiting is best spent."""
    left: int
    """Moves."""
    worked: tuple[tuple[int, int], ...]
    """The occupations so far, each since which week, this one included."""


def most_earned(after: AfterRoute, occupation: int, since: int, earned: int, found: int) -> int:
    """Wage-weeks that no career after a route can beat.

    `earned` is what was earned before the week of being qualified, `found` what a career that was found earns: no
    less can come out, and as soon as nothing can be more the search is over.
    """
    if since >= LAST_WEEK:
        return found
    heights = _Heights(after)
    first = Beginning(
        occupation=occupation,
        since=since,
        earned=earned,
        highest=0,
        left=MOST_MOVES,
        worked=((occupation, since),),
    )
    # Best first. The number only keeps two of the same height apart; the end of a career is no beginning any more.
    open_: list[tuple[int, int, Beginning | None]] = [(-heights.above(first), 0, first)]
    looks = number = 0
    while True:
        height, _, here = heappop(open_)
        if -height <= found or here is None or looks == CLOSER_LOOKS:
            return max(-height, found)
        looks += 1
        heappush(open_, (-heights.staying(here), number := number + 1, None))
        for there in heights.further(here):
            # What is known of a beginning holds for all that goes on from it.
            heappush(open_, (max(height, -heights.above(there)), number := number + 1, there))


class _Heights:
    """What careers with some beginning earn at the most."""

    def __init__(self, after: AfterRoute) -> None:
        self._after = after
        occupations = after.ground.person.snapshot.columns.occupations
        self._occupations = occupations
        self._wage = occupations.wage_month_eur
        self._known: dict[tuple[int, int, int, int], int] = {}

    def staying(self, here: Beginning) -> int:
        """With no move more."""
        return here.earned + int(self._wage[here.occupation]) * (LAST_WEEK - here.since)

    def above(self, here: Beginning) -> int:
        """With any moves more."""
        return here.earned + self._from(here.occupation, here.since, here.highest, here.left)

    def further(self, here: Beginning) -> Iterator[Beginning]:
        """The beginnings with one move more, made no sooner than the work that was done allows."""
        if not here.left:
            return
        wage = int(self._wage[here.occupation])
        highest = max(here.highest, wage)
        for to, stayed, week in self._moves(here.occupation, here.since, self._after.soonest_after(self._learnt(here))):
            yield Beginning(
                occupation=to,
                since=week,
                earned=here.earned + wage * stayed + highest * (week - here.since - stayed),
                highest=highest,
                left=here.left - 1,
                worked=(*here.worked, (to, week)),
            )

    def _from(self, occupation: int, since: int, highest: int, left: int) -> int:
        key = (occupation, since, highest, left)
        if key not in self._known:
            wage = int(self._wage[occupation])
            highest = max(highest, wage)
            best = wage * (LAST_WEEK - since)
            if left:
                for to, stayed, week in self._moves(occupation, since, self._after.soonest_of_any):
                    waited = highest * (week - since - stayed)
                    best = max(best, wage * stayed + waited + self._from(to, week, highest, left - 1))
            self._known[key] = best
        return self._known[key]

    def _moves(self, occupation: int, since: int, soonest: list[int]) -> Iterator[tuple[int, int, int]]:
        """Where to, how many weeks one has to stay before, and the week before which it cannot be."""
        rows = zip(
            self._occupations.moves_to[occupation].tolist(),
            self._occupations.moves_after_weeks[occupation].tolist(),
            strict=True,
        )
        for to, tenure in rows:
            week = max(since + tenure, soonest[to])
            if week < LAST_WEEK:
                yield to, tenure, week

    def _learnt(self, here: Beginning) -> Mapping[Level, int]:
        learnt: dict[Level, int] = {}
        for occupation, since in here.worked:
            for level, week in self._after.ground.learnt_at_work(occupation, since).items():
                learnt[level] = min(learnt.get(level, week), week)
        return learnt
