"""The link of a colleague in the mail, beside the one that whoever made it can pass on by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Account
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.profiles.people.way_in import WORKS_FOR, Purpose
from gouden_poort.services import outbox
from gouden_poort.services.ports import UnitOfWork

AddressOf = Callable[[str], str]
"""The whole address of the token of a link."""
_KINDS = {Purpose.INVITATION: MessageKind.INVITATION, Purpose.RESET: MessageKind.RESET}


def mail_link(  # noqa: PLR0917 - in the order of the sentence
    unit: UnitOfWork, account: Account, purpose: Purpose, token: str, address_of: AddressOf, moment: datetime
) -> bool:
    """Post the link of a colleague, in the unit of work in which it was made; False for an address that no mail
    server takes: then it is passed on by hand alone."""
    until = moment + WORKS_FOR[purpose]
    facts = {"link": address_of(token), "until": dutch_day(until - timedelta(days=1)).isoformat()}
    if purpose is Purpose.INVITATION:
        facts["organisation"] = _organisation(unit, account)
    message = Message(
        id=uuid4(),
        kind=_KINDS[purpose],
        to=account.email,
        facts=facts,
        made_at=moment,
        due=moment,
        useless_after=until,
        organisation_id=account.organisation_id,
        account_id=account.id,
    )
    return outbox.post_if_deliverable(unit, message)


def withdraw_links(unit: UnitOfWork, account_id: UUID) -> None:
    """Take back what waits with a link to a colleague that does not work any more."""
    for each in unit.outbox.unsent():
        if each.account_id == account_id and each.kind in _KINDS.values():
            outbox.withdraw(unit, each.id)


def _organisation(unit: UnitOfWork, account: Account) -> str:
    found = unit.organisations.find(account.organisation_id) if account.organisation_id else None
    return found.name if found else ""
