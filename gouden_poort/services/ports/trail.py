"""The audit trail as it is kept: added to, and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.trail import Seal, Trace, TrailEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which deeds of the people of an organisation are asked for; None asks for all."""

    organisation_id: UUID
    account_id: UUID | None = None
    """Who did it."""
    since: datetime | None = None
    until: datetime | None = None
    """Before that moment."""
    before: int | None = None
    """Written earlier than the entry with this number."""
    most: int


class Trail(Protocol):
    """One chain of entries for the whole installation."""

    def add(
        self, trace: Trace
    ) -> None: ...  # sealed at commit, as the last thing: all others wait for the chain, so they wait shortly

    def seal(self) -> Seal: ...  # of the last entry that was committed

    def after(self, seq: int, most: int) -> Sequence[TrailEntry]: ...  # in order

    def about(self, subject: UUID) -> Sequence[TrailEntry]: ...  # the latest first

    def done_by(self, asked: Asked) -> Sequence[TrailEntry]: ...  # the latest first
