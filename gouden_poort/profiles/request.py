"""What somebody asks of a person here, of any kind: with a number, a term, and an end to how long it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request that a person answers; each kind says how long it is kept."""

    KEPT_AFTER_ANSWER: ClassVar[timedelta]
    KEPT_WITHOUT_ANSWER: ClassVar[timedelta | None] = None
    """How long it stays when nobody ever noted an answer; None: until there is one."""

    id: UUID
    number: str
    """What its sender may quote: eight characters in two groups."""
    received_at: datetime
    answer_by: date
    """The last day on which an answer is in time."""
    answered_at: datetime | None = None

    def is_late_on(self, day: date) -> bool:
        """Whether it had to be answered before that day and was not."""
        return self.answered_at is None and day > self.answer_by

    @property
    def kept_until(self) -> datetime | None:
        """From when it is no longer shown, and wiped by who tidies; None where only an answer ends it."""
        if self.answered_at is not None:
            return self.answered_at + self.KEPT_AFTER_ANSWER
        return None if self.KEPT_WITHOUT_ANSWER is None else self.received_at + self.KEPT_WITHOUT_ANSWER

    def is_kept_at(self, moment: datetime) -> bool:
        """Whether it may still be shown."""
        return self.kept_until is None or moment < self.kept_until
