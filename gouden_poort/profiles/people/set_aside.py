"""A rule that a coach sets aside for one person, with the reason that the citizen reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

SHORTEST_REASON, LONGEST_REASON = 20, 500
"""Characters: one word explains nothing to the one whom it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """One rule that does not count for one person, until it is taken back."""

    id: UUID
    dossier_id: UUID
    rule_id: str
    reason: str
    made_by: UUID
    made_at: datetime
    ended_at: datetime | None = None
    """When it was taken back: from then on the rule counts again."""
