"""People who may sign in, as lists show them: name, role, last use, and whether they came in yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gouden_poort.profiles.people.account import Account
from gouden_poort.services.ports import UnitOfWork


class Standing(StrEnum):
    """How far someone is with coming in."""

    ACTIVE = "active"
    WAITING = "waiting"
    """A link was made and not used yet."""
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person in a list."""

    account: Account
    organisation: str
    standing: Standing
    last_used_at: datetime | None


def lines(unit: UnitOfWork, accounts: Sequence[Account]) -> Sequence[Line]:
    """A line for each account, in the same order."""
    names = {each.id: each.name for each in unit.organisations.all()}
    known = {each.account_id: each for each in unit.accounts.credentials_of([each.id for each in accounts])}
    return [
        Line(
            account=each,
            organisation=names[each.organisation_id] if each.organisation_id else "",
            standing=_standing(each, came_in=each.id in known and known[each.id].app_confirmed_at is not None),
            last_used_at=known[each.id].last_used_at if each.id in known else None,
        )
        for each in accounts
    ]


def _standing(account: Account, *, came_in: bool) -> Standing:
    if account.disabled_at is not None:
        return Standing.DISABLED
    return Standing.ACTIVE if came_in else Standing.WAITING
