"""Short messages between counsellor and coach about a referral: kept, shown on both sides, and never in a mail."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.errors import FieldError, InvalidInput
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.message import MessageKind
from gouden_poort.profiles.people.referral import LONGEST_MESSAGE, ReferralMessage
from gouden_poort.profiles.people.rights import Deed, require
from gouden_poort.profiles.people.trail import Why
from gouden_poort.profiles.typed import readable, unfit
from gouden_poort.services.case_numbers import id_for
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.referrals.opening import found, ties_of
from gouden_poort.services.referrals.telling import Address, account, coaches_at, tell
from gouden_poort.services.trail import record


def write(
    open_unit: UnitOfWorkFactory,
    actor: Actor,
    referral_id: UUID,
    text: str,
    *,
    moment: datetime,
    address: Address,
    form_id: UUID | None = None,
) -> None:
    """Keep a message and tell the other side that there is one; InvalidInput. The same `form_id` twice is one."""
    ties = ties_of(open_unit, actor, Deed.WRITE_ABOUT_REFERRAL, referral_id)
    require(actor, Deed.WRITE_ABOUT_REFERRAL, ties)
    words = _checked(text)
    if actor.role is Role.COACH:
        others = [account(open_unit, ties.counsellor_id)]
    elif ties.coach_id:
        others = [account(open_unit, ties.coach_id)]
    else:
        assert ties.organisation_id is not None  # noqa: S101 - every referral goes to one
        others = [*coaches_at(open_unit, ties.organisation_id)]
    with open_unit(actor) as unit:
        referral = found(unit, Deed.WRITE_ABOUT_REFERRAL, referral_id)
        message = ReferralMessage(
            id=id_for(form_id or uuid4(), referral_id),
            referral_id=referral_id,
            author_id=actor.account_id,
            written_at=moment,
            text=words,
        )
        if not unit.referral_messages.add(message):
            return
        record(unit, actor, Deed.WRITE_ABOUT_REFERRAL, referral.pseudonym, Why.REFERRAL, moment)
        for other in others:
            if other is not None:
                link = {"link": address(referral_id)}
                tell(unit, other, MessageKind.REFERRAL_MESSAGE, link, message.id, moment)
        unit.commit()


def _checked(text: str) -> str:
    texts = {"text": readable(text)}
    if not texts["text"]:
        raise InvalidInput([FieldError(path="text", code="missing", given="", expected="a message")])
    faults = list(unfit(texts, {"text": LONGEST_MESSAGE}))
    if faults:
        raise InvalidInput(faults)
    return texts["text"]
