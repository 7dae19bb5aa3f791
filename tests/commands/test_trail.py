"""The commands about the audit trail, on a database of their own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from gouden_poort.app import open_house
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.trail import record
from tests.terminal import Run

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def ready(run: Run) -> Run:
    assert run("db", "upgrade").exit_code == 0
    return run


def look(many: int) -> None:
    with open_house().unit_of_work() as unit:
        for _ in range(many):
            record(unit, None, Deed.SEE_DOSSIER, UUID(int=3), Why.UPKEEP, NOON)
        unit.commit()


def test_an_empty_trail_is_whole(ready: Run) -> None:
    assert ready("trail", "verify").output == f"0 entries, all as written. The last seal: {'0' * 64}\n"


def test_a_whole_trail_tells_its_last_seal(ready: Run) -> None:
    look(1)
    told = ready("trail", "verify")
    assert told.exit_code == 0
    assert told.output.startswith("1 entry, all as written. The last seal: ")


def test_an_altered_trail_says_where(ready: Run) -> None:
    look(3)
    with closing(sqlite3.connect(Path("var/gouden_poort.sqlite"))) as connection, connection:
        connection.execute("DROP TRIGGER trail_stays")
        connection.execute("UPDATE trail SET role = 'coach' WHERE seq = 2")
    told = ready("trail", "verify")
    assert told.exit_code == 1
    assert told.stderr == "The trail is broken at entry 2: an entry of 2026-11-22 12:00 UTC stands there.\n"


def test_a_missing_end_says_so(ready: Run) -> None:
    look(3)
    with closing(sqlite3.connect(Path("var/gouden_poort.sqlite"))) as connection, connection:
        connection.execute("DROP TRIGGER trail_is_kept")
        connection.execute("DELETE FROM trail WHERE seq = 3")
    assert ready("trail", "verify").stderr == "The trail is broken at entry 3: nothing stands there.\n"
