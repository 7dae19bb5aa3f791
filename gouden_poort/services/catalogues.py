"""Taking catalogues in, giving them back, and choosing which one answers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from gouden_poort.catalogue.bundle import BUILTIN, content_hash, read_bundle, write_bundle
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.snapshot_building import rules_named_by
from gouden_poort.errors import NoCatalogue, UnknownThing
from gouden_poort.rules.book.rule import Rulebook
from gouden_poort.rules.choosing import rulebook_named
from gouden_poort.services.ports import CatalogueShelf, CatalogueVersion, UnitOfWorkFactory
from gouden_poort.services.receipts import keep


def import_catalogue(
    folder: Path, open_unit: UnitOfWorkFactory, shelf: CatalogueShelf, moment: datetime, *, activate: bool
) -> CatalogueVersion:
    """Take in a bundle. InvalidBundle and InvalidRulebook change nothing; known contents make no second version.

    So importing an earlier catalogue again, to be activated, lets it answer once more.
    """
    bundle, book = check_catalogue(folder)
    return _take_in(bundle, book, open_unit, shelf, moment, activate=activate)


def check_catalogue(folder: Path) -> tuple[Bundle, Rulebook]:
    """A bundle and the rules that hold for it; InvalidBundle or InvalidRulebook with every fault."""
    bundle = read_bundle(folder)
    return bundle, rulebook_named(*rules_named_by(bundle))


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
    bundle, book = check_catalogue(folder)
    with open_unit() as unit:
        active = unit.catalogues.active()
    if active is not None and not active.builtin:
        return active
    if active is not None and active.content_hash == content_hash(bundle):
        keep(book, open_unit, moment)  # the package may have brought other rules for the same catalogue
        return active
    return _take_in(bundle, book, open_unit, shelf, moment, activate=True, builtin=True)


def _take_in(
    bundle: Bundle,
    book: Rulebook,
    open_unit: UnitOfWorkFactory,
    shelf: CatalogueShelf,
    moment: datetime,
    *,
    activate: bool,
    builtin: bool = False,
) -> CatalogueVersion:
    """The slow part, the snapshot, comes first: the active version goes on answering all the while."""
    contents = content_hash(bundle)
    shelf.prepare(bundle, contents)
    with open_unit() as unit:
        version = unit.catalogues.add(bundle, contents, moment, builtin=builtin)
        unit.rule_sets.add(book.version, book.texts, moment)
        if activate:
            version = unit.catalogues.activate(version.id, moment)
        unit.commit()
    return version
