"""Finding the demo among everything that is kept."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol
from uuid import UUID


class Demo(Protocol):
    """What hangs on the organisations of the demo."""

    def dossiers_elsewhere(self, bureau_id: UUID) -> int: ...  # those of every other organisation

    def remove(
        self, organisation_ids: Collection[UUID], account_ids: Collection[UUID], asked_ids: Collection[UUID]
    ) -> int: ...  # all of it, but for the audit trail; how many dossiers went
