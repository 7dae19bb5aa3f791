"""A route of good shape, read into dates and offerings, so that the rules can be judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.feasibility.reading import Catalogue, Offering, Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An offering followed from a day; `position` only where the step names one."""

    offering: Offering
    start: date
    position: Position | None
    funding: tuple[tuple[str, int], ...]

    @property
    def end(self) -> date:
        """The day from which the step is finished."""
        return self.start + timedelta(weeks=self.offering.weeks)

    @property
    def name(self) -> str:
        """How a fault points at the step."""
        return f"{self.offering.offering_id} on {self.start}"

    @property
    def hours_per_week(self) -> int:
        """Lessons, and the paid hours of the place it is worked in."""
        return self.offering.hours_per_week + (self.position.hours_per_week if self.position else 0)

    def is_active(self, day: date) -> bool:
        """From its start up to, and not on, its end."""
        return self.start <= day < self.end


def steps_of(catalogue: Catalogue, steps: list[dict[str, Any]]) -> list[Taken]:
    """The steps of a route or of a career move, in the order given."""
    return [
        Taken(
            offering=catalogue.offerings[step["offering_id"]],
            start=date.fromisoformat(step["start_date"]),
            position=catalogue.positions[step["position_id"]] if step.get("position_id") else None,
            funding=tuple((part["scheme_id"], part["amount_eur"]) for part in step.get("funding", [])),
        )
        for step in steps
    ]


def finished_on(steps: list[Taken], day: date) -> list[Offering]:
    """The offerings finished on a day."""
    return [step.offering for step in steps if step.end <= day]


def highest_load(steps: list[Taken]) -> int:
    """The most hours in any week; a load can only rise on a day on which something starts."""
    return max(
        (sum(s.hours_per_week for s in steps if s.is_active(day)) for day in {s.start for s in steps}), default=0
    )


def may_start(catalogue: Catalogue, offering: Offering, day: date, *, repeating: bool) -> bool:
    """Whether the offering starts that day; `repeating`: the last catalogue year comes again after the horizon."""
    days = (day - catalogue.base_date).days
    if days % 7:
        return False
    week, horizon = days // 7, catalogue.horizon_weeks
    if repeating and week >= horizon:
        week = horizon - 52 + (week - horizon) % 52
    if not 0 <= week < horizon:
        return False
    written = (catalogue.base_date + timedelta(weeks=week)).isoformat()
    return offering.rolling or written in catalogue.starts.get(offering.offering_id, ())
