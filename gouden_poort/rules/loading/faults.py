"""Gathering every fault of a file with its place, instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from gouden_poort.errors import RuleFault
from gouden_poort.rules.book.rule import Place
from gouden_poort.rules.language.guessing import likely
from gouden_poort.rules.loading.nodes import Node, Scalar, called

MOST_GUESSED = 200
MOST_TOLD = 2000
"""Of one file; the rules after that are not read."""


class Faults:
    """The faults of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.told: list[RuleFault] = []
        self._hushed = 0
        self._settled: set[tuple[int, int]] = set()

    @property
    def count(self) -> int:
        """Also counts what was not told: when it has not changed, what was read in between is sound."""
        return len(self.told) + self._hushed

    def at(self, node: Node, expected: str, *, found: str | None = None, guess: str = "") -> None:
        """Something is wrong with a node."""
        self.on(node.line, node.column, called(node) if found is None else found, expected, guess)

    def inside(self, node: Scalar, offset: int, found: str, expected: str, guess: str = "") -> None:
        """Something is wrong at an offset in a text; where its signs cannot be counted, the text's begin must do."""
        column = node.column if node.inside is None else node.inside + offset
        self.on(node.line, column, found, expected, guess)

    def on(self, line: int, column: int, found: str, expected: str, guess: str = "") -> None:
        """Something is wrong at a line and column."""
        if (line, column) in self._settled or len(self.told) >= MOST_TOLD:
            self.hush()
            return
        self.told.append(
            RuleFault(file=self.file, line=line, column=column, found=found, expected=expected, guess=guess)
        )

    def hush(self) -> None:
        """What was read is not sound because of a fault told elsewhere."""
        self._hushed += 1

    def settle(self, line: int, column: int) -> None:
        """All has been told of this place: what is missed there follows from it."""
        self._settled.add((line, column))

    def unknown(self, node: Node, known: Collection[str], what: str) -> None:
        """A word that is none of the known ones."""
        word = node.text if isinstance(node, Scalar) else ""
        self.at(node, one_of(known, what), guess=self.guess(word, known))

    def guess(self, word: str, known: Collection[str]) -> str:
        """What was probably meant. A file with very many faults gets no more guesses: they cost time."""
        return likely(word, known) if word and self.count < MOST_GUESSED else ""

    def place(self, node: Node) -> Place:
        """Where a node stands, for whoever points at it once it has been read."""
        return Place(file=self.file, line=node.line, column=node.column)


def one_of(words: Iterable[str], what: str) -> str:
    """The words to choose from, as long as they are few enough to read."""
    listed = ", ".join(words)
    return f"{what}: {listed}" if len(listed) <= 200 else what


def in_order(faults: Iterable[RuleFault]) -> tuple[RuleFault, ...]:
    """By file and place, each once."""
    return tuple(
        sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line, fault.column, fault.expected))
    )
