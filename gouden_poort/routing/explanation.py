"""Why a route has the steps it has: data from which pages and API make sentences.

Every number here is recomputed from the route and the catalogue, so an explanation cannot flatter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from gouden_poort.routing.route import Step


class FactKind(Enum):
    """What an entry condition, a gain or a gap is about."""

    SKILL = "skill"
    CREDENTIAL = "credential"
    CEFR = "cefr"
    NLQF = "nlqf"
    MIN_AGE = "min_age"
    MAX_AGE = "max_age"
    TARGET_GROUP = "target_group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that must be held at a moment, and how it is met.

    `needed` and `yours` are skill levels, CEFR or NLQF numbers, ages, or 1/0 for a credential; `yours` is what
    the person had before the route. `met_by` is the offering that fills the difference, None when it was theirs.
    """

    kind: FactKind
    ref_id: str
    """A skill or credential id, the groups joined by |, or empty."""
    needed: int
    yours: int
    met_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Something a step gives that is used later: by another step, by the placement or by the occupation."""

    kind: FactKind
    ref_id: str
    before: int
    after: int
    used_by: str
    """An offering id, a position id or an occupation id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepExplanation:
    """One step with its reasons."""

    step: Step
    end_date: date
    travel_minutes: int
    own_cost_eur: int
    entry: tuple[Need, ...]
    gains: tuple[Gain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteExplanation:
    """A whole route with its reasons: the steps in order, and what the placement and the occupation ask."""

    steps: tuple[StepExplanation, ...]
    placement_travel_minutes: int
    placement_entry: tuple[Need, ...]
    occupation: tuple[Need, ...]
