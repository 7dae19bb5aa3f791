"""Catalogue versions and their rows: one table for each file of the format, typed by what its cells hold.

The rows of a version are written once and read as a whole, in the order of the file; so the only key is the
version and the number of the row. That a bundle is sound was checked before it came here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

from gouden_poort.catalogue import format as bundle_format
from gouden_poort.catalogue.format import FILES, Cell, FileSpec
from gouden_poort.storage.metadata import METADATA
from gouden_poort.storage.tables.personal import not_personal
from gouden_poort.storage.types import Members, Moment

_TYPES: Mapping[Cell, type[TypeEngine[Any]]] = MappingProxyType(
    {
        Cell.TEXT: Text,
        Cell.ID: Text,
        Cell.INTEGER: Integer,
        Cell.FLAG: Boolean,
        Cell.SHARE: Integer,
        Cell.DEGREES: Double,
        Cell.DATE: Date,
        Cell.MONDAY: Date,
        Cell.CHOICE: Text,
        Cell.CHOICES: Members,
        Cell.TEXTS: Members,
    }
)
_NEVER_NULL = {Cell.TEXT, Cell.CHOICES, Cell.TEXTS}
"""An empty cell of these kinds is an empty value, not an absent one."""


def _of_version(*, key: bool = True) -> Column[Any]:
    return Column("version_id", ForeignKey("catalogue_versions.id"), primary_key=key, nullable=False)


def _rows_of(spec: FileSpec) -> Table:
    return Table(
        f"catalogue_{spec.name}",
        METADATA,
        _of_version(),
        Column("row_number", Integer, primary_key=True, autoincrement=False),
        *(_cell(column) for column in spec.columns),
        Column("extra", Text),  # a JSON object of the columns the format does not know; NULL when there are none
        sqlite_with_rowid=False,
        info=not_personal(),
    )


def _cell(column: bundle_format.Column) -> Column[Any]:
    nullable = not column.required and column.cell not in _NEVER_NULL
    return Column(column.name, _TYPES[column.cell], nullable=nullable)


VERSIONS = Table(
    "catalogue_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("imported_at", Moment, nullable=False),
    Column("builtin", Boolean, nullable=False),
    UniqueConstraint("content_hash"),
    info=not_personal(),
)

ACTIVATIONS = Table(
    "catalogue_activations",
    METADATA,
    Column("id", Integer, primary_key=True),  # the highest is the present one
    _of_version(key=False),
    Column("activated_at", Moment, nullable=False),
    info=not_personal(),
)

EXTRA_COLUMNS = Table(
    "catalogue_extra_columns",
    METADATA,
    _of_version(),
    Column("file", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    info=not_personal(),
)
"""The headers of unknown columns in their order, so that a file without rows keeps them too."""

OTHER_FILES = Table(
    "catalogue_other_files",
    METADATA,
    _of_version(),
    Column("path", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    info=not_personal(),
)

ROWS: Mapping[str, Table] = MappingProxyType({spec.name: _rows_of(spec) for spec in FILES})
"""For each file of the format the table that holds its rows."""
