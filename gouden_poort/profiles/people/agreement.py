"""What coach and citizen agree: who does what by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

LONGEST_AGREEMENT = 300
"""Characters."""
MOST_AT_ONCE = 3
"""A talk ends with one to three agreements."""


class Doer(StrEnum):
    """Who does it."""

    CITIZEN = "citizen"
    COACH = "coach"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One thing that someone will do."""

    id: UUID
    dossier_id: UUID
    text: str
    doer: Doer
    due_on: date
    made_at: datetime
    made_by: UUID
    done_at: datetime | None = None
    dropped_at: datetime | None = None
    """It is no longer needed."""

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its doer."""
        return self.done_at is None and self.dropped_at is None
