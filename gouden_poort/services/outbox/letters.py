"""Letters of a dossier: a colleague prints them, posts them and says so. Mail that did not arrive can go so too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.message import Channel, Message
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


def unsent_about(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID) -> Sequence[Message]:
    """What waits for, or did not reach, the person of a dossier; NotAllowed."""
    with open_unit(actor) as unit:
        opened(unit, actor, Deed.SEE_DOSSIER, dossier_id)
        return unit.outbox.unsent_about(dossier_id)


def letter(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, message_id: UUID) -> Message:
    """A letter to print; UnknownThing when this dossier has none, NotAllowed when it is of the client of another."""
    with open_unit(actor) as unit:
        return _to_post(unit, actor, Deed.SEE_DOSSIER, dossier_id, message_id)


def mark_posted(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, message_id: UUID, moment: datetime
) -> None:
    """Note that a letter went into the post; from then on only that is kept. UnknownThing, NotAllowed."""
    with open_unit(actor) as unit:
        found = _to_post(unit, actor, Deed.CHANGE_DOSSIER, dossier_id, message_id)
        unit.outbox.change(found, found.sent(moment))
        unit.commit()


def _to_post(unit: UnitOfWork, actor: Actor, deed: Deed, dossier_id: UUID, message_id: UUID) -> Message:
    opened(unit, actor, deed, dossier_id)
    found = unit.outbox.find(message_id)
    if found is None or found.dossier_id != dossier_id:
        raise UnknownThing("letter", str(message_id))
    if found.channel is not Channel.LETTER or found.sent_at is not None:
        raise UnknownThing("letter", str(message_id))
    return found
