"""Keeping a row once, also when it comes twice at the same moment; and many in the place of those before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite
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


def add_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows; one whose `id` is here by now changes nothing."""
    if rows:
        connection.execute(_insert(connection, table).on_conflict_do_nothing(index_elements=["id"]), rows)


def put_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], key: str) -> None:
    """Put rows in the place of those with the same key, or add them."""
    if rows:
        statement = _insert(connection, table)
        rest = {column.name: statement.excluded[column.name] for column in table.columns if column.name != key}
        connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=rest), rows)


def _insert(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def with_id(connection: Connection, table: Table, row_id: object) -> RowMapping | None:
    """The row with that id."""
    return connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
