"""Someone as they are now: what they told at the beginning, with what they learnt since on courses and at work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import Event
from gouden_poort.development.journal import spans, standing_of, standings
from gouden_poort.development.plan import Plan, courses
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.verification import Done, held_at


def present(
    snapshot: Snapshot, profile: Profile, plans: Sequence[Plan], events: Sequence[Event], today: date
) -> Profile:
    """The profile of today. What the catalogue has lost since teaches nothing any more: nobody knows what it gave."""
    held = held_at(snapshot, profile, _finished(snapshot, plans, events), today)
    columns = snapshot.columns
    levels = {columns.skills.id[row]: level for row, level in held.skills.items()}
    for skill_id, level in _learnt_at_work(snapshot, events, today):
        levels[skill_id] = max(level, levels.get(skill_id, 0))
    return replace(
        profile,
        skills=tuple(HeldSkill(skill_id=skill_id, level=level) for skill_id, level in sorted(levels.items())),
        credentials=frozenset(columns.credentials.id[row] for row in held.credentials),
        cefr=held.cefr,
        nlqf=held.nlqf,
    )


def _finished(snapshot: Snapshot, plans: Sequence[Plan], events: Sequence[Event]) -> Iterator[Done]:
    """The courses that were finished, on the day on which they really were."""
    offerings = snapshot.columns.offerings.id
    steps = {milestone: step for plan in plans for milestone, step in courses(plan).items()}
    for milestone, day in standing_of(events).finished.items():
        step = steps.get(milestone)
        if step is not None and step.offering_id in offerings:
            yield Done(step=step, row=offerings.row(step.offering_id), start=step.start_date, end=day)


def _learnt_at_work(snapshot: Snapshot, events: Sequence[Event], today: date) -> Iterator[tuple[str, int]]:
    """The skills that work teaches after so many weeks of it, with their levels."""
    occupations, skills = snapshot.columns.occupations, snapshot.columns.skills.id
    for occupation_id, days in _days_at_work(events, today).items():
        if occupation_id not in occupations.id:
            continue
        row = occupations.id.row(occupation_id)
        taught = (occupations.experience_skills, occupations.experience_levels, occupations.experience_weeks)
        for skill, level, weeks in zip(*(column[row].tolist() for column in taught), strict=True):
            if days >= 7 * weeks:
                yield skills[skill], level


def _days_at_work(events: Sequence[Event], today: date) -> Mapping[str, int]:
    """Days in each kind of work, at whatever employer."""
    days: Counter[str] = Counter()
    for span in spans(standings(events), today):
        if span.standing.job is not None:
            days[span.standing.job.occupation_id] += span.days
    return days
