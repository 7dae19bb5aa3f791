"""The plan of a citizen: what is agreed, who does it by when, when to speak again, and the yes of the citizen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4, uuid5

from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.agreement import LONGEST_AGREEMENT, MOST_AT_ONCE, Agreement, Doer
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.rights import Deed, changing
from gouden_poort.profiles.people.trail import why_of
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.dossiers.opening import Opened, opened
from gouden_poort.services.dossiers.reminding import remind
from gouden_poort.services.dossiers.telling import tell_citizen
from gouden_poort.services.dossiers.versions import keep
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.referrals.following import follow
from gouden_poort.services.ten_years.states import write_state
from gouden_poort.services.ten_years.writing import note_talk
from gouden_poort.services.trail import record

FURTHEST = timedelta(days=366)
"""A next talk or an agreement further away is a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """An agreement as it was filled in; `due_on` None when no day was."""

    text: str
    doer: Doer
    due_on: date | None


def agree(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    dossier_id: UUID,
    proposed: Sequence[Proposed],
    *,
    next_contact_on: date | None,
    moment: datetime,
    form_id: UUID | None = None,
    seen: datetime | None = None,
    plan_at: str = "",
) -> Dossier:
    """End a talk: one to three agreements and the day of the next contact. The citizen says yes to the plan later.

    The same `form_id`, of the form, twice is one talk. `seen`: when the last agreement was made that the
    form showed; ChangedMeanwhile when there is a later one by now. `plan_at`: the address where a citizen with an
    account reads the plan, of which they are told.
    """
    _check(proposed, next_contact_on, dutch_day(moment))
    with open_unit(actor) as unit:
        found = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id, hold=True)
        dossier = found.dossier
        talk = id_for(form_id or uuid4(), dossier_id)
        if unit.agreements.find(_numbered(talk, 0)) is not None:
            return dossier
        if seen is not None and any(each.made_at > seen for each in unit.agreements.of(dossier_id)):
            raise ChangedMeanwhile("plan", dossier)
        agreed = [*_agreed(proposed, talk, dossier_id, actor, moment)]
        for each in agreed:
            unit.agreements.add(each)
        talked = replace(
            _active(dossier, moment),
            next_contact_on=next_contact_on,
            last_contact_on=dutch_day(moment),
            plan_changed_at=moment,
        )
        changed = _changed(unit, actor, talked, moment)
        remind(unit, changed, found.consents, moment)
        write_state(unit, actor, changed, moment)
        note_talk(unit, actor, dossier_id, talk, agreed, moment)
        if plan_at and dossier.citizen_id is not None:
            _tell(unit, actor, found, talk, plan_at, moment)
        unit.commit()
    return changed


def mark_done(
    open_unit: UnitOfWorkFactory, actor: Actor, agreement_id: UUID, moment: datetime, *, dossier_id: UUID | None = None
) -> Agreement:
    """Note that it was done; a second time changes nothing. A citizen says so of what the citizen would do.

    `dossier_id`: on whose page that is said; NotAllowed when it was not agreed there.
    """
    return _settle(open_unit, actor, agreement_id, dossier_id, moment, done_at=moment)


def drop(
    open_unit: UnitOfWorkFactory, actor: Actor, agreement_id: UUID, moment: datetime, *, dossier_id: UUID | None = None
) -> Agreement:
    """Note that it is no longer needed; a second time changes nothing. `dossier_id` is as with `mark_done`."""
    return _settle(open_unit, actor, agreement_id, dossier_id, moment, dropped_at=moment)


def accept(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime, *, seen: datetime | None = None
) -> Dossier:
    """The yes of the citizen: from now it is our plan, until it changes.

    `seen`: when the plan that was read had changed last; ChangedMeanwhile when it is another one by now.
    """
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).dossier
        if seen is not None and dossier.plan_changed_at is not None and dossier.plan_changed_at > seen:
            raise ChangedMeanwhile("plan", dossier)
        changed = _changed(unit, actor, replace(dossier, plan_accepted_at=moment), moment)
        unit.commit()
    return changed


def move_to(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, state: DossierState, moment: datetime
) -> Dossier:
    """Say where someone is with us, in their journal too; who stopped may always become active again.

    InvalidInput for a pause of who stopped: that would have to be taken up first.
    """
    with open_unit(actor) as unit:
        found = opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id, hold=True)
        dossier = found.dossier
        if dossier.state is state:
            return dossier
        changed = _changed(unit, actor, replace(dossier, state=state, state_since=dutch_day(moment)), moment)
        remind(unit, changed, found.consents, moment)
        write_state(unit, actor, changed, moment)
        unit.commit()
    return changed


