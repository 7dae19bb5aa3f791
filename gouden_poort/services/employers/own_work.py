"""Which announced surplus takes the work that somebody has now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from gouden_poort.development.event import Event
from gouden_poort.development.journal import standing_of
from gouden_poort.profiles.people.employer_name import employer_key
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.ports import UnitOfWork


def who_may_be_taken(unit: UnitOfWork, coach_id: UUID, surpluses: Iterable[Surplus]) -> Sequence[UUID]:
    """Clients who do such work, and ever did any at such an employer: only of these it is worth reading the journal."""
    stops = {(each.occupation_id, employer_key(each.employer)) for each in surpluses}
    at_work = unit.journeys.at_work(coach_id, {occupation_id for occupation_id, _ in stops})
    found = (each.dossier_id for each in at_work if (each.occupation_id, employer_key(each.employer)) in stops)
    return [*dict.fromkeys(found)]


def taking(surpluses: Iterable[Surplus], events: Sequence[Event]) -> list[Surplus]:
    """Those of the employer that the journal names; none for who wrote down no employer, or is followed no more."""
    standing = standing_of(events)
    if standing.job is None or standing.closed_on is not None:
        return []
    return [each for each in surpluses if each.takes(standing.job.occupation_id, standing.job.employer)]
