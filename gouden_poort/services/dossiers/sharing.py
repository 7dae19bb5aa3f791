"""What a citizen shares: every yes, and stopping with it line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Consent, Given, Line, allows
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.dossiers.reminding import remind
from gouden_poort.services.dossiers.telling import withdraw_mails
from gouden_poort.services.employers.proposing import withdraw_all
from gouden_poort.services.ports import UnitOfWorkFactory


def consents_of(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID) -> Sequence[Consent]:
    """Every yes of the citizen who asks, those that ended too."""
    with open_unit(actor) as unit:
        return opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).consents


def stop(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, line: Line, moment: datetime) -> None:
    """Take a yes back; from the next request on nobody sees that line, and what waits to be mailed is not sent.

    Who stops sharing with the coach is proposed to no company any more: sharing again is no new yes to any of them.
    """
    with open_unit(actor) as unit:
        dossier = opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).dossier
        unit.consents.end(dossier_id, line, moment)
        if line is Line.MESSAGES:
            withdraw_mails(unit, dossier_id)
        if line is Line.COACH_SEES_DOSSIER:
            withdraw_all(unit, dossier_id, moment)
        remind(unit, dossier, unit.consents.of(dossier_id), moment)
        unit.commit()


def share_again(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, line: Line, *, language: str, moment: datetime
) -> None:
    """Say yes once more; a yes that still holds stays as it is."""
    with open_unit(actor) as unit:
        found = opened(unit, actor, Deed.OWN_DOSSIER, dossier_id)
        if allows(found.consents, line):
            return
        consent = Consent(
            id=uuid4(), dossier_id=dossier_id, line=line, given=Given.ON_SCREEN, language=language, given_at=moment
        )
        unit.consents.add(consent)
        remind(unit, found.dossier, [*found.consents, consent], moment)
        unit.commit()