def _tell(  # noqa: PLR0917 - who tells whom about which talk
    unit: UnitOfWork, actor: Actor, found: Opened, talk: UUID, plan_at: str, moment: datetime
) -> None:
    coach = unit.accounts.find(actor.account_id)
    if coach is not None:
        facts = {"coach": coach.name, "link": plan_at}
        tell_citizen(unit, found.dossier, found.consents, MessageKind.PLAN_READY, facts, str(talk), moment)


def _settle(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    agreement_id: UUID,
    dossier_id: UUID | None,
    moment: datetime,
    *,
    done_at: datetime | None = None,
    dropped_at: datetime | None = None,
) -> Agreement:
    with open_unit(actor) as unit:
        agreement = unit.agreements.find(agreement_id)
        if agreement is None or dossier_id not in (None, agreement.dossier_id):
            raise NotAllowed(changing(actor).value)
        dossier = opened(unit, actor, changing(actor), agreement.dossier_id).dossier
        if actor.role is Role.CITIZEN and agreement.doer is not Doer.CITIZEN:
            raise NotAllowed(changing(actor).value)
        if not agreement.is_open:
            return agreement
        settled = replace(agreement, done_at=done_at, dropped_at=dropped_at)
        unit.agreements.change(settled)
        _write_down(unit, actor, dossier, moment)
        unit.commit()
    return settled


def _agreed(
    proposed: Sequence[Proposed], talk: UUID, dossier_id: UUID, actor: Actor, moment: datetime
) -> Iterator[Agreement]:
    for place, each in enumerate(proposed):
        assert each.due_on is not None  # noqa: S101 - checked before
        yield Agreement(
            id=_numbered(talk, place),
            dossier_id=dossier_id,
            text=readable(each.text),
            doer=each.doer,
            due_on=each.due_on,
            made_at=moment,
            made_by=actor.account_id,
        )


def _numbered(talk: UUID, place: int) -> UUID:
    """The id of one agreement of a talk."""
    return uuid5(talk, str(place))


def _active(dossier: Dossier, moment: datetime) -> Dossier:
    """Whoever is spoken with is active."""
    if dossier.state is DossierState.ACTIVE:
        return dossier
    return replace(dossier, state=DossierState.ACTIVE, state_since=dutch_day(moment))


def _changed(unit: UnitOfWork, actor: Actor, dossier: Dossier, moment: datetime) -> Dossier:
    kept = keep(unit, dossier)
    follow(unit, dossier, moment)
    _write_down(unit, actor, dossier, moment)
    return kept


def _write_down(unit: UnitOfWork, actor: Actor, dossier: Dossier, moment: datetime) -> None:
    record(unit, actor, changing(actor), dossier.pseudonym, why_of(actor), moment)


def _check(proposed: Sequence[Proposed], next_contact_on: date | None, today: date) -> None:
    faults = [] if proposed else [FieldError(path="0.text", code="missing", given="", expected="an agreement")]
    if len(proposed) > MOST_AT_ONCE:
        expected = f"at most {MOST_AT_ONCE} agreements"
        faults.append(FieldError(path="", code="too_many", given=str(len(proposed)), expected=expected))
    for place, each in enumerate(proposed):
        faults += _faults_of_text(f"{place}.text", readable(each.text))
        faults += _faults_of_day(f"{place}.due_on", each.due_on, today)
    faults += _faults_of_day("next_contact_on", next_contact_on, today)
    if faults:
        raise InvalidInput(faults)


def _faults_of_text(path: str, text: str) -> list[FieldError]:
    if not text:
        return [FieldError(path=path, code="missing", given="", expected="what someone will do")]
    return [*unfit({path: text}, {path: LONGEST_AGREEMENT})]


def _faults_of_day(path: str, day: date | None, today: date) -> list[FieldError]:
    if day is None:
        return [FieldError(path=path, code="missing", given="", expected="a date")]
    if not today <= day <= today + FURTHEST:
        expected = "a day from today on, within a year"
        return [FieldError(path=path, code="out_of_range", given=day.isoformat(), expected=expected)]
    return []
