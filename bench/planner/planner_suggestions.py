"""Full suggestions: how long they take, and how far they are from the five that are proved to be best."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from exact import solve
from exact_aim import NO_ROUTE, UNITS, endings_of
from ground import Ground
from planner_pairs import Bundle

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggest
from tests.feasibility.adapters import answer_json, profile_value
from tests.feasibility.best_five import ROUTES, SECTORS, least_sum
from tests.feasibility.checker import check_answer
from tests.feasibility.reading import Catalogue

VERY_LOW = -NO_ROUTE


@dataclass(frozen=True, slots=True, kw_only=True)
class Regret:
    """Points of score that a suggestion loses against the best five; where not `proved` it is at least that."""

    profile_id: str
    points: float
    proved: bool
    missing: int
    """How many routes fewer than there could have been."""
    seconds: float
    faults: tuple[str, ...]


def clocked(snapshot: Snapshot, profile: dict[str, Any]) -> float:
    """Milliseconds of processor time of one full suggestion."""
    person = profile_value(profile)
    before = time.process_time()
    suggest(snapshot, person)
    return (time.process_time() - before) * 1000


def regret(bundle: Bundle, profile: dict[str, Any], seconds: float) -> Regret:
    """What one suggestion loses; each target gets that many seconds to be settled."""
    catalogue = bundle.catalogue
    assert catalogue is not None
    routes = suggest(bundle.snapshot, profile_value(profile))
    began = time.process_time()
    five = _BestFive(Ground(catalogue, profile), routes, seconds)
    ours = sum((Fraction(score) for score in five.scores.values()), Fraction(0))
    five.settle()
    missing = min(ROUTES, len(five.scores)) - len(routes)
    lost = 0.0 if missing else float((ours - five.sum()) / UNITS)
    return Regret(
        profile_id=f"{bundle.name} {profile['profile_id']}",
        points=lost,
        proved=five.proved,
        missing=missing,
        seconds=time.process_time() - began,
        faults=tuple(check_answer(catalogue, profile, answer_json(profile, routes))),
    )


class _BestFive:
    """The least scores known of targets, beginning with what the planner suggests."""

    def __init__(self, ground: Ground, routes: tuple[Route, ...], seconds: float) -> None:
        self._ground, self._seconds = ground, seconds
        self._catalogue: Catalogue = ground.catalogue
        self._sector = {name: each.sector for name, each in self._catalogue.occupations.items()}
        self._wage = int(ground.person.weights["wage"] * UNITS) // 100
        self.scores = {
            route.target_occupation_id: int(route.effort * UNITS) - self._worth(route.target_occupation_id)
            for route in routes
        }
        self.proved = True

    def _worth(self, target: str) -> int:
        return self._wage * self._catalogue.occupations[target].wage_month_eur

    def sum(self, more: Mapping[str, int] | None = None) -> Fraction:
        """The lowest sum of five, with some scores replaced."""
        scores = {target: Fraction(score) for target, score in {**self.scores, **(more or {})}.items()}
        return least_sum(scores, self._sector)

    def settle(self) -> None:
        """Improve the targets suggested, then let in all others that can still be among the five."""
        for target, score in list(self.scores.items()):
            self._solve(target, score + self._worth(target) - 1)
        bounds = {}
        for target in self._catalogue.occupations.keys() - self.scores.keys():
            endings = endings_of(self._ground, target)
            if endings:
                bounds[target] = endings[0].least - self._worth(target)
        for target, bound in sorted(bounds.items(), key=lambda one: (one[1], one[0])):
            below = self._below(target)
            if bound < below:
                self._solve(target, min(NO_ROUTE, below + self._worth(target)) - 1)

    def _below(self, target: str) -> int:
        """The score a target must stay below to be among the five."""
        sectors = {self._sector[each] for each in self.scores}
        if len(self.scores) < ROUTES or (len(sectors) < SECTORS and self._sector[target] not in sectors):
            return NO_ROUTE
        return int(self.sum() - (self.sum({target: VERY_LOW}) - VERY_LOW))

    def _solve(self, target: str, at_most: int) -> None:
        proof = solve(self._ground, target, seconds=self._seconds, at_most=at_most)
        self.proved &= proof.proved
        if proof.units is not None:
            self.scores[target] = proof.units - self._worth(target)
