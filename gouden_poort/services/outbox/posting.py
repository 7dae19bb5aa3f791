"""Putting a message into the outbox, and taking it out again as long as nobody sent it."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid5

from gouden_poort.errors import InvalidInput
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.message_facts import check
from gouden_poort.services.ports import UnitOfWork


def post(unit: UnitOfWork, message: Message) -> Message:
    """Keep a message in the unit of work of what it is about; whoever opened that commits both.

    The same id posted again changes nothing and gives the one that was kept. InvalidInput for an address or a fact
    that cannot be, and then nothing is kept. A message for the screen is there at once.
    """
    check(message)
    fresh = replace(message, sent_at=None, tries=0, claimed_at=None, next_try=message.due, failure="")
    if message.channel is Channel.SCREEN:
        fresh = replace(fresh, sent_at=message.due, next_try=None)
    return unit.outbox.add(fresh)


def post_if_deliverable(unit: UnitOfWork, message: Message) -> bool:
    """The same, but False for an address that no mail server takes: what the message is about goes on without it."""
    try:
        post(unit, message)
    except InvalidInput as wrong:
        if any(fault.path != "to" for fault in wrong.faults):
            raise
        return False
    return True


def same_message(kind: MessageKind, about: UUID, *more: str) -> UUID:
    """An id for a message about one thing, so that who runs twice posts once: `more` is a day, a channel or a link."""
    return uuid5(about, "\n".join((kind.value, *more)))


def withdraw(unit: UnitOfWork, message_id: UUID) -> bool:
    """Take back a message that is no longer true, such as a reminder of a talk that moved; False: it went already."""
    return unit.outbox.remove(message_id)
