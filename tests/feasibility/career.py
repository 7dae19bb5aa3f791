"""Section 5 (and experience.csv of section 6): the moves after the first placement, and what ten years earn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from tests.feasibility.itinerary import Taken, finished_on, highest_load, may_start, steps_of
from tests.feasibility.person import Held, Person, entry_faults, essential_faults, held_after
from tests.feasibility.reading import Catalogue, Position

LAST_WEEK = 520
MOST_MOVES = 3
BRIDGING_HOURS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One move of a career, read."""

    occupation_id: str
    position: Position
    start: date
    steps: list[Taken]


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """Where a career begins: the first route, its placement week a and its qualified week q."""

    steps: list[Taken]
    occupation_id: str
    position: Position
    work: int
    qualified: int


def moves_of(catalogue: Catalogue, career: list[dict[str, Any]]) -> list[Move]:
    """The moves of a career of good shape."""
    return [
        Move(
            occupation_id=move["occupation_id"],
            position=catalogue.positions[move["position_id"]],
            start=date.fromisoformat(move["start_date"]),
            steps=steps_of(catalogue, move["steps"]),
        )
        for move in career
    ]


def career_value(catalogue: Catalogue, person: Person, begin: Begin, moves: list[Move]) -> int:
    """All wages up to week 520, whole euros, half up."""
    pays = [(begin.work, begin.position.wage_month_eur)] if begin.qualified > begin.work else []
    pays.append((begin.qualified, catalogue.occupations[begin.occupation_id].wage_month_eur))
    pays += [(person.week_of(m.start), catalogue.occupations[m.occupation_id].wage_month_eur) for m in moves]
    ends = [start for start, _ in pays[1:]] + [LAST_WEEK]
    earned = sum(max(0, min(end, LAST_WEEK) - start) * wage for (start, wage), end in zip(pays, ends, strict=True))
    return floor(Fraction(12 * earned, 52) + Fraction(1, 2))


def career_faults(catalogue: Catalogue, person: Person, begin: Begin, moves: list[Move]) -> list[str]:
    """Each way in which the moves or their bridging steps break section 5."""
    faults = []
    if len(moves) > MOST_MOVES:
        faults.append(f"career: {len(moves)} moves, at most {MOST_MOVES}")
    occupation_id, since = begin.occupation_id, begin.qualified
    for number, move in enumerate(moves):
        faults += _transition_faults(catalogue, person, (occupation_id, since), move)
        faults += _position_faults(catalogue, person, begin, moves, number)
        occupation_id, since = move.occupation_id, person.week_of(move.start)
        faults += [f"career {step.name}: not finished at {move.start}" for step in move.steps if step.end > move.start]
    return faults + _bridging_faults(catalogue, person, begin, moves)


def _transition_faults(catalogue: Catalogue, person: Person, last: tuple[str, int], move: Move) -> list[str]:
    name = f"career {last[0]} to {move.occupation_id} on {move.start}"
    week = person.week_of(move.start)
    faults = []
    if move.start.weekday() != 0:
        faults.append(f"{name}: not a Monday")
    if week >= LAST_WEEK:
        faults.append(f"{name}: week {week}, must be before {LAST_WEEK}")
    tenure = catalogue.transitions.get((last[0], move.occupation_id))
    if tenure is None:
        faults.append(f"{name}: no such transition")
    elif week - last[1] < tenure:
        faults.append(f"{name}: after {week - last[1]} weeks, tenure {tenure}")
    return faults


def _position_faults(catalogue: Catalogue, person: Person, begin: Begin, moves: list[Move], number: int) -> list[str]:
    move, faults = moves[number], []
    position = move.position
    if position.kind != "job" or position.occupation_id != move.occupation_id:
        faults.append(f"is no job of {move.occupation_id}")
    if position.capacity < 1:
        faults.append("no capacity")
    if person.minutes_to(position.company) > person.max_travel_minutes:
        faults.append(f"{person.minutes_to(position.company)} minutes of travel")
    if position.hours_per_week > person.hours_per_week:
        faults.append(f"{position.hours_per_week} hours")
    held = _held_on(catalogue, person, begin, moves, move.start, before=number)
    faults += entry_faults(position.entry, person, held, move.start)
    faults += essential_faults(catalogue.occupations[move.occupation_id], held)
    return [f"career {position.position_id} on {move.start}: {fault}" for fault in faults]


def _held_on(
    catalogue: Catalogue, person: Person, begin: Begin, moves: list[Move], day: date, *, before: int | None = None
) -> Held:
    """What is held on a day: also what came with work in the occupations up to the move of number `before`."""
    bridging = [step for move in moves for step in move.steps]
    stays = [(begin.occupation_id, person.day_of(begin.qualified))] + [(m.occupation_id, m.start) for m in moves]
    last = len(stays) if before is None else before + 1
    worked = []
    for number, (occupation_id, since) in enumerate(stays[:last]):
        until = min(day, stays[number + 1][1]) if number + 1 < len(stays) else day
        weeks = (until - since).days // 7
        rows = catalogue.experience.get(occupation_id, ())
        # Weeks count per stay in an occupation, and stop when it is left.
        worked += [(skill, level) for skill, level, after in rows if since <= day and weeks >= after]
    return held_after(catalogue, person, finished_on([*begin.steps, *bridging], day), worked)


def _bridging_faults(catalogue: Catalogue, person: Person, begin: Begin, moves: list[Move]) -> list[str]:
    bridging = [step for move in moves for step in move.steps]
    taken = [step.offering.offering_id for step in [*begin.steps, *bridging]]
    first = person.day_of(begin.qualified)
    faults = []
    for step in bridging:
        wrong = []
        if not may_start(catalogue, step.offering, step.start, repeating=True):
            wrong.append("R1 does not start that day")
        if step.start < first:
            wrong.append(f"starts before {first}")
        if taken.count(step.offering.offering_id) > 1:
            wrong.append("R2 taken more than once")
        if step.offering.capacity < 1:
            wrong.append("R2 no capacity")
        held = _held_on(catalogue, person, begin, moves, step.start)
        wrong += [f"R4 {fault}" for fault in entry_faults(step.offering.entry, person, held, step.start)]
        if person.minutes_to(step.offering.site) > person.max_travel_minutes:
            wrong.append(f"R6 {person.minutes_to(step.offering.site)} minutes of travel")
        if step.offering.kind == "bbl" or step.position is not None:
            wrong.append("a bbl is no bridging step")
        if step.funding:
            wrong.append("the employer pays, no scheme does")
        faults += [f"career {step.name}: {fault}" for fault in wrong]
    if highest_load(bridging) > BRIDGING_HOURS:
        faults.append(f"career: bridging takes {highest_load(bridging)} hours a week, at most {BRIDGING_HOURS}")
    return faults
