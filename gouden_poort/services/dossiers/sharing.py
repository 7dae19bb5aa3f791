"""What a citizen shares: every yes, and stopping with it line by line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.consent import Consent, Given, Line, allows
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.services.dossiers.opening import opened
from gouden_poort.services.ports import UnitOfWorkFactory


def consents_of(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID) -> Sequence[Consent]:
    """Every yes of the citizen who asks, those that ended too."""
    with open_unit(actor) as unit:
        return opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).consents


def stop(open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, line: Line, moment: datetime) -> None:
    """Take a yes back; from the next request on nobody sees that line."""
    with open_unit(actor) as unit:
        opened(unit, actor, Deed.OWN_DOSSIER, dossier_id)
        unit.consents.end(dossier_id, line, moment)
        unit.commit()


def share_again(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier_id: UUID, line: Line, *, language: str, moment: datetime
) -> None:
    """Say yes once more; a yes that still holds stays as it is."""
    with open_unit(actor) as unit:
        kept = opened(unit, actor, Deed.OWN_DOSSIER, dossier_id).consents
        if allows(kept, line):
            return
        consent = Consent(
            id=uuid4(), dossier_id=dossier_id, line=line, given=Given.ON_SCREEN, language=language, given_at=moment
        )
        unit.consents.add(consent)
        unit.commit()
