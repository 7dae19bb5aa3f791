"""The list with which a coach begins the day: who needs something, why now, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from gouden_poort.development.check_in import CheckIn
from gouden_poort.development.journey import Journey
from gouden_poort.development.review import Review
from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.agreement import Agreement, Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import AWAY, QUIET_WEEKS, UNDER_WAY, Dossier, DossierState, ties_of
from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, PlaceOffer
from gouden_poort.profiles.people.rights import Deed, Ties, may, require
from gouden_poort.services.ports import Caseload, Order, UnitOfWork, UnitOfWorkFactory

MOST = 1_000
"""Dossiers of one coach that are looked through: more than anybody coaches."""
_WEEK = timedelta(days=7)
_SILENT_FOR = timedelta(days=14)
"""How long a seat that came free by silence stands in the list."""


class Shelf(StrEnum):
    """The four filters of the list."""

    NOW = "now"
    WEEK = "week"
    NEW = "new"
    QUIET = "quiet"


class Why(StrEnum):
    """Why someone stands in the list."""

    TALK = "talk"
    """The next contact is due."""
    OWN_PROMISE = "own_promise"
    """The coach would do something by a day."""
    THEIR_PROMISE = "their_promise"
    """The citizen would do something by a day, and did not say that it is done."""
    TAKE_OVER = "take_over"
    """A colleague hands someone over."""
    FIRST_TALK = "first_talk"
    """Registered, and not spoken with yet."""
    SILENCE = "silence"
    """Nobody spoke with them for a long while."""
    PLACE_OFFERED = "place_offered"
    """The last day for a yes or no to a place comes near."""
    PLACE_SILENT = "place_silent"
    """They said neither yes nor no to a place in time, and nobody was asked since."""
    WANTS_TALK = "wants_talk"
    """They asked for a talk in the questions of a year, and there was none since."""
    NO_ANSWER = "no_answer"
    """They did not answer the questions of two years or more in a row."""
    ROUTE_CLOSED = "route_closed"
    """The catalogue or a rule changed, and the way in their plan is not there any more."""
    BETTER_ROUTE = "better_route"
    """The same, and another way asks so much less."""
    ROUTE_OPENED = "route_opened"
    """The same, and there is a way that was not there."""


ABOUT_THE_PLAN = frozenset({Why.ROUTE_CLOSED, Why.BETTER_ROUTE, Why.ROUTE_OPENED})
"""What the house found when it looked at a plan again; each has the word of its `DriftKind`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One line of the list."""

    dossier: Dossier
    why: Why
    day: date
    """Since when it waits, or on which day it is due."""
    overdue: bool
    what: str = ""
    """The words of the agreement, or the work that a way leads to."""
    place: FreePlace | None = None
    """That was offered."""
    years: int = 0
    """How many of them were not answered."""


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
        agreements = unit.agreements.open_until(actor.account_id, today + _WEEK)
        offered = _offered(unit, actor)
        by_id = {dossier.id: dossier for dossier in people}
        yearly = [*_yearly(unit, actor, by_id, today)]
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        places = [*_places(unit, actor, by_id, today)]
    due = [*_talks(people, today), *_promises(by_id, agreements, today), *offered, *places, *yearly]
    shelves = {
        Shelf.NOW: [each for each in due if each.day <= today],
        Shelf.WEEK: [each for each in due if today < each.day <= today + _WEEK],
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


def _yearly(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """Who asked for a talk, did not answer for too long, or has a plan for which something changed.

    Those too whose guidance is done.
    """
    wishes = {each.dossier_id: each for each in unit.check_ins.wishes_for_talk(actor.account_id)}
    silent = {
        each.dossier_id: each for each in unit.journeys.to_call(actor.account_id) if each.dossier_id not in wishes
    }
    reviews = {each.dossier_id: each for each in unit.plan_reviews.of_coach(actor.account_id)}
    others = _seen_too(unit, actor, [each for each in {**wishes, **silent, **reviews} if each not in by_id])
    known = {**by_id, **{each.id: each for each in others}}
    yield from _wishes(known, wishes, today)
    yield from _unanswered(known, silent, today)
    yield from _changed_plans(known, reviews)


def _wishes(known: Mapping[UUID, Dossier], wishes: Mapping[UUID, CheckIn], today: date) -> Iterator[Todo]:
    for key, wish in wishes.items():
        dossier, day = known.get(key), dutch_day(wish.answered_at)
        if dossier is not None and (dossier.last_contact_on is None or dossier.last_contact_on <= day):
            yield Todo(dossier=dossier, why=Why.WANTS_TALK, day=day, overdue=today - day > _WEEK)


def _unanswered(known: Mapping[UUID, Dossier], silent: Mapping[UUID, Journey], today: date) -> Iterator[Todo]:
    for key, line in silent.items():
        dossier, day = known.get(key), line.call_since
        if dossier is None or day is None or dossier.state in AWAY:
            continue
        if dossier.last_contact_on is None or dossier.last_contact_on < day:
            yield Todo(dossier=dossier, why=Why.NO_ANSWER, day=day, overdue=today - day > _WEEK, years=line.missed)


def _changed_plans(known: Mapping[UUID, Dossier], reviews: Mapping[UUID, Review]) -> Iterator[Todo]:
    """Until there was a talk, or somebody said that the plan stays as it is."""
    for key, review in reviews.items():
        dossier, drift = known.get(key), review.drift
        if dossier is None or drift is None or dossier.state in AWAY:
            continue
        if dossier.last_contact_on is None or dossier.last_contact_on < drift.since:
            yield Todo(dossier=dossier, why=Why(drift.kind.value), day=drift.since, overdue=False, what=drift.label)


def _seen_too(unit: UnitOfWork, actor: Actor, dossier_ids: Sequence[UUID]) -> Sequence[Dossier]:
    """Those of these dossiers that the coach may see."""
    if not dossier_ids:
        return ()
    shared = unit.consents.sharing(dossier_ids, Line.COACH_SEES_DOSSIER)
    return [
        dossier
        for dossier in unit.dossiers.find_all(dossier_ids)
        if may(actor, Deed.SEE_DOSSIER, ties_of(dossier, shared=dossier.id in shared))
    ]


def _talks(people: Sequence[Dossier], today: date) -> Iterator[Todo]:
    for dossier in people:
        day = dossier.next_contact_on
        if day is not None and day <= today + _WEEK:
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
            yield Todo(dossier=dossier, why=Why.FIRST_TALK, day=since, overdue=today - since > _WEEK)


def _quiet(people: Sequence[Dossier], today: date) -> Iterator[Todo]:
    before = today - timedelta(weeks=QUIET_WEEKS)
    for dossier in people:
        spoken = dossier.last_contact_on or dossier.state_since
        planned = dossier.next_contact_on is not None and dossier.next_contact_on >= today
        if spoken < before and not planned:
            yield Todo(dossier=dossier, why=Why.SILENCE, day=spoken, overdue=False)


def _place(todo: Todo) -> tuple[bool, date, str]:
    return not todo.overdue, todo.day, todo.dossier.name
