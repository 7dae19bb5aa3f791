"""Opening a referral for one who asks.

What a citizen allows, and whose dossier it became, is looked up as the house: whoever asks may often not see that.
"""

from __future__ import annotations

from uuid import UUID

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.profiles.people.referral import Referral, ReferralState
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory

_LINES = {Role.COACH: (Line.COUNSELLOR_SEES_STEPS, Line.COACH_SEES_DOSSIER)}
"""What must be allowed for a role to see a referral that became a dossier; for others the first of these."""


def check_right(open_unit: UnitOfWorkFactory, actor: Actor, deed: Deed, referral_id: UUID) -> None:
    """NotAllowed when someone may not do this with a referral, also when there is none."""
    require(actor, deed, ties_of(open_unit, actor, deed, referral_id))


def ties_of(open_unit: UnitOfWorkFactory, actor: Actor, deed: Deed, referral_id: UUID) -> Ties:
    """To whom a referral is tied, with whether the one who asks may still see it."""
    with open_unit() as unit:
        referral = found(unit, deed, referral_id)
        dossier = unit.dossiers.find(referral.dossier_id) if referral.dossier_id else None
        shared = referral.state is not ReferralState.WITHDRAWN and referral.is_about_someone
        if dossier is not None:
            consents = unit.consents.of(dossier.id)
            needed = _LINES.get(actor.role, (Line.COUNSELLOR_SEES_STEPS,))
            shared = shared and all(allows(consents, line) for line in needed)
    return Ties(
        organisation_id=referral.to_organisation_id,
        counsellor_id=referral.counsellor_id,
        coach_id=dossier.coach_id if dossier else None,
        citizen_id=dossier.citizen_id if dossier else None,
        shared=shared,
    )


def found(unit: UnitOfWork, deed: Deed, referral_id: UUID) -> Referral:
    """The referral as this unit of work sees it; NotAllowed when it sees none."""
    referral = unit.referrals.find(referral_id)
    if referral is None:
        raise NotAllowed(deed.value)
    return referral
