"""What a sector, a fund or an employer promised somebody on paper, and whether both sides stand behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

LONGEST_NAME = 120
LONGEST_PAPER = 200
LONGEST_DOUBT = 500
"""Characters of why a commitment is not right, or why it ended."""


class Party(StrEnum):
    """Who can promise something."""

    SECTOR = "sector"
    FUND = "fund"
    EMPLOYER = "employer"


class CommitmentState(StrEnum):
    """Whether both sides stand behind a commitment."""

    RECORDED = "recorded"
    """Written down by one side."""
    AGREED = "agreed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One promise on paper. A clause that is not in it is None or False: nothing is added to what was promised."""

    id: UUID
    dossier_id: UUID
    party: Party
    name: str
    """Of the sector, the fund or the employer."""
    paper: str
    """Where it is written: a contract, a letter, and of which day."""
    holds_from: date
    holds_until: date | None = None
    work_within_weeks: int | None = None
    """After work is lost: an offer of other work within so many weeks."""
    training_every_months: int | None = None
    """A training step that is paid, at least so often."""
    takes_back: bool = False
    """Who stopped may come in again."""
    pause_extends: bool = False
    """Time that someone pauses is added at the end."""
    recorded_at: datetime
    recorded_by: UUID
    agreed_by_citizen_at: datetime | None = None
    agreed_by_staff_at: datetime | None = None
    doubted_at: datetime | None = None
    """When the citizen said that it is not right; None once that was solved, or never said."""
    doubt: str = ""
    """What is not right, in the words of the citizen."""
    ended_on: date | None = None
    """The last day on which it holds."""
    ended_because: str = ""
    version: int = 1

    @property
    def has_clause(self) -> bool:
        """Whether it promises anything."""
        given = (self.work_within_weeks, self.training_every_months)
        return any(each is not None for each in given) or self.takes_back or self.pause_extends

    def state_on(self, day: date) -> CommitmentState:
        """Whether both sides stand behind it on a day, also of one that begins later."""
        last = min(filter(None, (self.ended_on, self.holds_until)), default=None)
        if last is not None and last < day:
            return CommitmentState.ENDED
        both = self.agreed_by_citizen_at is not None and self.agreed_by_staff_at is not None
        return CommitmentState.AGREED if both else CommitmentState.RECORDED

    def holds_on(self, day: date) -> bool:
        """Whether something may be claimed from it on a day."""
        return self.holds_from <= day and self.state_on(day) is CommitmentState.AGREED


def is_backed(commitments: Sequence[Commitment], day: date) -> bool:
    """Whether something that both sides agreed holds on a day; only then something may be called a guarantee."""
    return any(each.holds_on(day) for each in commitments)


def begins_on(commitments: Sequence[Commitment], day: date) -> date | None:
    """The first day on which something that both sides agreed holds, where that is still to come; else None."""
    later = (each.holds_from for each in commitments if each.holds_from > day and each.holds_on(each.holds_from))
    return None if is_backed(commitments, day) else min(later, default=None)
