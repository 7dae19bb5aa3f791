"""Keeping a row once, also when it comes twice at the same moment."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, RowMapping, Table, insert, select
from sqlalchemy.exc import IntegrityError


def keep_once(connection: Connection, table: Table, row: Mapping[str, object]) -> RowMapping | None:
    """Keep a row; when its `id` is here already nothing changes, and the row that was kept comes back."""
    kept = with_id(connection, table, row["id"])
    if kept is not None:
        return kept
    try:
        with connection.begin_nested():
            connection.execute(insert(table).values(row))
    except IntegrityError:  # sent twice at once: the other one was a moment earlier
        kept = with_id(connection, table, row["id"])
        if kept is None:
            raise
    return kept


def with_id(connection: Connection, table: Table, row_id: object) -> RowMapping | None:
    """The row with that id."""
    return connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
