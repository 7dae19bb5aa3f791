"""Offers after they were made: those of one person, and those for which a coach must do something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, PlaceOffer
from gouden_poort.profiles.people.rights import seeing
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """An offer with its place, as it stands on a day."""

    offer: PlaceOffer
    place: FreePlace
    state: OfferState


def offers_to(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, today: date) -> Sequence[Followed]:
    """Everything that was offered to someone, the last one first; for their coach and for themselves."""
    deed = seeing(actor)
    with open_unit() as unit:  # for the house: a citizen has no organisation, to which places belong
        opened(unit, actor, deed, dossier_id)
        offers = unit.free_places.offers_to(dossier_id)
        places = {each.place_id: unit.free_places.find(each.place_id) for each in offers}
    pairs = ((each, places[each.place_id]) for each in offers)
    return [Followed(offer=each, place=place, state=each.state_on(today)) for each, place in pairs if place]
