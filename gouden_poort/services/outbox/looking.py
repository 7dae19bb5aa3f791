"""What waits or did not arrive, and what was sent when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.message import Message
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


def waiting_or_failed(open_unit: UnitOfWorkFactory) -> Sequence[Message]:
    """What was not sent yet, oldest first. It holds addresses: show kind, channel, moments and failure only."""
    with open_unit() as unit:
        return unit.outbox.unsent()


def own_messages(open_unit: UnitOfWorkFactory, actor: Actor, moment: datetime) -> Sequence[Message]:
    """What stands on the screen of a citizen for them to read, the last one first; NotAllowed for others."""
    require(actor, Deed.OWN_DOSSIER, Ties(citizen_id=actor.account_id))
    with open_unit(actor) as unit:
        return unit.outbox.on_screen_of(actor.account_id, moment)


def sent_about(unit: UnitOfWork, dossier_id: UUID, moment: datetime) -> Sequence[Message]:
    """What was sent by a moment to the person of a dossier, the last one first.

    Whoever asks has the right to see the dossier.
    """
    return unit.outbox.sent_about(dossier_id, moment)
