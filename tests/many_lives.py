"""People whose lines are kept, as many as a page needs that counts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from gouden_poort.development.event import EventKind
from gouden_poort.services.demo.cast import the_cast
from gouden_poort.services.ports import UnitOfWorkFactory
from tests.dossiers import HERE, MORNING, a_dossier
from tests.ten_years import a_line_of, a_plan_of, an_event_of, chosen


def lives(
    open_unit: UnitOfWorkFactory,
    many: int,
    *,
    days: int = 0,
    since: str = "2020-03-02",
    waited: int = 28,
    organisation_id: UUID = HERE,
    **line: Any,
) -> None:
    """People who chose a route, waited, and came to work on a day; after so many days they left technology."""
    with open_unit() as unit:
        for _ in range(many):
            dossier = a_dossier(
                name="Voorbeeld Onzichtbaar",
                organisation_id=organisation_id,
                assessment_id=unit.assessments.start(MORNING),
            )
            plan = a_plan_of(dossier)
            job = {"occupation_id": "welder", "sector": "metal", "employer": "Voorbeeldbedrijf"}
            hired = an_event_of(dossier, EventKind.NEW_JOB, since, **job)
            day = date.fromisoformat(since) + timedelta(days=days)
            gone = an_event_of(dossier, EventKind.NEW_JOB, day.isoformat(), occupation_id="baker")
            begin = chosen(plan, (date.fromisoformat(since) - timedelta(days=waited)).isoformat())
            unit.dossiers.add(dossier)
            unit.plans.add(plan)
            unit.journeys.put(replace(a_line_of(plan, begin, hired, *([gone] if days else [])), **line))
        unit.commit()


def as_of_the_demo(open_unit: UnitOfWorkFactory) -> None:
    """Let everybody pass for people of the demo."""
    with open_unit() as unit:
        unit.organisations.add(the_cast(MORNING).bureau)
        unit.commit()
