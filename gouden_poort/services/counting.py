"""How many take each step of the service, by day and language; nothing is known of who they are.

A step is counted once for whoever answers. That it was counted is kept beside the answers and is wiped with them; the
number itself leads back to nobody: no time, address or id stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.services.drafts import Draft
from gouden_poort.services.ports import DayCount, UnitOfWorkFactory


class Milestone(StrEnum):
    """The steps that are counted, in the order in which most people take them."""

    STARTED = "started"
    BLOCK_1 = "block-1"
    BLOCK_2 = "block-2"
    BLOCK_3 = "block-3"
    BLOCK_4 = "block-4"
    BLOCK_5 = "block-5"
    BLOCK_6 = "block-6"
    ROUTES_SEEN = "routes-seen"
    FINISHED = "finished"
    CODE_SAVED = "code-saved"
    WHAT_IF_USED = "what-if-used"
    ROUTE_CHOSEN = "route-chosen"
    COACH_ASKED = "coach-asked"


BLOCKS = tuple(milestone for milestone in Milestone if milestone.value.startswith("block-"))
"""For each block of questions that its first answer was kept; there may be fewer blocks than these."""


def count(open_unit: UnitOfWorkFactory, milestone: Milestone, language: str, moment: datetime) -> None:
    """One more on a day took a step, in pages of a language."""
    with open_unit() as unit:
        unit.counts.add(dutch_day(moment), language, milestone.value)
        unit.commit()


def count_once(
    open_unit: UnitOfWorkFactory, assessment_id: UUID, milestone: Milestone, language: str, moment: datetime
) -> None:
    """The same, unless whoever gave these answers took the step before. UnknownThing without such an assessment."""
    with open_unit() as unit:
        before = unit.assessments.answers(assessment_id).get(Draft.COUNTED.value)
        steps = list(before) if isinstance(before, Sequence) else []
        if milestone.value in steps:
            return
        unit.assessments.answer(assessment_id, Draft.COUNTED.value, [*steps, milestone.value], moment)
        unit.counts.add(dutch_day(moment), language, milestone.value)
        unit.commit()


def funnel(open_unit: UnitOfWorkFactory, since: datetime) -> Sequence[DayCount]:
    """What was counted from a day on: by day, by language, and in the order of the steps."""
    order = {milestone.value: place for place, milestone in enumerate(Milestone)}
    with open_unit() as unit:
        counted = unit.counts.since(dutch_day(since))
    return sorted(counted, key=lambda one: (one.day, one.language, order.get(one.milestone, len(order))))
