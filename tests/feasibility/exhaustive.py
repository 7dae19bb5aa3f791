"""The best route by trying everything; only for catalogues so small that this ends.

Steps are chosen in order of start, so that what is held and how full the week is are known when a step is taken.
A branch is left only when what it already costs is no better than the best route known, or when even all that can still
be started would not teach the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.feasibility.itinerary import Taken, finished_on, may_start
from tests.feasibility.objective import numbers_of
from tests.feasibility.paying import Paid, most_paid
from tests.feasibility.person import Person, entry_faults, essential_faults, held_after
from tests.feasibility.reading import Catalogue, Offering, Position


class Search:
    """All routes of one person to one occupation."""

    def __init__(self, catalogue: Catalogue, profile: dict[str, Any], target: str) -> None:
        self.catalogue = catalogue
        self.person = Person.of(profile)
        self.target = catalogue.occupations[target]
        self.starts = list(self._starts())
        self.still = [
            list({o.offering_id: o for _, o in self.starts[n:]}.values()) for n in range(len(self.starts) + 1)
        ]
        self.places = [p for p in catalogue.positions.values() if p.occupation_id == target and self._in_reach(p)]
        self.best: dict[str, Any] | None = None
        self.best_effort: Fraction | None = None
        self.paid: dict[tuple[Any, ...], Paid] = {}

    def run(self) -> dict[str, Any] | None:
        """The route of least effort, as JSON without a career; None when there is no route."""
        self._extend(0, [])
        return self.best

    def _in_reach(self, position: Position) -> bool:
        return position.capacity >= 1 and self.person.minutes_to(position.company) <= self.person.max_travel_minutes

    def _starts(self) -> Iterator[tuple[date, Offering]]:
        person, offerings = self.person, sorted(self.catalogue.offerings.items())
        for week in range(person.horizon_weeks + 1):
            for _, offering in offerings:
                near = person.minutes_to(offering.site) <= person.max_travel_minutes
                starts = may_start(self.catalogue, offering, person.day_of(week), repeating=False)
                if near and starts and offering.capacity >= 1:
                    yield person.day_of(week), offering

    def _extend(self, first: int, taken: list[Taken]) -> None:
        if self.best_effort is not None and self._effort_so_far(taken) >= self.best_effort:
            return
        if self._is_out_of_reach(first, taken):
            return
        self._finish(taken)
        for number in range(first, len(self.starts)):
            day, offering = self.starts[number]
            for step in self._steps(day, offering, taken):
                self._extend(number + 1, [*taken, step])

    def _is_out_of_reach(self, first: int, taken: list[Taken]) -> bool:
        offerings = [step.offering for step in taken] + self.still[first]
        return bool(essential_faults(self.target, held_after(self.catalogue, self.person, offerings)))

    def _effort_so_far(self, taken: list[Taken]) -> Fraction:
        """What no longer route can undercut: its steps and travel, and that work starts after the last step did."""
        weights, person = self.person.weights, self.person
        minutes = sum(person.minutes_to(step.offering.site) for step in taken)
        day = next((s.start for s in taken if s.position), max([s.start for s in taken], default=person.available_from))
        return weights["week"] * person.week_of(day) + weights["travel"] * minutes + weights["step"] * len(taken)

    def _steps(self, day: date, offering: Offering, taken: list[Taken]) -> Iterator[Taken]:
        """The ways in which the offering can be taken that day after these steps: for a bbl, one per place."""
        if any(step.offering.offering_id == offering.offering_id for step in taken):
            return
        held = held_after(self.catalogue, self.person, finished_on(taken, day))
        if entry_faults(offering.entry, self.person, held, day):
            return
        places: list[Position | None] = [None]
        if offering.kind == "bbl":
            if any(step.position for step in taken):
                return
            fitting = [p for p in self.places if p.kind == "bbl" and p.credential_id in offering.awards]
            open_that_day = [p for p in fitting if p.open_from <= day <= p.open_to]
            places = [p for p in open_that_day if not entry_faults(p.entry, self.person, held, day)]
        for place in places:
            step = Taken(offering=offering, start=day, position=place, funding=())
            load = sum(other.hours_per_week for other in [*taken, step] if other.is_active(day))
            if load <= self.person.hours_per_week:
                yield step

    def _finish(self, taken: list[Taken]) -> None:
        bbl = next((step for step in taken if step.position), None)
        end = max((step.end for step in taken), default=self.person.available_from)
        if bbl and end > bbl.end:
            return
        held = held_after(self.catalogue, self.person, [step.offering for step in taken])
        if essential_faults(self.target, held):
            return
        if bbl and bbl.position:
            self._keep(taken, bbl.position, bbl.start)
            return
        for job in self.places:
            if job.kind == "job" and job.hours_per_week <= self.person.hours_per_week:
                day = self._first_day(job, end, taken)
                if day:
                    self._keep(taken, job, day)

    def _first_day(self, job: Position, end: date, taken: list[Taken]) -> date | None:
        """The first Monday on which the job can start; later ones are never better."""
        held = held_after(self.catalogue, self.person, [step.offering for step in taken])
        last = min(job.open_to, self.person.day_of(self.person.horizon_weeks))
        day = max(end, job.open_from)
        while day <= last and entry_faults(job.entry, self.person, held, day):
            day += timedelta(weeks=1)
        return day if day <= last else None

    def _keep(self, taken: list[Taken], position: Position, day: date) -> None:
        """Remember the route when it is affordable and better than the best so far."""
        numbers = numbers_of(self.person, taken, (position, day))
        without_cost = numbers["effort"] - self.person.weights["cost"] * numbers["own_cost_eur"] / 100
        if self.best_effort is not None and without_cost >= self.best_effort:
            return
        paid = self._most_paid(taken)
        steps = [
            Taken(
                offering=step.offering,
                start=step.start,
                position=step.position,
                funding=tuple((scheme, amount) for (at, scheme), amount in paid.items() if at == number),
            )
            for number, step in enumerate(taken)
        ]
        numbers = numbers_of(self.person, steps, (position, day))
        better = self.best_effort is None or numbers["effort"] < self.best_effort
        if better and numbers["own_cost_eur"] <= self.person.budget_eur:
            self.best_effort = numbers["effort"]
            self.best = _as_json(self.target.occupation_id, steps, (position, day), numbers)

    def _most_paid(self, taken: list[Taken]) -> Paid:
        key = tuple((step.offering.offering_id, step.start) for step in taken)
        if key not in self.paid:
            self.paid[key] = most_paid(self.catalogue, self.person, taken)
        return self.paid[key]


def _as_json(
    target: str, steps: list[Taken], placed: tuple[Position, date], numbers: dict[str, Fraction]
) -> dict[str, Any]:
    return {
        "target_occupation_id": target,
        "steps": [
            {
                "offering_id": step.offering.offering_id,
                "start_date": step.start.isoformat(),
                "position_id": step.position.position_id if step.position else None,
                "funding": [{"scheme_id": scheme, "amount_eur": amount} for scheme, amount in step.funding],
            }
            for step in steps
        ],
        "placement": {"position_id": placed[0].position_id, "start_date": placed[1].isoformat()},
        **{name: float(number) for name, number in numbers.items()},
    }
