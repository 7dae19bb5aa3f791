"""Taking someone in at the desk: who may be the same person, and answers that somebody brings along under a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier, name_key
from gouden_poort.profiles.people.rights import Deed, Ties, may, require_at_home
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.dossiers.doubles import who_may_be
from gouden_poort.services.dossiers.registering import Newcomer, add_dossier
from gouden_poort.services.inbox.receipt import take_back
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.trail import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Double:
    """Someone who may be the same person: what is the same of both, and who helps them. Nothing else is handed out."""

    name: str
    same: tuple[str, ...]
    """Of `name`, `birth_date`, `phone` and `email`."""
    coach: str
    dossier_id: UUID | None
    """Only where the one who asks is that coach."""


def doubles(open_unit: UnitOfWorkFactory, actor: Actor, newcomer: Newcomer, moment: datetime) -> Sequence[Double]:
    """Those of the same organisation who may be the same person and let a coach see their dossier; for comparing.

    The house looks, for a coach sees no dossiers of colleagues; of those a coach is told what is the same, and no more.
    """
    organisation_id = require_at_home(actor, Deed.REGISTER)
    with open_unit() as unit:
        found = who_may_be(unit, organisation_id, newcomer)
        told = [_double(unit, actor, newcomer, each) for each in found]
        for each in found:
            record(unit, actor, Deed.REGISTER, each.pseudonym, Why.REGISTRATION, moment)
        unit.commit()
    return told


def registered(open_unit: UnitOfWorkFactory, actor: Actor, form_id: UUID) -> UUID | None:
    """The dossier that was made of the form with this id, from the same coach; None when it was not taken before."""
    require_at_home(actor, Deed.REGISTER)
    with open_unit(actor) as unit:
        kept = unit.dossiers.find(id_for(form_id, actor.account_id))
        return kept.id if kept is not None and kept.coach_id == actor.account_id else None


def welcome(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    newcomer: Newcomer,
    moment: datetime,
    *,
    form_id: UUID,
    assessment_id: UUID | None = None,
    request_number: str = "",
) -> Dossier:
    """Keep a new dossier, all or nothing. `assessment_id`: the answers under a code, which opens them no more.

    `request_number`: of the request to a coach that it was made of, which is answered by it.
    """
    require_at_home(actor, Deed.REGISTER)
    with open_unit(actor) as unit:
        if assessment_id and unit.dossiers.of_assessment(assessment_id):
            raise InvalidInput([FieldError(path="code", code="unknown_id", given="", expected="a code that works")])
        dossier_id = id_for(form_id, actor.account_id)
        dossier = add_dossier(unit, actor, newcomer, moment, assessment_id=assessment_id, dossier_id=dossier_id)
        record(unit, actor, Deed.REGISTER, dossier.pseudonym, Why.REGISTRATION, moment)
        _answer(unit, actor, request_number, moment)
        unit.commit()
    return dossier


def _answer(unit: UnitOfWork, actor: Actor, number: str, moment: datetime) -> None:
    """Note that a request was answered. One that is gone, or is of another organisation, stays as it is."""
    found = unit.coach_requests.find(number) if number else None
    claim = unit.claims.find(found.id) if found else None
    if found is None or claim is None:
        return
    if may(actor, Deed.ANSWER_REQUESTS, Ties(organisation_id=claim.organisation_id)):
        unit.coach_requests.mark_answered(found.id, moment)
        take_back(unit, found)
        record(unit, actor, Deed.ANSWER_REQUESTS, found.id, Why.REGISTRATION, moment)


def _double(unit: UnitOfWork, actor: Actor, newcomer: Newcomer, dossier: Dossier) -> Double:
    coach = unit.accounts.find(dossier.coach_id)
    return Double(
        name=dossier.name,
        same=tuple(_same(newcomer, dossier)),
        coach=coach.name if coach else "",
        dossier_id=dossier.id if dossier.coach_id == actor.account_id else None,
    )


def _same(newcomer: Newcomer, dossier: Dossier) -> Iterator[str]:
    if name_key(newcomer.name) == name_key(dossier.name):
        yield "name"
    if newcomer.birth_date == dossier.birth_date:
        yield "birth_date"
    if newcomer.phone and newcomer.phone == dossier.phone:
        yield "phone"
    if newcomer.email and newcomer.email == dossier.email:
        yield "email"
