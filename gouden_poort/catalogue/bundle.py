"""Bundles on disk: a folder of CSV files becomes a checked `Bundle`, and a `Bundle` a folder."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from gouden_poort.catalogue.entries import Bundle
from gouden_poort.catalogue.format import FILES
from gouden_poort.catalogue.tables import written

BUILTIN = Path(__file__).parent / "builtin"
"""The catalogue that travels with the package."""


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
