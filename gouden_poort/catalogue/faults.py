"""Gathers what is wrong with a bundle while it is read, so that all of it can be told at once."""

from __future__ import annotations

from collections import Counter

from gouden_poort.catalogue.format import FILES
from gouden_poort.errors import BundleFault, InvalidBundle

KEPT_PER_FILE = 1000
"""A national file that is wrong in every row must not fill memory; the rest is counted."""
SHOWN_CHARACTERS = 80
"""Of what was found; a cell may hold a whole page."""

_ORDER = {f"{spec.name}.csv": place for place, spec in enumerate(FILES)}


class Faults:
    """The faults found so far."""

    def __init__(self) -> None:
        self._kept: list[BundleFault] = []
        self._counts: Counter[str] = Counter()
        self._cells: set[tuple[str, int, str]] = set()

    def add(self, file: str, code: str, expected: str, *, found: str = "", line: int = 0, column: str = "") -> None:
        """Note one fault; line 0 stands for the whole file."""
        self._counts[file] += 1
        if self._counts[file] <= KEPT_PER_FILE:
            found = found if len(found) <= SHOWN_CHARACTERS else f"{found[:SHOWN_CHARACTERS]}…"
            self._kept.append(
                BundleFault(file=file, line=line, column=column, code=code, found=found, expected=expected)
            )
            self._cells.add((file, line, column))

    def known_at(self, file: str, line: int, column: str) -> bool:
        """Whether a fault in that cell has been noted."""
        return (file, line, column) in self._cells

    def raise_if_any(self) -> None:
        """InvalidBundle with every fault, by file and line; the last of a file says how many were left out."""
        if self._kept:
            faults = [*self._kept, *self._left_out()]
            raise InvalidBundle(sorted(faults, key=lambda fault: (_ORDER.get(fault.file, len(_ORDER)), fault.file)))

    def _left_out(self) -> list[BundleFault]:
        return [
            BundleFault(
                file=file,
                line=0,
                column="",
                code="too_many",
                found=f"{count - KEPT_PER_FILE} more faults",
                expected=f"at most {KEPT_PER_FILE} faults are listed per file",
            )
            for file, count in self._counts.items()
            if count > KEPT_PER_FILE
        ]
