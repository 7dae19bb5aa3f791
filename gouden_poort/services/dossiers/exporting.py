"""Taking a selection of one's own people along in a file; for each of them that is written in the audit trail."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier, ties_of
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.dossiers.caseload import Filters, asked
from gouden_poort.services.ports import UnitOfWorkFactory
from gouden_poort.services.trail import record

MOST = 5_000
"""People in one file: more than anybody coaches."""


def export(
    open_unit: UnitOfWorkFactory, actor: Actor, filters: Filters, today: date, moment: datetime
) -> Sequence[Dossier]:
    """Everyone behind the filters, on all pages."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    with open_unit(actor) as unit:
        people = unit.dossiers.caseload(asked(actor, filters, today, most=MOST))
        for dossier in people:
            require(actor, Deed.EXPORT_DOSSIER, ties_of(dossier, shared=True))  # a caseload holds none that is not
            record(unit, actor, Deed.EXPORT_DOSSIER, dossier.pseudonym, Why.REPORTING, moment)
        unit.commit()
    return people
