"""How long opening a dossier takes with ten years in it: `make bench`, or `python bench/ten_years.py`.

People in the middle of some regions, each with a plan of ten years ago and a journal of 500 events, on the built-in
catalogue, on PostgreSQL and on SQLite. Server time is wall clock from request to answer, signed in, as a plain role
with row-level security. The page about a person also plans their routes, so the first look at each of them is a line
of its own.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from bench.outcomes import both
from gouden_poort.app import get_ready
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.plan import MilestoneKind, Plan
from gouden_poort.profiles.home import Home
from gouden_poort.profiles.people.account import Role
from gouden_poort.profiles.people.dossier import Dossier, DossierState
from gouden_poort.profiles.question import Answer
from gouden_poort.services import assessments
from gouden_poort.services.catalogues import load_builtin
from gouden_poort.services.demo.example_plans import a_plan
from gouden_poort.services.routes import suggest_routes
from gouden_poort.services.ten_years.line import begin_line
from gouden_poort.services.ten_years.naming import named
from gouden_poort.wiring import House
from tests.apps import app_of
from tests.databases import Database
from tests.journeys.people import VISITORS, Visitor
from tests.own_dossiers import coached
from tests.people_with_rights import Clock, Desk, an_account, keep_people
from tests.ten_years import an_event_of

NOW = datetime(2026, 12, 28, 9, tzinfo=UTC)
BEGAN = NOW - timedelta(days=3640)
REGIONS, EVENTS, AGAIN = 10, 500, 3
MOST_MS = 100
_MADE_UP = "Voorbeeld: wat iemand in een gesprek of over een cursus vertelde, in een zin of twee zoals een coach typt."
_WEEKLY = (
    EventKind.NEW_JOB,
    EventKind.TALK_HELD,
    EventKind.CORRECTED,
    EventKind.AGREEMENT_MADE,
    EventKind.PROOF_ADDED,
    EventKind.PAUSED,
    EventKind.RESUMED,
    EventKind.LOST_JOB,
)
"""One after the other fits, however often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A dossier, and the screens of the two who open it."""

    dossier_id: UUID
    coach: Desk
    citizen: Desk


def fill(database: Database) -> list[Opened]:
    """People of one coach, in as many regions, each with an account."""
    shelf = database.shelf()
    load_builtin(database.unit, shelf, NOW)
    house = House(settings=database.settings, unit_of_work=database.unit, shelf=shelf, clock=Clock(NOW))
    app = app_of(house)
    get_ready(app, house)
    people = keep_people(house.unit_of_work, NOW)
    found = []
    for region in range(REGIONS):
        for visitor in VISITORS:
            number = len(found)
            citizen = an_account(Role.CITIZEN, f"burger{number}@voorbeeld.example", None, NOW)
            with house.unit_of_work() as unit:
                unit.accounts.add(citizen)
                unit.commit()
            told = {"citizen_id": citizen.id, "name": f"Voorbeeld {number}", "state": DossierState.ACTIVE}
            answered = _answered(house, visitor, region)
            made = coached(app, house, people, assessment_id=answered, registered_at=BEGAN, **told)
            _live(house, made.dossier, Random(number))
            found.append(
                Opened(dossier_id=made.dossier.id, coach=made.coach, citizen=made.screen_of(citizen)),
            )
    return found


def _answered(house: House, visitor: Visitor, region: int) -> UUID:
    """The answers of a visitor who lives in the middle of a region."""
    snapshot, assessment_id = house.shelf.active(), assessments.start(house.unit_of_work, NOW)
    middle = snapshot.columns.regions
    home = Home(
        label=middle.label[region], lat=float(middle.lat[region]), lon=float(middle.lon[region]), approximate=False
    )
    answers: Mapping[str, Answer] = {**visitor.answers, "place": home.as_answer()}
    with house.unit_of_work() as unit:
        for question_id, answer in answers.items():
            unit.assessments.answer(assessment_id, question_id, answer, NOW)
        unit.commit()
    return assessment_id


def _live(house: House, dossier: Dossier, chance: Random) -> None:
    """A plan of ten years ago, and everything that happened since."""
    snapshot = house.shelf.active()
    with house.unit_of_work() as unit:
        answers = unit.assessments.answers(dossier.assessment_id)
        profile, _assumed = assessments.profile_of(snapshot, dossier.assessment_id, answers, today=NOW.date())
        route = suggest_routes(snapshot, profile)[0].route
        plan = a_plan(dossier, (route, named(snapshot, route)), BEGAN, chance)
        unit.plans.add(plan)
        unit.journal.add_all(_journal(snapshot, dossier, plan))
        begin_line(unit, plan, region="", groups=(), today=NOW.date())
        unit.commit()


def _journal(snapshot: Snapshot, dossier: Dossier, plan: Plan) -> Iterator[Event]:
    """Every year its questions and each week something else, until there are enough."""
    yield an_event_of(dossier, EventKind.PLAN_CHOSEN, BEGAN.date().isoformat(), plan_id=plan.id)
    talks = [
        each for each in plan.milestones if each.kind is MilestoneKind.YEARLY_TALK and each.planned_on < NOW.date()
    ]
    for talk in talks:
        yield an_event_of(dossier, EventKind.CHECKED_IN, talk.planned_on.isoformat(), year=talk.year)
    before: Event | None = None
    days = (plan.begins_on + timedelta(days=7 * week) for week in count())
    for kind, day, number in zip(cycle(_WEEKLY), days, range(EVENTS - 1 - len(talks)), strict=False):
        before = an_event_of(dossier, kind, day.isoformat(), **_rest(kind, snapshot, number, before))
        yield before


def _rest(kind: EventKind, snapshot: Snapshot, number: int, before: Event | None) -> dict[str, Any]:
    """What a kind needs; the correction says of the talk before it that it was on another day."""
    if kind is EventKind.NEW_JOB:
        work = snapshot.columns.occupations
        row = number % len(work.id)
        sector = snapshot.columns.sectors[int(work.sector[row])]
        return {"occupation_id": work.id[row], "sector": sector, "employer": f"Voorbeeldbedrijf {number}"}
    if kind is EventKind.CORRECTED and before is not None:
        return {"corrects": before.id, "instead": before.kind, "words": _MADE_UP}
    return {"words": f"{_MADE_UP} {number}"}


def seconds(people: Sequence[Opened]) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Of each page how long each look at it took, on the wall and of this process, one person after the other."""
    yield "persoon, first look", [_timed(each.coach, f"/persoon/{each.dossier_id}") for each in people]
    looks = [each for _ in range(AGAIN) for each in people]
    yield "persoon", [_timed(each.coach, f"/persoon/{each.dossier_id}") for each in looks]
    yield "persoon, ten years", [_timed(each.coach, f"/persoon/{each.dossier_id}/tien-jaar") for each in looks]
    yield "mijn-10-jaar", [_timed(each.citizen, "/mijn-10-jaar") for each in looks]


