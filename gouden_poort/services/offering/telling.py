"""Telling a citizen that a seat is offered: by mail when that is allowed, else on their own screen if they have one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.place_offer import PlaceOffer
from gouden_poort.services.dossiers.opening import Opened
from gouden_poort.services.outbox.posting import post, same_message
from gouden_poort.services.ports import UnitOfWork


def message_id(offer: PlaceOffer) -> UUID:
    """The one message about an offer."""
    return same_message(MessageKind.PLACE_OFFER, offer.id)


def post_offer(unit: UnitOfWork, whom: Opened, offer: PlaceOffer, facts: Mapping[str, str]) -> None:
    """Put it into the outbox. Whoever has neither way is told by the coach alone; after the last day it is not sent."""
    dossier = whom.dossier
    by_mail = bool(dossier.email) and allows(whom.consents, Line.MESSAGES)
    if not by_mail and dossier.citizen_id is None:
        return
    post(
        unit,
        Message(
            id=message_id(offer),
            kind=MessageKind.PLACE_OFFER,
            channel=Channel.MAIL if by_mail else Channel.SCREEN,
            language=dossier.language,
            to=dossier.email if by_mail else "",
            facts={**facts, "answer_by": offer.answer_by.isoformat()},
            made_at=offer.offered_at,
            due=offer.offered_at,
            useless_after=datetime.combine(offer.answer_by + timedelta(days=1), time(), UTC),
            organisation_id=dossier.organisation_id,
            dossier_id=dossier.id,
            account_id=dossier.citizen_id,
        ),
    )
