"""What somebody did by their journal: the courses that were finished and the work, by names that were kept.

No catalogue is asked: what it has lost was done all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import standing_of, standings
from gouden_poort.development.plan import Plan, courses
from gouden_poort.development.standing import Job
from gouden_poort.routing.route import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedCourse:
    """A course of a plan that was finished."""

    id: UUID
    """Of its milestone."""
    step: Step
    name: str
    """As the plan called it."""
    finished_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Employment:
    """One kind of work with one employer, without a gap."""

    occupation_id: str
    employer: str
    """Empty where nobody wrote it down."""
    since: date
    until: date | None
    """The first day without it; None while nobody wrote down that it ended."""
    days: int
    """Up to today; of a closed dossier up to the day on which it was closed."""


def finished_courses(plans: Iterable[Plan], events: Sequence[Event]) -> Iterator[FinishedCourse]:
    """In the order in which they were finished, on the days on which they really were finished."""
    finished = standing_of(events).finished
    of = {milestone: (plan, step) for plan in plans for milestone, step in courses(plan).items()}
    for milestone, day in finished.items():
        if milestone in of:
            plan, step = of[milestone]
            name = plan.named.offerings.get(step.offering_id, step.offering_id)
            yield FinishedCourse(id=milestone, step=step, name=name, finished_on=day)


def employments(events: Iterable[Event], today: date) -> Iterator[Employment]:
    """All work up to a day, in order; what began and ended on one day is none."""
    job: Job | None = None
    since = last = today
    for event, standing in standings(events):
        if event.day > today:
            break
        if event.kind is EventKind.CLOSED:
            last = event.day
        if _place(standing.job) != _place(job):
            if job is not None and since < event.day:
                yield _employment(job, since, event.day, (event.day - since).days)
            job, since = standing.job, event.day
    if job is not None:
        yield _employment(job, since, None, (last - since).days)


def _place(job: Job | None) -> tuple[str, str] | None:
    return None if job is None else (job.occupation_id, job.employer)


def _employment(job: Job, since: date, until: date | None, days: int) -> Employment:
    return Employment(occupation_id=job.occupation_id, employer=job.employer, since=since, until=until, days=days)
