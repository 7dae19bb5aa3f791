"""Everything about one person in one document, and none of it any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, RowMapping, Table

from gouden_poort.services.ports.own_data import Document
from gouden_poort.storage.belonging import belongings, belongings_of_all, remove
from gouden_poort.storage.holding import take_turn
from gouden_poort.storage.tables.dossiers import DOSSIERS
from gouden_poort.storage.tables.personal import SeenBy, declared


class SQLOwnData:
    """Fulfils `ports.OwnData`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all_of(self, dossier_id: UUID) -> Document:
        """What is kept about the person whose dossier it is, with why; a secret and a file are named and not shown."""
        found = belongings(self._connection, DOSSIERS, dossier_id).all
        return {
            table.name: {"columns": _reasons(table), "rows": [_shown(table, row) for row in rows]}
            for table, rows in found.items()
            if rows
        }

    def erase(self, dossier_id: UUID) -> Mapping[str, int]:
        """Remove it all; who adds something meanwhile waits, and then finds no dossier."""
        return self.erase_all([dossier_id])

    def erase_all(self, dossier_ids: Sequence[UUID]) -> Mapping[str, int]:
        """The same of many people together."""
        take_turn(self._connection)
        found = belongings_of_all(self._connection, DOSSIERS, dossier_ids, hold=True)
        remove(self._connection, found)
        return {table.name: len(rows) for table, rows in found.own.items() if rows}


def _reasons(table: Table) -> Document:
    told = {column.name: declared(column) for column in table.columns}
    return {
        name: {"purpose": it.purpose, "ground": it.ground.value, "kept": it.kept.value, "seen_by": it.seen_by.value}
        for name, it in told.items()
        if it is not None
    }


def _shown(table: Table, row: RowMapping) -> Document:
    shown = [column.name for column in table.columns if column.name in row and not _is_secret(column)]
    return {name: _plain(row[name]) for name in shown}


def _is_secret(column: Column[Any]) -> bool:
    told = declared(column)
    return told is not None and told.seen_by is SeenBy.NOBODY


def _plain(value: object) -> object:
    """A value as JSON can say it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(member) for member in value]
    return value
