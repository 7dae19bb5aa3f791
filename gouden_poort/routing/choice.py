"""The routes to one occupation that no other beats: one is sooner but dearer, another nearer but later.

The planner finds what is best when everything is weighed in one number. Asked a few times with another emphasis it
finds the ends of what is possible and something between; what another route beats is left out.
"""

from __future__ import annotations

from gouden_poort.catalogue.snapshot import POSITION_BBL, POSITION_JOB, Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.profile import Profile, Weights
from gouden_poort.routing.career import Careers
from gouden_poort.routing.career_ground import CareerGround
from gouden_poort.routing.effort import Prices
from gouden_poort.routing.emphasis import (
    CHEAP_AND_NEAR,
    CHEAPEST,
    NEAREST,
    SOONEST,
    Emphasis,
    Seeker,
    only_compared,
)
from gouden_poort.routing.options import picked, unbeaten
from gouden_poort.routing.planner import NO_LIMIT, PATIENCE_FOR_ONE
from gouden_poort.routing.route import Route

MOST_OPTIONS = 5


def choice(snapshot: Snapshot, profile: Profile, occupation_id: str) -> tuple[Route, ...]:
    """At most five routes, least effort first, each with its ten-year career; none when there is no route.

    None is beaten by another that was found: no worse in weeks to work, own cost, travel and the wage in year ten, and
    better in one of them. The best in each of the four is among them; the route of least effort is too, unless
    another beats it. UnknownThing for an occupation that does not exist.
    """
    try:
        occupation = snapshot.columns.occupations.id.row(occupation_id)
    except KeyError:
        raise UnknownThing("occupation", occupation_id[:100]) from None
    seeker = Seeker(snapshot, profile, patience=PATIENCE_FOR_ONE)
    found = _Survey(seeker, occupation).routes()
    if not found:
        return ()
    careers = Careers(CareerGround(seeker.person, seeker.laws))
    routes = unbeaten(snapshot, [careers.after(route) for route in found])
    return tuple(picked(snapshot, routes, MOST_OPTIONS))


class _Survey:
    """Looks from several sides at what routes there are, where that can still bring something."""

    def __init__(self, seeker: Seeker, occupation: int) -> None:
        self._seeker = seeker
        self._occupation = occupation
        self._found: list[Route] = []

    def routes(self) -> list[Route]:
        """The best by the person's own weights, and then the others as they were found."""
        best = self._seeker.best(self._occupation)
        if best is not None:
            self._found.append(best)
            self._look_beside(best)
        return self._found

    def _look_beside(self, best: Route) -> None:
        for weights in (SOONEST, CHEAPEST, NEAREST, CHEAP_AND_NEAR):
            self._look(Emphasis(weights=weights), self._least(weights))
        own = only_compared(self._seeker.person.profile.weights)
        if min(route.travel_minutes for route in self._found) < best.travel_minutes:
            self._look(Emphasis(weights=own, furthest_minutes=self._longest_leg(best) - 1))
        kind = self._other_kind(best)
        if kind is not None:
            self._look(Emphasis(weights=own, position_kind=kind))

    def _look(self, emphasis: Emphasis, limit: int = NO_LIMIT) -> None:
        solution = self._seeker.leaning(emphasis).solved(self._occupation, limit)
        if solution is not None:
            route = self._seeker.written(self._occupation, solution)
            if route not in self._found:
                self._found.append(route)

    def _least(self, weights: Weights) -> int:
        """The least effort of the routes so far for someone with these weights: only less is of use."""
        prices = Prices.of(weights)
        return min(
            prices.effort(
                weeks_to_work=route.weeks_to_work,
                weeks_to_qualified=route.weeks_to_qualified,
                own_cost_eur=route.own_cost_eur,
                travel_minutes=route.travel_minutes,
                steps=len(route.steps),
            )
            for route in self._found
        )

    def _longest_leg(self, route: Route) -> int:
        """The minutes to the furthest place of a route."""
        person, columns = self._seeker.person, self._seeker.person.snapshot.columns
        work = int(person.position_minutes[columns.positions.id.row(route.placement.position_id)])
        steps = (person.offering_minutes[columns.offerings.id.row(step.offering_id)] for step in route.steps)
        return max(work, *map(int, steps), 0)

    def _other_kind(self, route: Route) -> int | None:
        """Learning at work when a route leads to a job, or the other way round; None where that is not to be had."""
        positions = self._seeker.person.snapshot.columns.positions
        kind = int(positions.kind[positions.id.row(route.placement.position_id)])
        other = POSITION_BBL if kind == POSITION_JOB else POSITION_JOB
        return other if other in positions.kind[self._seeker.positions(self._occupation)].tolist() else None
