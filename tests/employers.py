"""Companies with links, and work that stops there, for tests; all of it made up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.organisation import Organisation, OrganisationKind
from gouden_poort.profiles.people.place_offer import FreePlace
from gouden_poort.profiles.people.proposal import Proposal
from gouden_poort.profiles.people.surplus import Stopping, Surplus
from tests.databases import Database
from tests.dossiers import COACH, ELSEWHERE, HERE, MORNING


def keep_organisations(database: Database) -> None:
    """Keep those of the coaches of `tests.dossiers`."""
    with database.unit() as unit:
        for organisation_id, name in ((HERE, "Gemeente Hier"), (ELSEWHERE, "Gemeente Elders")):
            unit.organisations.add(Organisation(id=organisation_id, name=name, kind=OrganisationKind.MUNICIPALITY))
        unit.commit()


def stopping(**told: Any) -> Stopping:
    """Twelve welders at a company that is not in the catalogue, for three more months."""
    values: dict[str, Any] = {
        "occupation_id": "O1",
        "people": 12,
        "last_day": MORNING.date() + timedelta(days=90),
        "employer": "Voorbeeld Staal",
        "town": "Utrecht",
        "region": "AR01",
    }
    return Stopping(**{**values, **told})


def a_surplus(*, organisation_id: UUID = HERE, told_by: UUID = COACH.account_id, **told: Any) -> Surplus:
    """The same, announced."""
    work = stopping(**told)
    values = {name: getattr(work, name) for name in Stopping.__dataclass_fields__}
    return Surplus(id=uuid4(), organisation_id=organisation_id, told_at=MORNING, told_by=told_by, **values)


def a_proposal(dossier: Dossier, place: FreePlace, **told: Any) -> Proposal:
    """Somebody who is proposed for a place, before it is kept."""
    values: dict[str, Any] = {
        "id": uuid4(),
        "dossier_id": dossier.id,
        "place_id": place.id,
        "organisation_id": place.organisation_id,
        "company_id": "B1",
        "company": "Lasbedrijf",
        "work": "Lasser",
        "made_by": dossier.coach_id,
        "made_at": MORNING,
        "until": MORNING.date() + timedelta(days=28),
        "initials": "V. E.",
        "skills": ("Lassen",),
        "town": "Utrecht",
        "starts_on": MORNING.date(),
    }
    return Proposal(**{**values, **told})
