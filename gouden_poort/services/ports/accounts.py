"""Organisations, who may sign in, with what, and where someone is signed in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.organisation import Organisation
from gouden_poort.profiles.people.session import Session
from gouden_poort.profiles.people.way_in import WayIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """With what someone signs in. Neither a password nor the secret of an app can be read from it."""

    account_id: UUID
    password_hash: str | None = None
    app_draw: int = 0
    """Which secret the app has: it is worked out from the key of the installation and this number."""
    app_confirmed_at: datetime | None = None
    """When a code of the app was right for the first time; without it the app does not count."""
    recovery_draw: int = 0
    last_used_at: datetime | None = None


class Organisations(Protocol):
    """Bodies that people belong to."""

    def add(self, organisation: Organisation) -> bool: ...  # False when another has that name

    def find(self, organisation_id: UUID) -> Organisation | None: ...

    def named(self, name: str) -> Organisation | None: ...

    def all(self) -> Sequence[Organisation]: ...

    def hold(self, organisation_id: UUID) -> None: ...  # whoever else wants to hold it waits until this unit ends


class Accounts(Protocol):
    """People who may sign in."""

    def add(self, account: Account) -> bool: ...  # False when another has that mail address

    def find(self, account_id: UUID) -> Account | None: ...

    def with_email(self, email: str) -> Account | None: ...

    def staff(self, organisation_id: UUID | None = None) -> Sequence[Account]: ...  # None: of every organisation

    def set_disabled(self, account_id: UUID, moment: datetime | None) -> None: ...

    def set_email(self, account_id: UUID, email: str) -> bool: ...  # False, nothing changed, when another has it

    def set_phone(self, account_id: UUID, phone: str) -> None: ...

    def credentials(self, account_id: UUID) -> Credentials: ...  # empty ones when nothing was chosen yet

    def credentials_of(self, account_ids: Collection[UUID]) -> Sequence[Credentials]: ...

    def keep_credentials(self, credentials: Credentials) -> None: ...

    def use_app_step(self, account_id: UUID, step: int) -> bool: ...  # False when it, or a later one, was used

    def keep_recovery_codes(self, account_id: UUID, hashes: Collection[str]) -> None: ...  # instead of earlier ones

    def use_recovery_code(self, account_id: UUID, code_hash: str, moment: datetime) -> bool: ...  # False: not there

    def recovery_codes_left(self, account_id: UUID) -> int: ...


class Sessions(Protocol):
    """Where someone is signed in, found by the hash of the token in the browser."""

    def add(self, session: Session, token_hash: str) -> None: ...

    def find(self, token_hash: str) -> Session | None: ...

    def with_id(self, session_id: UUID) -> Session | None: ...

    def of_account(self, account_id: UUID) -> Sequence[Session]: ...  # those that nobody ended, the latest first

    def use(self, session_id: UUID, moment: datetime) -> None: ...

    def end(self, session_id: UUID, moment: datetime) -> None: ...

    def end_all(self, account_id: UUID, moment: datetime, *, but: UUID | None = None) -> None: ...

    def remove_unused_since(self, moment: datetime, *, own_device: bool) -> None: ...


class WaysIn(Protocol):
    """Links that let someone in once, found by their hash."""

    def add(self, way_in: WayIn, token_hash: str) -> None: ...

    def find(self, token_hash: str) -> WayIn | None: ...

    def use(self, token_hash: str, moment: datetime) -> bool: ...  # False when it was used already

    def close_all(self, account_id: UUID, moment: datetime) -> None: ...

    def remove_over(self, moment: datetime) -> None: ...
