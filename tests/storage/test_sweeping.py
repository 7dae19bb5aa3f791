from __future__ import annotations

from datetime import UTC, datetime

from gouden_poort.storage.sweeping import sweep
from tests.databases import Database

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_what_is_kept_stays_and_the_connection_can_be_used_again(database: Database) -> None:
    with database.unit() as unit:
        kept = unit.assessments.start(NOON)
        unit.commit()
    for _ in range(2):
        sweep(database.engine)
    with database.unit() as unit:
        unit.assessments.start(NOON)
    with database.unit() as unit:
        assert unit.assessments.exists(kept)


def test_the_write_ahead_log_of_sqlite_is_empty_after_it(sqlite_database: Database) -> None:
    with sqlite_database.unit() as unit:
        unit.assessments.start(NOON)
        unit.commit()
    log = sqlite_database.settings.data_dir / "gouden_poort.sqlite-wal"
    assert log.stat().st_size
    sweep(sqlite_database.engine)
    assert log.stat().st_size == 0
