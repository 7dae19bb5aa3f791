"""The best five targets out of at least three sectors.

Targets are solved in order of what their score cannot beat, and only while they could still enter the five.
A score is a route's effort less what the wage counts for; lower is better.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.career import Careers
from gouden_poort.routing.career_ground import CareerGround
from gouden_poort.routing.effort import UNITS
from gouden_poort.routing.planner import NO_LIMIT, Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.terrain import Solution

SUGGESTED = 5
SECTORS = 3


@dataclass(frozen=True, slots=True, order=True)
class Scored:
    """A target with its score in units, or a bound on it."""

    score: int
    occupation: int
    sector: int


def suggest(snapshot: Snapshot, profile: Profile) -> tuple[Route, ...]:
    """The best five routes, best first, each with its ten-year career; fewer when fewer are feasible."""
    planner = Planner(snapshot, profile)
    routes = suggested(planner)
    careers = Careers(CareerGround(planner.person, planner.laws))
    return tuple(careers.after(route) for route in routes)


def suggested(planner: Planner) -> list[Route]:
    """The best five routes without their careers."""
    worth = worth_of(planner)
    sector = planner.person.snapshot.columns.occupations.sector.tolist()
    heap = [
        (Scored(bound - worth[occupation], occupation, sector[occupation]), False)
        for occupation, bound in planner.prospects()
    ]
    heapq.heapify(heap)
    solutions: dict[Scored, Solution] = {}
    while heap:
        prospect, is_refined = heapq.heappop(heap)
        occupation = prospect.occupation
        limit = entry_limit(solutions, prospect)
        if prospect.score >= limit:
            continue
        if not is_refined:
            bound = planner.bound(occupation)
            if bound is not None:
                score = max(prospect.score, bound - worth[occupation])
                heapq.heappush(heap, (Scored(score, occupation, sector[occupation]), True))
            continue
        solution = planner.solved(occupation, min(limit + worth[occupation], NO_LIMIT))
        if solution is not None:
            score = solution.effort - worth[occupation]
            solutions[Scored(score, occupation, sector[occupation])] = solution
    return [planner.written(scored.occupation, solutions[scored]) for scored in selection(solutions)]


def worth_of(planner: Planner) -> list[int]:
    """What each occupation is worth in effort: its wage, and the points that ranking rules give it."""
    columns, points = planner.person.snapshot.columns, planner.person.doors.points
    wage = planner.person.prices.wage_euro
    pairs = zip(columns.occupations.wage_month_eur.tolist(), points.tolist(), strict=True)
    return [wage * euros + UNITS * more for euros, more in pairs]


def selection(scored: Iterable[Scored]) -> list[Scored]:
    """The five with the lowest sum of scores out of at least three sectors, best first.

    The best of each of the three best sectors is always among them (or else swapping it in would be better);
    the rest is simply the best of what is left. With fewer sectors there are fewer of these first choices.
    """
    in_order = sorted(scored)
    best_of_sector: dict[int, Scored] = {}
    for one in in_order:
        best_of_sector.setdefault(one.sector, one)
    first_choices = sorted(best_of_sector.values())[:SECTORS]
    rest = [one for one in in_order if one not in first_choices]
    return sorted([*first_choices, *rest[: SUGGESTED - len(first_choices)]])


def entry_limit(solved: Iterable[Scored], prospect: Scored) -> int:
    """The score that a prospect must stay below to be selected beside what is solved; `NO_LIMIT` if any will do."""
    known = list(solved)
    if _enters(known, prospect, NO_LIMIT):
        return NO_LIMIT
    for one in reversed(selection(known)):
        if _enters(known, prospect, one.score - 1):
            return one.score
    return -NO_LIMIT


def _enters(known: Sequence[Scored], prospect: Scored, score: int) -> bool:
    candidate = Scored(score, prospect.occupation, prospect.sector)
    return candidate in selection([*known, candidate])
