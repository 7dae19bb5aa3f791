"""The best route to one occupation, proved, by a general solver: slow, but it knows nothing of the planner.

Limits of effort rise step by step until a route is found within one. Jobs and bbl are solved apart, the more
promising first, for bbl routes last longer and would make the model of a job large.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exact_aim import NO_ROUTE, UNITS, Ending, aim_at, endings_of
from exact_model import ExactModel
from ground import Ground
from ortools.sat.python import cp_model
from routes import Chosen, route_of

FIRST_SLACK = 8 * UNITS
"""How far above the bound of an ending the first limit lies; the slack grows fourfold each time."""
MOST_SLACK = 100 * UNITS
"""Beyond this there is mostly no route at all, and that is proved at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The best route found (None: none), the effort in units that no route undercuts, and whether that settles it."""

    route: Mapping[str, Any] | None
    units: int | None
    bound: int
    proved: bool


class _Best:
    """The best route so far, and whether everything looked at was settled."""

    def __init__(self, ground: Ground, occupation_id: str, seconds: float, at_most: int) -> None:
        self.ground, self.occupation_id = ground, occupation_id
        self.deadline = time.process_time() + seconds
        self.limit = at_most
        self.units: int | None = None
        self.route: dict[str, Any] | None = None

    def look(self, endings: Sequence[Ending], limit: int) -> bool:
        """Look for a better route to some endings within a limit; False when time ran out."""
        aim = aim_at(self.ground, self.occupation_id, endings, limit, deadline=self.deadline)
        if aim is None:
            return True
        if time.process_time() > self.deadline:
            return False
        model = ExactModel(self.ground, aim, limit)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = 1
        solver.parameters.linearization_level = 2
        # On a busy machine the clock runs faster than the processor time that was asked for.
        solver.parameters.max_deterministic_time = max(0.01, self.deadline - time.process_time())
        solver.parameters.max_time_in_seconds = 3 * max(0.01, self.deadline - time.process_time())
        status = solver.solve(model.cp)
        if status == cp_model.MODEL_INVALID:
            raise ValueError(model.cp.validate())
        if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            self.units = round(solver.objective_value)
            self.limit = self.units - 1
            self.route = route_of(self.ground, self.occupation_id, _chosen(model, solver))
        return bool(status in {cp_model.OPTIMAL, cp_model.INFEASIBLE})

    def proof(self, bound: int, *, proved: bool) -> Proof:
        """How it stands."""
        return Proof(route=self.route, units=self.units, bound=bound, proved=proved)


def solve(ground: Ground, occupation_id: str, *, seconds: float, at_most: int = NO_ROUTE - 1) -> Proof:
    """The least effort to an occupation, among routes of `at_most` that many units."""
    best = _Best(ground, occupation_id, seconds, at_most)
    endings = endings_of(ground, occupation_id)
    bound, slack = endings[0].least if endings else NO_ROUTE, FIRST_SLACK
    top = _most_effort(ground)
    while endings and bound <= best.limit:
        if best.deadline <= time.process_time():
            return best.proof(bound, proved=False)
        limit = min(best.limit, endings[0].least + slack)
        for kind in _kinds(endings):
            if not best.look(kind, min(limit, best.limit)):
                return best.proof(bound, proved=False)
        if best.route is not None or limit >= min(top, best.limit):
            break
        bound, slack = limit + 1, slack * 4 if slack < MOST_SLACK else NO_ROUTE
    return best.proof(NO_ROUTE if best.units is None else best.units, proved=True)


def _kinds(endings: Iterable[Ending]) -> list[list[Ending]]:
    """Jobs and bbl, the kind with the lowest bound first."""
    kinds: dict[bool, list[Ending]] = {}
    for ending in endings:
        kinds.setdefault(ending.course is None, []).append(ending)
    return list(kinds.values())


def _most_effort(ground: Ground) -> int:
    """More units than any route can take: time, budget, and every course of the catalogue."""
    most = ground.person.weights
    weeks = (most["week"] + most["qualified"]) * (ground.horizon + max((c.weeks for c in ground.courses), default=0))
    steps = sum(most["step"] + most["travel"] * course.minutes for course in ground.courses)
    travel = most["travel"] * ground.person.max_travel_minutes
    return int((weeks + steps + travel + most["cost"] * ground.person.budget_eur / 100) * UNITS) + 1


def _chosen(model: ExactModel, solver: cp_model.CpSolver) -> Chosen:
    aim, work = model.aim, solver.value(model.work)
    ending = next(e for e, literal in zip(aim.endings, model.ends, strict=True) if solver.value(literal))
    steps = [
        (course.offering, solver.value(start), None)
        for course, taken, start in zip(aim.courses, model.taken, model.start, strict=True)
        if solver.value(taken)
    ]
    bbl = [(ending.course.offering, work, ending.opening.position)] if ending.course else []
    paid = dict(_paid(model, solver))
    return Chosen(steps=[*steps, *bbl], position=ending.opening.position, work=work, paid=paid)


def _paid(model: ExactModel, solver: cp_model.CpSolver) -> Iterator[tuple[tuple[str, str], int]]:
    for key, amount in model.paid.items():
        if solver.value(amount):
            yield key, solver.value(amount)


def units_of(effort: float) -> int:
    """An effort as whole units."""
    return round(effort * UNITS)
