"""The guarantee file: what was really promised to someone, by whom, and how much of the ten years is left.

No law or contract fixes this guarantee yet. What stands here is a model of our own: ten years from the first training
or technical job, and only those clauses that a sector, fund or employer put on paper. Without such a paper there is no
guarantee, and nothing here says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gouden_poort.development.commitment import Commitment, is_backed
from gouden_poort.development.event import Event
from gouden_poort.development.journal import Span, spans, standings
from gouden_poort.development.lasting import lasts_until
from gouden_poort.development.standing import Job, Phase, Standing
from gouden_poort.development.years import months_after, whole_months


class ClaimKind(StrEnum):
    """What may be claimed."""

    WORK = "work"
    TRAINING = "training"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that someone may claim now, from whom, and by when it must be there."""

    kind: ClaimKind
    commitment: Commitment
    since: date
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days from one up to and without another; `until` is None for what lasts."""

    since: date
    until: date | None
    phase: Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteeFile:
    """The ten years of one person on one day."""

    on: date
    entered_on: date
    ends_on: date
    months_left: int
    learning_days: int
    working_days: int
    """Of technical work; days in which someone learns and works count in both, days of a pause or a stop in none."""
    interruptions: Sequence[Stretch]
    jobs: Sequence[Job]
    """Every employer, sector or occupation, in order."""
    commitments: Sequence[Commitment]
    claims: Sequence[Claim]

    @property
    def is_backed(self) -> bool:
        """Whether a commitment that both sides agreed holds on the day."""
        return is_backed(self.commitments, self.on)


def guarantee_file(events: Sequence[Event], commitments: Sequence[Commitment], today: date) -> GuaranteeFile | None:
    """The file as it is today; None for who began with nothing yet."""
    read = list(standings(events))
    standing = read[-1][1] if read else Standing()
    if standing.entered_on is None:
        return None
    stretches = list(spans(read, today))
    interruptions = list(_interruptions(stretches, today))
    entered = standing.entered_on
    ends_on = lasts_until(entered, stretches, commitments, today)
    return GuaranteeFile(
        on=today,
        entered_on=entered,
        ends_on=ends_on,
        months_left=whole_months(today, ends_on),
        learning_days=sum(span.days for span in stretches if _learns(span.standing)),
        working_days=sum(span.days for span in stretches if _works(span.standing)),
        interruptions=interruptions,
        jobs=_jobs(read),
        commitments=commitments,
        claims=[*_claims(read, commitments, today)] if today < ends_on else (),
    )


def _learns(standing: Standing) -> bool:
    return bool(standing.running) and not standing.paused_since and not standing.stopped_since


def _works(standing: Standing) -> bool:
    return standing.at_work_since is not None and not standing.paused_since and not standing.stopped_since


def _interruptions(stretches: Sequence[Span], today: date) -> Iterator[Stretch]:
    """Pauses, stops and time between two jobs; stretches of the same kind that touch are one."""
    kinds = (Phase.PAUSED, Phase.STOPPED, Phase.BETWEEN)
    open_one: Stretch | None = None
    for span in stretches:
        phase = span.standing.phase
        if open_one is not None and phase is not open_one.phase:
            yield Stretch(since=open_one.since, until=span.since, phase=open_one.phase)
            open_one = None
        if open_one is None and phase in kinds:
            open_one = Stretch(since=span.since, until=None, phase=phase)
    if open_one is not None and open_one.since < today:
        yield open_one


def _jobs(read: Sequence[tuple[Event, Standing]]) -> Sequence[Job]:
    found: list[Job] = []
    for _, standing in read:
        if standing.job is not None and (not found or found[-1] != standing.job):
            found.append(standing.job)
    return found


def _claims(read: Sequence[tuple[Event, Standing]], commitments: Sequence[Commitment], today: date) -> Iterator[Claim]:
    standing = read[-1][1]
    assert standing.entered_on is not None  # noqa: S101 - asked by `guarantee_file`
    lost_on = standing.lost_job_on if any(then.at_work_since for _, then in read) else None
    learnt_on = max(standing.finished.values(), default=standing.entered_on)
    for each in commitments:
        if not each.holds_on(today):
            continue
        if each.work_within_weeks is not None and lost_on is not None:
            by = lost_on + timedelta(weeks=each.work_within_weeks)
            yield Claim(kind=ClaimKind.WORK, commitment=each, since=lost_on, by=by)
        if each.training_every_months is not None and not standing.running:
            by = months_after(max(learnt_on, each.holds_from), each.training_every_months)
            yield Claim(kind=ClaimKind.TRAINING, commitment=each, since=learnt_on, by=by)
        if each.takes_back and standing.stopped_since is not None:
            yield Claim(kind=ClaimKind.RETURN, commitment=each, since=standing.stopped_since, by=None)
