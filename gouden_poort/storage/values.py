"""Rows that have the fields of a value, one by one: reading and writing them needs no more than their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, insert, select, update

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_AT_ONCE = 5_000
Value = TypeVar("Value", bound="DataclassInstance")


def as_row(value: DataclassInstance) -> dict[str, object]:
    """The fields of a value by name; what is in them stays as it is."""
    return {name: getattr(value, name) for name in _names(type(value))}


def as_value(kind: type[Value], row: RowMapping) -> Value:
    """The value of a row, which may have more columns than the value has fields."""
    return kind(**{name: row[name] for name in _names(kind)})


@cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    """Of its fields; looking them up again for each of very many rows takes as long as reading the row."""
    return tuple(each.name for each in fields(kind))


def keep(connection: Connection, table: Table, value: DataclassInstance, **more: Any) -> None:
    """Add a value as a row."""
    connection.execute(insert(table).values(as_row(value) | more))


def keep_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add many rows, some thousands in a statement."""
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        connection.execute(insert(table), some)


def found(connection: Connection, table: Table, kind: type[Value], row_id: UUID) -> Value | None:
    """The value with this id."""
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return None if row is None else as_value(kind, row)


def change_by_version(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Put a row in the place of the same version of it, one version on; False when that moved on meanwhile."""
    same = (table.c.id == row["id"]) & (table.c.version == row["version"])
    change = update(table).where(same).values({**row, "version": row["version"] + 1})
    return bool(connection.execute(change).rowcount)
