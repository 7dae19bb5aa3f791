"""Whose work stops: people of the coach who asks, by the work that their journal says they have now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from gouden_poort.development.journal import standing_of
from gouden_poort.development.standing import Job
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.dossiers.today import MOST
from gouden_poort.services.ports import Caseload, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Somebody whose work stops."""

    dossier: Dossier
    job: Job
    surplus: Surplus

    @property
    def is_sure(self) -> bool:
        """Whether it is known with whom they work; else only that they do this work."""
        return bool(self.job.employer)

    @property
    def written_as(self) -> str:
        """Their employer as the journal calls it; empty when that is just as it was announced, or not known."""
        return "" if self.job.employer == self.surplus.employer else self.job.employer


def people_hit(
    open_unit: UnitOfWorkFactory, actor: Actor, surpluses: Sequence[Surplus]
) -> Mapping[UUID, Sequence[Hit]]:
    """By surplus the people of the coach who asks, those of whom it is sure first; in three queries for all of them."""
    require(actor, Deed.LIST_DOSSIERS, Ties())
    work = {each.occupation_id for each in surpluses}
    with open_unit(actor) as unit:
        asked = Caseload(coach_id=actor.account_id, organisation_id=actor.organisation_id, most=MOST)
        people = {each.id: each for each in unit.dossiers.caseload(asked)}
        lines = unit.journeys.of_many([*people]) if work else ()
        in_it = [line.dossier_id for line in lines if line.occupation_id in work]
        journals = unit.journal.of_many(in_it)
    jobs = {dossier_id: standing_of(events).job for dossier_id, events in journals.items()}
    at_work = [(people[dossier_id], job) for dossier_id, job in jobs.items() if job is not None]
    return {
        each.id: sorted(
            (Hit(dossier=dossier, job=job, surplus=each) for dossier, job in at_work if _may_stop(job, each)),
            key=_place,
        )
        for each in surpluses
    }


def _may_stop(job: Job, surplus: Surplus) -> bool:
    """Whether it is this job that stops, or the same work at an employer whom nobody wrote down."""
    is_unknown = not job.employer and job.occupation_id == surplus.occupation_id
    return is_unknown or surplus.takes(job.occupation_id, job.employer)


def _place(hit: Hit) -> tuple[bool, str]:
    return not hit.is_sure, hit.dossier.name
