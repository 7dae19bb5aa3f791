"""The list of what waits, and taking something up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.coach_request import CoachRequest
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.objection import Objection
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.claim import Claim
from gouden_poort.profiles.people.rights import Deed, Ties, require, require_at_home
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.inbox.reaching import Asked
from gouden_poort.services.inbox.receipt import show_to
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One line of the list: nothing of who asked, or what."""

    id: UUID
    number: str
    is_objection: bool
    language: str
    """Empty where nobody said which."""
    received_at: datetime
    answer_by: date
    is_late: bool
    is_ours: bool
    """Whether somebody of the own organisation took it up."""


def waiting(open_unit: UnitOfWorkFactory, actor: Actor, moment: datetime) -> Sequence[Waiting]:
    """What nobody answered, but for what another organisation took up; the one that is due first on top."""
    require(actor, Deed.ANSWER_REQUESTS, Ties(organisation_id=actor.organisation_id))
    with open_unit() as unit:  # for the house: what nobody took up is of no organisation yet
        claims = {claim.request_id: claim.organisation_id for claim in unit.claims.all()}
        everything: list[Asked] = [*unit.coach_requests.open(), *unit.objections.open()]
    lines = [
        _line(each, moment, is_ours=each.id in claims)
        for each in everything
        if each.is_kept_at(moment) and claims.get(each.id, actor.organisation_id) == actor.organisation_id
    ]
    return sorted(lines, key=lambda line: (line.answer_by, line.received_at))


def take_up(open_unit: UnitOfWorkFactory, actor: Actor, request_id: UUID, moment: datetime) -> Claim:
    """Let it be for the own organisation; NotAllowed when another was first, or there is none."""
    organisation_id = require_at_home(actor, Deed.ANSWER_REQUESTS)
    with open_unit() as unit:
        found = asked(unit, request_id, moment)
        claim = unit.claims.add(
            Claim(
                request_id=request_id,
                organisation_id=organisation_id,
                account_id=actor.account_id,
                taken_at=moment,
            )
        )
        require(actor, Deed.ANSWER_REQUESTS, Ties(organisation_id=claim.organisation_id))
        show_to(unit, found, claim.organisation_id)
        record(unit, actor, Deed.ANSWER_REQUESTS, request_id, Why.REQUEST, moment)
        unit.commit()
    return claim


def opened(open_unit: UnitOfWorkFactory, actor: Actor, request_id: UUID, moment: datetime) -> Asked:
    """All that its sender wanted to share, for a coach of the organisation that took it up; the look is recorded."""
    with open_unit() as unit:
        found = claimed(unit, actor, request_id, moment)
        record(unit, actor, Deed.ANSWER_REQUESTS, request_id, Why.REQUEST, moment)
        unit.commit()
    return found


def claimed(unit: UnitOfWork, actor: Actor, request_id: UUID, moment: datetime) -> Asked:
    """What the own organisation took up; NotAllowed for all else."""
    claim = unit.claims.find(request_id)
    if claim is None:
        raise NotAllowed(Deed.ANSWER_REQUESTS.value)
    require(actor, Deed.ANSWER_REQUESTS, Ties(organisation_id=claim.organisation_id))
    return asked(unit, request_id, moment)


def asked(unit: UnitOfWork, request_id: UUID, moment: datetime) -> Asked:
    """What was asked, of either kind; UnknownThing, also when it is over its date."""
    found = unit.coach_requests.with_id(request_id) or unit.objections.with_id(request_id)
    if found is None or not found.is_kept_at(moment):
        raise UnknownThing("request", str(request_id))
    return found


def _line(each: Asked, moment: datetime, *, is_ours: bool) -> Waiting:
    return Waiting(
        id=each.id,
        number=each.number,
        is_objection=isinstance(each, Objection),
        language=each.reach.language if isinstance(each, CoachRequest) else "",
        received_at=each.received_at,
        answer_by=each.answer_by,
        is_late=each.is_late_on(dutch_day(moment)),
        is_ours=is_ours,
    )
