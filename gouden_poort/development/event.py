"""What happened to someone on a day: the journal of a dossier is a row of these, and nothing in it is ever changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

LONGEST_WORDS = 500
"""Characters of a reason or of what was learnt."""
LONGEST_EMPLOYER = 120
OUTSIDE = "outside"
"""The occupation of work outside technology, which has no id in a catalogue, and no sector."""


class EventKind(StrEnum):
    """The kinds of things that happen."""

    PLAN_CHOSEN = "plan_chosen"
    """From this day the milestones of another plan count."""
    STARTED = "started"
    """With a milestone: a course, a place to learn and work."""
    FINISHED = "finished"
    STOPPED = "stopped"
    """With one milestone; with everything when none is named."""
    PAUSED = "paused"
    RESUMED = "resumed"
    """After a pause, or after having stopped, however long ago."""
    NEW_JOB = "new_job"
    LOST_JOB = "lost_job"
    SECTOR_CHANGE = "sector_change"
    """With the same employer: other work, in another sector."""
    PROOF_ADDED = "proof_added"
    TALK_HELD = "talk_held"
    AGREEMENT_MADE = "agreement_made"
    MILESTONE_MOVED = "milestone_moved"
    CHECKED_IN = "checked_in"
    """The five questions of a year were answered."""
    CORRECTED = "corrected"
    """Another event was written down wrongly; this says how it was, or that it was not."""
    CLOSED = "closed"
    """The ten years are over, or someone does not want to be followed any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, by whom it was written down and when. What a kind does not need stays empty."""

    id: UUID
    dossier_id: UUID
    kind: EventKind
    day: date
    """On which it happened."""
    written_at: datetime
    written_by: UUID | None = None
    """The account; None when the calendar itself did it."""
    plan_id: UUID | None = None
    milestone_id: UUID | None = None
    occupation_id: str = ""
    sector: str = ""
    """Of the work; empty for work outside technology."""
    employer: str = ""
    hours_per_week: int | None = None
    moved_to: date | None = None
    """The new day of a milestone."""
    year: int | None = None
    """Of the ten, for a check-in: 1 to 10."""
    words: str = ""
    """The reason, or what was proved or agreed."""
    corrects: UUID | None = None
    """The event that was written down wrongly."""
    instead: EventKind | None = None
    """What the other event really was; None: it never happened."""

    @property
    def place(self) -> tuple[date, datetime, UUID]:
        """Where it stands in the journal: by day, then as it was written down."""
        return self.day, self.written_at, self.id
