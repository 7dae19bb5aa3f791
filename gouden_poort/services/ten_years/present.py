"""Someone as they are now: what they told at the beginning, with what they learnt since on courses and at work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import Event
from gouden_poort.development.experience import employments, finished_courses
from gouden_poort.development.plan import Plan
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.verification import held_at
from gouden_poort.services.ten_years.learnt import known, learnt_at_work


def present(
    snapshot: Snapshot, profile: Profile, plans: Sequence[Plan], events: Sequence[Event], today: date
) -> Profile:
    """The profile of today. What the catalogue has lost since teaches nothing any more: nobody knows what it gave."""
    done = [each for _, each in known(snapshot, finished_courses(plans, events))]
    held = held_at(snapshot, profile, done, today)
    columns = snapshot.columns
    levels = {columns.skills.id[row]: level for row, level in held.skills.items()}
    for _, skill_id, level in learnt_at_work(snapshot, employments(events, today)):
        levels[skill_id] = max(level, levels.get(skill_id, 0))
    return replace(
        profile,
        skills=tuple(HeldSkill(skill_id=skill_id, level=level) for skill_id, level in sorted(levels.items())),
        credentials=frozenset(columns.credentials.id[row] for row in held.credentials),
        cefr=held.cefr,
        nlqf=held.nlqf,
    )
