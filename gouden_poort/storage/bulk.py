"""Writing and reading many rows at once, column by column: some three million for a national catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import psycopg
from sqlalchemy import Column, Connection, Select, Table, insert

from gouden_poort.errors import StorageUnavailable

BATCH = 20_000
"""Rows that go to or come from the database together."""


def write_columns(connection: Connection, table: Table, columns: Sequence[Iterable[Any]]) -> None:
    """Add rows given as columns, one for each column of the table and in that order."""
    rows: Iterator[tuple[Any, ...]] = zip(*map(_as_stored(connection), table.columns, columns), strict=False)
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
    else:
        statement = str(insert(table).compile(dialect=connection.dialect))
        while batch := list(islice(rows, BATCH)):
            connection.exec_driver_sql(statement, batch)


def read_columns(connection: Connection, query: Select[Any]) -> list[list[Any]]:
    """The columns of a query. Equal values are kept once, for many rows refer to the same things."""
    columns: list[list[Any]] = [[] for _ in query.selected_columns]
    known: list[dict[Any, Any]] = [{} for _ in columns]
    for batch in connection.execute(query, execution_options={"yield_per": BATCH}).partitions():
        for column, values, seen in zip(columns, zip(*batch, strict=True), known, strict=True):
            column.extend(map(seen.setdefault, values, values))
    return columns


def _as_stored(connection: Connection) -> Callable[[Column[Any], Iterable[Any]], Iterable[Any]]:
    """How values of a column are handed to the driver: what SQLAlchemy does for one row, here for all."""
    dialect = connection.dialect

    def stored(column: Column[Any], values: Iterable[Any]) -> Iterable[Any]:
        process = column.type.dialect_impl(dialect).bind_processor(dialect)
        return values if process is None else map(process, values)

    return stored


def _copy(connection: Connection, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    if not connection.in_transaction():
        connection.begin()  # COPY goes past SQLAlchemy, which would otherwise not know there is something to commit
    names = connection.dialect.identifier_preparer
    columns = ", ".join(names.format_column(column) for column in table.columns)
    driver = connection.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        raise TypeError(f"{driver!r} cannot copy")
    try:
        with driver.cursor() as cursor, cursor.copy(f"COPY {names.format_table(table)} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.OperationalError as error:
        raise StorageUnavailable(str(error)) from error
