"""What lies in the folder of a bundle, looked at with suspicion: it may have come from anyone.

A link that leads out of the folder, something that is not a plain file, or a file too big to be meant is a
fault; nothing outside the folder is ever read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gouden_poort.catalogue.faults import Faults
from gouden_poort.catalogue.format import FILES
from gouden_poort.errors import BundleFault, InvalidBundle

LARGEST_FILE = 512 * 2**20
"""Bytes of a file of the format; a national one has 45 million."""
LARGEST_OTHERS = 64 * 2**20
"""Bytes of all files the format does not know, together."""
MOST_FILES = 10_000
DEEPEST = 20
"""Folders may stand in each other this many times."""

KNOWN_FILES = frozenset(f"{spec.name}.csv" for spec in FILES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a folder holds, by path inside it (with slashes)."""

    known: Mapping[str, Path | None]
    """The files of the format that are there; None for one that may not be read (its fault is noted)."""
    others: Mapping[str, bytes]


def files_in(folder: Path, faults: Faults) -> Found:
    """Everything in a folder that may be read, with a fault for everything that may not."""
    if not folder.is_dir():
        faults.add("", "missing_file", "a folder with CSV files", found=str(folder))
        faults.raise_if_any()
    if not any(os.path.lexists(folder / name) for name in KNOWN_FILES):
        # Most likely another folder was meant: to read all that lies below it helps nobody.
        faults.add("", "missing_file", "a folder with bundle.csv and the other files of a catalogue", found=str(folder))
        faults.raise_if_any()
    known: dict[str, Path | None] = {}
    others: dict[str, bytes] = {}
    room = LARGEST_OTHERS
    for name, path in _entries(folder.resolve(), faults):
        limit = LARGEST_FILE if name in KNOWN_FILES else room
        size = _size(name, path, limit, folder.resolve(), faults)
        if name in KNOWN_FILES:
            known[name] = path if size is not None else None
        elif size is not None:
            room -= size
            others[name] = path.read_bytes()
    return Found(known=known, others=others)


def _entries(root: Path, faults: Faults) -> Iterator[tuple[str, Path]]:
    """Everything that is not a folder, at any depth, in order; links to folders are not followed."""

    def closed(error: OSError) -> None:
        faults.add(Path(error.filename).name, "unreadable", "a folder that may be opened", found=str(error.strerror))

    count = 0
    for place, folders, names in os.walk(root, onerror=closed):
        if folders and len(Path(place).relative_to(root).parts) >= DEEPEST:
            faults.add("", "too_many", f"at most {DEEPEST} folders in each other", found=f"more, in {place[-80:]!a}")
            folders.clear()
        folders.sort()
        links = {name for name in folders if Path(place, name).is_symlink()}
        for name in sorted(links.union(names)):
            path = Path(place, name)
            count += 1
            if count > MOST_FILES:
                faults.add("", "too_many", f"at most {MOST_FILES} files", found=f"more, from {name!a}")
                return
            yield path.relative_to(root).as_posix(), path


def _size(name: str, path: Path, limit: int, root: Path, faults: Faults) -> int | None:
    """How many bytes a file has; None, with a fault, when it may not be read."""
    if not name.isprintable():
        faults.add(ascii(name), "unreadable", "a file name of printable characters in UTF-8")
    elif not path.resolve().is_relative_to(root) or not path.is_file():
        faults.add(name, "unreadable", "a plain file inside the bundle", found="a link or a special file")
    elif not os.access(path, os.R_OK):
        faults.add(name, "unreadable", "a file that may be opened")
    elif path.stat().st_size > limit:
        faults.add(name, "out_of_range", f"a file of at most {limit} bytes here", found=f"{path.stat().st_size} bytes")
    else:
        return path.stat().st_size
    return None


def check_path(path: str) -> None:
    """InvalidBundle when a file the format does not know may not be written under that path."""
    parts = PurePosixPath(path).parts
    leads_out = not parts or path.startswith("/") or ".." in parts or "\\" in path
    if leads_out or not path.isprintable() or parts[0] in KNOWN_FILES:
        expected = "a path inside the bundle that is not a file of the format"
        raise InvalidBundle(
            [BundleFault(file=ascii(path), line=0, column="", code="unreadable", found=path, expected=expected)]
        )
