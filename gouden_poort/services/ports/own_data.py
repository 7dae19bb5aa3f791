"""Everything that is kept about one person, wherever it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

Document = Mapping[str, object]


class OwnData(Protocol):
    """Rows that lead to a dossier, found through the schema; the audit trail is not among them."""

    def all_of(
        self, dossier_id: UUID
    ) -> Document: ...  # by table, as JSON can say it: what each column is for, and the rows; without secrets

    def erase(self, dossier_id: UUID) -> Mapping[str, int]: ...  # how many rows went, by table
