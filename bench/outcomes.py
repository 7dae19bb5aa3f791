"""How long the page about outcomes takes in a full house: `make bench`, or `python bench/outcomes.py`.

100,000 dossiers with ten years behind them, on PostgreSQL and on SQLite. Server time is wall clock from request to
answer, signed in, as a plain role with row-level security. Beside it what survival alone costs when it is read and
counted a row at a time.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NoReturn
from uuid import UUID

from gouden_poort.development.journey import Journey
from gouden_poort.development.standing import Phase
from gouden_poort.profiles.levels import TargetGroup
from gouden_poort.profiles.people.account import Role
from gouden_poort.storage.tables.assessments import ASSESSMENTS
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.ten_years import JOURNEYS, PLANS
from gouden_poort.storage.values import as_row, keep_all
from tests.apps import app_of
from tests.databases import Database, Databases, running_postgres
from tests.dossiers import a_dossier
from tests.people_with_rights import Clock, Desk, house_at, keep_people, signed_in_client

NOW = datetime(2026, 11, 23, 8, 45, tzinfo=UTC)
MANY = 100_000
ASKED = 5
MOST_SECONDS = 2.0
SECTORS = ("metaal", "infra", "installatie", "bouw", "proces", "energie", "ict", "hout")
REGIONS = tuple(f"AM{number:02d}" for number in range(1, 36))
QUESTIONS = {
    "everyone": "/resultaten",
    "one region": "/resultaten?groep=regio:AM07",
    "one sector": "/resultaten?groep=sector:metaal",
    "the file": "/resultaten/resultaten.csv",
}


def fill(database: Database, many: int) -> None:
    """Dossiers, each with a plan and a line."""
    chance = Random(7)
    with database.unit() as unit:
        connection = unit._connection  # the bench makes rows by the thousand
        keep_all(connection, ASSESSMENTS, ({"id": _id(number), "started_at": NOW} for number in range(many)))
        keep_all(connection, DOSSIERS, map(_dossier, range(many)))
        keep_all(connection, PLANS, map(_plan, range(many)))
        keep_all(connection, JOURNEYS, (as_row(_line(number, chance)) for number in range(many)))
        if database.kind == "postgresql":
            connection.exec_driver_sql("ANALYZE")
        unit.commit()


def _id(number: int) -> UUID:
    return UUID(int=number + 1)


def _dossier(number: int) -> Mapping[str, object]:
    made = a_dossier(id=_id(number), pseudonym=_id(number), assessment_id=_id(number))
    return {**as_row(made), "name_key": "voorbeeld een"}


def _plan(number: int) -> Mapping[str, object]:
    versions = {"catalogue_version": "example", "rules_version": "example"}
    made = {"id": _id(number), "dossier_id": _id(number), "made_at": NOW, "made_by": _id(0), "kept": ""}
    return {**made, **versions}


def _line(number: int, chance: Random) -> Journey:
    """A life of which only the days are drawn."""
    today = NOW.date()
    chosen = today - timedelta(days=chance.randint(0, 3652))
    planned = chosen + timedelta(days=chance.randint(10, 300))
    started = _by(chosen + timedelta(days=chance.randint(5, 200)), 0.9, chance, today)
    finished = _by(started + timedelta(days=chance.randint(30, 500)), 0.8, chance, today) if started else None
    work = _by(planned + timedelta(days=chance.randint(-10, 200)), 0.9, chance, today) if started else None
    left = _by(work + timedelta(days=int(chance.expovariate(1 / 2200))), 1, chance, today) if work else None
    sector = chance.choice(SECTORS)
    now = "" if left or not work else sector if chance.random() < 0.7 else chance.choice(SECTORS)
    return Journey(
        dossier_id=_id(number),
        plan_id=_id(number),
        region=chance.choice(REGIONS),
        groups=(chance.choice(list(TargetGroup)).value,),
        target_id=f"oc-{sector}-{chance.randint(1, 12)}",
        target_sector=sector,
        chosen_on=chosen,
        planned_work_on=planned,
        phase=Phase.WORKING if now else Phase.BETWEEN,
        started_on=started,
        finished_on=finished,
        work_on=work,
        left_on=left,
        first_sector=sector if work else "",
        sector=now,
        occupation_id=f"oc-{now}-1" if now else "",
        seen_until=_by(today - timedelta(days=chance.randint(0, 900)), 0.1, chance, today),
    )


def _by(day: date, share: float, chance: Random, today: date) -> date | None:
    """A day that comes for a part of the people, and only once it was there."""
    return day if day <= today and chance.random() < share else None


def seconds(database: Database) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Of each question how long each request took, by one colleague: on the wall, and of this process."""
    house = house_at(database, Clock(NOW))
    people = keep_people(house.unit_of_work, NOW)
    desk = Desk(signed_in_client(app_of(house), house, people.with_role(Role.ADMINISTRATOR)))
    desk.read("/account")
    for what, address in QUESTIONS.items():
        taken = []
        for _ in range(ASKED):
            began, worked = time.perf_counter(), time.process_time()
            desk.client.get(address)
            taken.append((time.perf_counter() - began, time.process_time() - worked))
        yield what, taken


def row_by_row(database: Database) -> float:
    """Seconds that only survival takes when each line is read as a value and counted by itself."""
    began = time.perf_counter()
    with database.unit() as unit:
        lines = unit.journeys.all()
    stays = sorted(
        ((line.left_on or line.seen_until or NOW.date()) - line.work_on, line.left_on is None)
        for line in lines
        if line.work_on
    )
    share = 1.0
    for place, (_days, still_there) in enumerate(stays):
        share *= 1 if still_there else 1 - 1 / (len(stays) - place)
    return time.perf_counter() - began


def line(what: str, taken: Sequence[tuple[float, float]]) -> tuple[bool, str]:
    """Whether it was quick enough, and the line that says so; the first request loads a library, and counts too.

    Work of this process is told beside it: on a machine that does other things too, the wall says little.
    """
    wall, work = zip(*taken, strict=True)
    most = max(wall)
    mark = "ok  " if most <= MOST_SECONDS else "OVER"
    spread = f"median {statistics.median(wall):.2f} s, of which this process works {statistics.median(work):.2f} s"
    return most <= MOST_SECONDS, f"{mark} {what:24} most {most:5.2f} s (at most {MOST_SECONDS:.0f})  {spread}"


@contextmanager
def both(folder: Path) -> Iterator[Sequence[Database]]:
    """A database of each kind."""
    with ExitStack() as stack:
        server = stack.enter_context(running_postgres(_no_server))
        places = [folder / kind for kind in ("postgresql", "sqlite")]
        for place in places:
            place.mkdir()
        found = zip(places, (server, None), strict=True)
        yield [stack.enter_context(Databases(place, which).migrated(place)) for place, which in found]


def _no_server(reason: str) -> NoReturn:
    raise SystemExit(reason)


def main() -> int:
    """Print the table; 1 when something is too slow."""
    print(f"{MANY:,} dossiers, {ASKED} requests a line; load before: {os.getloadavg()[0]:.1f}", flush=True)
    well = True
    with tempfile.TemporaryDirectory() as folder, both(Path(folder)) as databases:
        for database in databases:
            fill(database, MANY)
            for what, taken in seconds(database):
                is_quick, words = line(f"{database.kind}, {what}", taken)
                print(words, flush=True)
                well &= is_quick
            print(f"     {database.kind}, survival a row at a time: {row_by_row(database):.2f} s", flush=True)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
