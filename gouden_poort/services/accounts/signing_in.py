"""Signing in: a password, and for staff a code of the app besides. Who guesses is held back before any work is done.

A name that nobody has, a wrong password and a disabled account get the same answer, after the same work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gouden_poort.errors import InvalidInput, TooManyTries
from gouden_poort.profiles.people.account import STAFF, Account
from gouden_poort.services.accounts import sessions
from gouden_poort.services.accounts.passwords import fits
from gouden_poort.services.accounts.second_factor import app_secret, recovery_hash, step_of
from gouden_poort.services.accounts.tokens import token_hash
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.resume_code import read_code
from gouden_poort.services.tries import Tries

GUESSES_OF_A_NAME = 5
GUESSES_OF_A_BLOCK = 25
"""More than one colleague may sit behind one block of addresses."""
_DIGITS_OF_A_CODE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Where someone signs in: what keeps guesses in check, and how this browser is called in the list of sessions."""

    open_unit: UnitOfWorkFactory
    tries: Tries
    key: str
    device: str
    block: str
    """The block of addresses of the one who asks."""

    def hold_back(self, who: str, moment: datetime) -> Mapping[str, int]:
        """Count a guess; TooManyTries for who made too many, or sits among others who did."""
        limits = {
            f"sign in name {who}": GUESSES_OF_A_NAME,
            f"sign in block {self.block}": GUESSES_OF_A_BLOCK,
        }
        wait = self.tries.take(limits, moment)
        if wait is not None:
            raise TooManyTries(wait)
        return limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a right answer opens: a session that is complete, or one that waits for the second factor."""

    account: Account
    token: str
    complete: bool


def with_password(
    door: Door, email: str, password: str, moment: datetime, *, own_device: bool = False
) -> Opened | None:
    """Sign in with a password; None when it is not right, without telling why. TooManyTries."""
    limits = door.hold_back(email, moment)
    with door.open_unit() as unit:
        account = unit.accounts.with_email(email)
        credentials = None if account is None else unit.accounts.credentials(account.id)
        if not fits(password, credentials.password_hash if credentials else None):
            return None
        if account is None or credentials is None or account.disabled_at:
            return None
        staff = account.role in STAFF
        if staff and credentials.app_confirmed_at is None:  # an invitation that was left half-way
            return None
        token = sessions.begin(unit, account, moment, device=door.device, own_device=own_device, complete=not staff)
        unit.commit()
    door.tries.give_back(*limits)
    return Opened(account=account, token=token, complete=not staff)


def with_code(door: Door, half_token: str, typed: str, moment: datetime) -> Opened | None:
    """The second step of staff: a code of the app or one on paper. None when it is wrong; TooManyTries.

    Who comes through gets a new session; the half one is over.
    """
    half = sessions.half_way(door.open_unit, half_token, moment)
    if half is None:
        return None
    limits = door.hold_back(f"code {half.account.id}", moment)
    with door.open_unit() as unit:
        if not _is_right(unit, door.key, half.account, typed, moment):
            return None
        unit.sessions.end(half.session.id, moment)
        token = sessions.begin(unit, half.account, moment, device=door.device, complete=True)
        unit.commit()
    door.tries.give_back(*limits)
    return Opened(account=half.account, token=token, complete=True)


def with_link(door: Door, link_token: str, moment: datetime) -> Opened | None:
    """Sign a citizen in with a link that was mailed or made by the coach; it works once."""
    if not link_token:
        return None
    with door.open_unit() as unit:
        way_in = unit.ways_in.find(token_hash(link_token))
        if way_in is None or not way_in.works_at(moment):
            return None
        account = unit.accounts.find(way_in.account_id)
        if account is None or account.disabled_at or account.role in STAFF:
            return None
        if not unit.ways_in.use(token_hash(link_token), moment):
            return None
        token = sessions.begin(unit, account, moment, device=door.device, complete=True)
        unit.commit()
    return Opened(account=account, token=token, complete=True)


def _is_right(unit: UnitOfWork, key: str, account: Account, typed: str, moment: datetime) -> bool:
    """Whether a code is one of the app that was not used before, or one on paper that was not."""
    if sum(letter.isdecimal() for letter in typed) == len("".join(typed.split())) == _DIGITS_OF_A_CODE:
        credentials = unit.accounts.credentials(account.id)
        step = step_of(app_secret(key, account.id, credentials.app_draw), typed, moment)
        return step is not None and unit.accounts.use_app_step(account.id, step)
    try:
        code = read_code(typed)
    except InvalidInput:
        return False
    return unit.accounts.use_recovery_code(account.id, recovery_hash(key, code), moment)
