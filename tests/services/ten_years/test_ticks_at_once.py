"""Two calendars at the same time, and one that is killed: real processes on a database."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from threading import Barrier, Thread

from gouden_poort.development.event import EventKind
from gouden_poort.services.ten_years.calendar import Looked
from tests.databases import Database
from tests.services.ten_years.test_calendar import DUE, keep, noon, planned, posted, tick
from tests.ten_years import an_event_of

KILLED_AFTER = 2
_CHILD = f"""
import os, signal, sys
from datetime import datetime
from pathlib import Path
from tests.databases import opened
from gouden_poort.services.ten_years.calendar import keep_calendar

heard = []
def die(looked):
    heard.append(looked)
    if len(heard) == {KILLED_AFTER}:
        os.kill(os.getpid(), signal.SIGKILL)

with opened(Path(sys.argv[1]), os.environ["CHILD_DATABASE"]) as database:
    moment = datetime.fromisoformat(sys.argv[2])
    keep_calendar(database.unit, lambda language, year: "https://poort.example/x", moment, batch=3, tell=die)
"""


def test_a_process_that_is_killed_between_batches_repeats_nothing_and_forgets_nothing(database: Database) -> None:
    dossiers = [planned(database, lines=()) for _ in range(10)]
    root = Path(__file__).parents[3]
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, str(database.settings.data_dir), noon(DUE).isoformat()],
        env={**os.environ, "PYTHONPATH": str(root), "CHILD_DATABASE": database.settings.database_url},
        cwd=root,
        check=False,
        timeout=120,
    )
    assert child.returncode == -signal.SIGKILL
    assert sum(len(posted(database, each)) for each in dossiers) == 3 * KILLED_AFTER
    assert tick(database, DUE) == Looked(looked=4, asked=4)
    assert [len(posted(database, each)) for each in dossiers] == [1] * 10


def test_two_at_once_ask_everyone_once(database: Database) -> None:
    dossiers = [planned(database) for _ in range(12)]
    together, done = Barrier(2), []

    def run() -> None:
        together.wait()
        done.append(tick(database, DUE, batch=2))

    threads = [Thread(target=run) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert len(done) == 2
    assert sum(each.asked for each in done) == 12
    assert [len(posted(database, each)) for each in dossiers] == [2] * 12
    with database.unit() as unit:
        assert not unit.journeys.to_look_at(DUE, 20)


def test_who_holds_a_line_is_left_alone_and_looked_at_the_next_time(postgres_database: Database) -> None:
    planned(postgres_database, lines=())
    other = planned(postgres_database, lines=())
    with postgres_database.unit() as unit:
        held = unit.journeys.to_look_at(DUE, 1)
        looked = tick(postgres_database, DUE)
    assert (len(held), looked.looked) == (1, 1)
    assert tick(postgres_database, DUE).asked == 1
    assert len(posted(postgres_database, other)) == 1


def test_who_is_being_erased_is_told_nothing(postgres_database: Database) -> None:
    dossier = planned(postgres_database)
    with postgres_database.unit() as unit:
        unit.own_data.erase(dossier.id)
        assert tick(postgres_database, DUE) == Looked()
        unit.commit()
    assert tick(postgres_database, DUE) == Looked()
    assert posted(postgres_database, dossier) == []


def test_what_someone_writes_down_meanwhile_stays_in_the_line(postgres_database: Database) -> None:
    """The line that is made last is made from all that was kept before."""
    dossier = planned(postgres_database, lines=())
    later = an_event_of(dossier, EventKind.CHECKED_IN, "2028-09-01", year=1)
    with postgres_database.unit() as unit:
        (line,) = unit.journeys.to_look_at(DUE, 1)
        writing = Thread(target=keep, args=(postgres_database, later))
        writing.start()
        writing.join(0.5)
        assert writing.is_alive()
        unit.journeys.put(line)
        unit.commit()
    writing.join(30)
    tick(postgres_database, DUE + timedelta(days=70))
    with postgres_database.unit() as unit:
        found = unit.journeys.find(dossier.id)
    assert found is not None
    assert found.missed == 0
