"""A way of looking at one's own people that someone gave a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

LONGEST_NAME = 40
"""Characters."""
MOST_VIEWS = 12
"""More than that nobody finds back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A name with the filters as they stand in the address; whoever made it is the only one who sees it."""

    id: UUID
    account_id: UUID
    name: str
    filters: str
    """Never the name of a person: that is not part of an address."""
    made_at: datetime
