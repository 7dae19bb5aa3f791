"""How long the calendar takes on a day on which everyone is due: `make bench`, or `python bench/tick.py`.

A PostgreSQL with 100,000 dossiers (or as many as `--people` says) of made-up people, each with a plan of ten years, a
journal of some events, an account or a mail address, and a look that is due. `gouden-poort tick` runs in a process of
its own, as it does in an installation: the time is that of the whole process, the memory the most it held.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NoReturn
from uuid import uuid4

from sqlalchemy import Connection, Table, insert

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.journey import Journey, journey_of
from gouden_poort.development.kept import as_text
from gouden_poort.development.plan import Plan
from gouden_poort.profiles.dutch_time import dutch_day
from gouden_poort.profiles.people.consent import Line
from gouden_poort.profiles.people.dossier import Dossier, DossierState, name_key
from gouden_poort.storage.tables.assessments import ASSESSMENTS
from gouden_poort.storage.tables.dossiers import CONSENTS, DOSSIERS
from gouden_poort.storage.tables.ten_years import EVENTS, JOURNEYS, PLANS
from gouden_poort.storage.values import as_row
from tests.databases import Database, Databases, running_postgres
from tests.development.plans import ROUTE, a_plan
from tests.dossiers import a_consent, a_dossier

PEOPLE, AT_ONCE = 100_000, 2_000
MOST_SECONDS, MOST_MB = 300, 300
NOW = datetime.now(UTC)
TODAY = dutch_day(NOW)
LANGUAGES = ("nl", "ar", "uk", "en", "tr", "ti")
_COMMAND = "from gouden_poort.cli import main; main(['tick'])"
Person = tuple[Dossier, Plan, list[Event], Journey]


def person(number: int, random: Random) -> Person:
    """Somebody in the first to the ninth year, whose next questions are due today, and what happened so far."""
    years = 1 + number % 9
    begin = date(TODAY.year - years, TODAY.month, min(TODAY.day, 28)) - timedelta(days=number % 10 - 5)
    work = begin + timedelta(weeks=30)
    dossier = a_dossier(
        assessment_id=uuid4(),
        name=f"Voorbeeld {number}",
        email=f"iemand{number}@voorbeeld.example" if number % 5 else "",
        citizen_id=uuid4() if number % 3 else None,
        language=LANGUAGES[number % 6],
        registered_at=datetime(begin.year, begin.month, begin.day, 9, tzinfo=UTC),
        state=DossierState.ACTIVE,
        state_since=begin,
    )
    steps = tuple(replace(step, start_date=begin) for step in ROUTE.steps)
    route = replace(ROUTE, steps=steps, placement=replace(ROUTE.placement, start_date=work), career=None)
    plan = a_plan(id=uuid4(), dossier_id=dossier.id, made_at=dossier.registered_at, route=route)
    events = [*_journal(plan, begin, work, years, random)]
    line = journey_of(events, plan, plan, region="AR01", groups=(), today=TODAY)
    return dossier, plan, events, replace(line, look_on=TODAY - timedelta(days=number % 30))


def _journal(plan: Plan, begin: date, work: date, years: int, random: Random) -> Iterator[Event]:
    course = plan.milestones[0].id

    def happened(kind: EventKind, day: date, **rest: Any) -> Event:
        written = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        return Event(id=uuid4(), dossier_id=plan.dossier_id, kind=kind, day=day, written_at=written, **rest)

    yield happened(EventKind.PLAN_CHOSEN, begin, plan_id=plan.id)
    yield happened(EventKind.STARTED, begin, milestone_id=course)
    yield happened(EventKind.FINISHED, work - timedelta(weeks=1), milestone_id=course)
    yield happened(EventKind.NEW_JOB, work, occupation_id="welder", sector="metal", employer="Voorbeeldbedrijf")
    for year in range(1, years):
        day = begin + timedelta(days=365 * year + 10)
        yield happened(EventKind.TALK_HELD, day)
        if random.random() < 0.8:
            yield happened(EventKind.CHECKED_IN, day, year=year)


def fill(database: Database, people: int) -> None:
    """Put everyone in, some thousands at once."""
    random = Random(1)
    with database.unit() as unit:
        connection = unit._connection
        for first in range(0, people, AT_ONCE):
            some = [person(number, random) for number in range(first, min(people, first + AT_ONCE))]
            _write(connection, some)
        connection.exec_driver_sql("ANALYZE")
        unit.commit()


def _write(connection: Connection, people: Sequence[Person]) -> None:
    dossiers = [dossier for dossier, *_ in people]
    consents = [a_consent(each, line) for each in dossiers for line in (Line.COACH_SEES_DOSSIER, Line.MESSAGES)]
    answers = [{"id": each.assessment_id, "started_at": each.registered_at} for each in dossiers]
    plans = [as_row(plan) | {"kept": as_text(plan.route, plan.named)} for _, plan, *_ in people]
    _put(connection, ASSESSMENTS, answers)
    _put(connection, DOSSIERS, [as_row(each) | {"name_key": name_key(each.name)} for each in dossiers])
    _put(connection, CONSENTS, [as_row(each) for each in consents])
    _put(connection, PLANS, plans)
    _put(connection, EVENTS, [as_row(event) for *_, events, _ in people for event in events])
    _put(connection, JOURNEYS, [as_row(line) for *_, line in people])


def _put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    connection.execute(insert(table), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """What one run of the command took, and what it said."""

    seconds: float
    cpu_seconds: float
    """Of the process itself, without the database."""
    most_mb: float
    said: str


def tick(database: Database, folder: Path) -> Ticked:
    """Run the command in a process of its own."""
    env = {
        **os.environ,
        "GOUDEN_POORT_DATABASE_URL": database.settings.database_url,
        "GOUDEN_POORT_DATA_DIR": str(folder),
        "GOUDEN_POORT_BASE_URL": "https://poort.example",
    }
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", _COMMAND], env=env, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Ticked(
        seconds=time.perf_counter() - began,
        cpu_seconds=after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime,
        most_mb=after.ru_maxrss / 1024,
        said=done.stdout.strip(),
    )


def line(what: str, found: float, most: float, unit: str) -> tuple[bool, str]:
    """Whether it was little enough, and the line that says so."""
    mark = "ok  " if found <= most else "OVER"
    return found <= most, f"{mark} {what:40} {found:7.1f} {unit} (at most {most:.0f})"


def _no_server(reason: str) -> NoReturn:
    raise SystemExit(reason)


def main() -> int:
    """Print the table; 1 when it is too slow or takes too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE, help="the time that is allowed goes along")
    people = parser.parse_args().people
    print(f"{people:,} dossiers that are all due; load before: {os.getloadavg()[0]:.1f}", flush=True)
    with (
        tempfile.TemporaryDirectory() as name,
        running_postgres(_no_server) as server,
        Databases(Path(name), server).migrated(Path(name)) as database,
    ):
        began = time.perf_counter()
        fill(database, people)
        print(f"     made in {time.perf_counter() - began:.0f} s", flush=True)
        first = tick(database, Path(name))
        again = tick(database, Path(name))
    quick, words = line("tick", first.seconds, MOST_SECONDS * people / PEOPLE, "s")
    small, more = line("most memory of its process", first.most_mb, MOST_MB, "MB")
    print(f"     {first.said}", f"{words}  {first.cpu_seconds:.1f} s of a core, without the database", more, sep="\n")
    print(f"     {again.said}", f"     a second one after it: {again.seconds:.1f} s", sep="\n")
    return 0 if quick and small else 1


if __name__ == "__main__":
    sys.exit(main())
