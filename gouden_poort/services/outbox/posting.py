"""Putting a message into the outbox, and taking it out again as long as nobody sent it."""

from __future__ import annotations

from collections.abc import Sequence
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
    return unit.outbox.add(_fresh(message))


def post_all(unit: UnitOfWork, messages: Sequence[Message]) -> Sequence[Message]:
    """Many at once, without those to an address that no mail server takes; the ones that were not there yet."""
    return unit.outbox.add_all([fresh for each in messages if (fresh := _deliverable(each)) is not None])


def post_if_deliverable(unit: UnitOfWork, message: Message) -> bool:
    """The same, but False for an address that no mail server takes: what the message is about goes on without it."""
    fresh = _deliverable(message)
    if fresh is not None:
        unit.outbox.add(fresh)
    return fresh is not None


def same_message(kind: MessageKind, about: UUID, *more: str) -> UUID:
    """An id for a message about one thing, so that who runs twice posts once: `more` is a day, a channel or a link."""
    return uuid5(about, "\n".join((kind.value, *more)))


def _fresh(message: Message) -> Message:
    """As nobody tried to send it yet; what stands on a screen is there from its moment on."""
    check(message)
    fresh = replace(message, sent_at=None, tries=0, claimed_at=None, next_try=message.due, failure="")
    return replace(fresh, sent_at=message.due, next_try=None) if message.channel is Channel.SCREEN else fresh


def _deliverable(message: Message) -> Message | None:
    """The same; None where only its address is wrong."""
    try:
        return _fresh(message)
    except InvalidInput as wrong:
        if any(fault.path != "to" for fault in wrong.faults):
            raise
        return None


def withdraw(unit: UnitOfWork, message_id: UUID) -> bool:
    """Take back a message that is no longer true, such as a reminder of a talk that moved; False: it went already."""
    return unit.outbox.remove(message_id)
