"""Letting a referral follow its dossier, in the unit of work in which the dossier changes."""

from __future__ import annotations

from datetime import datetime

from gouden_poort.errors import ChangedMeanwhile
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ports import UnitOfWork


def follow(unit: UnitOfWork, dossier: Dossier, moment: datetime) -> None:
    """Note first talk, start and stop with the referrals that the dossier came from; most dossiers have none.

    So a counsellor reads steps, and never a dossier.
    """
    for referral in unit.referrals.of_dossier(dossier.id):
        stepped = referral.following(dossier, dutch_day(moment))
        if stepped != referral and not unit.referrals.change(stepped):
            raise ChangedMeanwhile("referral", referral)
