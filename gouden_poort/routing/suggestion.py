"""The best five targets out of at least three sectors.

Targets are solved in order of what their score cannot beat, and only while they could still enter the five.
A score is a route's effort less what the wage counts for; lower is better.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.career import Careers
from gouden_poort.routing.career_ground import CareerGround
from gouden_poort.routing.effort import UNITS
from gouden_poort.routing.planner import NO_LIMIT, Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.selecting import ChosenFor, Scored, Standings, chosen_for, limit_for_rivals
from gouden_poort.routing.terrain import Solution


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One of the best five."""

    route: Route
    chosen_for: ChosenFor


def suggest(snapshot: Snapshot, profile: Profile) -> tuple[Route, ...]:
    """The best five routes, best first, each with its ten-year career; fewer when fewer are feasible."""
    return tuple(one.route for one in choose(snapshot, profile))


def choose(snapshot: Snapshot, profile: Profile) -> tuple[Chosen, ...]:
    """The same, with why each of them is one of the five."""
    planner = Planner(snapshot, profile)
    search = _Search(planner, ())
    routes, reasons = search.routes(), search.reasons()
    careers = Careers(CareerGround(planner.person, planner.laws))
    return tuple(
        Chosen(route=careers.after(route), chosen_for=reason) for route, reason in zip(routes, reasons, strict=True)
    )


def suggested(planner: Planner, known: Iterable[Route] = ()) -> list[Route]:
    """The best five routes without their careers; a route that is known beforehand gives way only to a better one."""
    return _Search(planner, known).routes()


class _Prospect(NamedTuple):
    """A target that is not solved, with a score that it cannot beat; in that order."""

    bound: int
    target: int
    sector: int
    is_refined: bool


class _Search:
    """The search for the best five; what it passes over is kept."""

    def __init__(self, planner: Planner, known: Iterable[Route]) -> None:
        self._planner = planner
        self._worth = worth_of(planner)
        self._sector: list[int] = planner.person.snapshot.columns.occupations.sector.tolist()
        self._ways = self._scored(known)
        self._own = {scored.occupation: scored for scored in self._ways}
        self._open = [
            _Prospect(bound - self._worth[target], target, self._sector[target], False)
            for target, bound in planner.prospects()
        ]
        heapq.heapify(self._open)
        self._passed_over: list[_Prospect] = []
        self._standings = Standings(self._ways)
        self._run()

    def routes(self) -> list[Route]:
        """The best five, best first."""
        chosen = ((scored.occupation, self._ways[scored]) for scored in self._standings.selected)
        return [way if isinstance(way, Route) else self._planner.written(target, way) for target, way in chosen]

    def reasons(self) -> list[ChosenFor]:
        """Why each of them is one of the five; what was passed over is solved as far as that hangs on it."""
        known = set(self._ways)
        limit = limit_for_rivals(known)
        for prospect in sorted(each for each in [*self._passed_over, *self._open] if each.bound < limit):
            limit = limit_for_rivals(known)
            if prospect.bound >= limit:
                break
            bound = self._planner.bound(prospect.target)
            if bound is None or bound - self._worth[prospect.target] >= limit:
                continue
            solution = self._planner.solved(prospect.target, limit + self._worth[prospect.target])
            if solution is not None:
                known.add(self._score(prospect, solution))
        return chosen_for(known)

    def _run(self) -> None:
        while self._open and self._open[0].bound < self._standings.highest_limit:
            prospect = heapq.heappop(self._open)
            limit = self._standings.limit(Scored(prospect.bound, prospect.target, prospect.sector))
            own = self._own.get(prospect.target)
            if own is not None:
                limit = min(limit, own.score)
            if prospect.bound >= limit:
                self._pass_over(prospect)
            elif prospect.is_refined:
                self._solve(prospect, limit)
            else:
                self._refine(prospect)

    def _refine(self, prospect: _Prospect) -> None:
        bound = self._planner.bound(prospect.target)
        if bound is not None:
            better = max(prospect.bound, bound - self._worth[prospect.target])
            heapq.heappush(self._open, prospect._replace(bound=better, is_refined=True))

    def _solve(self, prospect: _Prospect, limit: int) -> None:
        solution = self._planner.solved(prospect.target, min(limit + self._worth[prospect.target], NO_LIMIT))
        if solution is None:
            self._pass_over(prospect._replace(bound=limit))
            return
        own = self._own.get(prospect.target)
        if own is not None:
            del self._ways[own]
            self._standings = Standings(self._ways)
        scored = self._score(prospect, solution)
        self._ways[scored] = solution
        self._standings.add(scored)

    def _pass_over(self, prospect: _Prospect) -> None:
        if prospect.target not in self._own and prospect.bound < NO_LIMIT:
            self._passed_over.append(prospect)

    def _score(self, prospect: _Prospect, solution: Solution) -> Scored:
        return Scored(solution.effort - self._worth[prospect.target], prospect.target, prospect.sector)

    def _scored(self, routes: Iterable[Route]) -> dict[Scored, Route | Solution]:
        rows = self._planner.person.snapshot.columns.occupations.id
        targets = ((rows.row(route.target_occupation_id), route) for route in routes)
        return {
            Scored(int(route.effort * UNITS) - self._worth[row], row, self._sector[row]): route
            for row, route in targets
        }


def worth_of(planner: Planner) -> list[int]:
    """What each occupation is worth in effort: its wage, and the points that ranking rules give it."""
    person = planner.person
    wages = person.snapshot.columns.occupations.wage_month_eur.astype(np.int64)
    worth: list[int] = (person.prices.wage_euro * wages + UNITS * person.doors.points.astype(np.int64)).tolist()
    return worth
