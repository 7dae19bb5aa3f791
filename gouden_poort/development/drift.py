"""Where a plan and what happened drift apart, so that somebody looks at it; nothing is changed by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gouden_poort.development.progress import How, Point, weeks_late
from gouden_poort.development.standing import RESTING, Standing

LATE_WEEKS = 8
"""A milestone that waits shorter is a holiday or a slow letter."""
BETTER_BY = Decimal("0.10")
"""A route must ask so much less to be worth a talk."""


class DriftKind(StrEnum):
    """Why a plan should be looked at again."""

    STEP_FAILED = "step_failed"
    PLACE_LOST = "place_lost"
    """The job that the plan counted on is gone."""
    LATE = "late"
    BETTER_ROUTE = "better_route"
    ROUTE_CLOSED = "route_closed"
    """A law, a rule or the catalogue changed, and the planned route is not possible any more."""
    ROUTE_OPENED = "route_opened"
    """What was closed is open now."""
    OTHER_WORK = "other_work"
    """Someone does other work than planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One reason, since when, and about which milestone or occupation."""

    kind: DriftKind
    since: date
    label: str = ""


def drifts(points: Sequence[Point], standing: Standing, today: date) -> Sequence[Drift]:
    """What the journal itself shows; none for who pauses, stopped or is closed."""
    if standing.phase in RESTING:
        return ()
    return [*_failed(points, standing), *_lost(standing, points), *_late(points, today), *_other_work(points, standing)]


def is_better(now: Decimal, other: Decimal) -> bool:
    """Whether a route of `other` effort is so much better than one of `now` that someone should hear of it."""
    return now > 0 and (now - other) / now >= BETTER_BY


def _failed(points: Sequence[Point], standing: Standing) -> Iterator[Drift]:
    for point in points:
        if point.how is How.FAILED:
            since = standing.failed[point.milestone.id]
            yield Drift(kind=DriftKind.STEP_FAILED, since=since, label=point.milestone.label)


def _lost(standing: Standing, points: Sequence[Point]) -> Iterator[Drift]:
    if standing.lost_job_on is not None and not standing.running:
        yield Drift(kind=DriftKind.PLACE_LOST, since=standing.lost_job_on, label=_work_of(points))


def _work_of(points: Sequence[Point]) -> str:
    """The last work of the plan that was done."""
    done = [point.milestone.label for point in points if point.how is How.DONE and point.milestone.occupation_id]
    return done[-1] if done else ""


def _late(points: Sequence[Point], today: date) -> Iterator[Drift]:
    """Once, for what waits longest."""
    waiting = [point for point in points if point.how is How.LATE and point.milestone.year is None]
    if weeks_late(waiting, today) >= LATE_WEEKS:
        first = min(waiting, key=lambda point: point.expected_on)
        yield Drift(kind=DriftKind.LATE, since=first.expected_on, label=first.milestone.label)


def _other_work(points: Sequence[Point], standing: Standing) -> Iterator[Drift]:
    job = standing.job
    if job is not None and job.occupation_id not in {point.milestone.occupation_id for point in points}:
        yield Drift(kind=DriftKind.OTHER_WORK, since=job.since, label=job.occupation_id)
