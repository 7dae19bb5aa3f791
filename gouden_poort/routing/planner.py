"""The best route to one occupation."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.effort import UNITS, as_decimal
from gouden_poort.routing.finish import Accept, Allowance, Draft, Quest
from gouden_poort.routing.funding import Purse
from gouden_poort.routing.laws import Laws, Stay, Way
from gouden_poort.routing.person import Person, prepare
from gouden_poort.routing.route import Funding, Placement, Route, Step
from gouden_poort.routing.scheduling import Money
from gouden_poort.routing.search import Search
from gouden_poort.routing.stage import Stage, route_stage
from gouden_poort.routing.target import BBLOfferings, Target, aim, openings_mask, positions_of
from gouden_poort.routing.verification import verify
from gouden_poort.rules.doors import Doors
from gouden_poort.rules.entry import Mask
from gouden_poort.rules.judge import judge_of
from gouden_poort.rules.opening import doors_of

LABELS = 1_500
"""How many labels one search may weigh; jobs and bbl have their own allowance, so neither starves the other."""
PLACEMENTS = 1_500
"""How many steps one search may lay on dates."""
POOL = 7_000
"""How many labels and placements together one person's searches may take before each gets only a little."""
A_LITTLE = 150
PATIENCE_FOR_ONE = 4
"""Whoever asks for one occupation has no other targets to share with: its searches may take this much longer."""
ROUNDS = 6
"""How many searches for one occupation there may be, each without the doors that rules shut in the one before."""
NO_LIMIT = 1 << 60


def best_route(snapshot: Snapshot, profile: Profile, occupation_id: str, *, full_too: bool = False) -> Route | None:
    """The route of least effort to an occupation, None when none was found; with `full_too` also over full places."""
    try:
        occupation = snapshot.columns.occupations.id.row(occupation_id)
    except KeyError:
        raise UnknownThing("occupation", occupation_id) from None
    return Planner(snapshot, profile, patience=PATIENCE_FOR_ONE, full_too=full_too).best(occupation)


@dataclass(slots=True)
class Pool:
    """What the searches for one person have taken together."""

    spent: int = 0


