"""How someone stands: what one gets by reading a journal from its first event to the last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.years import years_after


class Phase(StrEnum):
    """Where someone is in the ten years."""

    BEFORE = "before"
    """Nothing began yet."""
    LEARNING = "learning"
    WORKING = "working"
    """With a job, whether or not learning beside it."""
    BETWEEN = "between"
    """Began, and neither learns nor works now."""
    PAUSED = "paused"
    STOPPED = "stopped"
    """Never the end: who stopped can resume."""
    CLOSED = "closed"


RESTING = (Phase.PAUSED, Phase.STOPPED, Phase.CLOSED)
"""Who does not go on now: nothing is late, nothing drifts, and nobody looks at the plan by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work that someone has."""

    since: date
    occupation_id: str
    sector: str
    employer: str
    hours_per_week: int | None = None

    @property
    def is_technical(self) -> bool:
        """Whether it counts for the ten years."""
        return bool(self.sector)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Everything that the journal says about one moment."""

    plan_id: UUID | None = None
    entered_on: date | None = None
    """The day of the first training or the first technical job."""
    job: Job | None = None
    lost_job_on: date | None = None
    """Since when there is no job any more; None for who has one, or never had one."""
    at_work_since: date | None = None
    """Of technical work without a gap, whoever the employer was."""
    first_worked_on: Mapping[str, date] = field(default_factory=dict)
    """Each occupation that was ever done, with its first day."""
    year_at_work_on: date | None = None
    """The day on which technical work without a gap had lasted a year, in a stretch that is over."""
    running: Mapping[UUID, date] = field(default_factory=dict)
    """Milestones under way, and since when."""
    finished: Mapping[UUID, date] = field(default_factory=dict)
    failed: Mapping[UUID, date] = field(default_factory=dict)
    """Milestones that were stopped and not begun again."""
    moved: Mapping[UUID, date] = field(default_factory=dict)
    """Milestones with another day than the plan gave them."""
    paused_since: date | None = None
    stopped_since: date | None = None
    closed_on: date | None = None
    checked_in: Mapping[int, date] = field(default_factory=dict)
    """The years whose questions were answered, and on which day."""
    last_talk_on: date | None = None
    proofs: int = 0

    @property
    def phase(self) -> Phase:
        """Where someone is."""
        if self.closed_on:
            return Phase.CLOSED
        if self.stopped_since:
            return Phase.STOPPED
        if self.paused_since:
            return Phase.PAUSED
        if self.job:
            return Phase.WORKING
        if self.running:
            return Phase.LEARNING
        return Phase.BETWEEN if self.entered_on else Phase.BEFORE


class DoesNotFit(Exception):
    """An event that cannot happen to someone who stands like this."""

    def __init__(self, code: str, expected: str) -> None:
        self.code = code
        self.expected = expected
        super().__init__(expected)


def after(standing: Standing, event: Event) -> Standing:
    """How someone stands once an event happened; DoesNotFit when it cannot have."""
    if standing.closed_on is not None:
        raise DoesNotFit("closed", f"nothing after {standing.closed_on.isoformat()}, when the dossier was closed")
    return _EFFECTS[event.kind](standing, event)


def _plan_chosen(standing: Standing, event: Event) -> Standing:
    if event.plan_id is None:
        raise DoesNotFit("missing", "a plan")
    if event.plan_id == standing.plan_id:
        raise DoesNotFit("duplicate", "another plan than the one that counts now")
    return replace(standing, plan_id=event.plan_id)


def _started(standing: Standing, event: Event) -> Standing:
    milestone = _milestone(event)
    if milestone in standing.running or milestone in standing.finished:
        raise DoesNotFit("duplicate", "a milestone that did not begin yet")
    return replace(
        _going(standing),
        running={**standing.running, milestone: event.day},
        failed=_without(standing.failed, milestone),
        entered_on=standing.entered_on or event.day,
    )


def _finished(standing: Standing, event: Event) -> Standing:
    milestone = _running(standing, event)
    return replace(
        standing,
        running=_without(standing.running, milestone),
        finished={**standing.finished, milestone: event.day},
    )


def _stopped(standing: Standing, event: Event) -> Standing:
    if event.milestone_id is not None:
        milestone = _running(standing, event)
        return replace(
            standing,
            running=_without(standing.running, milestone),
            failed={**standing.failed, milestone: event.day},
        )
    if standing.stopped_since is not None:
        raise DoesNotFit("duplicate", "someone who did not stop yet")
    return replace(standing, stopped_since=event.day, paused_since=None)


def _paused(standing: Standing, event: Event) -> Standing:
    if standing.paused_since is not None or standing.stopped_since is not None:
        raise DoesNotFit("out_of_order", "someone who is under way")
    return replace(standing, paused_since=event.day)


def _resumed(standing: Standing, event: Event) -> Standing:  # noqa: ARG001 - each effect is asked in the same way
    if standing.paused_since is None and standing.stopped_since is None:
        raise DoesNotFit("out_of_order", "someone who paused or stopped")
    return _going(standing)


