"""The audit trail: who did what with whose dossier and why, each entry sealed with the one before it.

It is only added to. Changing, removing or swapping an entry breaks every seal from there on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Self
from uuid import UUID

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed

COMPANY = "company"
"""The role in an entry of a company; instead of an account it has the link with which the company came in."""
MACHINE = "system"
"""The role in an entry that nobody in particular made, such as wiping what is over its date."""


class Why(StrEnum):
    """For what someone opened or changed something. A closed list: what is typed could never be erased here."""

    GUIDANCE = "guidance"
    """Helping this citizen on."""
    REGISTRATION = "registration"
    REFERRAL = "referral"
    HANDOVER = "handover"
    REQUEST = "request"
    """The citizen asked something, objected or wanted a correction."""
    REPORTING = "reporting"
    ACCESS = "access"
    """Accounts, passwords and second factors."""
    OVERSIGHT = "oversight"
    """Whether colleagues look and change only for their work."""
    OWN = "own"
    """About oneself."""
    UPKEEP = "upkeep"
    """What the clock does, such as wiping."""


def why_of(actor: Actor) -> Why:
    """For what someone changes a dossier: about oneself, or to help this citizen on."""
    return Why.OWN if actor.role is Role.CITIZEN else Why.GUIDANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What someone did. Words, not enums: what was written in year one is read in year ten, whatever was renamed."""

    moment: datetime
    account_id: UUID | None
    """None: the machine."""
    role: str
    organisation_id: UUID | None
    deed: str
    subject: UUID | None
    """The pseudonym of the dossier; None when it was about no dossier."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """Where the chain is: how many entries there are, and the hash of the last."""

    seq: int
    hash: str

    def next(self, trace: Trace) -> Self:
        """The seal of an entry that comes now."""
        sealed = f"{self.hash}\n{_canonical(self.seq + 1, trace)}"
        return type(self)(seq=self.seq + 1, hash=sha256(sealed.encode()).hexdigest())


START = Seal(seq=0, hash="0" * 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailEntry(Trace):
    """A trace in its place in the chain."""

    seq: int
    hash: str

    @property
    def seal(self) -> Seal:
        """As it stands here; whether it is right, the entry before it tells."""
        return Seal(seq=self.seq, hash=self.hash)

    def follows(self, before: Seal) -> bool:
        """Whether this is the entry that was made after the one with that seal, and is still as it was made."""
        return self.seal == before.next(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The first place where the trail is not what was written."""

    seq: int
    found: TrailEntry | None
    """What stands there, or instead of it; None when nothing does."""


def trace(actor: Actor | None, deed: Deed, subject: UUID | None, why: Why, moment: datetime) -> Trace:
    """What an actor did; None is the machine."""
    return Trace(
        moment=moment,
        account_id=actor.account_id if actor else None,
        role=actor.role.value if actor else MACHINE,
        organisation_id=actor.organisation_id if actor else None,
        deed=deed.value,
        subject=subject,
        why=why.value,
    )


def _canonical(seq: int, trace: Trace) -> str:
    """One text for one entry, on every machine and database. It never changes: old seals are made of it."""
    texts = {
        "seq": str(seq),
        "moment": trace.moment.astimezone(UTC).isoformat(timespec="microseconds"),
        "account": str(trace.account_id or ""),
        "role": trace.role,
        "organisation": str(trace.organisation_id or ""),
        "deed": trace.deed,
        "subject": str(trace.subject or ""),
        "why": trace.why,
    }
    return json.dumps(texts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
