"""Links that let someone in once: an invitation, a new start, or signing in by mail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID


class Purpose(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    """A new colleague chooses a password and a second factor."""
    RESET = "reset"
    """A colleague chooses both again."""
    WELCOME = "welcome"
    """A citizen whom a coach invites, by mail or by a letter that takes a while."""
    SIGN_IN = "sign_in"
    """A citizen asked for it and finds it in the mail."""
    RECOVERY = "recovery"
    """A citizen who lost mail and password gets it from the coach."""


WORKS_FOR: Mapping[Purpose, timedelta] = MappingProxyType(
    {
        Purpose.INVITATION: timedelta(days=7),
        Purpose.RESET: timedelta(days=1),
        Purpose.WELCOME: timedelta(days=14),
        Purpose.SIGN_IN: timedelta(minutes=30),
        Purpose.RECOVERY: timedelta(days=1),
    }
)
OF_STAFF = frozenset({Purpose.INVITATION, Purpose.RESET})
"""Links after which someone chooses a password and a second factor; the others sign a citizen in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """What is kept of a link; the link itself is not."""

    account_id: UUID
    purpose: Purpose
    made_at: datetime
    until: datetime
    made_by: UUID | None
    """Who made it for someone else; None for the command line, and for who asked for it."""
    used_at: datetime | None = None

    def works_at(self, moment: datetime) -> bool:
        """Whether it still lets someone in."""
        return self.used_at is None and moment < self.until
