"""Leaving a sector out of the routes: a wish like that of the question about sectors, given with one press."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.question import UNWANTED
from gouden_poort.services import assessments, trying
from gouden_poort.services.ports import UnitOfWorkFactory

_QUESTION = "sectors"


def leave_out(
    open_unit: UnitOfWorkFactory,
    snapshot: Snapshot,
    assessment_id: UUID,
    sector: str,
    *,
    moment: datetime,
    today: date,
) -> None:
    """Let someone rather not see a sector; `trying.put_back` undoes it. UnknownThing for no such sector.

    What was left out before is left alone, so that pressing twice can still be undone.
    """
    if sector not in snapshot.columns.sectors:
        raise UnknownThing("sector", sector[:100])
    given = assessments.answers(open_unit, assessment_id).get(_QUESTION)
    wishes = dict(given) if isinstance(given, Mapping) else {}
    if wishes.get(sector) == UNWANTED:
        return
    without = {_QUESTION: {**wishes, sector: UNWANTED}}
    trying.give(open_unit, snapshot, assessment_id, without, moment=moment, today=today)
