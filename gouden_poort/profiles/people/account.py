"""Who may sign in, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What someone is here; one account has one role."""

    CITIZEN = "citizen"
    COACH = "coach"
    COUNSELLOR = "counsellor"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


STAFF = frozenset(Role) - {Role.CITIZEN}
"""Roles of people who work for an organisation: they need a second factor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Someone who signs in. Staff belong to an organisation; a citizen belongs to nobody."""

    id: UUID
    role: Role
    name: str
    email: str
    """In lower case; it is what someone signs in with."""
    organisation_id: UUID | None
    made_at: datetime
    language: str = "nl"
    """In which language messages to this person are written."""
    phone: str = ""
    """At work; citizens whom they help and counsellors may call it. Empty: they call the organisation."""
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who asks, as far as rights go: an account that is signed in with all the factors its role needs."""

    account_id: UUID
    role: Role
    organisation_id: UUID | None = None
