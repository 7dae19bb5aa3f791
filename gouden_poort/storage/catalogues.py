"""Catalogue versions in the database: added whole, activated by adding an activation, never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import repeat
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select
from sqlalchemy.exc import IntegrityError

from gouden_poort.catalogue.entries import Bundle, Entries
from gouden_poort.catalogue.format import FILES, FileSpec
from gouden_poort.errors import UnknownThing
from gouden_poort.services.ports import CatalogueVersion
from gouden_poort.storage.bulk import read_columns, write_columns
from gouden_poort.storage.storable import refuse_what_cannot_be_kept
from gouden_poort.storage.tables.catalogue import ACTIVATIONS, EXTRA_COLUMNS, OTHER_FILES, ROWS, VERSIONS


class SQLCatalogues:
    """Fulfils `ports.Catalogues`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, bundle: Bundle, content_hash: str, imported_at: datetime, *, builtin: bool = False
    ) -> CatalogueVersion:
        """The version with these contents. InvalidBundle when a cell holds what a database cannot keep."""
        refuse_what_cannot_be_kept(bundle)
        version: dict[str, Any] = {
            "name": bundle.name,
            "content_hash": content_hash,
            "imported_at": imported_at,
            "builtin": builtin,
        }
        try:
            with self._connection.begin_nested():
                (version_id,) = self._connection.execute(
                    insert(VERSIONS).values(version).returning(VERSIONS.c.id)
                ).one()
        except IntegrityError:  # these contents are here, perhaps since a moment ago and by someone else
            known = self.with_hash(content_hash)
            if known is None:
                raise
            return known
        for spec in FILES:
            self._add_file(version_id, spec, bundle.files[spec.name])
        self._add_other_files(version_id, bundle.other_files)
        return CatalogueVersion(id=version_id, activated_at=None, **version)

    def activate(self, version_id: int, moment: datetime) -> CatalogueVersion:
        """UnknownThing when there is no such version. Activating the active version adds nothing."""
        version, active = self._existing(version_id), self.active()
        if active is not None and active.id == version_id:
            return active
        self._connection.execute(insert(ACTIVATIONS).values(version_id=version_id, activated_at=moment))
        return replace(version, activated_at=moment)

    def active(self) -> CatalogueVersion | None:
        latest = select(ACTIVATIONS.c.version_id).order_by(ACTIVATIONS.c.id.desc()).limit(1).scalar_subquery()
        return self._first(_versions().where(VERSIONS.c.id == latest))

    def all(self) -> Sequence[CatalogueVersion]:
        """Oldest first."""
        return [_version(row) for row in self._connection.execute(_versions().order_by(VERSIONS.c.id))]

    def find(self, version_id: int) -> CatalogueVersion | None:
        return self._first(_versions().where(VERSIONS.c.id == version_id))

    def with_hash(self, content_hash: str) -> CatalogueVersion | None:
        return self._first(_versions().where(VERSIONS.c.content_hash == content_hash))

    def read(self, version_id: int) -> Bundle:
        """The bundle as it was taken in. UnknownThing when there is no such version."""
        self._existing(version_id)
        return Bundle(
            files={spec.name: self._read_file(version_id, spec) for spec in FILES},
            other_files=self._read_other_files(version_id),
        )

    def _existing(self, version_id: int) -> CatalogueVersion:
        version = self.find(version_id)
        if version is None:
            raise UnknownThing("catalogue version", str(version_id))
        return version

    def _first(self, query: Select[Any]) -> CatalogueVersion | None:
        row = self._connection.execute(query).first()
        return None if row is None else _version(row)

    def _add_file(self, version_id: int, spec: FileSpec, entries: Entries) -> None:
        count = len(entries)
        columns = [entries.columns[column.name] for column in spec.columns]
        write_columns(
            self._connection,
            ROWS[spec.name],
            [repeat(version_id, count), range(count), *columns, _as_json(entries.extra, count)],
        )
        if entries.extra:
            headers = [
                {"version_id": version_id, "file": spec.name, "position": position, "name": name}
                for position, name in enumerate(entries.extra)
            ]
            self._connection.execute(insert(EXTRA_COLUMNS), headers)

    def _add_other_files(self, version_id: int, files: Mapping[str, bytes]) -> None:
        if files:
            rows = [{"version_id": version_id, "path": path, "content": files[path]} for path in files]
            self._connection.execute(insert(OTHER_FILES), rows)

    def _read_file(self, version_id: int, spec: FileSpec) -> Entries:
        table = ROWS[spec.name]
        names = [column.name for column in spec.columns]
        query = (
            select(*(table.c[name] for name in names), table.c.extra)
            .where(table.c.version_id == version_id)
            .order_by(table.c.row_number)
        )
        *columns, extra = read_columns(self._connection, query)
        return Entries(
            columns=dict(zip(names, columns, strict=True)),
            extra=_from_json(self._extra_names(version_id, spec.name), extra),
        )

    def _extra_names(self, version_id: int, file: str) -> Sequence[str]:
        query = (
            select(EXTRA_COLUMNS.c.name)
            .where(EXTRA_COLUMNS.c.version_id == version_id, EXTRA_COLUMNS.c.file == file)
            .order_by(EXTRA_COLUMNS.c.position)
        )
        return self._connection.execute(query).scalars().all()

    def _read_other_files(self, version_id: int) -> dict[str, bytes]:
        query = select(OTHER_FILES.c.path, OTHER_FILES.c.content).where(OTHER_FILES.c.version_id == version_id)
        return dict(self._connection.execute(query.order_by(OTHER_FILES.c.path)).all())


def _versions() -> Select[Any]:
    activated = (
        select(ACTIVATIONS.c.activated_at)
        .where(ACTIVATIONS.c.version_id == VERSIONS.c.id)
        .order_by(ACTIVATIONS.c.id.desc())
        .limit(1)
        .scalar_subquery()
        .label("activated_at")
    )
    return select(VERSIONS, activated)


def _version(row: Row[Any]) -> CatalogueVersion:
    return CatalogueVersion(**row._mapping)


def _as_json(extra: Mapping[str, Sequence[str]], count: int) -> Sequence[str] | repeat[None]:
    """For each row the cells of its unknown columns."""
    if not extra:
        return repeat(None, count)
    rows = zip(*extra.values(), strict=True)
    return [json.dumps(dict(zip(extra, cells, strict=True)), ensure_ascii=False) for cells in rows]


def _from_json(names: Sequence[str], rows: Sequence[str]) -> dict[str, list[str]]:
    if not names:
        return {}
    cells = [json.loads(row) for row in rows]
    return {name: [row[name] for row in cells] for name in names}
