"""R7: the one placement a route ends at, a job or the place of its bbl step."""

from __future__ import annotations

from datetime import date

from tests.feasibility.itinerary import Taken, finished_on
from tests.feasibility.person import Person, entry_faults, essential_faults, held_after
from tests.feasibility.reading import Catalogue, Position


def placement_faults(
    catalogue: Catalogue, person: Person, target: str, steps: list[Taken], placed: tuple[Position, date]
) -> list[str]:
    """Each way in which the placement (position and start) breaks R7, or R6 for its company."""
    position, start = placed
    name = f"R7 {position.position_id} on {start}"
    faults = []
    if position.occupation_id != target:
        faults.append(f"{name}: is of {position.occupation_id}, target {target}")
    if position.capacity < 1:
        faults.append(f"{name}: no capacity")
    if start.weekday() != 0 or not position.open_from <= start <= position.open_to:
        faults.append(f"{name}: not a Monday within {position.open_from} to {position.open_to}")
    if not person.available_from <= start <= person.day_of(person.horizon_weeks):
        faults.append(f"{name}: outside the person's horizon of {person.horizon_weeks} weeks")
    if person.minutes_to(position.company) > person.max_travel_minutes:
        faults.append(f"R6 {position.position_id}: {person.minutes_to(position.company)} minutes of travel")
    held = held_after(catalogue, person, finished_on(steps, start))
    faults += [f"{name}: {fault}" for fault in entry_faults(position.entry, person, held, start)]
    if position.kind == "job":
        done_by, more = start, _job_faults(person, steps, position)
    else:
        done_by, more = _bbl_faults(steps, placed)
    faults += [f"{name}: {fault}" for fault in more]
    faults += [f"{name}: {step.name} not finished on {done_by}" for step in steps if step.end > done_by]
    held = held_after(catalogue, person, finished_on(steps, done_by))
    return faults + [f"{name}: {fault}" for fault in essential_faults(catalogue.occupations[target], held)]


def _job_faults(person: Person, steps: list[Taken], position: Position) -> list[str]:
    faults = [f"{step.name} is a bbl before a job" for step in steps if step.offering.kind == "bbl"]
    faults += [f"{step.name} names a position" for step in steps if step.position is not None]
    if position.hours_per_week > person.hours_per_week:
        faults.append(f"{position.hours_per_week} hours, at most {person.hours_per_week}")
    return faults


def _bbl_faults(steps: list[Taken], placed: tuple[Position, date]) -> tuple[date, list[str]]:
    """The day on which all must be finished, and what is wrong with the bbl step."""
    position, start = placed
    faults = [f"{s.name} names a position" for s in steps if s.position is not None and s.offering.kind != "bbl"]
    worked = [step for step in steps if step.offering.kind == "bbl"]
    if len(worked) != 1:
        return start, [*faults, f"{len(worked)} steps of kind bbl, exactly one asked"]
    bbl = worked[0]
    if bbl.position is None or bbl.position.position_id != position.position_id:
        faults.append(f"{bbl.name} is not worked in {position.position_id}")
    if bbl.start != start:
        faults.append(f"{bbl.name} does not start with the placement")
    if position.credential_id not in bbl.offering.awards:
        faults.append(f"{bbl.name} does not award {position.credential_id}")
    return bbl.end, faults
