"""What a citizen allows others to see: line by line, with the day it began and the day it ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Line(StrEnum):
    """One thing that may be shared, with one party."""

    COACH_SEES_DOSSIER = "coach_sees_dossier"
    """Answers, routes, plan and notes, by the coach."""
    COUNSELLOR_SEES_STEPS = "counsellor_sees_steps"
    """Received, first talk, started, stopped; by the counsellor who referred."""
    MESSAGES = "messages"
    """We may send messages about appointments and places."""


class Given(StrEnum):
    """How it was given."""

    READ_ALOUD = "read_aloud"
    """A coach or counsellor read it aloud, in the language of the citizen."""
    ON_SCREEN = "on_screen"
    """The citizen ticked it."""
    ON_PAPER = "on_paper"
    """The citizen signed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A yes to one line; a later no ends it and stays readable."""

    id: UUID
    dossier_id: UUID
    line: Line
    given: Given
    language: str
    """In which language it was explained."""
    given_at: datetime
    ended_at: datetime | None = None


def allows(consents: Iterable[Consent], line: Line) -> bool:
    """Whether there is a yes to this line that was not taken back."""
    return any(each.line is line and each.ended_at is None for each in consents)
