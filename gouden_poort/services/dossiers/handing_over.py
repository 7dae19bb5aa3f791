"""Handing people over to a colleague, who must accept. Their plan and what was agreed go along as they are.

Until the colleague accepts, nothing changes for the citizen; after that the citizen hears who goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Account, Actor, Role
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, ties_of
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.rights import Deed, Ties, may, require
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.reminding import remind
from gouden_poort.services.dossiers.telling import phone_of, tell_citizen
from gouden_poort.services.dossiers.versions import keep
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone in the list, with how much of the agreements with them is open."""

    dossier: Dossier
    open_agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a coach sees of handing over."""

    own: Sequence[Person]
    """Who can be handed over."""
    given: Sequence[Person]
    """Who was handed over, and not accepted yet."""
    received: Sequence[Dossier]
    """Whom colleagues hand over."""
    colleagues: Sequence[Account]
    names: Mapping[UUID, str]
    """Of colleagues, by account."""


def overview(open_unit: UnitOfWorkFactory, actor: Actor) -> Overview:
    """Who can go where, and who may come."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    with open_unit(actor) as unit:
        own = _shared(unit, actor, Deed.HAND_OVER, unit.dossiers.of_coach(actor.account_id))
        offered = _shared(unit, actor, Deed.TAKE_OVER, unit.dossiers.offered_to(actor.account_id))
        waiting = [each.dossier_id for each in unit.agreements.open_until(actor.account_id, date.max)]
    with open_unit() as unit:
        staff = unit.accounts.staff(actor.organisation_id)
    lines = [Person(dossier=each, open_agreements=waiting.count(each.id)) for each in own]
    return Overview(
        own=[line for line in lines if line.dossier.next_coach_id is None],
        given=[line for line in lines if line.dossier.next_coach_id is not None],
        received=offered,
        colleagues=[each for each in staff if _can_receive(each, actor.account_id)],
        names={each.id: each.name for each in staff},
    )


def offer(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_ids: Iterable[UUID], to: UUID | None, moment: datetime
) -> int:
    """Hand people over, all of them or none; how many. InvalidInput without a colleague or without people."""
    wanted = list(dict.fromkeys(dossier_ids))
    colleague = _receiver(open_unit, actor, to, wanted, giver=actor.account_id)
    with open_unit(actor) as unit:
        for dossier_id in wanted:
            dossier = opened(unit, actor, Deed.HAND_OVER, dossier_id).dossier
            keep(unit, replace(dossier, next_coach_id=colleague.id))
            record(unit, actor, Deed.HAND_OVER, dossier.pseudonym, Why.HANDOVER, moment)
        unit.commit()
    return len(wanted)


def take_back(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime) -> None:
    """Keep someone after all, as long as the colleague did not accept."""
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.HAND_OVER, dossier_id).dossier
        _end_offer(unit, actor, Deed.HAND_OVER, dossier, moment)


def refuse(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime) -> None:
    """Do not take someone over: they stay with the colleague."""
    with open_unit() as unit:  # for the house: afterwards the one who refuses does not see the row any more
        dossier = opened(unit, actor, Deed.TAKE_OVER, dossier_id).dossier
        _end_offer(unit, actor, Deed.TAKE_OVER, dossier, moment)


def accept(open_unit: UnitOfWorkFactory, actor: Actor, dossier_ids: Iterable[UUID], moment: datetime) -> int:
    """Go on with people whom colleagues hand over; they hear who is their coach now. All of them or none; how many."""
    wanted = list(dict.fromkeys(dossier_ids))
    with open_unit() as unit:
        coach = unit.accounts.find(actor.account_id)
        phone = phone_of(unit, coach) if coach else ""
    if coach is None:
        raise NotAllowed(Deed.TAKE_OVER.value)
    with open_unit(actor) as unit:
        for dossier_id in wanted:
            found = opened(unit, actor, Deed.TAKE_OVER, dossier_id)
            taken = replace(found.dossier, coach_id=actor.account_id, next_coach_id=None)
            keep(unit, taken)
            facts = {"coach": coach.name, "phone": phone}
            about = moment.isoformat()
            tell_citizen(unit, taken, found.consents, MessageKind.HANDED_OVER, facts, about, moment)
            remind(unit, taken, found.consents, moment)
            record(unit, actor, Deed.TAKE_OVER, taken.pseudonym, Why.HANDOVER, moment)
        unit.commit()
    return len(wanted)


