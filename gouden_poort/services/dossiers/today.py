"""The list with which a coach begins the day: who needs something, why now, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from gouden_poort.development.check_in import CheckIn
from gouden_poort.development.check_ins import Asking, Stage, stage_begins_on
from gouden_poort.development.guarantee import CommitmentState
from gouden_poort.development.journey import Journey
from gouden_poort.development.review import Review
from gouden_poort.profiles.dutch_time import beginning_of, dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.agreement import Agreement, Doer
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import AWAY, QUIET_WEEKS, UNDER_WAY, Dossier, DossierState, ties_of
from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, PlaceOffer
from gouden_poort.profiles.people.proposal import ProposalState
from gouden_poort.profiles.people.rights import Deed, Ties, may, require
from gouden_poort.services.ports import Caseload, Order, UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.unreached import not_asked

MOST = 1_000
"""Dossiers of one coach that are looked through: more than anybody coaches."""
_WEEK = timedelta(days=7)
_SILENT_FOR = timedelta(days=14)
"""How long a seat that came free by silence stands in the list."""
_NEWS_FOR = timedelta(days=14)
"""How long an answer stands in the list that asks nothing but to be read, or until they spoke."""


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
    NOT_ASKED = "not_asked"
    """The questions of a year are due, and there is no way to ask them but to call."""
    PAPER_DOUBTED = "paper_doubted"
    """They say that something is not right in what was recorded from a paper."""
    PAPER_WAITS = "paper_waits"
    """They said yes to a paper, and the yes of the coach lacks."""
    PAPER_AGREED = "paper_agreed"
    """They said yes to a paper, and now it counts."""
    PROPOSAL_OPEN = "proposal_open"
    """The last day for a yes or no to a proposal comes near."""
    PROPOSAL_SILENT = "proposal_silent"
    """They said neither yes nor no to a proposal."""
    PROPOSAL_YES = "proposal_yes"
    PROPOSAL_NO = "proposal_no"


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
    """How many of them were not answered; or which one could not be asked."""


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
        answered = [*_papers(unit, actor, by_id, today), *_proposals(unit, actor, by_id, today)]
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        places = [*_places(unit, actor, by_id, today)]
    due = [*_talks(people, today), *_promises(by_id, agreements, today), *offered, *places, *yearly, *answered]
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
    alone = [each.dossier_id for each in unit.journeys.without_account(actor.account_id)]
    known = _known(unit, actor, by_id, [*wishes, *silent, *reviews, *alone])
    asked = not_asked(unit, [known[key] for key in alone if key in known and key not in wishes], today)
    yield from _wishes(known, wishes, today)
    yield from _unreached(known, asked, today)
    yield from _unanswered(known, {key: line for key, line in silent.items() if key not in asked}, today)
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


def _unreached(known: Mapping[UUID, Dossier], asked: Mapping[UUID, Asking], today: date) -> Iterator[Todo]:
    """Whom nobody could ask the questions of a year, since the day on which they should have been."""
    for key, asking in asked.items():
        dossier, day = known[key], stage_begins_on(asking.due_on, Stage.ASKED)
        if dossier.state not in AWAY and (dossier.last_contact_on is None or dossier.last_contact_on < day):
            late = today - day > _WEEK
            yield Todo(dossier=dossier, why=Why.NOT_ASKED, day=day, overdue=late, years=asking.year)


def _papers(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """What clients answered to a paper that was recorded: doubts first of all need somebody."""
    found = [
        each
        for each in unit.commitments.of_coach(actor.account_id, beginning_of(today - _NEWS_FOR))
        if each.state_on(today) is not CommitmentState.ENDED
    ]
    known = _known(unit, actor, by_id, [each.dossier_id for each in found])
    for each in found:
        moment = each.doubted_at or each.agreed_by_citizen_at
        if moment is None or each.dossier_id not in known:
            continue
        dossier, day = known[each.dossier_id], dutch_day(moment)
        if each.doubted_at is not None:
            yield Todo(dossier=dossier, why=Why.PAPER_DOUBTED, day=day, overdue=today - day > _WEEK, what=each.name)
        elif each.agreed_by_staff_at is None:
            yield Todo(dossier=dossier, why=Why.PAPER_WAITS, day=day, overdue=today - day > _WEEK, what=each.name)
        elif each.agreed_by_staff_at < moment and not _spoken_since(dossier, day):
            yield Todo(dossier=dossier, why=Why.PAPER_AGREED, day=day, overdue=False, what=each.name)


def _proposals(unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], today: date) -> Iterator[Todo]:
    """What clients answered to a proposal, and where no answer came or the last day comes near."""
    found = [
        each
        for each in unit.proposals.of_coach(actor.account_id, today - _NEWS_FOR)
        if each.state in _OF_PROPOSALS  # what was withdrawn somebody knows already
    ]
    known = _known(unit, actor, by_id, [each.dossier_id for each in found])
    for each in found:
        dossier, why = known.get(each.dossier_id), _OF_PROPOSALS[each.state]
        day = dutch_day(each.answered_at) if each.answered_at else each.until
        is_silent = why is Why.PROPOSAL_OPEN and day < today
        if dossier is not None and (why is Why.PROPOSAL_OPEN or not _spoken_since(dossier, day)):
            shown = Why.PROPOSAL_SILENT if is_silent else why
            yield Todo(dossier=dossier, why=shown, day=day, overdue=is_silent, what=each.company)


_OF_PROPOSALS: Mapping[ProposalState, Why] = MappingProxyType(
    {
        ProposalState.OPEN: Why.PROPOSAL_OPEN,
        ProposalState.YES: Why.PROPOSAL_YES,
        ProposalState.NO: Why.PROPOSAL_NO,
    }
)


def _spoken_since(dossier: Dossier, day: date) -> bool:
    return dossier.last_contact_on is not None and dossier.last_contact_on > day


def _known(
    unit: UnitOfWork, actor: Actor, by_id: Mapping[UUID, Dossier], dossier_ids: Sequence[UUID]
) -> Mapping[UUID, Dossier]:
    """The people of the caseload, and those of these dossiers that the coach may see too."""
    others = [each for each in dict.fromkeys(dossier_ids) if each not in by_id]
    if not others:
        return by_id
    shared = unit.consents.sharing(others, Line.COACH_SEES_DOSSIER)
    seen = (
        dossier
        for dossier in unit.dossiers.find_all(others)
        if may(actor, Deed.SEE_DOSSIER, ties_of(dossier, shared=dossier.id in shared))
    )
    return {**by_id, **{each.id: each for each in seen}}


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
