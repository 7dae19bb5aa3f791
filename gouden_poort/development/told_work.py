"""What someone answered about work, beside what the journal says: which event is not written down yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouden_poort.development.check_in import CheckIn, WorkNow
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.standing import Job, Phase, Standing
from gouden_poort.development.years import years_after
from gouden_poort.profiles.dutch_time import dutch_day

_OF_WORK = (EventKind.NEW_JOB, EventKind.SECTOR_CHANGE, EventKind.LOST_JOB)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwritten:
    """Answers about work that speak of something the journal does not have."""

    check_in: CheckIn
    kind: EventKind
    """What is still to be written down; an answer has no day and no employer, so nobody does so by itself."""


def unwritten_work(check_ins: Sequence[CheckIn], events: Sequence[Event], standing: Standing) -> Unwritten | None:
    """By the answers that were given last; None once anything about work was written down since."""
    last = max(check_ins, key=lambda each: each.answered_at, default=None)
    if last is None or standing.phase is Phase.CLOSED:
        return None
    if any(_is_of_work(each) and each.written_at > last.answered_at for each in events):
        return None
    kind = _lacking(last, standing)
    return None if kind is None else Unwritten(check_in=last, kind=kind)


def _is_of_work(event: Event) -> bool:
    return event.kind in _OF_WORK or event.instead in _OF_WORK


def _lacking(check_in: CheckIn, standing: Standing) -> EventKind | None:
    job = standing.job
    match check_in.work:
        case WorkNow.NONE:
            return EventKind.LOST_JOB if job is not None else None
        case WorkNow.ELSEWHERE:
            is_known = job is not None and not job.is_technical
        case WorkNow.OTHER_TECHNICAL:
            is_known = job is not None and job.is_technical and _is_of_the_year(job, check_in)
        case WorkNow.SAME:  # who learns at work may call that work too
            is_known = bool(standing.running) or (job is not None and job.is_technical)
        case WorkNow.LEARNING:
            is_known = True
    return None if is_known else EventKind.NEW_JOB


def _is_of_the_year(job: Job, check_in: CheckIn) -> bool:
    """Whether the work is from the year that was asked about."""
    return job.since > years_after(dutch_day(check_in.answered_at), -1)
