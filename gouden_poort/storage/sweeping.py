"""Leaving nothing of what was wiped in the files of the database."""

from __future__ import annotations

from contextlib import closing

from sqlalchemy import Engine


def sweep(engine: Engine) -> None:
    """Rewrite what is left of tables, and on SQLite also empty the write-ahead log, where old pages stay for a while.

    On SQLite writers wait for it, as long as it takes to copy the database.
    """
    with closing(engine.raw_connection()) as connection:
        driver = connection.dbapi_connection
        if driver is None:
            return
        if engine.dialect.name == "sqlite":
            driver.cursor().execute("VACUUM")
            driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            driver.rollback()  # outside any transaction
            driver.autocommit = True
            try:
                driver.cursor().execute("VACUUM")
            finally:
                driver.autocommit = False
