"""Rows with marked texts in every table about people, made from the schema: a new table is filled too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, Boolean, Column, Connection, Date, Float, Integer, LargeBinary, Table, Text, Uuid, insert

from gouden_poort.development.check_ins import OpenYear
from gouden_poort.storage.belonging import tables_of_people
from gouden_poort.storage.tables import METADATA
from gouden_poort.storage.tables.personal import declared, is_owning, target
from gouden_poort.storage.types import Choice, Members, Moment, OpenYears

_NUMBERS = count(1)
_TEXTS = (Text, JSON, Members, LargeBinary)


def of_people() -> list[Table]:
    """The tables in which a person may have rows, in the order in which they can be filled."""
    found = tables_of_people(METADATA, "dossiers")
    in_order = [table for table in METADATA.sorted_tables if table in found]
    return sorted(in_order, key=_points_without_watch)  # after what they point at


def _points_without_watch(table: Table) -> bool:
    return any(target(column) and not is_owning(column) for column in table.columns)


def canary(mark: str, column: Column[Any]) -> str:
    """The text that stands in a column of a marked person, and nowhere else."""
    return f"canary-{mark}-{column.table.name}-{column.name}-end"


def can_hold(column: Column[Any]) -> bool:
    """Whether a column is about a person and has room for a text."""
    return declared(column) is not None and isinstance(column.type, _TEXTS)


def plant(connection: Connection, mark: str) -> UUID:
    """One row in every table for a new person with a coach of their own; the id of the dossier."""
    rows: dict[Table, Mapping[str, object]] = {}
    for table in of_people():
        rows[table] = _planted(connection, table, rows, mark)
    found = rows[METADATA.tables["dossiers"]]["id"]
    assert isinstance(found, UUID)
    return found


def _planted(connection: Connection, table: Table, rows: dict[Table, Any], mark: str) -> Mapping[str, object]:
    row = {column.name: _value(connection, column, rows, mark) for column in table.columns}
    connection.execute(insert(table).values(row))
    return row


def _value(connection: Connection, column: Column[Any], rows: dict[Table, Any], mark: str) -> object:
    for key in column.foreign_keys:
        other = key.column.table
        if other is column.table:
            return None
        if other not in rows or (column.table.name == "dossiers" and not is_owning(column)):
            return _planted(connection, other, dict(rows), f"not-{mark}")[key.column.name]
        return rows[other][key.column.name]
    there, _, name = target(column).partition(".")
    if there in METADATA.tables and METADATA.tables[there] in rows:
        return rows[METADATA.tables[there]][name]
    return _filled(column, mark)


def _filled(column: Column[Any], mark: str) -> object:  # noqa: PLR0911 - one answer for each kind of column
    match column.type:
        case Choice():
            return next(iter(column.type.choices))
        case Members():
            return (canary(mark, column),)
        case OpenYears():
            return (OpenYear(1, date(2026, 11, 22)),)
        case JSON():
            return {"said": canary(mark, column)}
        case LargeBinary():
            return canary(mark, column).encode()
        case Text():
            return canary(mark, column)
        case Uuid():
            return uuid4()
        case Boolean():
            return True
        case Integer() | Float():
            return next(_NUMBERS)
        case Moment():
            return datetime(2026, 11, 22, 12, tzinfo=UTC)
        case Date():
            return date(2026, 11, 22)
    raise TypeError(f"say here how to fill {column}: {column.type!r}")
