"""Connections to the database: SQLite for one machine, PostgreSQL for more.

On SQLite a transaction begins at the first statement that writes, with BEGIN IMMEDIATE: reading never takes the
write lock, and a writer that waits its turn never finds out too late that it read something old. PostgreSQL in
its usual isolation (read committed) behaves the same for whoever writes a repository.
"""

from __future__ import annotations

import sqlite3
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, OperationalError

from gouden_poort.errors import FieldError, InvalidInput, StorageUnavailable
from gouden_poort.settings import Settings

BUSY_SECONDS = 10
"""How long a writer on SQLite waits for another one."""
_SWITCH_AGAIN_SECONDS = 0.02
_LARGEST_WAL_BYTES = 64 * 1024 * 1024
"""What is left of the write-ahead log after a big import."""
_READS = ("SELECT", "PRAGMA", "EXPLAIN", "BEGIN")
_DRIVERS = {"sqlite", "sqlite+pysqlite", "postgres", "postgresql", "postgresql+psycopg"}
_PASSING_TROUBLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CORRUPT,  # until somebody puts the backup in its place
    sqlite3.SQLITE_NOTADB,
}


def make_engine(settings: Settings) -> Engine:
    """An engine for the database of the settings; whoever makes it disposes of it."""
    url = database_url(settings)
    sqlite = url.get_backend_name() == "sqlite"
    # Parameters are people's answers: they never get into an error text.
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=not sqlite)
    event.listen(engine, "handle_error", _name_the_trouble)
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "before_cursor_execute", _begin_when_writing)
    return engine


def database_url(settings: Settings) -> URL:
    """The address with its driver: `postgres://` and `postgresql://` both mean psycopg 3."""
    try:
        url = make_url(settings.database_url)
    except (ArgumentError, ValueError):
        raise _refused("something that is no address") from None  # the address may hold a password: never repeated
    if url.drivername not in _DRIVERS:
        raise _refused("another kind of database")
    return url.set(drivername="postgresql+psycopg") if url.drivername in {"postgres", "postgresql"} else url


def _refused(given: str) -> InvalidInput:
    expected = "sqlite:////folder/file.sqlite or postgresql://user:password@host/name"
    return InvalidInput(
        [FieldError(path="GOUDEN_POORT_DATABASE_URL", code="malformed", given=given, expected=expected)]
    )


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",  # answers that someone wiped are overwritten, not just left unnamed
        f"journal_size_limit = {_LARGEST_WAL_BYTES}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    _log_ahead(connection)


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Switch to a write-ahead log. While another connection is switching SQLite refuses at once: we do the waiting."""
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() >= until:
                raise
            sleep(_SWITCH_AGAIN_SECONDS)
        else:
            return


def _begin_when_writing(
    connection: Connection, cursor: sqlite3.Cursor, statement: str, _parameters: Any, _context: Any, _many: bool
) -> None:
    if not cursor.connection.in_transaction and not statement.lstrip().upper().startswith(_READS):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _name_the_trouble(context: ExceptionContext) -> None:
    if _passes(context.original_exception, context.sqlalchemy_exception):
        raise StorageUnavailable(str(context.original_exception)) from context.original_exception


def _passes(error: BaseException, wrapped: BaseException | None) -> bool:
    """Whether the same request may succeed later: all of PostgreSQL's operational errors, some errors of SQLite."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING_TROUBLE  # the low byte is the kind of trouble
    return isinstance(wrapped, OperationalError)
