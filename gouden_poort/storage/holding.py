"""Taking the turn to write before reading, for whoever must write what follows from what was read."""

from __future__ import annotations

from sqlalchemy import Connection


def take_turn(connection: Connection) -> None:
    """On SQLite wait for the one write lock and hold it until the end of the transaction.

    On PostgreSQL nothing happens: there the rows that matter are read `FOR UPDATE`.
    """
    if connection.dialect.name == "sqlite":
        driver = connection.connection.dbapi_connection
        if driver is not None and not driver.in_transaction:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
