"""The best career by trying everything; only after routes that end so late that few weeks of the ten years are left.

Every training is listed under the first move after its end, which is no limit: the rules ask no more of it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.feasibility.career import LAST_WEEK, MOST_MOVES, Begin, Move, career_faults, career_value
from tests.feasibility.itinerary import Taken, may_start
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue, Offering


class Highest:
    """All careers after one first route."""

    def __init__(self, catalogue: Catalogue, profile: dict[str, Any], begin: Begin) -> None:
        self.catalogue, self.begin, self.person = catalogue, begin, Person.of(profile)
        self.value = self._value([])

    def run(self) -> int:
        """The value of the best career."""
        self._extend([], begin_week=self.begin.qualified, occupation=self.begin.occupation_id)
        return self.value

    def _value(self, moves: list[Move]) -> int:
        return career_value(self.catalogue, self.person, self.begin, moves)

    def _extend(self, moves: list[Move], begin_week: int, occupation: str) -> None:
        self.value = max(self.value, self._value(moves))
        if len(moves) == MOST_MOVES:
            return
        for (since, to), tenure in self.catalogue.transitions.items():
            if since == occupation:
                for week in range(begin_week + tenure, LAST_WEEK):
                    if self._hope(moves, occupation, week) > self.value:
                        self._move(moves, to, week)

    def _hope(self, moves: list[Move], occupation: str, week: int) -> int:
        """More than what it comes to if someone earns the highest wage of all from a week on."""
        wages = {name: each.wage_month_eur for name, each in self.catalogue.occupations.items()}
        return self._value(moves) + (max(wages.values()) - wages[occupation]) * (LAST_WEEK - week) * 12 // 52 + 2

    def _move(self, moves: list[Move], to: str, week: int) -> None:
        jobs = [p for p in self.catalogue.positions.values() if p.occupation_id == to and p.kind == "job"]
        tried = (
            Move(occupation_id=to, position=job, start=self.person.day_of(week), steps=steps)
            for job in jobs
            for steps in self._trainings(moves, week)
        )
        for move in tried:
            if not career_faults(self.catalogue, self.person, self.begin, [*moves, move]):
                self._extend([*moves, move], week, to)

    def _trainings(self, moves: list[Move], week: int) -> Iterator[list[Taken]]:
        """Every choice of training that is over by a week, and not before the last move."""
        taken = {step.offering.offering_id for move in moves for step in move.steps}
        free = [o for o in self.catalogue.offerings.values() if o.offering_id not in taken and o.kind != "bbl"]
        after = self.person.week_of(moves[-1].start) if moves else self.begin.qualified
        yield from self._choices(free, after, week)

    def _choices(self, free: list[Offering], after: int, week: int) -> Iterator[list[Taken]]:
        if not free:
            yield []
            return
        first, *others = free
        for rest in self._choices(others, after, week):
            yield rest
            for start in range(self.begin.qualified, week - first.weeks + 1):
                day = self.person.day_of(start)
                if start + first.weeks > after and may_start(self.catalogue, first, day, repeating=True):
                    yield [*rest, Taken(offering=first, start=day, position=None, funding=())]
