"""Plans for one person: what holds for all occupations, bounds on each, and the search for one."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.abilities import Level
from gouden_poort.routing.effort import as_decimal
from gouden_poort.routing.funding import Purse
from gouden_poort.routing.kernel import entries
from gouden_poort.routing.kernel.ground import NEVER, UNREACHED
from gouden_poort.routing.laws import Laws, Stay, Way
from gouden_poort.routing.person import Person, prepare
from gouden_poort.routing.route import Funding, Placement, Route, Step
from gouden_poort.routing.terrain import Answer, Solution, route_ground, solve
from gouden_poort.routing.verification import verify
from gouden_poort.rules.doors import Doors
from gouden_poort.rules.entry import Mask
from gouden_poort.rules.judge import judge_of
from gouden_poort.rules.opening import doors_of

LABELS = 1_000
"""How many labels one search of a suggestion may weigh."""
PLACEMENTS = 2_000
"""How many steps it may lay on dates."""
EXTRAS = 0
"""How many trainings it may add to a set that lacks nothing, because they give something sooner."""
POOL = 3_000
"""How many labels and placements together one person's searches may take before each gets only a little."""
A_LITTLE = 600
PATIENCE_FOR_ONE = 100
"""Whoever asks for one occupation has no other targets to share with: its search may take this much longer."""
ROUNDS = 12
"""How many searches for one occupation there may be, each without the doors that rules shut in the one before."""
NO_LIMIT = UNREACHED


@dataclass(slots=True)
class Pool:
    """What the searches for one person have taken together."""

    spent: int = 0