def offer_caseload(
    open_unit: UnitOfWorkFactory, actor: Actor, giver_id: UUID, to: UUID | None, moment: datetime
) -> int:
    """Hand over everybody of a colleague who cannot sign in any more, without seeing anyone; how many.

    Who stopped sharing is of the new coach at once: there is nothing to see that could be accepted.
    """
    giver = disabled_colleague(open_unit, actor, giver_id)
    receiver = _receiver(open_unit, actor, to, [giver.id], giver=giver.id)
    with open_unit() as unit:  # for the house: an administrator sees no dossier
        record(unit, actor, Deed.HAND_OVER_CASELOAD, giver.id, Why.HANDOVER, moment)
        people = [each for each in unit.dossiers.of_coach(giver.id) if each.organisation_id == actor.organisation_id]
        sharing = unit.consents.sharing([each.id for each in people], Line.COACH_SEES_DOSSIER)
        for dossier in people:
            shared = dossier.id in sharing
            keep(
                unit,
                replace(
                    dossier,
                    coach_id=dossier.coach_id if shared else receiver.id,
                    next_coach_id=receiver.id if shared else None,
                ),
            )
            record(unit, actor, Deed.HAND_OVER_CASELOAD, dossier.pseudonym, Why.HANDOVER, moment)
        unit.commit()
    return len(people)


def disabled_colleague(open_unit: UnitOfWorkFactory, actor: Actor, account_id: UUID) -> Account:
    """Someone whose people an administrator may hand over: a coach who cannot sign in any more; NotAllowed."""
    with open_unit() as unit:
        giver = unit.accounts.find(account_id)
    if giver is None or giver.disabled_at is None or giver.role is not Role.COACH:
        raise NotAllowed(Deed.HAND_OVER_CASELOAD.value)
    require(actor, Deed.HAND_OVER_CASELOAD, Ties(account_id=giver.id, organisation_id=giver.organisation_id))
    return giver


def receivers(open_unit: UnitOfWorkFactory, actor: Actor, giver_id: UUID) -> Sequence[Account]:
    """Coaches to whom the people of a colleague can go."""
    disabled_colleague(open_unit, actor, giver_id)
    with open_unit() as unit:
        return [each for each in unit.accounts.staff(actor.organisation_id) if _can_receive(each, giver_id)]


def _receiver(
    open_unit: UnitOfWorkFactory, actor: Actor, to: UUID | None, wanted: Sequence[UUID], *, giver: UUID
) -> Account:
    with open_unit() as unit:
        found = unit.accounts.find(to) if to else None
    faults = [] if wanted else [FieldError(path="person", code="missing", given="", expected="somebody")]
    if found is None or found.organisation_id != actor.organisation_id or not _can_receive(found, giver):
        faults.append(FieldError(path="to", code="missing", given="", expected="a colleague who coaches"))
        raise InvalidInput(faults)
    if faults:
        raise InvalidInput(faults)
    return found


def _can_receive(account: Account, giver: UUID) -> bool:
    return account.role is Role.COACH and account.disabled_at is None and account.id != giver


def _shared(unit: UnitOfWork, actor: Actor, deed: Deed, people: Sequence[Dossier]) -> Sequence[Dossier]:
    """Those with whom someone may do a deed."""
    sharing = unit.consents.sharing([each.id for each in people], Line.COACH_SEES_DOSSIER)
    return [each for each in people if may(actor, deed, ties_of(each, shared=each.id in sharing))]


def _end_offer(unit: UnitOfWork, actor: Actor, deed: Deed, dossier: Dossier, moment: datetime) -> None:
    if dossier.next_coach_id is None:
        return
    keep(unit, replace(dossier, next_coach_id=None))
    record(unit, actor, deed, dossier.pseudonym, Why.HANDOVER, moment)
    unit.commit()
