"""Opening a message for a colleague of whoever sent it: the rights are judged on whom it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.profiles.people.dossier import Dossier, ties_of
from gouden_poort.profiles.people.message import Message
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.ports import UnitOfWork
from gouden_poort.services.trail import record


def ties_of_message(message: Message, dossier: Dossier | None, *, shared: bool = True) -> Ties:
    """To whom a message is tied: as its dossier is, or else to an account, or to the house that wrote it."""
    if dossier is not None:
        ties = ties_of(dossier, shared=shared)
    else:
        ties = Ties(organisation_id=message.organisation_id, account_id=message.account_id)
    return replace(ties, opens_account=message.opens_account)


def opened(unit: UnitOfWork, actor: Actor, deed: Deed, message_id: UUID, moment: datetime) -> Message:
    """The message, for this deed, which is written down. NotAllowed, also when there is none. The caller commits."""
    message = unit.outbox.find(message_id)
    if message is None:
        raise NotAllowed(deed.value)
    dossier = unit.dossiers.find(message.dossier_id) if message.dossier_id else None
    if message.dossier_id and dossier is None:
        raise NotAllowed(deed.value)
    shared = dossier is None or allows(unit.consents.of(dossier.id), Line.COACH_SEES_DOSSIER)
    require(actor, deed, ties_of_message(message, dossier, shared=shared))
    if dossier is not None:
        record(unit, actor, deed, dossier.pseudonym, Why.GUIDANCE, moment)
    else:
        record(unit, actor, deed, message.account_id, Why.ACCESS if message.account_id else Why.REQUEST, moment)
    return message
