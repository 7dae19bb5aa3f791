"""Whose work stops: people of the coach who asks, by the work that their journal says they have now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from gouden_poort.development.journal import standing_of
from gouden_poort.development.standing import Job
from gouden_poort.profiles.people.account import Actor
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.employer_name import employer_key
from gouden_poort.profiles.people.rights import Deed, Ties, require
from gouden_poort.profiles.people.surplus import Surplus
from gouden_poort.services.dossiers.today import MOST
from gouden_poort.services.ports import Caseload, UnitOfWork, UnitOfWorkFactory
from gouden_poort.services.ten_years.line import read_of_each


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Somebody whose work stops."""

    dossier: Dossier
    employer: str
    """Empty where nobody wrote down a name, with a letter or a figure in it."""
    surplus: Surplus
    is_read: bool = True
    """False: their journal cannot be read, and they stand there by the work that was last known."""

    @property
    def is_sure(self) -> bool:
        """Whether it is known with whom they work; else only that they do this work."""
        return bool(self.employer)

    @property
    def written_as(self) -> str:
        """Their employer as the journal calls it; empty when that is just as it was announced, or not known."""
        return "" if self.employer == self.surplus.employer else self.employer


class _Work(NamedTuple):
    """What somebody does now."""

    dossier: Dossier
    occupation_id: str
    employer: str = ""
    is_read: bool = True


def people_hit(
    open_unit: UnitOfWorkFactory, actor: Actor, surpluses: Sequence[Surplus]
) -> Mapping[UUID, Sequence[Hit]]:
    """By surplus the people of the coach who asks, those of whom it is sure first; in three queries for all of them.

    Somebody whose journal cannot be read stands there too, and it is said of them.
    """
    require(actor, Deed.LIST_DOSSIERS, Ties())
    work = {each.occupation_id for each in surpluses}
    with open_unit(actor) as unit:
        asked = Caseload(coach_id=actor.account_id, organisation_id=actor.organisation_id, most=MOST)
        people = {each.id: each for each in unit.dossiers.caseload(asked)}
        lines = unit.journeys.of_many([*people]) if work else ()
        known = {each.dossier_id: each.occupation_id for each in lines if each.occupation_id in work}
        at_work = _at_work(unit, people, known)
    return {
        each.id: sorted(
            (
                Hit(dossier=one.dossier, employer=one.employer, surplus=each, is_read=one.is_read)
                for one in at_work
                if _may_stop(one, each)
            ),
            key=_place,
        )
        for each in surpluses
    }


def _at_work(unit: UnitOfWork, people: Mapping[UUID, Dossier], known: Mapping[UUID, str]) -> Sequence[_Work]:
    """The work that these people do by their journals. `known`: what their lines say of it."""

    def jobs(dossier_ids: Sequence[UUID]) -> Mapping[UUID, Job | None]:
        return {key: standing_of(events).job for key, events in unit.journal.of_many(dossier_ids).items()}

    read = read_of_each([*known], jobs)
    found = [_Work(people[key], job.occupation_id, _named(job)) for key, job in read.items() if job is not None]
    return [*found, *(_Work(people[key], known[key], is_read=False) for key in known if key not in read)]


def _named(job: Job) -> str:
    """The employer; empty too for a line or a question mark in the place of a name."""
    return job.employer if employer_key(job.employer) else ""


def _may_stop(work: _Work, surplus: Surplus) -> bool:
    """Whether it is this job that stops, or the same work at an employer whom nobody wrote down."""
    is_unknown = not work.employer and work.occupation_id == surplus.occupation_id
    return is_unknown or surplus.takes(work.occupation_id, work.employer)


def _place(hit: Hit) -> tuple[bool, str]:
    return not hit.is_sure, hit.dossier.name