class Planner:
    """Plans for one person; what holds for all targets is prepared once."""

    _extras = EXTRAS

    def __init__(self, snapshot: Snapshot, profile: Profile, *, patience: int = 1, full_too: bool = False) -> None:
        self._patience = patience
        self._full_too = full_too
        self._pool = Pool()
        self.judge = judge_of(snapshot)
        self._lay_out(prepare(snapshot, profile, doors_of(self.judge, profile, full_too=full_too)))

    def _lay_out(self, person: Person) -> None:
        self.person = person
        self.network, self.ground, self.arrival = route_ground(person)
        self.laws = Laws(self.judge, person)
        self.purse = Purse(person)

    def positions(self, occupation: int) -> Ints:
        """The positions of an occupation that suit the person, holdings not yet asked."""
        person, columns = self.person, self.person.snapshot.columns
        rows = columns.occupations.positions[occupation]
        last = np.minimum(person.position_last[rows], person.profile.horizon_weeks)
        fits: Mask = person.position_open[rows] & (person.position_first[rows] <= last)
        fits &= columns.positions.hours_per_week[rows] <= person.profile.hours_per_week
        return rows[fits]

    def prospects(self) -> list[tuple[int, int]]:
        """Occupations (by row) that may have a route, with effort in units that none can beat: quick to have."""
        bounds = entries.cheap_bounds(self.ground, self.arrival)
        possible = np.flatnonzero(bounds < NO_LIMIT)
        return list(zip(possible.tolist(), bounds[possible].tolist(), strict=True))

    def is_in_reach(self, level: Level) -> bool:
        """Whether an ability that somebody asks can be had at a level, hours left out."""
        need = self.network.need(level)
        return need is not None and bool(entries.need_weeks(self.arrival)[need] < NEVER)

    def bound(self, occupation: int) -> int | None:
        """Effort in units that no route to an occupation can beat; None when there is no route."""
        bound = entries.bound_of(self.ground, self.arrival, occupation)
        return None if bound >= NO_LIMIT else int(bound)

    def best(self, occupation: int, limit: int = NO_LIMIT) -> Route | None:
        """The best route found with less effort (in units) than the limit, proved feasible."""
        solution = self.solved(occupation, limit)
        return None if solution is None else self.written(occupation, solution)

    def solved(self, occupation: int, limit: int = NO_LIMIT) -> Solution | None:
        """The best schedule found with less effort (in units) than the limit."""
        return self.searched(occupation, limit).solution

    def searched(self, occupation: int, limit: int = NO_LIMIT) -> Answer:
        """The same with whether it is proved that there is no better one.

        What rules shut after one search stays shut in the next for this occupation, until the week in which the same
        schedule would open it; the way there may have to teach more than an occupation asks, which is not looked for.
        """
        planner = self
        for _ in range(ROUNDS):
            answer = planner._found(occupation, limit)
            if answer.solution is None:
                return answer
            planner.laws.forget()
            if planner.allows(answer.solution, occupation):
                return answer
            planner = planner._behind(planner.laws.doors)
        return Answer(solution=None, is_proved=False, spent=0)

    def alone(self, patience: int = 1) -> Planner:
        """The same planner for single occupations: what others have searched takes nothing of its patience."""
        planner = copy(self)
        planner._patience, planner._pool = patience, Pool()
        return planner

    def _behind(self, doors: Doors) -> Planner:
        """The same planner before other doors."""
        planner = copy(self)
        planner._lay_out(prepare(self.person.snapshot, self.person.profile, doors))
        return planner

    def _found(self, occupation: int, limit: int) -> Answer:
        labels, placements = self._patience * LABELS, self._patience * PLACEMENTS
        if self._pool.spent >= POOL:
            labels, placements = A_LITTLE, A_LITTLE
        answer = solve(
            self.ground,
            self.arrival,
            occupation,
            limit=limit,
            labels=labels,
            placements=placements,
            extras=self._extras,
        )
        self._pool.spent += answer.spent
        return answer

    def allows(self, solution: Solution, occupation: int) -> bool:
        """Whether the rules let someone walk a schedule, with what is held by then."""
        if not self.laws.are_needed:
            return True
        weeks = self.person.snapshot.columns.offerings.weeks
        taken = [(Stay(row, week, week + int(weeks[row])), position) for row, week, position in steps_of(solution)]
        way = Way([stay for stay, _ in taken], self.person.held.astype(np.int32), occupation)
        steps_allowed = all(self.laws.allow_step(stay, way, position=at) for stay, at in taken)
        return steps_allowed and self.laws.allow_work(solution.position, solution.work_week, way)

    def written(self, occupation: int, solution: Solution) -> Route:
        """A schedule as a route with its funding, proved feasible."""
        payment = self.purse.pay([(row, week) for row, week, _ in steps_of(solution)])
        columns = self.person.snapshot.columns
        steps = tuple(
            Step(
                offering_id=columns.offerings.id[row],
                start_date=self.person.profile.available_from + timedelta(weeks=week),
                position_id=None if position is None else columns.positions.id[position],
                funding=tuple(
                    Funding(scheme_id=self.person.schemes[scheme].id, amount_eur=amount) for scheme, amount in paid
                ),
            )
            for (row, week, position), paid in zip(steps_of(solution), payment.paid, strict=True)
        )
        travel = self._travel(solution)
        route = Route(
            target_occupation_id=columns.occupations.id[occupation],
            steps=tuple(sorted(steps, key=lambda step: (step.start_date, step.offering_id))),
            placement=Placement(
                position_id=columns.positions.id[solution.position],
                start_date=self.person.profile.available_from + timedelta(weeks=solution.work_week),
            ),
            weeks_to_work=solution.work_week,
            weeks_to_qualified=solution.qualified_week,
            own_cost_eur=payment.own_cost_eur,
            travel_minutes=travel,
            effort=as_decimal(self.effort_of(replace(solution, own_cost_eur=payment.own_cost_eur))),
        )
        verify(self.judge, self.person.profile, route, full_too=self._full_too)
        return route

    def effort_of(self, solution: Solution) -> int:
        """What a schedule takes in units, whatever it was sought for."""
        return self.person.prices.effort(
            weeks_to_work=solution.work_week,
            weeks_to_qualified=solution.qualified_week,
            own_cost_eur=solution.own_cost_eur,
            travel_minutes=self._travel(solution),
            steps=len(steps_of(solution)),
        )

    def _travel(self, solution: Solution) -> int:
        """All one-way minutes of a schedule."""
        person = self.person
        to_sites = sum(int(person.offering_minutes[row]) for row, _, _ in steps_of(solution))
        return to_sites + int(person.position_minutes[solution.position])


def steps_of(solution: Solution) -> list[tuple[int, int, int | None]]:
    """Offering row, start week and position row (of a bbl step) of each step."""
    steps: list[tuple[int, int, int | None]] = [(row, week, None) for row, week in solution.steps]
    if solution.bbl is not None:
        steps.append((solution.bbl, solution.work_week, solution.position))
    return steps
