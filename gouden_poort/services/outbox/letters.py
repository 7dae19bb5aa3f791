"""What a colleague reads, prints, posts or sends once more of the messages to a client; each is written down."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.message import Channel, Message
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.outbox.opening import opened
from gouden_poort.services.outbox.tidying import again
from gouden_poort.services.ports import UnitOfWorkFactory


def read(open_unit: UnitOfWorkFactory, actor: Actor, message_id: UUID, moment: datetime) -> Message:
    """A message with what it says; NotAllowed. UnknownThing once it was sent: then only that is kept."""
    with open_unit(actor) as unit:
        found = opened(unit, actor, Deed.READ_MESSAGE, message_id, moment)
        if not found.facts:
            raise UnknownThing("message", str(message_id))
        unit.commit()
    return found


def letter(open_unit: UnitOfWorkFactory, actor: Actor, message_id: UUID, moment: datetime) -> Message:
    """A letter to print; UnknownThing when there is none, NotAllowed when it is about the client of another."""
    return _to_post(read(open_unit, actor, message_id, moment))


def mark_posted(open_unit: UnitOfWorkFactory, actor: Actor, message_id: UUID, moment: datetime) -> None:
    """Note that a letter went into the post; from then on only that is kept. UnknownThing, NotAllowed."""
    with open_unit(actor) as unit:
        found = _to_post(opened(unit, actor, Deed.SEND_MESSAGE, message_id, moment))
        unit.outbox.change(found, found.sent(moment))
        unit.commit()


def send_again(open_unit: UnitOfWorkFactory, actor: Actor, message_id: UUID, moment: datetime) -> None:
    """Let a mail be tried once more that did not arrive. UnknownThing for any other, NotAllowed."""
    with open_unit(actor) as unit:
        again(unit, opened(unit, actor, Deed.SEND_MESSAGE, message_id, moment), moment)
        unit.commit()


def _to_post(found: Message) -> Message:
    if found.channel is not Channel.LETTER or found.sent_at is not None:
        raise UnknownThing("letter", str(found.id))
    return found
