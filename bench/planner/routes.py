"""What a contender has chosen, written as a route of the format with numbers worked out by the judge's reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ground import Ground

from tests.feasibility.itinerary import Taken
from tests.feasibility.objective import numbers_of
from tests.feasibility.reading import Offering, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Steps with their start weeks (and place, of a bbl step), where and when work starts, and who pays what."""

    steps: Sequence[tuple[Offering, int, Position | None]]
    position: Position
    work: int
    paid: Mapping[tuple[str, str], int]
    """Euros by offering and scheme."""


def route_of(ground: Ground, occupation_id: str, chosen: Chosen) -> dict[str, Any]:
    """The route as JSON, without a career."""
    person = ground.person
    steps = [
        Taken(
            offering=offering,
            start=person.day_of(week),
            position=position,
            funding=tuple((s, amount) for (of, s), amount in chosen.paid.items() if of == offering.offering_id),
        )
        for offering, week, position in sorted(chosen.steps, key=lambda step: (step[1], step[0].offering_id))
    ]
    day = person.day_of(chosen.work)
    numbers = numbers_of(person, steps, (chosen.position, day))
    return {
        "target_occupation_id": occupation_id,
        "steps": [
            {
                "offering_id": step.offering.offering_id,
                "start_date": step.start.isoformat(),
                "position_id": step.position.position_id if step.position else None,
                "funding": [{"scheme_id": scheme, "amount_eur": amount} for scheme, amount in step.funding],
            }
            for step in steps
        ],
        "placement": {"position_id": chosen.position.position_id, "start_date": day.isoformat()},
        **{name: float(number) for name, number in numbers.items()},
    }
