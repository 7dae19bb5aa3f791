"""An account for someone who works for an organisation, and a new start for who cannot get in: both end in a link.

Whoever calls this has asked for the right. With `address_of` the link goes into the mail as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.people.account import STAFF, Account, Role
from gouden_poort.profiles.people.particulars import read_email, read_name, read_phone
from gouden_poort.profiles.people.way_in import Purpose
from gouden_poort.services.accounts import ways_in
from gouden_poort.services.accounts.mailing import AddressOf, mail_link, withdraw_links
from gouden_poort.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Someone with an account, and the token of the link to come in with; nobody can tell it again."""

    account: Account
    token: str
    mailed: bool = False
    """Whether a mail with it waits in the outbox."""


def invite(
    unit: UnitOfWork,
    organisation_id: UUID,
    *,
    role: Role,
    name: str,
    email: str,
    phone: str = "",
    moment: datetime,
    by: UUID | None,
    address_of: AddressOf | None = None,
) -> Invited:
    """Make the account of someone who works for an organisation; InvalidInput names every fault."""
    read = _particulars(role, name, email, phone)
    account = Account(
        id=uuid4(),
        role=role,
        name=read["name"],
        email=read["email"],
        phone=read["phone"],
        organisation_id=organisation_id,
        made_at=moment,
    )
    if not unit.accounts.add(account):
        expected = "an e-mail address that has no account yet"
        raise InvalidInput([FieldError(path="email", code="duplicate", given="", expected=expected)])
    return _with_link(unit, account, Purpose.INVITATION, moment, by=by, address_of=address_of)


def take_away(
    unit: UnitOfWork, account: Account, moment: datetime, *, by: UUID | None, address_of: AddressOf | None = None
) -> Invited:
    """Let nothing that someone had open the door any more; with a link to choose anew."""
    before = unit.accounts.credentials(account.id)
    unit.sessions.end_all(account.id, moment)
    unit.accounts.keep_recovery_codes(account.id, ())
    unit.accounts.keep_credentials(
        replace(before, password_hash=None, app_confirmed_at=None, app_draw=before.app_draw + 1)
    )
    purpose = Purpose.RESET if before.app_confirmed_at else Purpose.INVITATION
    return _with_link(unit, account, purpose, moment, by=by, address_of=address_of)


def _with_link(
    unit: UnitOfWork,
    account: Account,
    purpose: Purpose,
    moment: datetime,
    *,
    by: UUID | None,
    address_of: AddressOf | None,
) -> Invited:
    withdraw_links(unit, account.id)
    token = ways_in.make(unit, account, purpose, moment, made_by=by)
    mailed = address_of is not None and mail_link(unit, account, purpose, token, address_of, moment)
    return Invited(account=account, token=token, mailed=mailed)


def _particulars(role: Role, name: str, email: str, phone: str) -> dict[str, str]:
    """Name, mail address and number as they are kept, or every fault at once."""
    read: dict[str, str] = {}
    faults: list[FieldError] = []
    readers = (("name", name, read_name), ("email", email, read_email), ("phone", phone, read_phone))
    for field, typed, reader in readers:
        try:
            read[field] = reader(typed)
        except InvalidInput as wrong:
            faults += wrong.faults
    if role not in STAFF:
        faults.append(FieldError(path="role", code="not_a_choice", given=role.value, expected="a role of staff"))
    if faults:
        raise InvalidInput(faults)
    return read
