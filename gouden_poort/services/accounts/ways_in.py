"""Links that let someone in once: made, looked at without using them up, and what may be chosen with one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.particulars import check_new_password
from gouden_poort.profiles.people.way_in import OF_STAFF, WORKS_FOR, Purpose, WayIn
from gouden_poort.services.accounts import sessions
from gouden_poort.services.accounts.mailing import withdraw_links
from gouden_poort.services.accounts.passwords import hashed_password
from gouden_poort.services.accounts.second_factor import app_secret, recovery_codes, recovery_hash, step_of
from gouden_poort.services.accounts.signing_in import Door, Opened
from gouden_poort.services.accounts.tokens import new_token, token_hash
from gouden_poort.services.ports import Credentials, UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """Whom a link lets in, and how far that person is with choosing."""

    account: Account
    way_in: WayIn
    has_password: bool
    app_secret: str
    """For the QR picture; worked out, and kept nowhere."""


def make(unit: UnitOfWork, account: Account, purpose: Purpose, moment: datetime, *, made_by: UUID | None) -> str:
    """The token of a new link, in the place of earlier ones."""
    token = new_token()
    unit.ways_in.close_all(account.id, moment)
    way_in = WayIn(
        account_id=account.id, purpose=purpose, made_at=moment, until=moment + WORKS_FOR[purpose], made_by=made_by
    )
    unit.ways_in.add(way_in, token_hash(token))
    return token


def purpose_of(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> Purpose | None:
    """What a link is for; None when it does not work (any more)."""
    if not token:
        return None
    with open_unit() as unit:
        found = _working(unit, token, moment)
    return None if found is None else found[1].purpose


def welcome(open_unit: UnitOfWorkFactory, key: str, token: str, moment: datetime) -> Welcome:
    """Whom a link of staff lets in. Looking uses nothing up. UnknownThing when it does not work (any more)."""
    _refuse_nothing(token)
    with open_unit() as unit:
        account, way_in = _of_staff(unit, token, moment)
        credentials = unit.accounts.credentials(account.id)
    return Welcome(
        account=account,
        way_in=way_in,
        has_password=credentials.password_hash is not None,
        app_secret=app_secret(key, account.id, credentials.app_draw),
    )


def choose_password(open_unit: UnitOfWorkFactory, token: str, password: str, moment: datetime) -> None:
    """Keep the password that a new or returning colleague chooses; InvalidInput, UnknownThing."""
    _refuse_nothing(token)
    with open_unit() as unit:
        account, _ = _of_staff(unit, token, moment)
        chosen = hashed_password(check_new_password(password, email=account.email))
        unit.accounts.keep_credentials(replace(unit.accounts.credentials(account.id), password_hash=chosen))
        unit.commit()


def confirm_app(door: Door, token: str, code: str, moment: datetime) -> Opened | None:
    """Use the link up: the app gives right codes, so someone is signed in. None for a wrong code; TooManyTries."""
    _refuse_nothing(token)
    with door.open_unit() as unit:
        account, _ = _of_staff(unit, token, moment)
        credentials = unit.accounts.credentials(account.id)
    if credentials.password_hash is None:
        raise UnknownThing("link", "")
    limits = door.hold_back(f"code {account.id}", moment)
    step = step_of(app_secret(door.key, account.id, credentials.app_draw), code, moment)
    if step is None:
        return None
    with door.open_unit() as unit:
        if not unit.ways_in.use(token_hash(token), moment) or not unit.accounts.use_app_step(account.id, step):
            return None
        _let_in(unit, door.key, credentials, moment)
        opened = sessions.begin(unit, account, moment, device=door.device, complete=True)
        unit.commit()
    door.tries.give_back(*limits)
    return Opened(account=account, token=opened, complete=True)


def draw_recovery_codes(unit: UnitOfWork, key: str, credentials: Credentials) -> Credentials:
    """New codes on paper in the place of earlier ones."""
    drawn = replace(credentials, recovery_draw=credentials.recovery_draw + 1)
    codes = recovery_codes(key, drawn.account_id, drawn.recovery_draw)
    unit.accounts.keep_credentials(drawn)
    unit.accounts.keep_recovery_codes(drawn.account_id, [recovery_hash(key, code) for code in codes])
    return drawn


def codes_on_paper(open_unit: UnitOfWorkFactory, key: str, account_id: UUID) -> Sequence[str]:
    """The codes that were drawn last; a page shows them once, right after drawing."""
    with open_unit() as unit:
        draw = unit.accounts.credentials(account_id).recovery_draw
    return recovery_codes(key, account_id, draw)


def _let_in(unit: UnitOfWork, key: str, credentials: Credentials, moment: datetime) -> None:
    withdraw_links(unit, credentials.account_id)
    unit.sessions.end_all(credentials.account_id, moment)
    draw_recovery_codes(unit, key, replace(credentials, app_confirmed_at=moment))


def _refuse_nothing(token: str) -> None:
    """Who came without any link need not be looked up."""
    if not token:
        raise UnknownThing("link", "")


def _of_staff(unit: UnitOfWork, token: str, moment: datetime) -> tuple[Account, WayIn]:
    found = _working(unit, token, moment)
    if found is None or found[1].purpose not in OF_STAFF:
        raise UnknownThing("link", "")
    return found


def _working(unit: UnitOfWork, token: str, moment: datetime) -> tuple[Account, WayIn] | None:
    way_in = unit.ways_in.find(token_hash(token))
    if way_in is None or not way_in.works_at(moment):
        return None
    account = unit.accounts.find(way_in.account_id)
    return None if account is None or account.disabled_at else (account, way_in)
