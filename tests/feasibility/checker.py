"""The judge: is a route one that could be booked, and are its numbers true? Written from the format alone.

It reads plain CSV and JSON, and shares nothing with the package: a fault in the planner cannot hide in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tests.feasibility.career import Begin, career_faults, career_value, moves_of
from tests.feasibility.itinerary import Taken, finished_on, highest_load, may_start, steps_of
from tests.feasibility.money import money_faults
from tests.feasibility.objective import TOLERANCE, number_faults, numbers_of, qualified_on
from tests.feasibility.person import Person, entry_faults, held_after
from tests.feasibility.placement import placement_faults
from tests.feasibility.reading import Catalogue, Position
from tests.feasibility.shape import route_shape_faults

MOST_ROUTES = 5
LEAST_SECTORS = 3


def check_route(catalogue: Catalogue, profile: dict[str, Any], route: dict[str, Any]) -> list[str]:
    """Every rule the route breaks, each with its name; empty when it is fine."""
    faults = route_shape_faults(catalogue, route)
    if faults:
        return faults
    person = Person.of(profile)
    steps = steps_of(catalogue, route["steps"])
    placed = _placed(catalogue, route)
    faults = [fault for step in steps for fault in _step_faults(catalogue, person, steps, step)]
    if highest_load(steps) > person.hours_per_week:
        faults.append(f"R5 {highest_load(steps)} hours a week, at most {person.hours_per_week}")
    faults += placement_faults(catalogue, person, route["target_occupation_id"], steps, placed)
    faults += money_faults(catalogue, person, steps)
    faults += number_faults(person, steps, placed, route)
    if not {"career", "career_value_eur", "career_at_most_eur"}.isdisjoint(route):
        faults += _career_faults(catalogue, person, steps, placed, route)
    return faults


def check_answer(
    catalogue: Catalogue, profile: dict[str, Any], answer: dict[str, Any], feasible: Iterable[str] | None = None
) -> list[str]:
    """Every fault of an answer to one profile and of its routes.

    `feasible`: targets known to have a route; then the answer may not be shorter, nor of fewer sectors, than it must.
    """
    if not isinstance(answer, dict) or not isinstance(answer.get("routes"), list):
        return ["answer: an object with profile_id and routes"]
    routes = answer["routes"]
    faults = [
        f"route {n}: {fault}" for n, route in enumerate(routes) for fault in check_route(catalogue, profile, route)
    ]
    if answer.get("profile_id") != profile["profile_id"]:
        faults.append(f"answer: profile_id is {answer.get('profile_id')!r}")
    if any(route_shape_faults(catalogue, route) for route in routes):
        return faults
    return faults + _set_faults(catalogue, profile, routes, feasible)


def score_of(catalogue: Catalogue, profile: dict[str, Any], route: dict[str, Any]) -> Fraction:
    """The score of a route in a suggestion: its recomputed effort less its wage."""
    person = Person.of(profile)
    wage = catalogue.occupations[route["target_occupation_id"]].wage_month_eur
    numbers = numbers_of(person, steps_of(catalogue, route["steps"]), _placed(catalogue, route))
    return numbers["effort"] - person.weights["wage"] * wage / 100


def _placed(catalogue: Catalogue, route: dict[str, Any]) -> tuple[Position, date]:
    placement = route["placement"]
    return catalogue.positions[placement["position_id"]], date.fromisoformat(placement["start_date"])


def _step_faults(catalogue: Catalogue, person: Person, steps: list[Taken], step: Taken) -> list[str]:
    offering, faults = step.offering, []
    latest = person.day_of(person.horizon_weeks)
    if not person.available_from <= step.start <= latest:
        faults.append(f"R1 {step.name}: outside {person.available_from} to {latest}")
    if not may_start(catalogue, offering, step.start, repeating=False):
        faults.append(f"R1 {step.name}: does not start that day")
    if sum(other.offering.offering_id == offering.offering_id for other in steps) > 1:
        faults.append(f"R2 {step.name}: taken more than once")
    if offering.capacity < 1:
        faults.append(f"R2 {step.name}: no capacity")
    held = held_after(catalogue, person, finished_on(steps, step.start))
    faults += [f"R4 {step.name}: {fault}" for fault in entry_faults(offering.entry, person, held, step.start)]
    if person.minutes_to(offering.site) > person.max_travel_minutes:
        faults.append(
            f"R6 {step.name}: {person.minutes_to(offering.site)} minutes, at most {person.max_travel_minutes}"
        )
    return faults


def _career_faults(
    catalogue: Catalogue, person: Person, steps: list[Taken], placed: tuple[Position, date], route: dict[str, Any]
) -> list[str]:
    begin = Begin(
        steps=steps,
        occupation_id=route["target_occupation_id"],
        position=placed[0],
        work=person.week_of(placed[1]),
        qualified=person.week_of(qualified_on(steps, placed)),
    )
    moves = moves_of(catalogue, route.get("career", []))
    faults = career_faults(catalogue, person, begin, moves)
    value = career_value(catalogue, person, begin, moves)
    if "career_value_eur" in route and route["career_value_eur"] != value:
        faults.append(f"career: value is {value}, claimed {route['career_value_eur']}")
    if "career_at_most_eur" in route and route["career_at_most_eur"] < value:
        faults.append(f"career: value is {value}, claimed to be at most {route['career_at_most_eur']}")
    return faults


def _set_faults(
    catalogue: Catalogue, profile: dict[str, Any], routes: list[dict[str, Any]], feasible: Iterable[str] | None
) -> list[str]:
    faults = []
    targets = [route["target_occupation_id"] for route in routes]
    if len(routes) > MOST_ROUTES:
        faults.append(f"answer: {len(routes)} routes, at most {MOST_ROUTES}")
    faults += [f"answer: target {target} {times} times" for target, times in Counter(targets).items() if times > 1]
    scores = [score_of(catalogue, profile, route) for route in routes]
    if any(later < earlier - TOLERANCE for earlier, later in pairwise(scores)):
        faults.append(f"answer: scores are not in order: {[float(score) for score in scores]}")
    if feasible is not None:
        open_targets = set(feasible) | set(targets)
        sectors = {catalogue.occupations[target].sector for target in open_targets}
        shown = {catalogue.occupations[target].sector for target in targets}
        if len(routes) < min(MOST_ROUTES, len(open_targets)):
            faults.append(f"answer: {len(routes)} routes where {len(open_targets)} targets are feasible")
        if len(shown) < min(LEAST_SECTORS, len(sectors)):
            faults.append(f"answer: {len(shown)} sectors where {len(sectors)} are feasible")
    return faults
