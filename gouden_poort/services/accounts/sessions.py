"""Being signed in: it begins, is looked up with each request, and is ended here, in the table, for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.people.account import STAFF, Account, Actor
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.session import IDLE_OWN_DEVICE, KEPT_AFTER_END, Session
from gouden_poort.services.accounts.tokens import new_token, token_hash
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

_NOTED_EVERY = timedelta(minutes=1)
"""How exactly it is known when someone was last here; each request writing something would be dear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Someone who is signed in now, with all factors."""

    account: Account
    session: Session

    @property
    def actor(self) -> Actor:
        """Who asks, as far as rights go."""
        account = self.account
        return Actor(account_id=account.id, role=account.role, organisation_id=account.organisation_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """One line of the list of someone's own sessions."""

    session: Session
    is_this: bool


def begin(
    unit: UnitOfWork, account: Account, moment: datetime, *, device: str = "", own_device: bool = False, complete: bool
) -> str:
    """The token of a new session, for the browser; staff cannot say that a device is their own."""
    token = new_token()
    session = Session(
        id=uuid4(),
        account_id=account.id,
        begun_at=moment,
        used_at=moment,
        complete=complete,
        own_device=own_device and account.role not in STAFF,
        device=device,
    )
    unit.sessions.add(session, token_hash(token))
    if complete:
        note_use(unit, account.id, moment)
    return token


def note_use(unit: UnitOfWork, account_id: UUID, moment: datetime) -> None:
    """Note that someone was here."""
    unit.accounts.keep_credentials(replace(unit.accounts.credentials(account_id), last_used_at=moment))


def present(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> Present | None:
    """Who has this token; None when the session ended or never was, is not complete, or the account is disabled."""
    if not token:
        return None
    with open_unit() as unit:
        found = _living(unit, token, moment)
        if found is None or not found.session.complete:
            return None
        if moment - found.session.used_at >= _NOTED_EVERY:
            unit.sessions.use(found.session.id, moment)
            note_use(unit, found.account.id, moment)
            unit.commit()
    return found


def half_way(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> Present | None:
    """Who gave the password and not yet the second factor."""
    if not token:
        return None
    with open_unit() as unit:
        found = _living(unit, token, moment)
    return None if found is None or found.session.complete else found


def owner(open_unit: UnitOfWorkFactory, token: str) -> UUID | None:
    """Whose session this is or was, for as long as that is known."""
    with open_unit() as unit:
        session = unit.sessions.find(token_hash(token))
    return None if session is None else session.account_id


def leave(open_unit: UnitOfWorkFactory, token: str, moment: datetime) -> None:
    """End the session of this browser."""
    with open_unit() as unit:
        session = unit.sessions.find(token_hash(token))
        if session is not None:
            unit.sessions.end(session.id, moment)
            unit.commit()


def own_sessions(open_unit: UnitOfWorkFactory, actor: Actor, token: str, moment: datetime) -> Sequence[OpenSession]:
    """Where someone is signed in now, this browser on top."""
    require(actor, Deed.OWN_ACCOUNT, Ties(account_id=actor.account_id))
    with open_unit() as unit:
        this = unit.sessions.find(token_hash(token))
        alive = [each for each in unit.sessions.of_account(actor.account_id) if each.complete and each.lives_at(moment)]
    lines = [OpenSession(session=each, is_this=this is not None and each.id == this.id) for each in alive]
    return sorted(lines, key=lambda line: not line.is_this)


def end_one(open_unit: UnitOfWorkFactory, actor: Actor, session_id: UUID, moment: datetime) -> None:
    """End one of one's own sessions; UnknownThing, NotAllowed for one of somebody else."""
    with open_unit() as unit:
        session = unit.sessions.with_id(session_id)
        if session is None:
            raise UnknownThing("session", str(session_id))
        require(actor, Deed.OWN_ACCOUNT, Ties(account_id=session.account_id))
        unit.sessions.end(session_id, moment)
        unit.commit()


def end_others(open_unit: UnitOfWorkFactory, actor: Actor, token: str, moment: datetime) -> None:
    """End all of one's own sessions but the one of this browser."""
    require(actor, Deed.OWN_ACCOUNT, Ties(account_id=actor.account_id))
    with open_unit() as unit:
        this = unit.sessions.find(token_hash(token))
        unit.sessions.end_all(actor.account_id, moment, but=None if this is None else this.id)
        unit.commit()


def forget_old(open_unit: UnitOfWorkFactory, moment: datetime) -> None:
    """Remove sessions and links that are over for a week."""
    with open_unit() as unit:
        unit.sessions.remove_unused_since(moment - KEPT_AFTER_END, own_device=False)
        unit.sessions.remove_unused_since(moment - KEPT_AFTER_END - IDLE_OWN_DEVICE, own_device=True)
        unit.ways_in.remove_over(moment - KEPT_AFTER_END)
        unit.commit()


def _living(unit: UnitOfWork, token: str, moment: datetime) -> Present | None:
    session = unit.sessions.find(token_hash(token))
    if session is None or not session.lives_at(moment):
        return None
    account = unit.accounts.find(session.account_id)
    return None if account is None or account.disabled_at else Present(account=account, session=session)
