"""Which organisation took up what somebody asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.claim import Claim


class Claims(Protocol):
    """One row for each request that somebody took up."""

    def add(self, claim: Claim) -> Claim: ...  # the one that was first, when somebody was

    def find(self, request_id: UUID) -> Claim | None: ...

    def all(self) -> Sequence[Claim]: ...
