"""Section 4: the numbers of a route, exact."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from tests.feasibility.itinerary import Taken
from tests.feasibility.money import own_cost
from tests.feasibility.person import Person
from tests.feasibility.reading import Position

TOLERANCE = Fraction(1, 10**6)


def qualified_on(steps: list[Taken], placed: tuple[Position, date]) -> date:
    """The end of the bbl step, or the start of a job."""
    ends = [step.end for step in steps if step.offering.kind == "bbl"]
    return max(ends) if placed[0].kind == "bbl" and ends else placed[1]


def numbers_of(person: Person, steps: list[Taken], placed: tuple[Position, date]) -> dict[str, Fraction]:
    """What the five numbers of a route must be."""
    minutes = [person.minutes_to(place) for place in [*(s.offering.site for s in steps), placed[0].company]]
    work, qualified = person.week_of(placed[1]), person.week_of(qualified_on(steps, placed))
    weights, cost = person.weights, own_cost(steps)
    effort = (
        weights["week"] * work
        + weights["qualified"] * qualified
        + weights["cost"] * cost / 100
        + weights["travel"] * sum(minutes)
        + weights["step"] * len(steps)
    )
    return {
        "weeks_to_work": Fraction(work),
        "weeks_to_qualified": Fraction(qualified),
        "own_cost_eur": Fraction(cost),
        "travel_minutes": Fraction(sum(minutes)),
        "effort": effort,
    }


def number_faults(
    person: Person, steps: list[Taken], placed: tuple[Position, date], route: dict[str, Any]
) -> list[str]:
    """Each claimed number that is not the true one."""
    return [
        f"objective: {name} is {float(true)}, claimed {route[name]}"
        for name, true in numbers_of(person, steps, placed).items()
        if abs(Fraction(route[name]) - true) > TOLERANCE
    ]
