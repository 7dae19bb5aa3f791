"""What others may see of a citizen: line by line, on what ground, with the day it began and the day it ended."""

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


class LegalGround(StrEnum):
    """Why data about someone may be shared."""

    CONSENT = "consent"
    """The citizen said yes."""
    UWV = "uwv"
    """The task of UWV to help people find work (Wet SUWI)."""
    PARTICIPATION_ACT = "participation_act"
    """The task of a municipality to do so (Participatiewet)."""


class Given(StrEnum):
    """How a yes was given, or how someone was told about it on another ground."""

    READ_ALOUD = "read_aloud"
    """A coach or counsellor read it aloud, in the language of the citizen."""
    ON_SCREEN = "on_screen"
    """The citizen ticked it."""
    ON_PAPER = "on_paper"
    """The citizen signed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One line that is shared, by a yes unless its ground says otherwise; a later no ends it and stays readable."""

    id: UUID
    dossier_id: UUID
    line: Line
    given: Given
    language: str
    """In which language it was explained."""
    given_at: datetime
    ended_at: datetime | None = None
    ground: LegalGround = LegalGround.CONSENT

    @property
    def is_a_yes(self) -> bool:
        """Whether the citizen said yes to it; on the ground of a law nobody asked that."""
        return self.ground is LegalGround.CONSENT


def allows(consents: Iterable[Consent], line: Line) -> bool:
    """Whether this line is shared, and was not taken back."""
    return any(each.line is line and each.ended_at is None for each in consents)
