"""The ten years after a route: the moves, with training beside the job, that earn most (docs/formats.md, 5).

Moves are tried in order of what the rest of the career could bring at best; a move is a small search of its
own for the soonest week in which it can be made. The number of tries is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from gouden_poort.routing.abilities import Level
from gouden_poort.routing.career_bound import most_earned
from gouden_poort.routing.career_ground import MOST_MOVES, CareerGround, Reached
from gouden_poort.routing.career_step import reach
from gouden_poort.routing.kernel.ground import NEVER
from gouden_poort.routing.laws import Stay
from gouden_poort.routing.route import Career, Move, Route, Step
from gouden_poort.routing.wages import LAST_WEEK, Wages, in_euros, value_eur, wage_weeks

TRIES = 40
"""How many moves are worked out for one career."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Someone in an occupation since a week, with the moves so far and what they will hold from when."""

    occupation: int
    since: int
    wages: Wages
    comes: Mapping[Level, int]
    """What is held from which week: by training beside the job, or from doing earlier work."""
    moves: tuple[Reached, ...] = ()

    @property
    def placed(self) -> tuple[Stay, ...]:
        """All training beside the job so far."""
        return tuple(step for move in self.moves for step in move.placed)


class Careers:
    """Works out careers for one person; what holds for all their routes is prepared once."""

    def __init__(self, ground: CareerGround) -> None:
        self._ground = ground

    def after(self, route: Route) -> Route:
        """The route with the best career found after it."""
        climb = _Climb(self._ground, route)
        best = climb.best()
        career = Career(
            moves=tuple(self._written(move) for move in best.moves),
            value_eur=value_eur(best.wages),
            at_most_eur=in_euros(climb.at_most()),
        )
        return replace(route, career=career)

    def _written(self, move: Reached) -> Move:
        columns = self._ground.person.snapshot.columns
        begin = self._ground.person.profile.available_from
        steps = [
            Step(offering_id=columns.offerings.id[stay.row], start_date=begin + timedelta(weeks=stay.start))
            for stay in move.placed
        ]
        return Move(
            occupation_id=columns.occupations.id[move.occupation],
            position_id=columns.positions.id[move.position],
            start_date=begin + timedelta(weeks=move.week),
            steps=tuple(sorted(steps, key=lambda step: (step.start_date, step.offering_id))),
        )


class _Climb:
    """The search for the best career after one route."""

    def __init__(self, ground: CareerGround, route: Route) -> None:
        self._ground = ground
        self._after = ground.after(route)
        self._wage: list[int] = ground.person.snapshot.columns.occupations.wage_month_eur.tolist()
        self._left = TRIES
        self._ceilings: dict[tuple[int, int, int], int] = {}
        self._first = self._standing(route)
        self._best = self._first

    def best(self) -> Standing:
        """The standing with the highest wage sum."""
        self._explore(self._first)
        return self._best

    def at_most(self) -> int:
        """Wage-weeks that no career after this route can beat, found or not."""
        first = self._first
        return most_earned(
            self._after, first.occupation, first.since, self._before(first), wage_weeks(self._best.wages)
        )

    def _before(self, here: Standing) -> int:
        """What is earned until the occupation begins."""
        return wage_weeks(here.wages) - self._wage[here.occupation] * max(0, LAST_WEEK - here.since)

    def _standing(self, route: Route) -> Standing:
        columns = self._ground.person.snapshot.columns
        occupation = columns.occupations.id.row(route.target_occupation_id)
        qualified = route.weeks_to_qualified
        wages: Wages = ((qualified, self._wage[occupation]),)
        if route.weeks_to_work < qualified:
            position = columns.positions.id.row(route.placement.position_id)
            wages = ((route.weeks_to_work, int(columns.positions.wage_month_eur[position])), *wages)
        return Standing(occupation=occupation, since=qualified, wages=wages, comes={})

    def _explore(self, here: Standing) -> None:
        if wage_weeks(here.wages) > wage_weeks(self._best.wages):
            self._best = here
        left = MOST_MOVES - len(here.moves)
        if not left:
            return
        earned = self._before(here)
        choices = []
        for occupation, week in self._moves_from(here.occupation, here.since):
            rest = (week - here.since) * self._wage[here.occupation] + self._ceiling(occupation, week, left - 1)
            choices.append((-(earned + rest), occupation, week))
        for ceiling, occupation, week in sorted(choices):
            if -ceiling <= wage_weeks(self._best.wages) or not self._left:
                return
            self._left -= 1
            there = self._moved(here, occupation, week)
            if there is not None:
                self._explore(there)

    def _moves_from(self, occupation: int, since: int) -> Iterator[tuple[int, int]]:
        """Where one may move, and from which week at the soonest."""
        occupations = self._ground.person.snapshot.columns.occupations
        tenures = occupations.moves_after_weeks[occupation].tolist()
        for to, tenure in zip(occupations.moves_to[occupation].tolist(), tenures, strict=True):
            week = max(since + tenure, self._after.soonest(to))
            if week < LAST_WEEK:
                yield to, week

    def _ceiling(self, occupation: int, since: int, moves: int) -> int:
        """No career from here earns more (in wage-weeks) with that many moves left, each made as soon as it can be."""
        key = (occupation, since, moves)
        if key not in self._ceilings:
            wage = self._wage[occupation]
            best = wage * (LAST_WEEK - since)
            if moves:
                for to, week in self._moves_from(occupation, since):
                    best = max(best, wage * (week - since) + self._ceiling(to, week, moves - 1))
            self._ceilings[key] = best
        return self._ceilings[key]

    def _moved(self, here: Standing, occupation: int, week: int) -> Standing | None:
        """The move to an occupation as soon as it can be made, not before a week."""
        learnt = self._ground.learnt_at_work(here.occupation, here.since)
        reached = reach(self._after, occupation, week, _together(here.comes, learnt), here.placed)
        if learnt and (reached is None or reached.week > week):
            without = reach(self._after, occupation, week, here.comes, here.placed)
            if without is not None and (reached is None or without.week < reached.week):
                reached = without
        if reached is None:
            return None
        stayed = {level: at for level, at in learnt.items() if at <= reached.week}
        trained = {level: stay.end for stay in reached.placed for level in self._after.gives(stay)}
        return Standing(
            occupation=occupation,
            since=reached.week,
            wages=(*here.wages, (reached.week, self._wage[occupation])),
            comes=_together(_together(here.comes, stayed), trained),
            moves=(*here.moves, reached),
        )


def _together(some: Mapping[Level, int], others: Mapping[Level, int]) -> dict[Level, int]:
    """Both, each at its soonest."""
    return {level: min(some.get(level, NEVER), others.get(level, NEVER)) for level in [*some, *others]}
