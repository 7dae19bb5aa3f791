"""What a coach does with a referral: take it up as a dossier, join it to one, or send it back with a reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Account, Actor
from gouden_poort.profiles.people.consent import Consent, Line, allows
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.referral import LONGEST_REASON, Referral, ReferralState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.services.dossiers import opening as dossier_opening
from gouden_poort.services.dossiers.doubles import who_may_be
from gouden_poort.services.dossiers.registering import add_dossier, check_newcomer
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.referrals.opening import check_right, found
from gouden_poort.services.referrals.telling import Address, account, tell
from gouden_poort.services.trail import record

LINES = (Line.COACH_SEES_DOSSIER, Line.COUNSELLOR_SEES_STEPS)
"""What is shared by a referral: by a yes, or by a law that the citizen was told about."""


def doubles(open_unit: UnitOfWorkFactory, actor: Actor, referral_id: UUID) -> Sequence[Dossier]:
    """Dossiers here that may be of the same person and that a coach may see, also of colleagues; for comparing only."""
    check_right(open_unit, actor, Deed.ANSWER_REFERRAL, referral_id)
    with open_unit() as unit:
        referral = found(unit, Deed.ANSWER_REFERRAL, referral_id)
        return who_may_be(unit, referral.to_organisation_id, referral)


def accept(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    actor: Actor,
    referral_id: UUID,
    answers: Mapping[str, object],
    *,
    is_another: bool,
    languages: Collection[str],
    moment: datetime,
    address: Address,
) -> Dossier:
    """Make a dossier of it for the coach who asks. InvalidInput; ChangedMeanwhile when a colleague was first.

    `answers`: place and dutch, as typed. `is_another`: the coach compared, and it is nobody who is here already.
    """
    check_right(open_unit, actor, Deed.ANSWER_REFERRAL, referral_id)
    with open_unit() as unit:
        referral = found(unit, Deed.ANSWER_REFERRAL, referral_id)
        taken = unit.dossiers.find(referral.dossier_id) if referral.dossier_id else None
        if taken is not None:
            return taken
        if not is_another and who_may_be(unit, referral.to_organisation_id, referral):
            raise InvalidInput([FieldError(path="who", code="missing", given="", expected="who it is")])
    _check_open(referral)
    newcomer = check_newcomer(
        open_unit,
        snapshot,
        {name: str(getattr(referral, name)) for name in ("name", "phone", "email", "language", "given")},
        {**answers, "birth_date": str(referral.birth_date)},
        LINES,
        languages=languages,
        today=dutch_day(moment),
    )
    counsellor = account(open_unit, referral.counsellor_id)
    with open_unit(actor) as unit:
        dossier = add_dossier(
            unit, actor, replace(newcomer, ground=referral.ground), moment, pseudonym=referral.pseudonym
        )
        _change(unit, referral, referral.accepted(dossier, actor.account_id, moment))
        record(unit, actor, Deed.ANSWER_REFERRAL, referral.pseudonym, Why.REFERRAL, moment)
        _tell(unit, counsellor, referral_id, address, moment)
        unit.commit()
    return dossier


def join(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    referral_id: UUID,
    dossier_id: UUID,
    *,
    moment: datetime,
    address: Address,
) -> Dossier:
    """Take it up for a client whom the coach who asks has already."""
    check_right(open_unit, actor, Deed.ANSWER_REFERRAL, referral_id)
    with open_unit() as unit:
        referral = found(unit, Deed.ANSWER_REFERRAL, referral_id)
    counsellor = account(open_unit, referral.counsellor_id)
    with open_unit(actor) as unit:
        opened = dossier_opening.opened(unit, actor, Deed.CHANGE_DOSSIER, dossier_id)
        if referral.dossier_id == dossier_id:
            return opened.dossier
        _check_open(referral)
        if not allows(opened.consents, Line.COUNSELLOR_SEES_STEPS):
            unit.consents.add(_steps_shared(referral, dossier_id, moment))
        _change(unit, referral, referral.accepted(opened.dossier, actor.account_id, moment))
        record(unit, actor, Deed.ANSWER_REFERRAL, opened.dossier.pseudonym, Why.REFERRAL, moment)
        _tell(unit, counsellor, referral_id, address, moment)
        unit.commit()
    return opened.dossier


def send_back(
    open_unit: UnitOfWorkFactory, actor: Actor, referral_id: UUID, reason: str, *, moment: datetime, address: Address
) -> Referral:
    """Say no, with a reason that the counsellor reads; a second time changes nothing."""
    check_right(open_unit, actor, Deed.ANSWER_REFERRAL, referral_id)
    words = _checked(reason)
    with open_unit(actor) as unit:
        referral = found(unit, Deed.ANSWER_REFERRAL, referral_id)
        if referral.state is ReferralState.SENT_BACK:
            return referral
        _check_open(referral)
        counsellor = account(open_unit, referral.counsellor_id)
        back = replace(
            referral,
            state=ReferralState.SENT_BACK,
            answered_at=moment,
            answered_by=actor.account_id,
            back_reason=words,
        )
        _change(unit, referral, back)
        record(unit, actor, Deed.ANSWER_REFERRAL, referral.pseudonym, Why.REFERRAL, moment)
        _tell(unit, counsellor, referral_id, address, moment)
        unit.commit()
    return back


def mark_started(open_unit: UnitOfWorkFactory, actor: Actor, referral_id: UUID, moment: datetime) -> None:
    """Note that the route began, also when the plan is on paper only; a second time changes nothing."""
    check_right(open_unit, actor, Deed.ANSWER_REFERRAL, referral_id)
    with open_unit(actor) as unit:
        referral = found(unit, Deed.ANSWER_REFERRAL, referral_id)
        if referral.dossier_id is None or referral.started_on is not None:
            return
        _change(unit, referral, referral.begun(dutch_day(moment)))
        record(unit, actor, Deed.ANSWER_REFERRAL, referral.pseudonym, Why.REFERRAL, moment)
        unit.commit()


def _check_open(referral: Referral) -> None:
    if referral.state is not ReferralState.SENT:
        raise ChangedMeanwhile("referral", referral)


def _change(unit: UnitOfWork, before: Referral, after: Referral) -> None:
    if not unit.referrals.change(after):
        raise ChangedMeanwhile("referral", before)


def _tell(unit: UnitOfWork, counsellor: Account | None, referral_id: UUID, address: Address, moment: datetime) -> None:
    """Mail the counsellor, if still there, that it was answered; not how."""
    if counsellor is not None:
        link = {"link": address(referral_id)}
        tell(unit, counsellor, MessageKind.REFERRAL_ANSWERED, link, referral_id, moment)


def _steps_shared(referral: Referral, dossier_id: UUID, moment: datetime) -> Consent:
    return Consent(
        id=uuid4(),
        dossier_id=dossier_id,
        line=Line.COUNSELLOR_SEES_STEPS,
        given=referral.given,
        language=referral.language,
        given_at=moment,
        ground=referral.ground,
    )


def _checked(reason: str) -> str:
    texts = {"reason": readable(reason)}
    if not texts["reason"]:
        raise InvalidInput([FieldError(path="reason", code="missing", given="", expected="why it goes back")])
    faults = list(unfit(texts, {"reason": LONGEST_REASON}))
    if faults:
        raise InvalidInput(faults)
    return texts["reason"]
