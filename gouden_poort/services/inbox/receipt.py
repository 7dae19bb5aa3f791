"""The receipt of a request: mailed once to who gave a mail address, for as long as what it says is true.

It is of no organisation, and so for nobody's eyes, until an organisation takes the request up.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from gouden_poort.profiles.dutch_time import beginning_of
from gouden_poort.profiles.people.message import STUCK, Message, MessageKind
from gouden_poort.profiles.request import Request
from gouden_poort.services.inbox.reaching import Asked, language_of, mail_of
from gouden_poort.services.outbox import post, same_message, withdraw
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


def mail_receipt(unit: UnitOfWork, asked: Asked, spoken: Collection[str], reads: str) -> None:
    """Post it in the unit of work that keeps the request. `reads`: the language in which it was asked."""
    to = mail_of(asked)
    if not to:
        return
    post(
        unit,
        Message(
            id=_id(asked),
            kind=MessageKind.REQUEST_RECEIPT,
            language=language_of(asked, spoken, reads),
            to=to,
            facts={"number": asked.number, "answer_by": asked.answer_by.isoformat()},
            made_at=asked.received_at,
            due=asked.received_at,
            useless_after=beginning_of(asked.answer_by + timedelta(days=1)),
        ),
    )


def is_mailed(open_unit: UnitOfWorkFactory, asked: Request, moment: datetime) -> bool:
    """Whether it went out or will; False too when it did not arrive, or when nobody knows."""
    with open_unit() as unit:
        found = unit.outbox.find(_id(asked))
    return found is not None and found.standing(moment) not in STUCK and not found.is_useless(moment)


def show_to(unit: UnitOfWork, asked: Request, organisation_id: UUID) -> None:
    """Let the people of who takes a request up see how far its receipt is."""
    found = unit.outbox.find(_id(asked))
    if found is not None:
        unit.outbox.change(found, replace(found, organisation_id=organisation_id))


def take_back(unit: UnitOfWork, asked: Request) -> None:
    """Not to be sent any more: the request is gone, or was answered sooner than anybody sent this."""
    withdraw(unit, _id(asked))


def _id(asked: Request) -> UUID:
    """With the number: who takes a request back and sends the same form again has another one."""
    return same_message(MessageKind.REQUEST_RECEIPT, asked.id, asked.number)
