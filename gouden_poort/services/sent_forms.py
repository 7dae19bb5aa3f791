"""What was filled in on a form that could not be taken: kept for an hour at most, to be shown again with its faults."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from gouden_poort.services.ports import UnitOfWorkFactory

KEPT_FOR = timedelta(hours=1)
MOST_KEPT = 5_000
"""Forms of all visitors together, each of at most some tens of kilobytes; beyond this the oldest goes."""


def keep(open_unit: UnitOfWorkFactory, content: str, moment: datetime, *, instead_of: UUID | None = None) -> UUID:
    """Keep what was filled in, in the place of what the same visitor sent before; forms of over an hour ago go."""
    with open_unit() as unit:
        unit.sent_forms.remove_kept_until(moment - KEPT_FOR)
        if instead_of is not None:
            unit.sent_forms.remove(instead_of)
        unit.sent_forms.keep_newest(MOST_KEPT - 1)
        form_id = unit.sent_forms.add(content, moment)
        unit.commit()
    return form_id


def find(open_unit: UnitOfWorkFactory, form_id: UUID, moment: datetime) -> str | None:
    """What was filled in; None once it was taken, or an hour later."""
    with open_unit() as unit:
        return unit.sent_forms.find(form_id, kept_after=moment - KEPT_FOR)


def forget(open_unit: UnitOfWorkFactory, form_id: UUID) -> None:
    """Remove it: the form was taken after all, or its sender wipes everything."""
    with open_unit() as unit:
        unit.sent_forms.remove(form_id)
        unit.commit()


def forget_old(open_unit: UnitOfWorkFactory, moment: datetime) -> None:
    """Remove what was kept for an hour, also where nobody sends anything any more."""
    with open_unit() as unit:
        unit.sent_forms.remove_kept_until(moment - KEPT_FOR)
        unit.commit()
