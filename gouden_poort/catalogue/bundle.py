"""Bundles on disk: a folder of CSV files becomes a checked `Bundle`, and a `Bundle` a folder."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from gouden_poort.catalogue.checks import check
from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.faults import Faults
from gouden_poort.catalogue.folder import check_path, files_in
from gouden_poort.catalogue.format import FILES, FileSpec
from gouden_poort.catalogue.tables import Table, empty_table, read_table, written

BUILTIN = Path(__file__).parent / "builtin"
"""The catalogue that travels with the package."""


def read_bundle(folder: Path) -> Bundle:
    """The bundle in a folder, every cell checked; InvalidBundle with all that is wrong when anything is."""
    faults = Faults()
    found = files_in(folder, faults)
    tables = {spec.name: _table(spec, found.known, faults) for spec in FILES}
    check(tables, found.others, faults)
    faults.raise_if_any()
    return Bundle(files={name: table.entries() for name, table in tables.items()}, other_files=found.others)


def _table(spec: FileSpec, known: Mapping[str, Path | None], faults: Faults) -> Table:
    file = f"{spec.name}.csv"
    path = known.get(file)
    if path is not None:
        return read_table(spec, path.read_bytes(), faults)
    if file not in known and not spec.optional:
        faults.add(file, "missing_file", "a file of this name")
    return empty_table(spec, faults, whole=spec.optional and file not in known)


def write_bundle(bundle: Bundle, folder: Path) -> None:
    """Write a bundle as a folder, whole or not at all; the same bundle always gives the same bytes.

    An earlier bundle in that place is replaced. FileExistsError when something else is there: nothing is
    deleted that may not be a bundle.
    """
    for path in bundle.other_files:
        check_path(path)
    _refuse_to_replace_others(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".part", dir=folder.parent))
    try:
        for path, content in _documents(bundle):
            target = unfinished / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        unfinished.chmod(0o755)
        _put_in_place(unfinished, folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _refuse_to_replace_others(folder: Path) -> None:
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    is_bundle = folder.is_dir() and not folder.is_symlink() and (folder / "bundle.csv").is_file()
    if not is_bundle or any(entry.name.startswith(".") for entry in folder.iterdir()):
        raise FileExistsError(f"{folder} is not an earlier bundle (or holds hidden files); choose another folder")


def _put_in_place(unfinished: Path, folder: Path) -> None:
    """Swap the new folder in; the old one, if any, is moved into the temporary place and goes with it."""
    if not folder.exists():
        unfinished.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".old", dir=folder.parent))
    try:
        folder.rename(aside / folder.name)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(aside)


def content_hash(bundle: Bundle) -> str:
    """Names what a bundle says: equal for equal bundles, different when one cell or file differs."""
    whole = sha256()
    for path, content in _documents(bundle):
        whole.update(f"{path}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()


def _documents(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """Each file of the bundle with its path; an optional file without rows or columns of its own is left out."""
    for spec in FILES:
        entries = bundle.files[spec.name]
        if len(entries) or entries.extra or not spec.optional:
            yield f"{spec.name}.csv", written(spec, entries)
    for path in sorted(bundle.other_files):
        yield path, bundle.other_files[path]
