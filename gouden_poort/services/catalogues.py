"""Taking catalogues in, giving them back, and choosing which one answers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from gouden_poort.catalogue.bundle import BUILTIN, content_hash, read_bundle, write_bundle
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.errors import NoCatalogue, UnknownThing
from gouden_poort.services.ports import CatalogueShelf, CatalogueVersion, UnitOfWorkFactory


def import_catalogue(
    folder: Path, open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, moment: datetime, *, activate: bool
) -> CatalogueVersion:
    """Take in a bundle. InvalidBundle changes nothing; contents that are known already make no second version.

    So importing an earlier catalogue again, to be activated, lets it answer once more.
    """
    bundle = read_bundle(folder)
    return _take_in(bundle, content_hash(bundle), open_unit, shelf, moment, activate=activate)


def export_catalogue(folder: Path, open_unit: UnitOfWorkFactory, version_id: int | None = None) -> CatalogueVersion:
    """Write a version, or else the active one, as a bundle that an import would take in as the same contents."""
    with open_unit() as unit:
        version = unit.catalogues.active() if version_id is None else unit.catalogues.find(version_id)
        if version is None:
            raise NoCatalogue if version_id is None else UnknownThing("catalogue version", str(version_id))
        bundle = unit.catalogues.read(version.id)
    write_bundle(bundle, folder)
    return version


def load_builtin(
    open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, moment: datetime, folder: Path = BUILTIN
) -> CatalogueVersion:
    """Let the catalogue of this package answer, unless somebody chose another; the version that answers."""
    bundle = read_bundle(folder)
    contents = content_hash(bundle)
    with open_unit() as unit:
        active = unit.catalogues.active()
    if active is not None and (active.content_hash == contents or not active.builtin):
        return active
    return _take_in(bundle, contents, open_unit, shelf, moment, activate=True, builtin=True)


def _take_in(
    bundle: Bundle,
    contents: str,
    open_unit: UnitOfWorkFactory,
    shelf: CatalogueShelf,
    moment: datetime,
    *,
    activate: bool,
    builtin: bool = False,
) -> CatalogueVersion:
    """The slow part, the snapshot, comes first: the active version goes on answering all the while."""
    shelf.prepare(bundle, contents)
    with open_unit() as unit:
        version = unit.catalogues.add(bundle, contents, moment, builtin=builtin)
        if activate:
            version = unit.catalogues.activate(version.id, moment)
        unit.commit()
    return version
