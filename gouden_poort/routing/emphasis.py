"""What someone could lay the weight on when choosing a route, and the planner that seeks with it."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from decimal import Decimal

from gouden_poort.profiles.profile import Weights
from gouden_poort.routing.effort import Prices
from gouden_poort.routing.person import Person
from gouden_poort.routing.planner import Planner, Pool
from gouden_poort.routing.terrain import route_ground

PATIENCE = 8
"""A search with another emphasis may take so much longer than one of a suggestion."""
EXTRAS = 3
"""And so many trainings may be added to a set that lacks nothing, because they give something sooner."""
HEAVY = Decimal(1_000_000)
"""Beside this nothing else counts: one week, euro or minute less is worth any price in the others."""
LEAST, SCALE = Decimal("0.01"), 30
"""What is compared always counts, and so much that what does not only settles ties."""
LIGHT = Decimal("0.001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """Other weights than the person's, perhaps in only a part of what is open to them."""

    weights: Weights
    furthest_minutes: int | None = None
    """No step and no work is further away than this; None leaves it at what the person said."""
    position_kind: int | None = None
    """The placement is of this kind; None leaves it open."""

    def laid_on(self, person: Person) -> Person:
        """The person as the search is to see them."""
        offering_open, position_open = person.offering_open, person.position_open
        if self.furthest_minutes is not None:
            offering_open = offering_open & (person.offering_minutes <= self.furthest_minutes)
            position_open = position_open & (person.position_minutes <= self.furthest_minutes)
        if self.position_kind is not None:
            position_open = position_open & (person.snapshot.columns.positions.kind == self.position_kind)
        prices = Prices.of(self.weights)
        return replace(person, prices=prices, offering_open=offering_open, position_open=position_open)


def only_compared(weights: Weights) -> Weights:
    """Weights for what routes are compared by; weeks until qualified and the number of steps only settle ties."""

    def scaled(weight: Decimal) -> Decimal:
        return min(max(weight, LEAST) * SCALE, HEAVY)

    week, cost, travel = scaled(weights.week), scaled(weights.cost), scaled(weights.travel)
    return replace(weights, week=week, cost=cost, travel=travel, qualified=LIGHT, step=LIGHT)


USUAL = only_compared(Weights())
SOONEST = replace(USUAL, week=HEAVY)
CHEAPEST = replace(USUAL, cost=HEAVY)
NEAREST = replace(USUAL, travel=HEAVY)
FEWEST = replace(USUAL, step=HEAVY)
CHEAP_AND_NEAR = replace(USUAL, week=USUAL.week / 20, travel=USUAL.travel * 4)
"""For who has time."""


class Seeker(Planner):
    """A planner that also finds what would be best with another emphasis.

    The emphasis only guides the search: rules, money and the written route stay those of the person as given.
    """

    _extras = EXTRAS
    _emphasis: Emphasis | None = None

    def leaning(self, emphasis: Emphasis, patience: int = PATIENCE) -> Seeker:
        """The same planner for the same person, seeking with an emphasis."""
        other = copy(self)
        other._emphasis, other._patience, other._pool = emphasis, patience, Pool()
        other._lean()
        return other

    def _lay_out(self, person: Person) -> None:
        super()._lay_out(person)
        self._lean()

    def _lean(self) -> None:
        if self._emphasis is not None:
            self.network, self.ground, self.arrival = route_ground(self._emphasis.laid_on(self.person))
