"""How the way to one occupation differs between two profiles: opened, closed, sooner, cheaper, and by how much."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.route import Route


class Turn(Enum):
    """What becomes of an occupation, in the order in which it is told."""

    OPENED = "opened"
    CLOSED = "closed"
    ENTERED = "entered"
    LEFT = "left"
    SOONER = "sooner"
    LATER = "later"
    STARTS_EARLIER = "starts_earlier"
    STARTS_LATER = "starts_later"
    QUALIFIED_SOONER = "qualified_sooner"
    QUALIFIED_LATER = "qualified_later"
    CHEAPER = "cheaper"
    DEARER = "dearer"
    NEARER = "nearer"
    FARTHER = "farther"
    LESS_PAID = "less_paid"
    BETTER_PAID = "better_paid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How far the numbers of a route moved: what they are after, less what they were before."""

    weeks_to_work: int
    """Each counted from the day from which that profile is available."""
    calendar_weeks: int
    """From the Monday on which work began before, to the one on which it begins after."""
    weeks_to_qualified: int
    own_cost_eur: int
    travel_minutes: int
    wage_month_eur: int
    """Of the job or learn-and-work place at which the route ends."""


TURNS = (
    ("weeks_to_work", Turn.SOONER, Turn.LATER),
    ("calendar_weeks", Turn.STARTS_EARLIER, Turn.STARTS_LATER),
    ("weeks_to_qualified", Turn.QUALIFIED_SOONER, Turn.QUALIFIED_LATER),
    ("own_cost_eur", Turn.CHEAPER, Turn.DEARER),
    ("travel_minutes", Turn.NEARER, Turn.FARTHER),
    ("wage_month_eur", Turn.LESS_PAID, Turn.BETTER_PAID),
)
"""What each number of a shift is called below zero, and above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What becomes of one occupation that is suggested before, after, or both."""

    occupation_id: str
    turns: tuple[Turn, ...]
    """Never empty."""
    before: Route | None
    after: Route | None
    shift: Shift | None
    """None where there is no route on one of the sides."""


def difference(
    snapshot: Snapshot, before: Route | None, after: Route | None, *, was_suggested: bool, is_suggested: bool
) -> Difference | None:
    """The difference for one occupation; None when nothing about it changes. At least one of the routes is there."""
    one = after or before
    if one is None:
        return None
    shift = None if before is None or after is None else _shift(snapshot, before, after)
    if shift is None:
        turns = (Turn.OPENED if before is None else Turn.CLOSED,)
    else:
        moved = () if was_suggested == is_suggested else (Turn.ENTERED if is_suggested else Turn.LEFT,)
        turns = (*moved, *_turns(shift))
    if not turns:
        return None
    return Difference(occupation_id=one.target_occupation_id, turns=turns, before=before, after=after, shift=shift)


def _shift(snapshot: Snapshot, before: Route, after: Route) -> Shift:
    return Shift(
        weeks_to_work=after.weeks_to_work - before.weeks_to_work,
        calendar_weeks=(after.placement.start_date - before.placement.start_date).days // 7,
        weeks_to_qualified=after.weeks_to_qualified - before.weeks_to_qualified,
        own_cost_eur=after.own_cost_eur - before.own_cost_eur,
        travel_minutes=after.travel_minutes - before.travel_minutes,
        wage_month_eur=_wage(snapshot, after) - _wage(snapshot, before),
    )


def _turns(shift: Shift) -> tuple[Turn, ...]:
    numbers = ((getattr(shift, name), below, above) for name, below, above in TURNS)
    return tuple(below if number < 0 else above for number, below, above in numbers if number)


def _wage(snapshot: Snapshot, route: Route) -> int:
    positions = snapshot.columns.positions
    return int(positions.wage_month_eur[positions.id.row(route.placement.position_id)])
