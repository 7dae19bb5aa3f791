"""Snapshots on disk: one memory-mapped file for the contents of a catalogue version, shared by all processes.

A file is named by the contents it shows and by the code that made it, so it is never out of date: other
contents or other code means another file. Files appear whole, and a removed one is built again from the rows.
"""

from __future__ import annotations

import logging
from collections.abc import Set as AbstractSet
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from gouden_poort.catalogue import (
    abilities,
    arrays,
    columns,
    network,
    network_building,
    snapshot,
    snapshot_building,
)
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import NoCatalogue, UnknownThing
from gouden_poort.services.ports import CatalogueVersion, UnitOfWorkFactory

_LOG = logging.getLogger(__name__)
_SUFFIX = ".snapshot"
_EARLIER_KEPT = 2
"""Earlier snapshots that stay open; their files are mapped, so they take little memory."""


class FileShelf:
    """Fulfils `ports.CatalogueShelf` with files in one folder."""

    def __init__(self, folder: Path, open_unit: UnitOfWorkFactory) -> None:
        self._folder = folder
        self._open_unit = open_unit
        self._in_use: Snapshot | None = None
        self._earlier: list[Snapshot] = []
        self._building = Lock()

    def active(self) -> Snapshot:
        """The snapshot of the version that is active at this moment; NoCatalogue when none is."""
        with self._open_unit() as unit:
            version = unit.catalogues.active()
        if version is None:
            raise NoCatalogue
        in_use = self._in_use
        if in_use is None or in_use.version != version.content_hash:
            in_use = self._in_use = self._opened(version.content_hash) or self._rebuilt(version)
        return in_use

    def earlier(self, content_hash: str) -> Snapshot:
        """The snapshot of any version that was ever taken in; UnknownThing when no version has these contents.

        Built again from the rows when its file was cleared away.
        """
        for lying_open in (*self._earlier, self._in_use):
            if lying_open is not None and lying_open.version == content_hash:
                return lying_open
        with self._open_unit() as unit:
            version = unit.catalogues.with_hash(content_hash)
        if version is None:
            raise UnknownThing("catalogue", content_hash)
        found = self._opened(version.content_hash) or self._rebuilt(version)
        self._earlier = [found, *self._earlier][:_EARLIER_KEPT]
        return found

    def holds(self, content_hash: str) -> bool:
        """Whether a snapshot of these contents lies ready."""
        return self._opened(content_hash) is not None

    def prepare(self, bundle: Bundle, content_hash: str) -> None:
        """Lay the snapshot of these contents ready, and clear away those of versions that no longer answer."""
        with self._building:
            if not self.holds(content_hash):
                self._build(bundle, content_hash)
        with self._open_unit() as unit:
            active = unit.catalogues.active()
        self._keep_only({content_hash} | ({active.content_hash} if active else set()))

    def _path(self, content_hash: str) -> Path:
        return self._folder / f"{content_hash}-{_makers_mark()}{_SUFFIX}"

    def _opened(self, content_hash: str) -> Snapshot | None:
        """The snapshot on disk; None when it is not there, or damaged."""
        path = self._path(content_hash)
        try:
            found = Snapshot.open(path)
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as error:
            _LOG.warning("snapshot %s cannot be read (%r) and is built again", path.name, error)
            return None
        return found if found.version == content_hash else None

    def _rebuilt(self, version: CatalogueVersion) -> Snapshot:
        """Build from the rows; whoever comes second waits and finds the file."""
        with self._building:
            found = self._opened(version.content_hash)
            if found is None:
                with self._open_unit() as unit:
                    bundle = unit.catalogues.read(version.id)
                found = self._build(bundle, version.content_hash)
        return found

    def _build(self, bundle: Bundle, content_hash: str) -> Snapshot:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(content_hash)
        snapshot_building.build(bundle, version=content_hash).save(path)
        return Snapshot.open(path)

    def _keep_only(self, hashes: AbstractSet[str]) -> None:
        """Remove other files. A process that still has one mapped keeps reading it; its name is just gone."""
        wanted = {self._path(content_hash) for content_hash in hashes}
        for path in self._folder.glob(f"*{_SUFFIX}"):
            if path not in wanted:
                with suppress(PermissionError):  # some systems do not remove a mapped file; a later import does
                    path.unlink(missing_ok=True)


@cache
def _makers_mark() -> str:
    """Names the code that lays out snapshots: when it changes, files made by the old code are not used again."""
    makers = (abilities, arrays, columns, network, network_building, snapshot, snapshot_building)
    sources = (Path(str(module.__file__)).read_bytes() for module in makers)
    return sha256(b"\0".join(sources)).hexdigest()[:12]
