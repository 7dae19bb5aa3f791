"""What whoever runs the installation does on its command line: organisations, and first people in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.errors import FieldError, InvalidInput, UnknownThing
from gouden_poort.profiles.people.account import STAFF, Role
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.profiles.people.particulars import read_email, read_name
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.typed import readable
from gouden_poort.services.accounts.inviting import Invited, invite, take_away
from gouden_poort.services.accounts.listing import Line, lines
from gouden_poort.services.accounts.mailing import AddressOf
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


def add_organisation(
    open_unit: UnitOfWorkFactory, name: str, kind: OrganisationKind, *, phone: str = ""
) -> Organisation:
    """Keep an organisation; InvalidInput when another has its name."""
    made = Organisation(id=uuid4(), name=read_name(name), kind=kind, phone=readable(phone))
    with open_unit() as unit:
        if not unit.organisations.add(made):
            expected = "a name that no other organisation has"
            raise InvalidInput([FieldError(path="name", code="duplicate", given=made.name, expected=expected)])
        unit.commit()
    return made


def organisations(open_unit: UnitOfWorkFactory) -> Sequence[Organisation]:
    """Every organisation, by name."""
    with open_unit() as unit:
        return unit.organisations.all()


def add_staff(
    open_unit: UnitOfWorkFactory,
    *,
    organisation: str,
    role: Role,
    name: str,
    email: str,
    phone: str = "",
    moment: datetime,
    address_of: AddressOf | None = None,
) -> Invited:
    """Invite someone into an organisation, by its name or id; InvalidInput, UnknownThing."""
    with open_unit() as unit:
        there = _organisation(unit, organisation)
        invited = invite(
            unit,
            there.id,
            role=role,
            name=name,
            email=email,
            phone=phone,
            moment=moment,
            by=None,
            address_of=address_of,
        )
        record(unit, None, Deed.INVITE_STAFF, invited.account.id, Why.ACCESS, moment)
        unit.commit()
    return invited


def start_anew(
    open_unit: UnitOfWorkFactory, email: str, moment: datetime, *, address_of: AddressOf | None = None
) -> Invited:
    """A new link for someone who cannot get in, where no administrator is left who could make it; UnknownThing."""
    with open_unit() as unit:
        account = unit.accounts.with_email(read_email(email))
        if account is None or account.role not in STAFF:
            raise UnknownThing("user", "with that e-mail address")
        invited = take_away(unit, account, moment, by=None, address_of=address_of)
        record(unit, None, Deed.RESET_STAFF, account.id, Why.ACCESS, moment)
        unit.commit()
    return invited


def everyone(open_unit: UnitOfWorkFactory) -> Sequence[Line]:
    """Everyone who works for an organisation."""
    with open_unit() as unit:
        return lines(unit, unit.accounts.staff())


def _organisation(unit: UnitOfWork, given: str) -> Organisation:
    try:
        found = unit.organisations.find(UUID(given))
    except ValueError:
        found = unit.organisations.named(read_name(given))
    if found is None:
        raise UnknownThing("organisation", given[:80])
    return found
