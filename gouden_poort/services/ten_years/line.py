"""Keeping the one line of a dossier in step with its plan and journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from gouden_poort.development.event import Event
from gouden_poort.development.journey import Journey, Reading, journey_of, reading_of
from gouden_poort.development.plan import Plan
from gouden_poort.development.standing import Phase
from gouden_poort.errors import CannotBeRead, UnknownThing
from gouden_poort.services.ports import UnitOfWork

CANNOT_BE_READ = (CannotBeRead, UnknownThing, ValueError, LookupError, TypeError)
"""What a plan or journal that is damaged, or of a form that nobody knows any more, raises.

Whoever goes through many dossiers may not stop at one of these, and tells which it was.
"""
Read = TypeVar("Read")


def begin_line(unit: UnitOfWork, plan: Plan, *, region: str, groups: tuple[str, ...], today: date) -> Journey:
    """The first line of a dossier, from the plan that was chosen just now."""
    line = journey_of(unit.journal.of(plan.dossier_id), plan, plan, region=region, groups=groups, today=today)
    unit.journeys.put(line)
    return line


def renew_line(unit: UnitOfWork, dossier_id: UUID, today: date) -> Journey | None:
    """The line as it is today; None for a dossier without a plan.

    A look that the calendar still owes stays owed: else whoever writes something down on the day of an invitation,
    before the calendar came by, would take that away.
    """
    before = unit.journeys.find(dossier_id)
    if before is None:
        return None
    line = line_of(before, unit.plans.of(dossier_id), unit.journal.of(dossier_id), today)
    if before.look_on is not None and before.look_on <= today and line.phase is not Phase.CLOSED:
        line = replace(line, look_on=before.look_on)
    unit.journeys.put(line)
    return line


def read_of_each(
    dossier_ids: Sequence[UUID], read: Callable[[Sequence[UUID]], Mapping[UUID, Read]]
) -> Mapping[UUID, Read]:
    """What `read` finds of all of them, without those that cannot be read; at once as long as everything can be."""
    try:
        return read(dossier_ids)
    except CANNOT_BE_READ:
        half = len(dossier_ids) // 2
        if not half:
            return {}
        return {**read_of_each(dossier_ids[:half], read), **read_of_each(dossier_ids[half:], read)}


def line_of(before: Journey, plans: Sequence[Plan], events: Sequence[Event], today: date) -> Journey:
    """A line made again, as it is on a day."""
    return line_and_reading(before, plans, events, today)[0]


def line_and_reading(
    before: Journey, plans: Sequence[Plan], events: Sequence[Event], today: date
) -> tuple[Journey, Reading]:
    """The same with what was read for it, for who goes through very many."""
    first, current = plans[0], plan_of_now(plans, events)
    read = reading_of(events, first, current, today)
    line = journey_of(events, first, current, region=before.region, groups=before.groups, today=today, reading=read)
    return line, read


def plan_of_now(plans: Sequence[Plan], events: Sequence[Event]) -> Plan:
    """The plan that the journal chose last."""
    by_id = {plan.id: plan for plan in plans}
    chosen = [event.plan_id for event in events if event.plan_id in by_id]
    return by_id[chosen[-1]] if chosen and chosen[-1] is not None else plans[-1]
