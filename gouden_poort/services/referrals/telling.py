"""Telling colleagues that there is something about a referral: that there is, and never what or about whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from gouden_poort.profiles.people.account import Account, Role
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.services.outbox import post, same_message
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

Address = Callable[[UUID], str]
"""The full address of the page of a referral."""


def coaches_at(open_unit: UnitOfWorkFactory, organisation_id: UUID) -> Sequence[Account]:
    """Who may answer a referral to an organisation."""
    with open_unit() as unit:
        staff = unit.accounts.staff(organisation_id)
    return [each for each in staff if each.role is Role.COACH and each.disabled_at is None]


def account(open_unit: UnitOfWorkFactory, account_id: UUID | None) -> Account | None:
    """A colleague, who may work elsewhere; None for who is not there any more."""
    with open_unit() as unit:
        return unit.accounts.find(account_id) if account_id else None


def tell(  # noqa: PLR0917 - in the order of the sentence
    unit: UnitOfWork, to: Account, kind: MessageKind, facts: Mapping[str, str], about: UUID, moment: datetime
) -> None:
    """Put a mail into the outbox, in the unit of work of what it is about."""
    if to.disabled_at is None and to.email:
        post(
            unit,
            Message(
                id=same_message(kind, about, str(to.id)),
                kind=kind,
                language=to.language,
                to=to.email,
                facts=facts,
                made_at=moment,
                due=moment,
                organisation_id=to.organisation_id,
                account_id=to.id,
            ),
        )
