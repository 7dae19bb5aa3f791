"""Which rows are of one person: found by walking the foreign keys of the schema, so that a new table comes along.

From a dossier the walk goes down to every row that points at what was found, and up only over a key that `owns(...)`
declared: a dossier's answers and the account of its citizen, never the account of its coach. A key with
`ondelete="SET NULL"` says that its row stays without the person: a place that was offered to them, say.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    MetaData,
    RowMapping,
    Table,
    Text,
    delete,
    select,
    tuple_,
    type_coerce,
    update,
)

from gouden_poort.storage.tables.personal import is_owning, target
from gouden_poort.storage.types import Choice

_AT_ONCE = 500
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One key of the schema."""

    child: Column[Any]
    parent: Column[Any]
    loose: bool
    """The child stays when the parent goes."""
    owning: bool
    """The parent is of the same person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """Rows of one person by table."""

    own: dict[Table, dict[Key, RowMapping]] = field(default_factory=dict)
    """They go when the person goes."""
    loose: dict[Table, dict[Key, RowMapping]] = field(default_factory=dict)
    """They point at the person and stay without."""

    @property
    def all(self) -> Mapping[Table, Sequence[RowMapping]]:
        """Every row once, tables by name."""
        both = {table: {**self.loose.get(table, {}), **self.own.get(table, {})} for table in {*self.own, *self.loose}}
        return {table: list(both[table].values()) for table in sorted(both, key=lambda table: table.name)}


def belongings(connection: Connection, start: Table, row_id: object, *, hold: bool = False) -> Belongings:
    """All rows of the person to whom a row of `start` belongs.

    `hold`: until the transaction ends nobody changes them or adds to them.
    """
    return belongings_of_all(connection, start, [row_id], hold=hold)


def belongings_of_all(
    connection: Connection, start: Table, row_ids: Sequence[object], *, hold: bool = False
) -> Belongings:
    """The same of many people together."""
    found = Belongings()
    waiting = deque([(start, _only_key(start), list(row_ids))])
    while waiting:
        table, column, values = waiting.popleft()
        fresh = [row for row in _rows(connection, column, values, hold=hold) if _is_new(found.own, table, row)]
        for tie in _down(table):
            parents = _values(fresh, tie.parent)
            if not parents:
                continue
            if tie.loose:
                for row in _rows(connection, tie.child, parents, hold=hold):
                    _is_new(found.loose, tie.child.table, row)
            else:
                waiting.append((tie.child.table, tie.child, parents))
        for tie in _up(table):
            if owned := _values(fresh, tie.child):
                waiting.append((tie.parent.table, tie.parent, owned))
    return found


def remove(connection: Connection, found: Belongings) -> None:
    """Remove what someone owns, children first; what only pointed at them does so no more."""
    for table in found.own:
        for tie in _down(table):
            gone = _values(list(found.own[table].values()), tie.parent) if tie.loose else []
            for some in _batches(gone):
                pointing = update(tie.child.table).where(tie.child.in_(some))
                connection.execute(pointing.values({tie.child: None}))
    for table in reversed(next(iter(found.own)).metadata.sorted_tables if found.own else []):
        for some in _batches(list(found.own.get(table, {}))):
            connection.execute(delete(table).where(_is_one_of(table, some)))


def tables_of_people(metadata: MetaData, start: str) -> set[Table]:
    """Every table that a walk from `start` can reach."""
    found: set[Table] = set()
    waiting = deque([metadata.tables[start]])
    while waiting:
        table = waiting.popleft()
        if table not in found:
            found.add(table)
            waiting.extend(tie.child.table for tie in _down(table) if not tie.loose)
            waiting.extend(tie.parent.table for tie in _up(table))
    return found


def _ties(metadata: MetaData) -> Iterator[Tie]:
    """Every key of the schema, also those that the database does not watch over."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                loose = (key.ondelete or "").upper() == "SET NULL"
                yield Tie(child=column, parent=key.column, loose=loose, owning=is_owning(column))
            there, _, name = target(column).partition(".")
            if there in metadata.tables:
                parent = metadata.tables[there].columns[name]
                yield Tie(child=column, parent=parent, loose=False, owning=is_owning(column))


def _down(table: Table) -> list[Tie]:
    """The keys by which rows point at a table."""
    return [tie for tie in _ties(table.metadata) if tie.parent.table is table]


def _up(table: Table) -> list[Tie]:
    """The keys of a table that lead to more of the same person."""
    return [tie for tie in _ties(table.metadata) if tie.child.table is table and tie.owning]


def _only_key(table: Table) -> Column[Any]:
    (column,) = table.primary_key.columns
    return column


def _values(rows: Sequence[RowMapping], column: Column[Any]) -> list[object]:
    return [row[column.name] for row in rows if row[column.name] is not None]


def _rows(connection: Connection, column: Column[Any], values: Sequence[object], *, hold: bool) -> Iterator[RowMapping]:
    """Rows without what is in files: a walk over ten years of photos would hold all of them at once.

    Choices come as their texts: one that nobody knows any more is somebody's all the same, to read and to erase.
    """
    told = [_as_kept(each) for each in column.table.columns if not isinstance(each.type, LargeBinary)]
    for some in _batches(values):
        query = select(*told).where(column.in_(some)).order_by(*column.table.primary_key.columns)
        yield from connection.execute(query.with_for_update() if hold else query).mappings()


def _as_kept(column: Column[Any]) -> ColumnElement[Any]:
    return type_coerce(column, Text).label(column.name) if isinstance(column.type, Choice) else column


def _is_new(found: dict[Table, dict[Key, RowMapping]], table: Table, row: RowMapping) -> bool:
    """Take a row in; whether it was not there yet."""
    key = tuple(row[column.name] for column in table.primary_key.columns)
    rows = found.setdefault(table, {})
    is_new = key not in rows
    rows.setdefault(key, row)
    return is_new


def _is_one_of(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    columns = list(table.primary_key.columns)
    if len(columns) == 1:
        return columns[0].in_([key[0] for key in keys])
    return tuple_(*columns).in_(keys)


def _batches(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for first in range(0, len(values), _AT_ONCE):
        yield values[first : first + _AT_ONCE]
