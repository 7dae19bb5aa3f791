"""Looking at referrals: the own ones of a counsellor, the inbox of coaches, one of them, and those about a citizen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.referral import Referral, ReferralMessage, ReferralState
from gouden_poort.profiles.people.rights import Deed, Ties, may, require, require_at_home
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.referrals.opening import found, ties_of
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One referral in a list; of one that is closed nothing is left but when it was sent, and to whom."""

    referral: Referral
    organisation: str
    """Where it went, for a counsellor; where it came from, for a coach and a citizen."""
    is_late: bool = False
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One referral, with who deals with it and what they wrote."""

    referral: Referral
    from_organisation: str
    to_organisation: str
    names: Mapping[UUID, str]
    """Of counsellor, coach and whoever wrote."""
    phones: Mapping[UUID, str]
    """At work, of those who have one."""
    coach_id: UUID | None
    messages: Sequence[ReferralMessage]
    is_late: bool


def own(open_unit: UnitOfWorkFactory, actor: Actor, today: date) -> Sequence[Entry]:
    """Those of the counsellor who asks: overdue first, then what waits by its term, then the rest."""
    require(actor, Deed.REFER, Ties(organisation_id=actor.organisation_id))
    with open_unit(actor) as unit:
        referrals = unit.referrals.of_counsellor(actor.account_id)
    with open_unit() as unit:
        names = _organisations(unit)
        sharing = unit.consents.sharing(
            [each.dossier_id for each in referrals if each.dossier_id], Line.COUNSELLOR_SEES_STEPS
        )
    entries = [_own_entry(each, names, sharing, today) for each in referrals]
    return sorted(entries, key=_place)


def inbox(open_unit: UnitOfWorkFactory, actor: Actor, today: date) -> Sequence[Entry]:
    """Those that wait for an answer of the organisation of a coach, the one to answer first on top."""
    organisation_id = require_at_home(actor, Deed.ANSWER_REFERRAL)
    with open_unit(actor) as unit:
        referrals = unit.referrals.received(organisation_id, [ReferralState.SENT])
        names = _organisations(unit)
    return [
        Entry(referral=each, organisation=names[each.from_organisation_id], is_late=each.is_late_on(today))
        for each in referrals
        if each.is_about_someone
    ]


def taken_up(open_unit: UnitOfWorkFactory, actor: Actor) -> Sequence[Entry]:
    """Those that became a dossier of the coach who asks, as far as both may still see them."""
    require(actor, Deed.ANSWER_REFERRAL, Ties(organisation_id=actor.organisation_id))
    with open_unit(actor) as unit:
        referrals = unit.referrals.of_coach(actor.account_id)
        names = _organisations(unit)
        ids = [each.dossier_id for each in referrals if each.dossier_id]
        sharing = unit.consents.sharing(ids, Line.COUNSELLOR_SEES_STEPS)
        sharing &= unit.consents.sharing(ids, Line.COACH_SEES_DOSSIER)
    return [
        Entry(referral=each, organisation=names[each.from_organisation_id])
        for each in referrals
        if each.dossier_id in sharing and each.to_organisation_id == actor.organisation_id
    ]


def look(open_unit: UnitOfWorkFactory, actor: Actor, referral_id: UUID, moment: datetime) -> Look | None:
    """One referral; the look is written down. None: it is closed, for who would see it if it were not. NotAllowed."""
    ties = ties_of(open_unit, actor, Deed.SEE_REFERRAL, referral_id)
    if not may(actor, Deed.SEE_REFERRAL, ties):
        require(actor, Deed.SEE_REFERRAL, replace(ties, shared=True))
        return None
    with open_unit(actor) as unit:
        referral = found(unit, Deed.SEE_REFERRAL, referral_id)
        messages = unit.referral_messages.of(referral_id)
        record(unit, actor, Deed.SEE_REFERRAL, referral.pseudonym, Why.REFERRAL, moment)
        unit.commit()
    with open_unit() as unit:
        people = {referral.counsellor_id, ties.coach_id, referral.answered_by, *(each.author_id for each in messages)}
        accounts = [unit.accounts.find(each) for each in people if each]
        organisations = _organisations(unit)
    return Look(
        referral=referral,
        from_organisation=organisations[referral.from_organisation_id],
        to_organisation=organisations[referral.to_organisation_id],
        names={each.id: each.name for each in accounts if each},
        phones={each.id: each.phone for each in accounts if each and each.phone},
        coach_id=ties.coach_id,
        messages=messages,
        is_late=referral.is_late_on(dutch_day(moment)),
    )


def referrals_about(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID) -> Sequence[Entry]:
    """Those from which the own dossier of a citizen came, the last first; `is_closed`: the counsellor sees nothing."""
    with open_unit(actor) as unit:
        consents = opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).consents
        shared = any(each.line is Line.COUNSELLOR_SEES_STEPS and each.ended_at is None for each in consents)
        names = _organisations(unit)
        return [
            Entry(referral=each, organisation=names[each.from_organisation_id], is_closed=not shared)
            for each in unit.referrals.of_dossier(dossier_id)
        ]


def _own_entry(referral: Referral, names: Mapping[UUID, str], sharing: frozenset[UUID], today: date) -> Entry:
    withdrawn = referral.state is ReferralState.WITHDRAWN
    unshared = referral.dossier_id is not None and referral.dossier_id not in sharing
    closed = withdrawn or unshared or not referral.is_about_someone
    return Entry(
        referral=replace(referral.without_person(), state=ReferralState.WITHDRAWN) if closed else referral,
        organisation=names[referral.to_organisation_id],
        is_late=not closed and referral.is_late_on(today),
        is_closed=closed,
    )


def _place(entry: Entry) -> tuple[bool, bool, bool, float]:
    waits = entry.referral.state is ReferralState.SENT
    order = entry.referral.answer_by.toordinal() if waits else -entry.referral.sent_at.timestamp()
    return not entry.is_late, not waits, entry.is_closed, order


def _organisations(unit: UnitOfWork) -> Mapping[UUID, str]:
    return {each.id: each.name for each in unit.organisations.all()}
