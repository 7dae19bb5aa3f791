"""Telling a citizen that a seat is offered: by mail when that is allowed, else on their own screen if they have one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.place_offer import PlaceOffer
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.opening import Opened, opened
from gouden_poort.services.outbox.posting import post, same_message
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


def message_id(offer: PlaceOffer) -> UUID:
    """The one message about an offer."""
    return same_message(MessageKind.PLACE_OFFER, offer.id)


def post_offer(unit: UnitOfWork, whom: Opened, offer: PlaceOffer, facts: Mapping[str, str]) -> None:
    """Put it into the outbox. Whoever has neither way is told by the coach alone; after the last day it is not sent."""
    dossier = whom.dossier
    by_mail = bool(dossier.email) and allows(whom.consents, Line.MESSAGES)
    if not by_mail and dossier.citizen_id is None:
        return
    message = _message(whom.dossier, offer, facts)
    post(unit, replace(message, channel=Channel.MAIL, to=dossier.email) if by_mail else message)


def is_told(open_unit: UnitOfWorkFactory, offer: PlaceOffer) -> bool:
    """Whether there is a message about an offer; else the coach calls, or gives a letter."""
    with open_unit() as unit:
        return unit.outbox.find(message_id(offer)) is not None


def letter(open_unit: UnitOfWorkFactory, actor: Actor, offer_id: UUID, facts: Mapping[str, str]) -> Message:
    """The same on paper, to give to someone; it is kept nowhere. NotAllowed for the client of another."""
    with open_unit(actor) as unit:
        found = unit.free_places.find_offer(offer_id)
        if found is None:
            raise NotAllowed(Deed.CHANGE_DOSSIER.value)
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, found.dossier_id).dossier
    return replace(_message(dossier, found, facts), channel=Channel.LETTER, to=dossier.name)


def _message(dossier: Dossier, offer: PlaceOffer, facts: Mapping[str, str]) -> Message:
    return Message(
        id=message_id(offer),
        kind=MessageKind.PLACE_OFFER,
        channel=Channel.SCREEN,
        language=dossier.language,
        facts={**facts, "answer_by": offer.answer_by.isoformat()},
        made_at=offer.offered_at,
        due=offer.offered_at,
        useless_after=datetime.combine(offer.answer_by + timedelta(days=1), time(), UTC),
        organisation_id=dossier.organisation_id,
        dossier_id=dossier.id,
        account_id=dossier.citizen_id,
    )
