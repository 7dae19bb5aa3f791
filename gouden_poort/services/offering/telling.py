"""Telling a citizen that a seat is offered: on their own screen if they have one, and by mail when that is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.dutch_time import beginning_of
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.message import Channel, Message, MessageKind
from gouden_poort.profiles.people.place_offer import PlaceOffer
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.opening import Opened, opened
from gouden_poort.services.dossiers.telling import tell_citizen, told
from gouden_poort.services.outbox.posting import withdraw
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

_KIND = MessageKind.PLACE_OFFER


def post_offer(unit: UnitOfWork, whom: Opened, offer: PlaceOffer, facts: Mapping[str, str]) -> None:
    """Put it into the outbox. Whoever has neither way is told by the coach alone; after the last day it is not sent."""
    tell_citizen(
        unit,
        whom.dossier,
        whom.consents,
        _KIND,
        _facts(offer, facts),
        str(offer.id),
        offer.offered_at,
        useless_after=_useless_after(offer),
    )


def withdraw_offer(unit: UnitOfWork, offer: PlaceOffer) -> None:
    """Take back what nobody sent yet: there is nothing to answer any more."""
    for each in told(unit, _KIND, offer.dossier_id, str(offer.id)):
        withdraw(unit, each.id)


def is_told(open_unit: UnitOfWorkFactory, offer: PlaceOffer) -> bool:
    """Whether there is a message about an offer; else the coach calls, or gives a letter."""
    with open_unit() as unit:
        return bool(told(unit, _KIND, offer.dossier_id, str(offer.id)))


def letter(open_unit: UnitOfWorkFactory, actor: Actor, offer_id: UUID, facts: Mapping[str, str]) -> Message:
    """The same on paper, to give to someone; it is kept nowhere. NotAllowed for the client of another."""
    with open_unit(actor) as unit:
        found = unit.free_places.find_offer(offer_id)
        if found is None:
            raise NotAllowed(Deed.CHANGE_DOSSIER.value)
        dossier = opened(unit, actor, Deed.CHANGE_DOSSIER, found.dossier_id).dossier
    return Message(
        id=uuid4(),
        kind=_KIND,
        channel=Channel.LETTER,
        language=dossier.language,
        to=dossier.name,
        facts=_facts(found, facts),
        made_at=found.offered_at,
        due=found.offered_at,
        useless_after=_useless_after(found),
        organisation_id=dossier.organisation_id,
        dossier_id=dossier.id,
    )


def _facts(offer: PlaceOffer, facts: Mapping[str, str]) -> Mapping[str, str]:
    return {**facts, "answer_by": offer.answer_by.isoformat()}


def _useless_after(offer: PlaceOffer) -> datetime:
    return beginning_of(offer.answer_by + timedelta(days=1))
