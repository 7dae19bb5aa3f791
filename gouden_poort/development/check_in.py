"""The answers to the five questions of a year, kept as they were given: nothing in them is ever changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from gouden_poort.development.event import LONGEST_WORDS

LONGEST_LEARNT = LONGEST_WORDS
"""Characters of what someone learnt or proved."""


class Going(StrEnum):
    """How it goes."""

    WELL = "well"
    FAIRLY = "fairly"
    BADLY = "badly"


class WorkNow(StrEnum):
    """What someone does now."""

    SAME = "same"
    """The same work in technology as before."""
    OTHER_TECHNICAL = "other_technical"
    ELSEWHERE = "elsewhere"
    """Work outside technology."""
    LEARNING = "learning"
    """No work yet, for the training is not done."""
    NONE = "none"


class Onward(StrEnum):
    """How someone wants to go on."""

    AS_PLANNED = "as_planned"
    ANOTHER_STEP = "another_step"
    SOMETHING_ELSE = "something_else"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What someone answered about one year."""

    id: UUID
    dossier_id: UUID
    year: int
    """Of the ten: 1 to 10."""
    answered_at: datetime
    answered_by: UUID
    going: Going
    work: WorkNow
    learnt: str
    """In the year, in own words; may be empty."""
    onward: Onward
    wants_talk: bool


def check_in_id(dossier_id: UUID, year: int) -> UUID:
    """The same for the same year, so that a form that comes twice is one."""
    return uuid5(dossier_id, f"check-in {year}")
