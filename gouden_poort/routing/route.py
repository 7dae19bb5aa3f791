"""What a route is: steps, a placement, what it costs, and the career after it.

The numbers mean what docs/formats.md section 3 to 5 says; ids are those of the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """One scheme paying a whole number of euros towards one step."""

    scheme_id: str
    amount_eur: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Following one offering from a start date. A bbl step names the position it is worked in."""

    offering_id: str
    start_date: date
    position_id: str | None = None
    funding: tuple[Funding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The paid work a route ends at: a job, or the bbl place of the bbl step."""

    position_id: str
    start_date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A later change of occupation, with the training that bridges to it (paid by the employer)."""

    occupation_id: str
    position_id: str
    start_date: date
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Career:
    """The years from the first placement to week 520."""

    moves: tuple[Move, ...]
    value_eur: int
    """All wages earned up to week 520, gross, whole euros, half up."""
    at_most_eur: int
    """No career after this route earns more: how far from the best this one can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A schedule that could be booked: feasible by proof, with all it costs."""

    target_occupation_id: str
    steps: tuple[Step, ...]
    """In order of start date, then offering id."""
    placement: Placement
    weeks_to_work: int
    weeks_to_qualified: int
    own_cost_eur: int
    travel_minutes: int
    effort: Decimal
    """Lower is better; exact, by the person's weights."""
    career: Career | None = None