def _timed(desk: Desk, address: str) -> tuple[float, float]:
    began, worked = time.perf_counter(), time.process_time()
    desk.read(address)
    return time.perf_counter() - began, time.process_time() - worked


def line(what: str, taken: Sequence[tuple[float, float]]) -> tuple[bool, str]:
    """Whether it was quick enough, and the line that says so, with the work of this process beside the wall clock."""
    wall, work = (sorted(each) for each in zip(*taken, strict=True))
    p95 = 1000 * wall[int(0.95 * len(wall))]
    mark = "ok  " if p95 <= MOST_MS else "OVER"
    spread = f"median {1000 * statistics.median(wall):.0f} ms, of which this process works"
    spread += f" {1000 * statistics.median(work):.0f} ms, p95 {1000 * work[int(0.95 * len(work))]:.0f} ms"
    return p95 <= MOST_MS, f"{mark} {what:32} p95 {p95:5.0f} ms (at most {MOST_MS})  {spread}"


def main() -> int:
    """Print the table; 1 when something is too slow."""
    many = REGIONS * len(VISITORS)
    print(f"{many} dossiers of {EVENTS} events; load before: {os.getloadavg()[0]:.1f}", flush=True)
    well = True
    with tempfile.TemporaryDirectory() as folder, both(Path(folder)) as databases:
        for database in databases:
            for what, taken in seconds(fill(database)):
                is_quick, words = line(f"{database.kind}, {what}", taken)
                print(words, flush=True)
                well &= is_quick
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