class Planner:
    """Plans for one person; what holds for all targets is prepared once."""

    def __init__(self, snapshot: Snapshot, profile: Profile, *, patience: int = 1, full_too: bool = False) -> None:
        self._patience = patience
        self._full_too = full_too
        self._pool = Pool()
        self.judge = judge_of(snapshot)
        self._lay_out(prepare(snapshot, profile, doors_of(self.judge, profile, full_too=full_too)))

    def _lay_out(self, person: Person) -> None:
        profile = person.profile
        self.person = person
        self.stage: Stage = route_stage(person)
        self.bbl = BBLOfferings(person)
        self.laws = Laws(self.judge, person)
        self.purse = Purse(self.person)
        caps = [scheme.cap_eur for scheme in self.person.schemes]
        self.money = Money(
            budget_eur=profile.budget_eur,
            euro=self.person.prices.euro,
            cuts=self.person.cuts,
            least_cap_eur=min(caps, default=NO_LIMIT),
            own_cost_floor=self.purse.own_cost_floor,
        )
        self._targets: dict[int, Target | None] = {}
        self.fitting: Mask = openings_mask(self.person)

    def positions(self, occupation: int) -> Ints:
        """The positions of an occupation that suit the person, holdings not yet asked."""
        return positions_of(self.person, occupation, self.fitting)

    def target(self, occupation: int) -> Target | None:
        """An occupation made into a goal; None when nothing is open there."""
        if occupation not in self._targets:
            positions = self.positions(occupation)
            self._targets[occupation] = (
                aim(self.stage, self.bbl, occupation, positions.tolist()) if len(positions) else None
            )
        return self._targets[occupation]

    def bound(self, occupation: int) -> int | None:
        """Effort in units that no route to an occupation can beat; None when there is no route."""
        target = self.target(occupation)
        if target is None:
            return None
        searches = self._searches(target, NO_LIMIT, lambda _: None)
        return min((search.bound for search in searches if search.has_labels), default=None)

    def units(self, route: Route) -> int:
        """The effort of a route in whole units."""
        return int(route.effort * UNITS)

    def _allowance(self) -> Allowance:
        if self._pool.spent >= POOL:
            return Allowance(labels=A_LITTLE, placements=A_LITTLE)
        return Allowance(labels=self._patience * LABELS, placements=self._patience * PLACEMENTS)

    def _quest(self, target: Target, accept: Accept, left: Allowance) -> Quest:
        return Quest(
            problem=target.problem,
            money=self.money,
            left=left,
            accept=accept,
        )

    def _searches(self, target: Target, limit: int, accept: Accept) -> list[Search]:
        return [
            Search(self._quest(target, accept, self._allowance()), finishes, limit)
            for finishes in (target.jobs, target.bbls)
            if finishes
        ]

    def best(self, occupation: int, limit: int = NO_LIMIT) -> Route | None:
        """The best route found with less effort (in units) than the limit, proved feasible.

        What rules shut in one search stays shut in the next for this occupation, until the week in which the same
        schedule would open it; the way there may have to teach more than an occupation asks, which is not looked for.
        """
        best, planner = None, self
        for _ in range(ROUNDS):
            planner.laws.forget()
            route = planner._found(occupation, limit)
            if route is not None:
                best, limit = route, self.units(route)
            if not planner.laws.has_shut:
                break
            planner = planner._behind(planner.laws.doors)
        return best

    def _behind(self, doors: Doors) -> Planner:
        """The same planner before other doors."""
        planner = copy(self)
        planner._lay_out(prepare(self.person.snapshot, self.person.profile, doors))
        return planner

    def _found(self, occupation: int, limit: int) -> Route | None:
        target = self.target(occupation)
        if target is None:
            return None
        best = _Best(self, occupation, limit)
        searches = self._searches(target, limit, best.consider)
        for search in sorted(searches, key=lambda search: search.bound):
            search.limit = best.limit
            self._pool.spent += search.run()
        if best.draft is None:
            return None
        route = self._written(occupation, best.draft)
        verify(self.judge, self.person.profile, route, full_too=self._full_too)
        return route

    def allows(self, draft: Draft, occupation: int) -> bool:
        """Whether the rules let someone walk a draft, with what is held by then."""
        if not self.laws.are_needed:
            return True
        weeks = self.person.snapshot.columns.offerings.weeks
        taken = [(Stay(row, week, week + int(weeks[row])), position) for row, week, position in steps_of(draft)]
        way = Way([stay for stay, _ in taken], self.person.held.astype(np.int32), occupation)
        start, _, position = ending_of(draft)
        steps_allowed = all(self.laws.allow_step(stay, way, position=at) for stay, at in taken)
        return steps_allowed and self.laws.allow_work(position, start, way)

    def _written(self, occupation: int, draft: Draft) -> Route:
        payment = self.purse.pay([(row, week) for row, week, _ in steps_of(draft)])
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
            for (row, week, position), paid in zip(steps_of(draft), payment.paid, strict=True)
        )
        start, qualified, position = ending_of(draft)
        return Route(
            target_occupation_id=columns.occupations.id[occupation],
            steps=tuple(sorted(steps, key=lambda step: (step.start_date, step.offering_id))),
            placement=Placement(
                position_id=columns.positions.id[position],
                start_date=self.person.profile.available_from + timedelta(weeks=start),
            ),
            weeks_to_work=start,
            weeks_to_qualified=qualified,
            own_cost_eur=payment.own_cost_eur,
            travel_minutes=self.travel(draft),
            effort=as_decimal(self.effort(draft, payment.own_cost_eur)),
        )

    def travel(self, draft: Draft) -> int:
        """All one-way minutes of a draft."""
        person = self.person
        to_sites = sum(int(person.offering_minutes[row]) for row, _, _ in steps_of(draft))
        return to_sites + int(person.position_minutes[ending_of(draft)[2]])

    def effort(self, draft: Draft, own_cost_eur: int) -> int:
        """The exact effort of a draft, in units."""
        start, qualified, _ = ending_of(draft)
        return self.person.prices.effort(
            weeks_to_work=start,
            weeks_to_qualified=qualified,
            own_cost_eur=own_cost_eur,
            travel_minutes=self.travel(draft),
            steps=len(steps_of(draft)),
        )


def steps_of(draft: Draft) -> list[tuple[int, int, int | None]]:
    """Offering row, start week and position row (of a bbl step) of each step."""
    steps: list[tuple[int, int, int | None]] = [(step.offer.row, step.start, None) for step in draft.placed]
    if draft.session is not None:
        steps.append((draft.session.row, draft.session.start, draft.session.position))
    return steps


def ending_of(draft: Draft) -> tuple[int, int, int]:
    """Weeks to work, weeks to qualified, and the position."""
    if draft.session is not None:
        return draft.session.start, draft.session.end, draft.session.position
    if draft.opening is None:
        raise ValueError("a draft ends in a session or an opening")
    start = max(draft.end, draft.opening.first)
    return start, start, draft.opening.position


class _Best:
    """The best draft so far, by effort and then by the order in which equal routes rank."""

    def __init__(self, planner: Planner, occupation: int, limit: int) -> None:
        self._planner = planner
        self._occupation = occupation
        self._budget_eur = planner.person.profile.budget_eur
        self.limit = limit
        self.draft: Draft | None = None

    def consider(self, draft: Draft) -> int | None:
        """Keep a draft that can be paid and takes less effort than any before; its effort if so."""
        own_cost = self._planner.purse.own_cost_eur([(row, week) for row, week, _ in steps_of(draft)])
        if own_cost > self._budget_eur:
            return None
        effort = self._planner.effort(draft, own_cost)
        if effort >= self.limit or not self._planner.allows(draft, self._occupation):
            return None
        self.limit, self.draft = effort, draft
        return effort
