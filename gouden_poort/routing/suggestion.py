"""The best five targets out of at least three sectors.

Targets are solved in order of what their score cannot beat, and only while they could still enter the five.
A score is a route's effort less what the wage counts for; lower is better.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

import numpy as np

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.career import Careers
from gouden_poort.routing.career_ground import CareerGround
from gouden_poort.routing.effort import UNITS
from gouden_poort.routing.planner import NO_LIMIT, Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.selecting import Scored, Standings
from gouden_poort.routing.terrain import Solution


def suggest(snapshot: Snapshot, profile: Profile) -> tuple[Route, ...]:
    """The best five routes, best first, each with its ten-year career; fewer when fewer are feasible."""
    planner = Planner(snapshot, profile)
    routes = suggested(planner)
    careers = Careers(CareerGround(planner.person, planner.laws))
    return tuple(careers.after(route) for route in routes)


def suggested(planner: Planner, known: Iterable[Route] = ()) -> list[Route]:
    """The best five routes without their careers; a route that is known beforehand gives way only to a better one."""
    worth = worth_of(planner)
    sector = planner.person.snapshot.columns.occupations.sector.tolist()
    ways = _scored(planner, known, worth, sector)
    own = {scored.occupation: scored for scored in ways}
    heap = [(bound - worth[target], target, sector[target], False) for target, bound in planner.prospects()]
    heapq.heapify(heap)
    standings = Standings(ways)
    while heap:
        bound_on_score, target, of_sector, is_refined = heapq.heappop(heap)
        if bound_on_score >= standings.highest_limit:
            break
        limit = standings.limit(Scored(bound_on_score, target, of_sector))
        if target in own:
            limit = min(limit, own[target].score)
        if bound_on_score >= limit:
            continue
        if not is_refined:
            bound = planner.bound(target)
            if bound is not None:
                heapq.heappush(heap, (max(bound_on_score, bound - worth[target]), target, of_sector, True))
            continue
        solution = planner.solved(target, min(limit + worth[target], NO_LIMIT))
        if solution is not None:
            if target in own:
                del ways[own[target]]
                standings = Standings(ways)
            scored = Scored(solution.effort - worth[target], target, of_sector)
            ways[scored] = solution
            standings.add(scored)
    chosen = ((scored.occupation, ways[scored]) for scored in standings.selected)
    return [way if isinstance(way, Route) else planner.written(target, way) for target, way in chosen]


def _scored(
    planner: Planner, routes: Iterable[Route], worth: Sequence[int], sector: Sequence[int]
) -> dict[Scored, Route | Solution]:
    rows = planner.person.snapshot.columns.occupations.id
    targets = ((rows.row(route.target_occupation_id), route) for route in routes)
    return {Scored(int(route.effort * UNITS) - worth[row], row, sector[row]): route for row, route in targets}


def worth_of(planner: Planner) -> list[int]:
    """What each occupation is worth in effort: its wage, and the points that ranking rules give it."""
    person = planner.person
    wages = person.snapshot.columns.occupations.wage_month_eur.astype(np.int64)
    worth: list[int] = (person.prices.wage_euro * wages + UNITS * person.doors.points.astype(np.int64)).tolist()
    return worth
