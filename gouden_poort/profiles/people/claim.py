"""Who takes up what somebody asked: from then on it is for the coaches of one organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One request that an organisation took up."""

    request_id: UUID
    organisation_id: UUID
    account_id: UUID
    taken_at: datetime
