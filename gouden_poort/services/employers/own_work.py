"""Which announced surplus takes the work that somebody has now, and who may hear of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from gouden_poort.development.event import Event
from gouden_poort.development.journal import standing_of, talked_after
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier, ties_of
from gouden_poort.profiles.people.employer_name import employer_key
from gouden_poort.profiles.people.rights import Deed, require
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.ports import UnitOfWork, UnitOfWorkFactory


def who_may_be_taken(unit: UnitOfWork, coach_id: UUID, surpluses: Iterable[Surplus]) -> Sequence[UUID]:
    """Clients who do such work, and ever did any at such an employer: only of these it is worth reading the journal."""
    stops = {(each.occupation_id, employer_key(each.employer)) for each in surpluses}
    at_work = unit.journeys.at_work(coach_id, {occupation_id for occupation_id, _ in stops})
    found = (each.dossier_id for each in at_work if (each.occupation_id, employer_key(each.employer)) in stops)
    return [*dict.fromkeys(found)]


def own_work_stops(
    open_unit: UnitOfWorkFactory, actor: Actor, dossier: Dossier, events: Sequence[Event], today: date
) -> Surplus | None:
    """What takes the work of the citizen who asks, and is to be told: they talked after the day of the announcement.

    An employer may tell us before it tells its staff, so nobody learns it here first.
    """
    require(actor, Deed.OWN_DOSSIER, ties_of(dossier, shared=True))
    with open_unit() as unit:  # for the house: what companies announce is hidden from citizens
        running = unit.surpluses.running(dossier.organisation_id, today)
    return next((each for each in taking(running, events) if talked_after(events, dutch_day(each.told_at))), None)


def taking(surpluses: Iterable[Surplus], events: Sequence[Event]) -> list[Surplus]:
    """Those of the employer that the journal names; none for who wrote down no employer, or is followed no more."""
    standing = standing_of(events)
    if standing.job is None or standing.closed_on is not None:
        return []
    return [each for each in surpluses if each.takes(standing.job.occupation_id, standing.job.employer)]
