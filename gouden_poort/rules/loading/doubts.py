"""Names that are not defined because their own definition is wrong: using one of them is no second fault."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from gouden_poort.rules.loading.faults import Faults

_NAMES = re.compile(r"[a-z][a-z0-9_.-]*")


class Doubts:
    """Gathers such names over all files of a book."""

    def __init__(self) -> None:
        self._broken: set[str] = set()
        self._seen: set[str] = set()

    def broken(self, names: Iterable[str]) -> None:
        """Names that stand at a definition that is wrong; they may be misspelled themselves."""
        self._broken.update(names)

    def unread(self, text: str) -> None:
        """Every word of a file that could not be read may have been defined there."""
        self._seen.update(word.strip(".-") for word in _NAMES.findall(text))

    def cover(self, name: str, known: Collection[str], faults: Faults) -> bool:
        """Whether an unknown name may follow from a fault told elsewhere; if so it is hushed."""
        covered = name in self._seen or name in self._broken
        if not covered and self._broken:
            covered = faults.guess(name, (*known, *self._broken)) in self._broken
        if covered:
            faults.hush()
        return covered
