"""What can be had at best in weeks to work, own cost and travel, by trying everything; only for tiny catalogues."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from tests.feasibility.exhaustive import Search
from tests.feasibility.itinerary import Taken
from tests.feasibility.objective import numbers_of
from tests.feasibility.person import held_after
from tests.feasibility.reading import Catalogue, Position

COMPARED = ("weeks_to_work", "own_cost_eur", "travel_minutes")
Point = tuple[int, ...]
"""A route in the three numbers; less is better in each."""


def front(catalogue: Catalogue, profile: dict[str, Any], target: str, known: Iterable[Point]) -> set[Point]:
    """Every combination of the three that a route has and no other route beats.

    Those of routes that are known already may be told, so that it ends sooner.
    """
    search = _Front(catalogue, profile, target)
    for point in known:
        search.add(point)
    search.run()
    return search.points


def _covers(one: Point, other: Point) -> bool:
    return all(ours <= theirs for ours, theirs in zip(one, other, strict=True))


class _Front(Search):
    """Keeps all points that none beats; leaves a branch when even what it has so far is no better than one of them."""

    def __init__(self, catalogue: Catalogue, profile: dict[str, Any], target: str) -> None:
        super().__init__(catalogue, profile, target)
        self.points: set[Point] = set()
        self.nearest = min((self.person.minutes_to(place.company) for place in self.places), default=0)

    def add(self, point: Point) -> None:
        """Keep a point, unless one that is kept is as good; leave out what it beats."""
        if not any(_covers(one, point) for one in self.points):
            self.points = {one for one in self.points if not _covers(point, one)} | {point}

    def _extend(self, first: int, taken: list[Taken]) -> None:
        if taken and self._gives_nothing(taken[-1], taken[:-1]):
            return
        so_far = self._so_far(taken)
        if so_far[1] <= self.person.budget_eur and not any(_covers(point, so_far) for point in self.points):
            super()._extend(first, taken)

    def _gives_nothing(self, step: Taken, others: list[Taken]) -> bool:
        """Whether a route is as good without a step: all it gives was there by then."""
        before = [other.offering for other in others if other.end <= step.end]
        held = held_after(self.catalogue, self.person, before)
        return not step.position and held_after(self.catalogue, self.person, [*before, step.offering]) == held

    def _so_far(self, taken: list[Taken]) -> Point:
        person = self.person
        day = next((s.start for s in taken if s.position), max([s.start for s in taken], default=person.available_from))
        minutes = sum(person.minutes_to(step.offering.site) for step in taken)
        return person.week_of(day), self._own_cost(taken), minutes + self.nearest

    def _own_cost(self, taken: list[Taken]) -> int:
        return sum(step.offering.cost_eur for step in taken) - sum(self._most_paid(taken).values())

    def _keep(self, taken: list[Taken], position: Position, day: date) -> None:
        numbers = numbers_of(self.person, taken, (position, day)) | {"own_cost_eur": self._own_cost(taken)}
        if numbers["own_cost_eur"] <= self.person.budget_eur:
            self.add(tuple(int(numbers[name]) for name in COMPARED))