def _new_job(standing: Standing, event: Event) -> Standing:
    job = _job(event)
    if standing.job is not None and replace(job, since=standing.job.since) == standing.job:
        raise DoesNotFit("duplicate", "another job than the one of now")
    return _working(_going(standing), job, event.day)


def _lost_job(standing: Standing, event: Event) -> Standing:
    if standing.job is None:
        raise DoesNotFit("out_of_order", "someone who has a job")
    return _working(standing, None, event.day)


def _sector_change(standing: Standing, event: Event) -> Standing:
    if standing.job is None:
        raise DoesNotFit("out_of_order", "someone who has a job")
    if not event.sector or event.sector == standing.job.sector:
        raise DoesNotFit("duplicate" if event.sector else "missing", "another sector than the one of now")
    occupation = event.occupation_id or standing.job.occupation_id
    return _working(standing, replace(standing.job, sector=event.sector, occupation_id=occupation), event.day)


def _proof_added(standing: Standing, event: Event) -> Standing:
    if not event.words:
        raise DoesNotFit("missing", "what the proof is")
    return replace(standing, proofs=standing.proofs + 1)


def _talk_held(standing: Standing, event: Event) -> Standing:
    return replace(standing, last_talk_on=event.day)


def _agreement_made(standing: Standing, event: Event) -> Standing:  # noqa: ARG001 - what was agreed stands elsewhere
    return standing


def _milestone_moved(standing: Standing, event: Event) -> Standing:
    milestone = _milestone(event)
    if event.moved_to is None:
        raise DoesNotFit("missing", "the new day")
    if not event.words:
        raise DoesNotFit("missing", "a reason")
    if milestone in standing.finished:
        raise DoesNotFit("out_of_order", "a milestone that is not finished")
    return replace(standing, moved={**standing.moved, milestone: event.moved_to})


def _checked_in(standing: Standing, event: Event) -> Standing:
    if event.year is None:
        raise DoesNotFit("missing", "the year of the check-in")
    if event.year in standing.checked_in:
        raise DoesNotFit("duplicate", "a year that was not answered yet")
    return replace(standing, checked_in={**standing.checked_in, event.year: event.day})


def _closed(standing: Standing, event: Event) -> Standing:
    return replace(standing, closed_on=event.day)


def _corrected(standing: Standing, event: Event) -> Standing:  # noqa: ARG001 - journal.effective has put it in place
    return standing


_EFFECTS: Mapping[EventKind, Callable[[Standing, Event], Standing]] = MappingProxyType(
    {
        EventKind.PLAN_CHOSEN: _plan_chosen,
        EventKind.STARTED: _started,
        EventKind.FINISHED: _finished,
        EventKind.STOPPED: _stopped,
        EventKind.PAUSED: _paused,
        EventKind.RESUMED: _resumed,
        EventKind.NEW_JOB: _new_job,
        EventKind.LOST_JOB: _lost_job,
        EventKind.SECTOR_CHANGE: _sector_change,
        EventKind.PROOF_ADDED: _proof_added,
        EventKind.TALK_HELD: _talk_held,
        EventKind.AGREEMENT_MADE: _agreement_made,
        EventKind.MILESTONE_MOVED: _milestone_moved,
        EventKind.CHECKED_IN: _checked_in,
        EventKind.CORRECTED: _corrected,
        EventKind.CLOSED: _closed,
    }
)


def _going(standing: Standing) -> Standing:
    """Under way again: who begins something neither pauses nor stopped."""
    return replace(standing, paused_since=None, stopped_since=None)


def _working(standing: Standing, job: Job | None, day: date) -> Standing:
    """With this job from a day on; None: without one."""
    technical = job is not None and job.is_technical
    worked = standing.first_worked_on
    if job is not None and job.occupation_id not in worked:
        worked = {**worked, job.occupation_id: day}
    return replace(
        standing,
        job=job,
        lost_job_on=day if job is None else None,
        entered_on=standing.entered_on or (day if technical else None),
        at_work_since=(standing.at_work_since or day) if technical else None,
        first_worked_on=worked,
        year_at_work_on=year_at_work(standing, day),
    )


def year_at_work(standing: Standing, day: date) -> date | None:
    """The day on which someone had done technical work for a year without a gap; None when that is not so by a day."""
    if standing.year_at_work_on is not None or standing.at_work_since is None:
        return standing.year_at_work_on
    whole = years_after(standing.at_work_since, 1)
    return whole if whole <= day else None


def _job(event: Event) -> Job:
    if not event.occupation_id:
        raise DoesNotFit("missing", "an occupation")
    return Job(
        since=event.day,
        occupation_id=event.occupation_id,
        sector=event.sector,
        employer=event.employer,
        hours_per_week=event.hours_per_week,
    )


def _milestone(event: Event) -> UUID:
    if event.milestone_id is None:
        raise DoesNotFit("missing", "a milestone")
    return event.milestone_id


def _running(standing: Standing, event: Event) -> UUID:
    milestone = _milestone(event)
    if milestone not in standing.running:
        raise DoesNotFit("out_of_order", "a milestone that is under way")
    return milestone


def _without(days: Mapping[UUID, date], milestone: UUID) -> Mapping[UUID, date]:
    return {each: day for each, day in days.items() if each != milestone}
