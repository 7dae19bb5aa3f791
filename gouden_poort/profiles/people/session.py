"""One signing in, in one browser, and how long it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

HALF_WAY = timedelta(minutes=10)
"""How long someone may take between the password and the code of the app."""
IDLE, LONGEST = timedelta(minutes=30), timedelta(hours=12)
IDLE_OWN_DEVICE, LONGEST_OWN_DEVICE = timedelta(days=30), timedelta(days=180)
"""For a citizen who said that the device is their own; staff see dossiers of others and cannot say so."""
KEPT_AFTER_END = timedelta(days=7)
"""How long it is still known whose session it was, so that a form that was under way goes to its sender alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What is kept of one signing in; the token that opens it stands in the browser alone."""

    id: UUID
    account_id: UUID
    begun_at: datetime
    used_at: datetime
    complete: bool
    """Whether all factors were given that the role needs; before that it opens nothing."""
    own_device: bool
    device: str
    """What kind of browser it is, in the words of our own list; nothing that is true of one device alone."""
    ended_at: datetime | None = None

    def lives_at(self, moment: datetime) -> bool:
        """Whether it still opens the door at a moment."""
        if self.ended_at is not None:
            return False
        if not self.complete:
            return moment - self.begun_at < HALF_WAY
        idle, longest = (IDLE_OWN_DEVICE, LONGEST_OWN_DEVICE) if self.own_device else (IDLE, LONGEST)
        return moment - self.used_at < idle and moment - self.begun_at < longest
