"""Bringing the tables of a database to a step of their history, from code and without an ini file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from gouden_poort.settings import OWNER_ONLY, Settings, migrations_dir
from gouden_poort.storage.engine import database_url, make_engine
from gouden_poort.storage.row_security import tell_who_asks

_MIGRATING = 4_706_173
"""An arbitrary number that names the lock under which PostgreSQL lets one process at a time migrate."""

_NAMED_BY_DATE_AND_NUMBER = "%%(year)d%%(month).2d%%(day).2d_%%(rev)s_%%(slug)s"


def upgrade(settings: Settings, revision: str = "head") -> None:
    """Bring the database forward, making it (and its folder) first when it is a file that is not there."""
    url = database_url(settings)
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    with _alone(settings) as config:
        command.upgrade(config, revision)


def downgrade(settings: Settings, revision: str) -> None:
    """Bring the database back to a revision; what the undone steps kept is lost. `base` undoes all."""
    with _alone(settings) as config:
        command.downgrade(config, revision)


def current(settings: Settings) -> str | None:
    """The revision the database is at; None when it was never migrated."""
    with _connected(settings) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def draft(settings: Settings, message: str) -> None:
    """Write a new migration for a person to read, from what the tables say and the database does not have yet."""
    with _alone(settings) as config:
        config.set_main_option("file_template", _NAMED_BY_DATE_AND_NUMBER)
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")


@contextmanager
def _connected(settings: Settings) -> Iterator[Connection]:
    engine = make_engine(settings)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def _alone(settings: Settings) -> Iterator[Config]:
    """One transaction in which nobody else migrates: all steps are taken, or none."""
    with _connected(settings) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            tell_who_asks(connection, None)  # a step that moves data must see all of it
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATING})")
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        config = Config()
        config.set_main_option("script_location", str(migrations_dir()).replace("%", "%%"))
        config.attributes["connection"] = connection
        yield config
