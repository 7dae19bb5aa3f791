"""How long answers without an account are kept, and wiping those whose time is over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from gouden_poort.errors import UnknownThing
from gouden_poort.services import sent_forms
from gouden_poort.services.importing.looking import forget_looked_at
from gouden_poort.services.ports import Answer, Keeping, UnitOfWork, UnitOfWorkFactory

WITH_CODE = timedelta(days=90)
WITHOUT_CODE = timedelta(days=7)
"""Without a code nobody can come back once the browser is closed."""
_NOTED_EVERY = timedelta(hours=1)
"""A visit within the hour is not written down again."""


def visit(open_unit: UnitOfWorkFactory, assessment_id: UUID, moment: datetime) -> Mapping[str, Answer]:
    """The last answer to each question; their term begins anew. UnknownThing when they are gone or over their date."""
    with open_unit() as unit:
        keeping = still_kept(unit, assessment_id, moment)
        kept = dict(unit.assessments.answers(assessment_id))
        if moment - keeping.last_used_at >= _NOTED_EVERY:
            unit.assessments.use(assessment_id, moment)
            unit.commit()
    return kept


def still_kept(unit: UnitOfWork, assessment_id: UUID, moment: datetime) -> Keeping:
    """How an assessment is kept; UnknownThing when it is gone or over its date, which comes to the same."""
    keeping = unit.assessments.keeping(assessment_id)
    if not keeping.has_dossier and moment >= until(keeping):
        raise UnknownThing("assessment", str(assessment_id))
    return keeping


def until(keeping: Keeping) -> datetime:
    """The moment from which answers without a dossier are no longer shown, and wiped when `forget_expired` runs."""
    return keeping.last_used_at + (WITH_CODE if keeping.has_code else WITHOUT_CODE)


def forget_expired(open_unit: UnitOfWorkFactory, moment: datetime) -> int:
    """Remove all answers whose time is over; how many visitors they were of. Others wait only for a few at a time."""
    sent_forms.forget_old(open_unit, moment)
    forget_looked_at(open_unit, moment)
    many = 0
    while True:
        with open_unit() as unit:
            gone = unit.assessments.forget_unused(without_code=moment - WITHOUT_CODE, with_code=moment - WITH_CODE)
            unit.commit()
        many += gone
        if not gone:
            return many
