"""Taking the turn to write before reading, for whoever must write what follows from what was read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, update


def take_turn(connection: Connection) -> None:
    """On SQLite wait for the one write lock and hold it until the end of the transaction.

    On PostgreSQL nothing happens: there the rows that matter are read `FOR UPDATE`.
    """
    if connection.dialect.name == "sqlite":
        driver = connection.connection.dbapi_connection
        if driver is not None and not driver.in_transaction:
            connection.exec_driver_sql("BEGIN IMMEDIATE")


def hold_row(connection: Connection, column: Column[Any], row_id: UUID) -> None:
    """Let whoever else holds this row wait: changing nothing is a change to the database.

    The column is set to itself, and says which table; never the id, to which other rows refer.
    """
    connection.execute(update(column.table).where(column.table.c.id == row_id).values({column: column}))
