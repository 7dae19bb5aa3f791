from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from gouden_poort.errors import InvalidInput, StorageUnavailable
from gouden_poort.services.ports import Postcode
from gouden_poort.settings import Settings
from gouden_poort.storage import engine as engine_module
from gouden_poort.storage.engine import database_url, make_engine
from gouden_poort.storage.unit_of_work import SQLUnitOfWork
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
UTRECHT = Postcode(pc4=3511, lat=52.0907, lon=5.1214)


@contextmanager
def engine_at(url: str) -> Iterator[Engine]:
    engine = make_engine(Settings(data_dir=Path(), database_url=url))
    try:
        yield engine
    finally:
        engine.dispose()


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://someone@host/poort", "postgresql+psycopg"),
        ("postgresql://someone@host/poort", "postgresql+psycopg"),
        ("postgresql+psycopg://someone@host/poort", "postgresql+psycopg"),
        ("sqlite:///var/poort.sqlite", "sqlite"),
    ],
)
def test_an_address_leads_to_our_driver(given: str, driver: str) -> None:
    assert database_url(Settings(data_dir=Path(), database_url=given)).drivername == driver


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("busy_timeout", 10_000), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_sqlite_is_set_to_keep_what_it_acknowledges(sqlite_database: Database, pragma: str, value: object) -> None:
    with sqlite_database.engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_reading_goes_on_while_somebody_writes(database: Database) -> None:
    with database.unit() as writing:
        writing.postcodes.replace_all([UTRECHT])
        with database.unit() as reading:
            assert reading.postcodes.find(3511) is None
        writing.commit()
        with database.unit() as reading:
            assert reading.postcodes.find(3511) == UTRECHT


def test_who_read_first_may_still_write_after_somebody_else_did(database: Database) -> None:
    with database.unit() as slow:
        assert slow.postcodes.find(3511) is None
        with database.unit() as quick:
            quick.postcodes.replace_all([UTRECHT])
            quick.commit()
        assert slow.postcodes.find(3511) == UTRECHT
        assessment_id = slow.assessments.start(NOON)
        slow.commit()
    with database.unit() as unit:
        assert unit.assessments.exists(assessment_id)


def test_writers_take_turns(database: Database) -> None:
    def write(number: int) -> None:
        for _ in range(5):
            with database.unit() as unit:
                unit.assessments.answer(assessment_id, f"question {number}", 36, NOON)
                unit.commit()

    with database.unit() as unit:
        assessment_id = unit.assessments.start(NOON)
        unit.commit()
    writers = [Thread(target=write, args=(number,)) for number in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM assessment_answers").scalar() == 30


def test_a_writer_that_waits_too_long_is_told_that_storage_is_busy(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "BUSY_SECONDS", 0.05)
    with engine_at(sqlite_database.settings.database_url) as impatient, sqlite_database.unit() as first:
        first.assessments.start(NOON)
        with SQLUnitOfWork(impatient) as second, pytest.raises(StorageUnavailable, match="locked"):
            second.assessments.start(NOON)
        first.commit()
        with SQLUnitOfWork(impatient) as second:
            second.assessments.start(NOON)
            second.commit()


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/nowhere", "sqlite:////nowhere/at/all.sqlite"])
def test_a_database_out_of_reach_is_unavailable(url: str) -> None:
    with engine_at(url) as engine, pytest.raises(StorageUnavailable), SQLUnitOfWork(engine):
        pass


def test_a_damaged_file_is_unavailable_until_a_good_one_lies_there(sqlite_database: Database) -> None:
    file = Path(sqlite_database.engine.url.database or "")
    sqlite_database.engine.dispose()
    good = file.read_bytes()
    file.write_bytes(b"\xa5" * len(good))
    with pytest.raises(StorageUnavailable, match="database"), sqlite_database.unit():
        pass
    file.write_bytes(good)
    with sqlite_database.unit() as unit:
        assert unit.postcodes.find(3511) is None


@pytest.mark.parametrize("url", ["hush", "postgresql://a:hush@b:notaport/c", "mysql://a:hush@b/c", "sqlite+hush://"])
def test_an_address_that_leads_nowhere_is_refused_without_repeating_a_password(url: str) -> None:
    with pytest.raises(InvalidInput, match="GOUDEN_POORT_DATABASE_URL") as refused:
        make_engine(Settings(data_dir=Path(), database_url=url))
    assert "hush" not in str(refused.value)


def test_a_table_that_is_not_there_is_a_fault_of_ours_and_not_passing_trouble(sqlite_database: Database) -> None:
    with sqlite_database.engine.connect() as connection, pytest.raises(OperationalError, match="no such table"):
        connection.exec_driver_sql("SELECT * FROM nowhere")


def test_an_error_never_repeats_what_somebody_answered(database: Database) -> None:
    with database.unit() as unit, pytest.raises(Exception, match="postcodes") as failure:
        unit.postcodes.replace_all([UTRECHT, UTRECHT])
    if database.kind == "sqlite":  # PostgreSQL names the double key itself, which is no answer of a person
        assert "52.0907" not in str(failure.value)


def test_a_lost_connection_is_unavailable_and_the_next_unit_works(postgres_database: Database) -> None:
    with postgres_database.unit() as unit:
        unit.postcodes.replace_all([UTRECHT])
        with postgres_database.engine.connect() as other:
            other.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        with pytest.raises(StorageUnavailable):
            unit.postcodes.find(3511)
    with postgres_database.unit() as unit:
        assert unit.postcodes.find(3511) is None


def test_the_tests_sign_in_as_an_ordinary_role(postgres_database: Database) -> None:
    with postgres_database.engine.connect() as connection:
        rights = "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        assert not any(connection.exec_driver_sql(rights).one())


def test_connections_that_make_a_new_database_together_wait_for_one_another(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def connect(url: str) -> None:
        try:
            with engine_at(url) as engine, engine.connect() as connection:
                assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        except BaseException as error:
            failures.append(error)

    for number in range(40):
        together = [Thread(target=connect, args=(f"sqlite:///{tmp_path}/{number}.sqlite",)) for _ in range(6)]
        for one in together:
            one.start()
        for one in together:
            one.join()
    assert failures == []
