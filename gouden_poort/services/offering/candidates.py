"""For whom of a coach's people a free place is the last gap, in the order in which to ask them.

For a position these are the people whose chosen route leads to its work, and of those without a chosen route whoever
could begin now. For the start of a training: the people whose chosen work asks what it gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import UNDER_WAY, Dossier, ties_of
from gouden_poort.profiles.people.place_offer import FreePlace, OfferState, OpeningKind, PlaceOffer
from gouden_poort.profiles.people.rights import Deed, Ties, may, require
from gouden_poort.profiles.profile import Profile
from gouden_poort.profiles.question import Answer
from gouden_poort.rules.judge import Judge, judge_of
from gouden_poort.services import assessments
from gouden_poort.services.dossiers.today import MOST
from gouden_poort.services.drafts import without_drafts
from gouden_poort.services.offering.fitting import Fit, Gap, fit_of
from gouden_poort.services.offering.openings import Opening, opening_of
from gouden_poort.services.ports import Caseload, Order, UnitOfWork, UnitOfWorkFactory

NEAREST = 5
"""How many are shown who lack more than one step, where nobody is nearer."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody to ask."""

    dossier: Dossier
    fit: Fit
    has_chosen: bool
    """Whether the chosen route leads here; else none was chosen yet."""
    before: PlaceOffer | None = None
    """What they answered here before, or that they did not."""
    is_asked_elsewhere: bool = False
    """Whether another seat is offered to them now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A seat that is offered to, or taken by, one of the own people."""

    offer: PlaceOffer
    dossier: Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class AtAPlace:
    """Everything that a coach sees of one place."""

    place: FreePlace
    opening: Opening | None
    """None: the catalogue does not have it any more."""
    left: int
    ready: Sequence[Candidate] = ()
    """Nothing but the place is lacking; the first one first."""
    one_step: Sequence[Candidate] = ()
    nearest: Sequence[Candidate] = ()
    """Only where nobody is nearer."""
    offered: Sequence[Offered] = ()
    """What waits for an answer, or was answered with yes."""
    by_colleagues: int = 0
    """Seats that people of colleagues hold."""
    unknown: int = 0
    """People of whom too little is known to tell."""

    @property
    def next(self) -> Candidate | None:
        """Who is asked next; nobody who was asked here before."""
        return next((each for each in (*self.ready, *self.one_step) if each.before is None), None)


