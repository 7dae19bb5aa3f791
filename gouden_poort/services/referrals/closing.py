"""Closing a referral because the citizen wants that, and forgetting whom one was about that led nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from gouden_poort.errors import ChangedMeanwhile
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.referral import KEPT_SENT_BACK, KEPT_UNANSWERED, Referral, ReferralState
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.referrals.opening import check_right, found
from gouden_poort.services.trail import record


def withdraw(open_unit: UnitOfWorkFactory, actor: Actor, referral_id: UUID, moment: datetime) -> None:
    """Let the counsellor see nothing more of it, from the next request on; before it was taken up it is wiped.

    The unit of work is of the house: a counsellor cannot reach the consents of a dossier.
    """
    check_right(open_unit, actor, Deed.WITHDRAW_REFERRAL, referral_id)
    with open_unit() as unit:
        referral = found(unit, Deed.WITHDRAW_REFERRAL, referral_id)
        if referral.dossier_id is not None:
            unit.consents.end(referral.dossier_id, Line.COUNSELLOR_SEES_STEPS, moment)
        elif referral.state is not ReferralState.WITHDRAWN:
            _wipe(unit, replace(referral, state=ReferralState.WITHDRAWN, withdrawn_at=moment))
        record(unit, actor, Deed.WITHDRAW_REFERRAL, referral.pseudonym, Why.REFERRAL, moment)
        unit.commit()


def forget_expired(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Wipe whom a referral was about that was sent back 30 days ago or not answered for 90; how many there were."""
    with open_unit() as unit:
        over = unit.referrals.with_persons_until(
            sent_back=moment - KEPT_SENT_BACK, unanswered=dutch_day(moment - KEPT_UNANSWERED)
        )
        for referral in over:
            _wipe(unit, referral)
        unit.commit()
    return len(over)


def _wipe(unit: UnitOfWork, referral: Referral) -> None:
    unit.referral_messages.remove_about(referral.id)
    if not unit.referrals.change(referral.without_person()):
        raise ChangedMeanwhile("referral", referral)
