"""Accounts of citizens: a link in the mail lets them in, or a password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import uuid4

from gouden_poort.profiles.people.account import Account, Role
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.profiles.people.way_in import WORKS_FOR, Purpose
from gouden_poort.services import outbox
from gouden_poort.services.accounts import ways_in
from gouden_poort.services.accounts.signing_in import Door
from gouden_poort.services.ports import UnitOfWork


def add_citizen(unit: UnitOfWork, *, name: str, email: str, language: str, moment: datetime) -> Account | None:
    """Make the account of a citizen; None when the mail address has one. The caller asked for the right."""
    account = Account(
        id=uuid4(),
        role=Role.CITIZEN,
        name=name,
        email=email.lower(),
        organisation_id=None,
        made_at=moment,
        language=language,
    )
    return account if unit.accounts.add(account) else None


def ask_link(
    door: Door,
    email: str,
    moment: datetime,
    *,
    address_of: Callable[[str], str],
    aside: Callable[[Callable[[], object]], None],
) -> None:
    """Mail a link to a citizen with this address; TooManyTries for who asks often.

    Nobody learns whether there is one: not from the answer, and as it is looked up `aside`, not from how long it took.
    `address_of`: the whole address of a token, also once the request is over.
    """
    door.hold_back(f"link {email}", moment)
    aside(partial(_mail_link, door, email, moment, address_of))


def _mail_link(door: Door, email: str, moment: datetime, address_of: Callable[[str], str]) -> None:
    with door.open_unit() as unit:
        account = unit.accounts.with_email(email)
        if account is None or account.role is not Role.CITIZEN or account.disabled_at:
            return
        token = ways_in.make(unit, account, Purpose.SIGN_IN, moment, made_by=None)
        outbox.post(unit, _message(unit, account, address_of(token), moment))
        unit.commit()


def _message(unit: UnitOfWork, account: Account, link: str, moment: datetime) -> Message:
    """A mail of which the coach sees whether it arrived, and never what it says."""
    dossier = max(unit.dossiers.of_citizen(account.id), key=lambda each: each.registered_at, default=None)
    works_for = WORKS_FOR[Purpose.SIGN_IN]
    return Message(
        id=uuid4(),
        kind=MessageKind.SIGN_IN_LINK,
        language=account.language,
        to=account.email,
        facts={"link": link, "minutes": str(int(works_for.total_seconds()) // 60)},
        made_at=moment,
        due=moment,
        useless_after=moment + works_for,
        organisation_id=dossier.organisation_id if dossier else None,
        dossier_id=dossier.id if dossier else None,
        account_id=account.id,
    )