def at_a_place(open_unit: UnitOfWorkFactory, snapshot: Snapshot, actor: Actor, place_id: UUID, today: date) -> AtAPlace:
    """One place of the own organisation with the people of the coach who asks. NotAllowed for one of others."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    with open_unit() as unit:  # for the house: seats that clients of colleagues have count too
        place = unit.free_places.find(place_id)
        if place is None:
            raise NotAllowed(Deed.KEEP_PLACES.value)
        require(actor, Deed.KEEP_PLACES, Ties(organisation_id=place.organisation_id))
        here = unit.free_places.offers_at(place_id)
    holding = [each for each in here if each.holds_a_seat_on(today)]
    opening = opening_of(snapshot, place.kind, place.opening_id)
    with open_unit(actor) as unit:
        people, offered = _people(unit, actor), _own(unit, actor, holding)
        found = AtAPlace(
            place=place,
            opening=opening,
            left=max(place.seats - len(holding), 0),
            offered=offered,
            by_colleagues=len(holding) - len(offered),
        )
        if opening is None:
            return found
        return _with_people(unit, snapshot, actor, found, opening, people, here, today)


def _people(unit: UnitOfWork, actor: Actor) -> Mapping[UUID, Dossier]:
    asked = Caseload(
        coach_id=actor.account_id,
        organisation_id=actor.organisation_id,
        states=UNDER_WAY,
        order=Order.REGISTERED,
        most=MOST,
    )
    return {each.id: each for each in unit.dossiers.caseload(asked)}


def _own(unit: UnitOfWork, actor: Actor, offers: Sequence[PlaceOffer]) -> Sequence[Offered]:
    """Those to people whom the one who asks may see."""
    dossiers = {each.dossier_id: unit.dossiers.find(each.dossier_id) for each in offers}
    sharing = unit.consents.sharing([*dossiers], Line.COACH_SEES_DOSSIER)
    pairs = ((each, dossiers[each.dossier_id]) for each in offers)
    return [
        Offered(offer=each, dossier=dossier)
        for each, dossier in pairs
        if dossier and may(actor, Deed.SEE_DOSSIER, ties_of(dossier, shared=dossier.id in sharing))
    ]


def _with_people(  # noqa: PLR0917 - one place, and all that is known about who may have it
    unit: UnitOfWork,
    snapshot: Snapshot,
    actor: Actor,
    found: AtAPlace,
    opening: Opening,
    people: Mapping[UUID, Dossier],
    here: Sequence[PlaceOffer],
    today: date,
) -> AtAPlace:
    taken = _who_has_a_seat(unit, actor, today)
    held = {each.offer.dossier_id for each in found.offered}
    asked = [each for each in people.values() if each.id not in held and taken.get(each.id) is not OfferState.YES]
    wanted = [each for each in asked if _may_want(snapshot, opening, each)]
    answers = unit.assessments.answers_of_many([each.assessment_id for each in wanted])
    profiles = {each.id: _profile(snapshot, each, answers.get(each.assessment_id, {}), today) for each in wanted}
    before = {each.dossier_id: each for each in here}
    candidates = [
        replace(each, before=before.get(each.dossier.id), is_asked_elsewhere=each.dossier.id in taken)
        for each in _fitting(unit, judge_of(snapshot), opening, wanted, profiles)
    ]
    candidates.sort(key=_place)
    ready = [each for each in candidates if each.fit.is_now]
    one_step = [each for each in candidates if each.fit.is_one_step]
    farther = [each for each in candidates if each.has_chosen and not each.fit.is_now and not each.fit.is_one_step]
    return replace(
        found,
        ready=ready,
        one_step=one_step,
        nearest=() if ready or one_step else farther[:NEAREST],
        unknown=sum(profile is None for profile in profiles.values()),
    )


def _who_has_a_seat(unit: UnitOfWork, actor: Actor, today: date) -> Mapping[UUID, OfferState]:
    """Who of the own people was offered a seat anywhere and may still say yes, or did."""
    offers = unit.free_places.offers_of_coach(actor.account_id, LONG_AGO)
    held = [each for each in offers if each.holds_a_seat_on(today)]
    return {each.dossier_id: each.state for each in sorted(held, key=lambda each: each.state is OfferState.YES)}


def _may_want(snapshot: Snapshot, opening: Opening, dossier: Dossier) -> bool:
    """By the chosen work alone; whoever chose other work is not asked."""
    if opening.kind is OpeningKind.OFFERING_START:
        return bool(dossier.target_id)
    return dossier.target_id in ("", _work_at(snapshot, opening))


def _work_at(snapshot: Snapshot, opening: Opening) -> str:
    columns = snapshot.columns
    return str(columns.occupations.id[int(columns.positions.occupation[opening.row])])


def _profile(snapshot: Snapshot, dossier: Dossier, answers: Mapping[str, Answer], today: date) -> Profile | None:
    """None: an answer that is needed is absent."""
    try:
        return assessments.profile_of(snapshot, dossier.assessment_id, without_drafts(answers), today=today)[0]
    except InvalidInput:
        return None


def _fitting(
    unit: UnitOfWork,
    judge: Judge,
    opening: Opening,
    people: Sequence[Dossier],
    profiles: Mapping[UUID, Profile | None],
) -> Iterator[Candidate]:
    for dossier in people:
        profile = profiles[dossier.id]
        if profile is None:
            continue
        has_chosen = bool(dossier.target_id)
        fit = fit_of(judge, profile, opening, dossier.target_id, whole=has_chosen)
        if fit is not None and any(lack.gap is Gap.RULE for lack in fit.lacks):
            aside = frozenset(each.rule_id for each in unit.set_asides.of(dossier.id) if each.ended_at is None)
            fit = fit_of(judge, profile, opening, dossier.target_id, aside, whole=has_chosen) if aside else fit
        if fit is not None and (has_chosen or fit.is_now):
            yield Candidate(dossier=dossier, fit=fit, has_chosen=has_chosen)


def _place(candidate: Candidate) -> tuple[bool, bool, bool, int, datetime, str]:
    """Not asked here before, asked nowhere else, chose this work, lacks least, waits longest."""
    return (
        candidate.before is not None,
        candidate.is_asked_elsewhere,
        not candidate.has_chosen,
        len(candidate.fit.lacks),
        candidate.dossier.registered_at,
        candidate.dossier.name,
    )
