"""What an administrator does with colleagues, never with oneself: invite, disable, let in again, give a new start.

Each deed is written in the audit trail, with the account of the colleague as what it was about.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import STAFF, Account, Actor, Role
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.accounts import inviting
from gouden_poort.services.accounts.inviting import Invited
from gouden_poort.services.accounts.listing import Line, lines
from gouden_poort.services.accounts.mailing import AddressOf, withdraw_links
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


def colleagues(open_unit: UnitOfWorkFactory, actor: Actor) -> Sequence[Line]:
    """Everyone of the own organisation who may sign in, oneself among them."""
    require(actor, Deed.INVITE_STAFF, Ties(organisation_id=actor.organisation_id))
    with open_unit() as unit:
        return lines(unit, unit.accounts.staff(actor.organisation_id))


def invite(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    *,
    role: Role,
    name: str,
    email: str,
    phone: str = "",
    moment: datetime,
    address_of: AddressOf | None = None,
) -> Invited:
    """Give someone an account in the own organisation; InvalidInput. With `address_of` the link is mailed as well."""
    require(actor, Deed.INVITE_STAFF, Ties(organisation_id=actor.organisation_id))
    with open_unit() as unit:
        organisation_id = _held(unit, actor)
        invited = inviting.invite(
            unit,
            organisation_id,
            role=role,
            name=name,
            email=email,
            phone=phone,
            moment=moment,
            by=actor.account_id,
            address_of=address_of,
        )
        record(unit, actor, Deed.INVITE_STAFF, invited.account.id, Why.ACCESS, moment)
        unit.commit()
    return invited


def disable(open_unit: UnitOfWorkFactory, actor: Actor, account_id: UUID, moment: datetime) -> Account:
    """Let someone in no more, from this very moment."""
    with open_unit() as unit:
        _held(unit, actor)
        account = _colleague(unit, actor, Deed.DISABLE_STAFF, account_id)
        unit.accounts.set_disabled(account.id, moment)
        unit.sessions.end_all(account.id, moment)
        unit.ways_in.close_all(account.id, moment)
        withdraw_links(unit, account.id)
        record(unit, actor, Deed.DISABLE_STAFF, account.id, Why.ACCESS, moment)
        unit.commit()
    return account


def enable(open_unit: UnitOfWorkFactory, actor: Actor, account_id: UUID, moment: datetime) -> Account:
    """Let someone in again, with the same password and second factor."""
    with open_unit() as unit:
        account = _colleague(unit, actor, Deed.ENABLE_STAFF, account_id)
        unit.accounts.set_disabled(account.id, None)
        record(unit, actor, Deed.ENABLE_STAFF, account.id, Why.ACCESS, moment)
        unit.commit()
    return account


def start_anew(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    account_id: UUID,
    moment: datetime,
    *,
    address_of: AddressOf | None = None,
) -> Invited:
    """Take password and second factor away from a colleague, and make a link to choose them again."""
    with open_unit() as unit:
        account = _colleague(unit, actor, Deed.RESET_STAFF, account_id)
        if account.disabled_at is not None:
            raise UnknownThing("user", "who may sign in")
        invited = inviting.take_away(unit, account, moment, by=actor.account_id, address_of=address_of)
        record(unit, actor, Deed.RESET_STAFF, account.id, Why.ACCESS, moment)
        unit.commit()
    return invited


def _held(unit: UnitOfWork, actor: Actor) -> UUID:
    """The own organisation, in which nobody else is let in or out meanwhile.

    So two administrators cannot disable each other at the same moment: the second one is no administrator any more.
    """
    if actor.organisation_id is None:
        raise NotAllowed("without an organisation")
    unit.organisations.hold(actor.organisation_id)
    own = unit.accounts.find(actor.account_id)
    if own is None or own.disabled_at is not None:
        raise NotAllowed("with a disabled account")
    return actor.organisation_id


def _colleague(unit: UnitOfWork, actor: Actor, deed: Deed, account_id: UUID) -> Account:
    """Someone of the own organisation; UnknownThing for nobody, NotAllowed for others and for oneself."""
    account = unit.accounts.find(account_id)
    if account is None or account.role not in STAFF:
        raise UnknownThing("user", str(account_id))
    require(actor, deed, Ties(account_id=account.id, organisation_id=account.organisation_id))
    return account
