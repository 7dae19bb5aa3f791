"""What a citizen may always do with what is kept about them: take it all along, and have it all deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import TrailEntry, Why
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.ports.own_data import Document
from gouden_poort.services.trail import record


def take_along(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime) -> Document:
    """Every row about the citizen with what it is for, and who did what with the dossier; all that JSON can say.

    The unit of work is of the house: what is about someone is all for them, also what no page shows them.
    """
    with open_unit() as unit:
        subject = opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).dossier.pseudonym
        document = {
            "made_at": moment.isoformat(),
            "kept": unit.own_data.all_of(dossier_id),
            "trail": [_told(entry) for entry in unit.trail.about(subject)],
        }
        record(unit, actor, Deed.OWN_DOSSIER, subject, Why.OWN, moment)
        unit.commit()
    return document


def erase(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, moment: datetime) -> Mapping[str, int]:
    """Remove every row about the citizen: dossiers, answers, account; how many, by table.

    The trail keeps that a dossier with this pseudonym was erased, and nothing leads from there to who it was. Whoever
    puts an older copy back finds in it who has to go again.
    """
    with open_unit() as unit:
        subject = opened(unit, actor, Deed.ERASE_DOSSIER, dossier_id).dossier.pseudonym
        gone = unit.own_data.erase(dossier_id)
        record(unit, actor, Deed.ERASE_DOSSIER, subject, Why.OWN, moment)
        unit.commit()
    return gone


def _told(entry: TrailEntry) -> Document:
    return {
        "moment": entry.moment.isoformat(),
        "account": str(entry.account_id or ""),
        "role": entry.role,
        "organisation": str(entry.organisation_id or ""),
        "deed": entry.deed,
        "why": entry.why,
    }
