"""What a coach writes down about a talk, for colleagues or for the citizen too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

LONGEST_NOTE = 4_000
"""Characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note. Whether the citizen reads it is said each time; there is no default that may surprise."""

    id: UUID
    dossier_id: UUID
    author_id: UUID
    written_at: datetime
    text: str
    visible: bool
    """The citizen reads it; else it is for whoever coaches them."""
    changed_at: datetime | None = None
    version: int = 1
