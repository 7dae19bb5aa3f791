"""The word list of a book, gathered from all its files; names that are broken are kept apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import TypeVar

from gouden_poort.rules.language.words import Fact, Parameter, WordList
from gouden_poort.rules.loading.doubts import Doubts
from gouden_poort.rules.loading.facts import read_fact, read_parameter
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Node, Pairs, Scalar
from gouden_poort.rules.loading.section import Section

Thing = TypeVar("Thing", Fact, Parameter)


class Vocabulary:
    """Collects facts and parameters file by file."""

    def __init__(self) -> None:
        self._facts: dict[str, Fact] = {}
        self._parameters: dict[str, Parameter] = {}
        self._first_at: dict[str, str] = {}
        self.doubts = Doubts()

    def add_file(self, file: Section, faults: Faults) -> None:
        """The two lists of a file, where it has them; what stands under a key that is none may have been meant so."""
        self._add(file.get("facts"), faults, "facts", read_fact, self._facts)
        self._add(file.get("parameters"), faults, "parameters", read_parameter, self._parameters)
        for key in file.unknown:
            node = file.get(key)
            self.doubts.broken(node.entries if isinstance(node, Pairs) else ())

    def words(self) -> WordList:
        """Everything that is sound, of all files."""
        return WordList(facts=MappingProxyType(self._facts), parameters=MappingProxyType(self._parameters))

    def _add(
        self,
        node: Node | None,
        faults: Faults,
        what: str,
        read: Callable[[Scalar, Node, Faults], Thing | None],
        things: dict[str, Thing],
    ) -> None:
        for key, value in _entries(node, faults, what):
            if key.text in self._first_at:
                faults.at(key, f"each name once; it is also at {self._first_at[key.text]}")
                continue
            self._first_at[key.text] = f"{faults.file}:{key.line}"
            thing = read(key, value, faults)
            if thing is None:
                self.doubts.broken([key.text])
            else:
                things[key.text] = thing


def _entries(node: Node | None, faults: Faults, what: str) -> Iterable[tuple[Scalar, Node]]:
    if node is None:
        return ()
    if not isinstance(node, Pairs):
        faults.at(node, f"a mapping of {what} by their names")
        return ()
    return node.entries.values()
