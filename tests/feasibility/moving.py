"""Careers by trying: every chain of moves, each as soon as it can be, with at most one course, before the first.

Not the best career there is (someone could train more, or wait), so a floor under what a planner should reach.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.feasibility.career import Begin, Move, career_faults, career_value
from tests.feasibility.itinerary import Taken, may_start
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue, Offering, Position

MOVES = 3
LAST_WEEK = 520


class Careers:
    """All careers of that sort after one first route."""

    def __init__(self, catalogue: Catalogue, profile: dict[str, Any], begin: Begin) -> None:
        self.catalogue, self.begin, self.person = catalogue, begin, Person.of(profile)
        near = [o for o in catalogue.offerings.values() if self._is_near(o.site) and o.capacity >= 1]
        self.bridging = [o for o in near if o.kind != "bbl" and o.hours_per_week <= 8 and (o.teaches or o.awards)]

    def most(self) -> tuple[int, list[Move]]:
        """The highest value, and the moves that give it."""
        tried = ((career_value(self.catalogue, self.person, self.begin, moves), moves) for moves in self._chains([]))
        return max(tried, key=lambda pair: pair[0])

    def _is_near(self, place: tuple[float, float] | None) -> bool:
        return self.person.minutes_to(place) <= self.person.max_travel_minutes

    def _chains(self, moves: list[Move]) -> Iterator[list[Move]]:
        yield moves
        if len(moves) == MOVES:
            return
        last = moves[-1].occupation_id if moves else self.begin.occupation_id
        since = self.person.week_of(moves[-1].start) if moves else self.begin.qualified
        for (occupation, other), tenure in self.catalogue.transitions.items():
            if occupation == last and since + tenure < LAST_WEEK:
                for move in self._first(moves, other, since + tenure):
                    yield from self._chains([*moves, move])

    def _first(self, moves: list[Move], occupation: str, week: int) -> Iterator[Move]:
        """The first move to the occupation as it is; the very first move also with each course that makes it sooner."""
        jobs = [p for p in self.catalogue.positions.values() if p.occupation_id == occupation and p.kind == "job"]
        for job in [job for job in jobs if self._is_near(job.company)]:
            without = self._soonest(moves, occupation, job, week)
            if without is not None:
                yield without
            soon = self.person.week_of(without.start) if without else LAST_WEEK
            for offering in [] if moves else self.bridging:
                move = self._trained(moves, occupation, job, (week, soon), offering)
                if move is not None:
                    yield move

    def _soonest(self, moves: list[Move], occupation: str, job: Position, week: int) -> Move | None:
        """What comes with work comes in the first years, so later weeks are tried a quarter of a year apart."""
        weeks = range(week, min(week + 160, LAST_WEEK), 13)
        return self._first_good(
            moves,
            [
                Move(occupation_id=occupation, position=job, start=self.person.day_of(later), steps=[])
                for later in weeks
            ],
        )

    def _trained(
        self, moves: list[Move], occupation: str, job: Position, weeks: tuple[int, int], offering: Offering
    ) -> Move | None:
        essentials = self.catalogue.occupations[occupation]
        helps = {skill for skill, _ in offering.teaches} & {skill for skill, _ in essentials.skills}
        if not helps and not set(offering.awards) & set(essentials.credentials):
            return None
        options = []
        for week in range(max(self.begin.qualified, weeks[0] - offering.weeks), weeks[1] - offering.weeks):
            day, start = self.person.day_of(week), self.person.day_of(max(weeks[0], week + offering.weeks))
            if may_start(self.catalogue, offering, day, repeating=True):
                step = Taken(offering=offering, start=day, position=None, funding=())
                options.append(Move(occupation_id=occupation, position=job, start=start, steps=[step]))
        return self._first_good(moves, options)

    def _first_good(self, moves: list[Move], options: list[Move]) -> Move | None:
        """The first that breaks no rule; what the last one lacks, the others before it mostly lack as well."""

        def is_good(move: Move) -> bool:
            return not career_faults(self.catalogue, self.person, self.begin, [*moves, move])

        if not options or not is_good(options[-1]):
            return None
        return next(move for move in options if is_good(move))
