"""What a visitor is trying out: kept beside the answers, so that it is forgotten with them, and never taken for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from uuid import UUID

from gouden_poort.profiles.question import Answer
from gouden_poort.services.ports import UnitOfWorkFactory

_PREFIX = "draft."


class Draft(Enum):
    """What can be tried out, by the name under which it is kept; no question may be called so."""

    COMPARE = f"{_PREFIX}compare"
    """The occupations whose routes are laid beside each other."""
    WHAT_IF = f"{_PREFIX}what_if"
    """The answers that would be otherwise."""
    CHANGED = f"{_PREFIX}changed"
    """What was answered before the last change, when that was, and whether the routes were seen since."""
    INCOME = f"{_PREFIX}income"
    """What comes in a month today, gross, in euros: only to lay a route beside it."""
    COUNTED = f"{_PREFIX}counted"
    """The steps of this visitor that were counted already."""


def keep(open_unit: UnitOfWorkFactory, assessment_id: UUID, draft: Draft, value: Answer, *, moment: datetime) -> None:
    """Keep what is tried out now in the place of what was; UnknownThing without such an assessment."""
    with open_unit() as unit:
        unit.assessments.answer(assessment_id, draft.value, value, moment)
        unit.commit()


def find(open_unit: UnitOfWorkFactory, assessment_id: UUID, draft: Draft) -> Answer:
    """What is tried out now, None when nothing is; UnknownThing without such an assessment."""
    with open_unit() as unit:
        return unit.assessments.answers(assessment_id).get(draft.value)


def without_drafts(kept: Mapping[str, Answer]) -> dict[str, Answer]:
    """What was answered, and not what was tried out."""
    return {name: answer for name, answer in kept.items() if not name.startswith(_PREFIX)}
