"""One row for each dossier with a plan: what lists, the calendar and the outcomes need, read from its journal once.

It is a summary and never the truth: it can be made again from plan and journal at any time, and then says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from gouden_poort.development.check_ins import (
    ASKED_BEFORE,
    QUIET,
    OpenYear,
    call_since,
    missed_on,
    next_change_on,
    open_years,
    quiet_times,
)
from gouden_poort.development.drift import LATE_WEEKS, DriftKind, drifts
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journal import Happened, standings
from gouden_poort.development.plan import Milestone, MilestoneKind, Plan
from gouden_poort.development.progress import How, Point, points
from gouden_poort.development.standing import Phase, Standing
from gouden_poort.development.stays import GAP, seen_until, stays


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """The ten years of one dossier in one line."""

    dossier_id: UUID
    plan_id: UUID
    """The plan that counts now."""
    region: str
    groups: tuple[str, ...]
    """Values of `TargetGroup`: someone may belong to several or to none."""
    target_id: str
    target_sector: str
    chosen_on: date
    planned_work_on: date
    """Both of the first plan: what came of it is held against what was promised."""
    phase: Phase
    started_on: date | None = None
    finished_on: date | None = None
    work_on: date | None = None
    left_on: date | None = None
    first_sector: str = ""
    sector: str = ""
    occupation_id: str = ""
    """Of the work of now."""
    seen_until: date | None = None
    """None for who is still followed."""
    missed: int = 0
    """Yearly check-ins missed one after the other."""
    call_since: date | None = None
    """Since when the coach should call, because years were missed too often in a row; None once they talked."""
    drift: DriftKind | None = None
    drift_since: date | None = None
    ask_from: date | None = None
    """The first day on which a year may be asked that is not answered; None when there is none."""
    open_years: tuple[OpenYear, ...] = ()
    """The years that are not answered; with a day they say what is asked on it. None for who is closed."""
    look_on: date | None = None
    """The first day on which the calendar has something to do; None when it never has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A journal read once, beside the plan that counts."""

    happened: Sequence[Happened]
    standing: Standing
    points: Sequence[Point]
    """With the years counted from the beginning of the first plan."""


def reading_of(events: Sequence[Event], first: Plan, current: Plan, today: date) -> Reading:
    """How someone stands, and how far each milestone is."""
    happened = [*standings(events)]
    standing = happened[-1][1] if happened else Standing()
    found = points(current, standing, today, counted_from=first.begins_on)
    return Reading(happened=happened, standing=standing, points=found)


def journey_of(
    events: Sequence[Event],
    first: Plan,
    current: Plan,
    *,
    region: str,
    groups: tuple[str, ...],
    today: date,
    reading: Reading | None = None,
) -> Journey:
    """The line as it is today. `reading`: for who read the journal already."""
    read = reading or reading_of(events, first, current, today)
    standing, found = read.standing, read.points
    missed = missed_on(found, today) and missed_on(found, today, quiet_times(read.happened, today))
    happened = [event for event, _ in read.happened]
    work_on, left_on = stays(read.happened, today)
    drift = next(iter(drifts(found, standing, today)), None)
    begun = [each.milestone for each in found] if first.id == current.id else first.milestones
    first_work = next((each for each in happened if each.kind in _WORK and each.sector), None)
    years = () if standing.phase is Phase.CLOSED else tuple(open_years(found))
    return Journey(
        dossier_id=first.dossier_id,
        plan_id=current.id,
        region=region,
        groups=groups,
        target_id=first.route.target_occupation_id,
        target_sector=first.named.sectors[first.route.target_occupation_id],
        chosen_on=next((each.day for each in happened if each.kind is EventKind.PLAN_CHOSEN), first.made_at.date()),
        planned_work_on=first.route.placement.start_date,
        phase=standing.phase,
        started_on=standing.entered_on,
        finished_on=_finished_on(begun, happened),
        work_on=work_on,
        left_on=left_on,
        first_sector=first_work.sector if first_work else "",
        sector=standing.job.sector if standing.job else "",
        occupation_id=standing.job.occupation_id if standing.job else "",
        seen_until=seen_until(read.happened, today) if standing.closed_on else None,
        missed=len(missed),
        call_since=call_since(missed, standing.last_talk_on) if standing.phase not in (*QUIET, Phase.CLOSED) else None,
        drift=drift.kind if drift else None,
        drift_since=drift.since if drift else None,
        ask_from=years[0].due_on - ASKED_BEFORE if years else None,
        open_years=years,
        look_on=_look_on(found, standing, today),
    )


_WORK = (EventKind.NEW_JOB, EventKind.SECTOR_CHANGE)


def _finished_on(milestones: Sequence[Milestone], happened: Sequence[Event]) -> date | None:
    """The day on which the last training of the first plan was done; None while one is not."""
    courses = {each.id for each in milestones if each.kind is MilestoneKind.LEARNING}
    done = {each.milestone_id: each.day for each in happened if each.kind is EventKind.FINISHED}
    return max(done[each] for each in courses) if courses and courses <= done.keys() else None


def _look_on(found: Sequence[Point], standing: Standing, today: date) -> date | None:
    """A check-in changes stage, a milestone has waited too long, or a search for work has become leaving."""
    if standing.phase is Phase.CLOSED:
        return None
    days = [next_change_on(found, today)]
    days += [each.expected_on + timedelta(weeks=LATE_WEEKS) for each in found if each.how in (How.AHEAD, How.LATE)]
    if standing.lost_job_on is not None:
        days.append(standing.lost_job_on + GAP + timedelta(days=1))
    return min((day for day in days if day is not None and day > today), default=None)
