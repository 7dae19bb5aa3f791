"""What would be otherwise: the suggestions for two profiles beside each other, and what becomes of each occupation.

A route that was found for one profile is tried for the other as it stands. Where it holds there too it limits the
search, so that comparing costs less than two suggestions, and a way that was open all along is never told as new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.difference import Difference, difference
from gouden_poort.routing.effort import UNITS, Prices, as_decimal
from gouden_poort.routing.planner import NO_LIMIT, PATIENCE_FOR_ONE, Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggested, worth_of
from gouden_poort.routing.verification import BrokenRoute, company_minutes, done_steps, site_minutes, verify
from gouden_poort.rules.judge import judge_of

Routes = Mapping[str, Route]
"""Routes by the occupation they lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """Two suggestions without their careers, and where they differ."""

    before: tuple[Route, ...]
    after: tuple[Route, ...]
    differences: tuple[Difference, ...]
    """Of what is suggested after, in its order, then of what no longer is; empty when nothing changes."""


def what_if(snapshot: Snapshot, before: Profile, after: Profile, *, known: Iterable[Route] | None = None) -> WhatIf:
    """What becomes of the suggestion for one profile with another; `known` is that suggestion, where it was made."""
    was, now = _Side(snapshot, before), _Side(snapshot, after)
    found = _by_target(suggested(was.planner) if known is None else known)
    then = _by_target(suggested(now.planner, now.holding(found).values()))
    first = was.improved(found, then)
    ways_before, ways_after = was.completed(first, then), now.completed(then, first)
    told = (
        difference(
            snapshot,
            ways_before.get(occupation),
            ways_after.get(occupation),
            was_suggested=occupation in first,
            is_suggested=occupation in then,
        )
        for occupation in dict.fromkeys([*then, *first])
    )
    return WhatIf(
        before=tuple(first.values()),
        after=tuple(then.values()),
        differences=tuple(one for one in told if one is not None),
    )


class _Side:
    """One of the two profiles; it is prepared only when something must be planned for it."""

    def __init__(self, snapshot: Snapshot, profile: Profile) -> None:
        self._snapshot = snapshot
        self._profile = profile
        self._carried: dict[Route, Route | None] = {}

    @cached_property
    def planner(self) -> Planner:
        return Planner(self._snapshot, self._profile)

    @cached_property
    def _alone(self) -> Planner:
        """However much the suggestion has searched: what is known beforehand may not change the answer."""
        return self.planner.alone()

    def holding(self, routes: Routes) -> Routes:
        """Those of the other side's routes that hold on this side too, with the numbers of this side."""
        carried = ((occupation, self._carry(route)) for occupation, route in routes.items())
        return {occupation: route for occupation, route in carried if route}

    def improved(self, own: Routes, others: Routes) -> Routes:
        """The suggestion for this side, best first, with what the other side found better and holds here too."""
        changed = {each: others[each] for each in own if each in others and not _is_same(own[each], others[each])}
        better = self.holding(
            {each: route for each, route in changed.items() if self._effort(route) < own[each].effort}
        )
        if not better:
            return own
        worth, rows = worth_of(self.planner), self._snapshot.columns.occupations.id
        routes = [*{**own, **better}.values()]
        return _by_target(sorted(routes, key=lambda one: _units(one) - worth[rows.row(one.target_occupation_id)]))

    def completed(self, own: Routes, others: Routes) -> Routes:
        """The suggestion for this side, and a route to each occupation that only the other side suggests."""
        rest = ((each, self._best(each, self._carry(others[each]))) for each in others if each not in own)
        return {**own, **{occupation: route for occupation, route in rest if route}}

    def _best(self, occupation_id: str, known: Route | None) -> Route | None:
        """The best route to an occupation by itself, which may be the one that is known."""
        occupation = self._snapshot.columns.occupations.id.row(occupation_id)
        solution = self._alone.solved(occupation, _units(known) if known else NO_LIMIT)
        if not (solution or known) and self.planner.bound(occupation) is not None:
            solution = self.planner.alone(PATIENCE_FOR_ONE).solved(occupation)
        return self.planner.written(occupation, solution) if solution else known

    def _effort(self, route: Route) -> Decimal:
        """What a route of the other side would take on this side, if it held: quicker to know than whether it does."""
        return _numbered(self._snapshot, self._profile, route).effort

    def _carry(self, route: Route) -> Route | None:
        if route not in self._carried:
            self._carried[route] = _carried(self._snapshot, self._profile, route)
        return self._carried[route]


def _carried(snapshot: Snapshot, profile: Profile, route: Route) -> Route | None:
    """A route as it stands, funding and all, with the numbers of someone else; None when it does not hold for them."""
    carried = _numbered(snapshot, profile, route)
    try:
        verify(judge_of(snapshot), profile, carried)
    except BrokenRoute:  # it was made for someone else, so that this is an answer and no fault
        return None
    return carried


def _numbered(snapshot: Snapshot, profile: Profile, route: Route) -> Route:
    """A route as it stands with the numbers of someone else, whether or not it holds for them."""
    position = snapshot.columns.positions.id.row(route.placement.position_id)
    to_sites = (site_minutes(snapshot, profile, step.row) for step in done_steps(snapshot, route.steps))
    moved = (route.placement.start_date - profile.available_from).days // 7 - route.weeks_to_work
    carried = replace(
        route,
        weeks_to_work=route.weeks_to_work + moved,
        weeks_to_qualified=route.weeks_to_qualified + moved,
        travel_minutes=sum(to_sites) + company_minutes(snapshot, profile, position),
    )
    effort = Prices.of(profile.weights).effort(
        weeks_to_work=carried.weeks_to_work,
        weeks_to_qualified=carried.weeks_to_qualified,
        own_cost_eur=carried.own_cost_eur,
        travel_minutes=carried.travel_minutes,
        steps=len(carried.steps),
    )
    return replace(carried, effort=as_decimal(effort))


def _by_target(routes: Iterable[Route]) -> Routes:
    return {route.target_occupation_id: route for route in routes}


def _units(route: Route) -> int:
    return int(route.effort * UNITS)


def _is_same(one: Route, other: Route) -> bool:
    return (one.steps, one.placement) == (other.steps, other.placement)
