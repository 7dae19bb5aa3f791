"""The list with which a coach begins the day: who needs something, why now, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.agreement import Agreement, Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import QUIET_WEEKS, UNDER_WAY, Dossier, DossierState, ties_of
from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, PlaceOffer
from gouden_poort.profiles.people.rights import Deed, Ties, may, require
from gouden_poort.services.dossiers.todo import WEEK, Todo, Why
from gouden_poort.services.dossiers.todo_answers import on_papers, on_proposals
from gouden_poort.services.dossiers.todo_work import of_stopping_work
from gouden_poort.services.dossiers.todo_years import of_ten_years
from gouden_poort.services.ports import Caseload, Order, UnitOfWork, UnitOfWorkFactory

MOST = 1_000
"""Dossiers of one coach that are looked through: more than anybody coaches."""
_SILENT_FOR = timedelta(days=14)
"""How long a seat that came free by silence stands in the list."""


class Shelf(StrEnum):
    """The four filters of the list."""

    NOW = "now"
    WEEK = "week"
    NEW = "new"
    QUIET = "quiet"


def todos(open_unit: UnitOfWorkFactory, actor: Actor, today: date) -> Mapping[Shelf, Sequence[Todo]]:
    """The whole list by filter, what is overdue on top; how many stand behind a filter is the length of its list."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    with open_unit(actor) as unit:
        people = unit.dossiers.caseload(
            Caseload(
                coach_id=actor.account_id,
                organisation_id=actor.organisation_id,
                states=UNDER_WAY,
                order=Order.NEXT_CONTACT,
                most=MOST,
            )
        )
        agreements = unit.agreements.open_until(actor.account_id, today + WEEK)
        offered = _offered(unit, actor)
        by_id = {dossier.id: dossier for dossier in people}
        yearly = [*of_ten_years(unit, actor, by_id, today), *of_stopping_work(unit, actor, by_id, today)]
        answered = [*on_papers(unit, actor, by_id, today), *on_proposals(unit, actor, by_id, today)]
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        places = [*_places(unit, actor, by_id, today)]
    due = [*_talks(people, today), *_promises(by_id, agreements, today), *offered, *places, *yearly, *answered]
    shelves = {
        Shelf.NOW: [each for each in due if each.day <= today],
        Shelf.WEEK: [each for each in due if today < each.day <= today + WEEK],
        Shelf.NEW: [*_newcomers(people, today)],
        Shelf.QUIET: [*_quiet(people, today)],
    }
    return {shelf: sorted(lines, key=_place) for shelf, lines in shelves.items()}


def _offered(unit: UnitOfWork, actor: Actor) -> Sequence[Todo]:
    """Those that a colleague hands over; the day is not kept, so they wait since the first moment."""
    offered = unit.dossiers.offered_to(actor.account_id)
    shared = unit.consents.sharing([dossier.id for dossier in offered], Line.COACH_SEES_DOSSIER)
    return [
        Todo(dossier=dossier, why=Why.TAKE_OVER, day=dossier.state_since, overdue=False)
        for dossier in offered
        if may(actor, Deed.TAKE_OVER, ties_of(dossier, shared=dossier.id in shared))
    ]


def _places(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """Seats that wait for an answer, and those that came free because there was none."""
    since = beginning_of(today - _SILENT_FOR)
    for each in unit.free_places.offers_of_coach(actor.account_id, since):
        dossier, place = by_id.get(each.dossier_id), unit.free_places.find(each.place_id)
        if dossier is None or place is None:
            continue
        state = each.state_on(today)
        if state is OfferState.OPEN:
            yield Todo(dossier=dossier, why=Why.PLACE_OFFERED, day=each.answer_by, overdue=False, place=place)
        elif state is OfferState.SILENT and _is_free_since(unit, place, each, today):
            yield Todo(dossier=dossier, why=Why.PLACE_SILENT, day=each.answer_by, overdue=True, place=place)


def _is_free_since(unit: UnitOfWork, place: FreePlace, silent: PlaceOffer, today: date) -> bool:
    """Whether the seat that somebody kept silent about can be offered, and nobody was asked since."""
    others = unit.free_places.offers_at(place.id)
    taken = sum(each.holds_a_seat_on(today) for each in others)
    return taken < place.seats and all(each.offered_at <= silent.offered_at for each in others)


def _talks(people: Sequence[Dossier], today: date) -> Iterator[Todo]:
    for dossier in people:
        day = dossier.next_contact_on
        if day is not None and day <= today + WEEK:
            yield Todo(dossier=dossier, why=Why.TALK, day=day, overdue=day < today)


def _promises(by_id: Mapping[UUID, Dossier], agreements: Sequence[Agreement], today: date) -> Iterator[Todo]:
    for each in agreements:
        dossier = by_id.get(each.dossier_id)
        if dossier is not None:
            why = Why.OWN_PROMISE if each.doer is Doer.COACH else Why.THEIR_PROMISE
            yield Todo(dossier=dossier, why=why, day=each.due_on, overdue=each.due_on < today, what=each.text)


def _newcomers(people: Sequence[Dossier], today: date) -> Iterator[Todo]:
    for dossier in people:
        if dossier.state is DossierState.NEW:
            since = dutch_day(dossier.registered_at)
            yield Todo(dossier=dossier, why=Why.FIRST_TALK, day=since, overdue=today - since > WEEK)


def _quiet(people: Sequence[Dossier], today: date) -> Iterator[Todo]:
    before = today - timedelta(weeks=QUIET_WEEKS)
    for dossier in people:
        spoken = dossier.last_contact_on or dossier.state_since
        planned = dossier.next_contact_on is not None and dossier.next_contact_on >= today
        if spoken < before and not planned:
            yield Todo(dossier=dossier, why=Why.SILENCE, day=spoken, overdue=False)


def _place(todo: Todo) -> tuple[bool, date, str]:
    return not todo.overdue, todo.day, todo.dossier.name
