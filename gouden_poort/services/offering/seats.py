"""Keeping seats, offering one, and what somebody answers.

Every step holds the place first, so that steps at one place come one after the other, in any number of processes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.place_offer import (
    MOST_SEATS,
    FreePlace,
    OfferState,
    OpeningKind,
    PlaceOffer,
)
from gouden_poort.profiles.people.rights import Deed, Ties, changing, require, require_at_home
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.offering.telling import post_offer, withdraw_offer
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record

FURTHEST = timedelta(days=60)
"""An end date further away keeps a seat from others for too long."""


def keep_seats(
    open_unit: UnitOfWorkFactory, actor: Actor, kind: OpeningKind, opening_id: str, *, seats: int, moment: datetime
) -> FreePlace:
    """Say how many seats there are at an opening; whether there is such an opening the caller has looked up."""
    organisation_id = require_at_home(actor, Deed.KEEP_PLACES)
    if not 0 <= seats <= MOST_SEATS:
        expected = f"0 to {MOST_SEATS}"
        raise InvalidInput([FieldError(path="seats", code="out_of_range", given=str(seats), expected=expected)])
    with open_unit(actor) as unit:
        kept = unit.free_places.put(
            FreePlace(
                id=uuid4(),
                organisation_id=organisation_id,
                kind=kind,
                opening_id=opening_id,
                seats=seats,
                updated_at=moment,
                updated_by=actor.account_id,
            )
        )
        unit.commit()
    return kept


def places(open_unit: UnitOfWorkFactory, actor: Actor, today: date) -> Sequence[tuple[FreePlace, int]]:
    """The places of the own organisation, each with how many seats can still be offered."""
    organisation_id = require_at_home(actor, Deed.KEEP_PLACES)
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        return [(place, _left(unit, place, today)) for place in unit.free_places.of(organisation_id)]


def place_of(open_unit: UnitOfWorkFactory, actor: Actor, place_id: UUID) -> FreePlace:
    """One place of the own organisation; NotAllowed for one of others, and when there is none."""
    with open_unit(actor) as unit:
        return _own(unit, actor, place_id)


def offer(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    place_id: UUID,
    dossier_id: UUID,
    *,
    answer_by: date | None,
    moment: datetime,
    tell: Mapping[str, str] | None = None,
) -> PlaceOffer:
    """Offer a seat until a day. ChangedMeanwhile when the last one was just taken; the same again changes nothing.

    `tell`: the facts of the message to the citizen but for the day; without them, the coach tells it.
    """
    today = dutch_day(moment)
    if answer_by is None or not today <= answer_by <= today + FURTHEST:
        expected = "a day from today on, within 60 days"
        raise InvalidInput([FieldError(path="answer_by", code="out_of_range", given="", expected=expected)])
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        place = _held(unit, actor, place_id)
        found = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id)
        _note_silence(unit, place, today, moment)
        for each in unit.free_places.offers_at(place_id):
            if each.dossier_id == dossier_id and each.holds_a_seat_on(today):
                return each
        if _left(unit, place, today) < 1:
            raise ChangedMeanwhile("place", place)
        made = PlaceOffer(
            id=uuid4(),
            place_id=place_id,
            dossier_id=dossier_id,
            offered_by=actor.account_id,
            offered_at=moment,
            answer_by=answer_by,
        )
        unit.free_places.add_offer(made)
        if tell is not None:
            post_offer(unit, found, made, tell)
        record(unit, actor, Deed.CHANGE_DOSSIER, found.dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return made


def answer(open_unit: UnitOfWorkFactory, actor: Actor, offer_id: UUID, *, yes: bool, moment: datetime) -> PlaceOffer:
    """Note the yes or no of a citizen, by themselves or by their coach; what was answered or is over stays so.

    ChangedMeanwhile for a yes when there are fewer seats by now.
    """
    deed = changing(actor)
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        found = unit.free_places.find_offer(offer_id)
        if found is None:
            raise NotAllowed(deed.value)
        dossier = opened(unit, actor, deed, found.dossier_id).dossier
        unit.free_places.hold(found.place_id)
        now, place = unit.free_places.find_offer(offer_id), unit.free_places.find(found.place_id)
        if now is None or place is None:
            raise NotAllowed(deed.value)
        if now.is_over_on(dutch_day(moment)):
            now = _settled(unit, now, OfferState.SILENT, moment)
        elif now.state is OfferState.OPEN:
            if yes and _said_yes(unit, place) >= place.seats:
                raise ChangedMeanwhile("place", place)
            now = _settled(unit, now, OfferState.YES if yes else OfferState.NO, moment)
            record(unit, actor, deed, dossier.pseudonym, Why.GUIDANCE, moment)
        unit.commit()
    return now


def end_silent(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Free the seats of offers whose last day went by, for the next person; how many there were."""
    with open_unit() as unit:
        late = unit.free_places.unanswered_before(dutch_day(moment))
    many = 0
    for each in late:
        with open_unit() as unit:
            unit.free_places.hold(each.place_id)
            now = unit.free_places.find_offer(each.id)
            if now is not None and now.is_over_on(dutch_day(moment)):
                _settled(unit, now, OfferState.SILENT, moment)
                many += 1
            unit.commit()
    return many


def _held(unit: UnitOfWork, actor: Actor, place_id: UUID) -> FreePlace:
    unit.free_places.hold(place_id)
    return _own(unit, actor, place_id)


def _own(unit: UnitOfWork, actor: Actor, place_id: UUID) -> FreePlace:
    place = unit.free_places.find(place_id)
    if place is None:
        raise NotAllowed(Deed.KEEP_PLACES.value)
    require(actor, Deed.KEEP_PLACES, Ties(organisation_id=place.organisation_id))
    return place


def _note_silence(unit: UnitOfWork, place: FreePlace, today: date, moment: datetime) -> None:
    for each in unit.free_places.offers_at(place.id):
        if each.is_over_on(today):
            _settled(unit, each, OfferState.SILENT, moment)


def _left(unit: UnitOfWork, place: FreePlace, today: date) -> int:
    taken = sum(each.holds_a_seat_on(today) for each in unit.free_places.offers_at(place.id))
    return max(place.seats - taken, 0)


def _said_yes(unit: UnitOfWork, place: FreePlace) -> int:
    return sum(each.state is OfferState.YES for each in unit.free_places.offers_at(place.id))


def _settled(unit: UnitOfWork, found: PlaceOffer, state: OfferState, moment: datetime) -> PlaceOffer:
    settled = replace(found, state=state, answered_at=moment)
    withdraw_offer(unit, found)
    unit.free_places.change_offer(settled)
    return settled
