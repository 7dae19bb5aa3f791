"""The catalogue below the waterline: its versions, and the snapshots made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueVersion:
    """One version of the catalogue as it was taken in; its rows never change."""

    id: int
    name: str
    content_hash: str
    imported_at: datetime
    activated_at: datetime | None
    """When it last became the one that answers; None when never. The latest activation is the active version."""
    builtin: bool = False
    """It travelled with the package, so a newer package may put its own in the place of this one."""


class Catalogues(Protocol):
    """Catalogue versions in the database."""

    def add(
        self, bundle: Bundle, content_hash: str, imported_at: datetime, *, builtin: bool = False
    ) -> CatalogueVersion: ...  # the version with these contents, made when there is none yet

    def activate(self, version_id: int, moment: datetime) -> CatalogueVersion: ...  # raises UnknownThing

    def active(self) -> CatalogueVersion | None: ...

    def all(self) -> Sequence[CatalogueVersion]: ...

    def find(self, version_id: int) -> CatalogueVersion | None: ...

    def with_hash(self, content_hash: str) -> CatalogueVersion | None: ...

    def read(self, version_id: int) -> Bundle: ...  # raises UnknownThing


class CatalogueShelf(Protocol):
    """Hands out the snapshot of the active catalogue version, built once and shared, and on request earlier ones."""

    def active(self) -> Snapshot: ...  # raises NoCatalogue

    def earlier(self, content_hash: str) -> Snapshot: ...  # of any version taken in; raises UnknownThing

    def prepare(self, bundle: Bundle, content_hash: str) -> None: ...  # before the version becomes active
