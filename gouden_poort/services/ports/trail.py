"""The audit trail as it is kept: added to, and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.trail import Seal, Trace, TrailEntry


class Trail(Protocol):
    """One chain of entries for the whole installation."""

    def add(
        self, trace: Trace
    ) -> None: ...  # sealed at commit, as the last thing: all others wait for the chain, so they wait shortly

    def seal(self) -> Seal: ...  # of the last entry that was committed

    def after(self, seq: int, most: int) -> Sequence[TrailEntry]: ...  # in order

    def about(self, subject: UUID) -> Sequence[TrailEntry]: ...  # the latest first
