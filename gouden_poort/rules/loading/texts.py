"""Reading the one-line texts of a rule against the word list: tests, expressions, names of facts, words in braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from gouden_poort.rules.book.rule import Place
from gouden_poort.rules.language.faults import Unreadable
from gouden_poort.rules.language.reading import read_expression, read_test
from gouden_poort.rules.language.tree import Expression, Test
from gouden_poort.rules.language.words import Fact, Wording, WordList
from gouden_poort.rules.loading.doubts import Doubts
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Node, Scalar
from gouden_poort.rules.loading.section import LANGUAGES, Section

Tree = TypeVar("Tree")
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


class WrittenLeaf(NamedTuple):
    """Where the test of a leaf and its texts stand, to point at."""

    test: Node
    texts: tuple[Scalar, ...] = ()


class Texts:
    """The texts of one file, and the words they may use."""

    def __init__(self, words: WordList, faults: Faults, doubts: Doubts) -> None:
        self.words = words
        self.faults = faults
        self._known = (*words.facts, *words.parameters)
        self._doubts = doubts
        self.leaves: dict[Place, WrittenLeaf] = {}
        """What each leaf was read from, by its place."""
        self.cells = 0
        """Of all tables so far."""

    def test(self, node: Node) -> Test | None:
        """A test; None when it cannot be read."""
        return self._read(node, read_test, 'a test such as "person.age >= 18"')

    def expression(self, node: Node) -> Expression | None:
        """An expression with a value; None when it cannot be read."""
        return self._read(node, read_expression, 'a calculation such as "min(offering.cost_eur, 2500)"')

    def fact(self, node: Node) -> Fact | None:
        """A fact, by its name."""
        name = node.text if isinstance(node, Scalar) else ""
        fact = self.words.facts.get(name)
        if fact is None and not (name and self._doubts.cover(name, self._known, self.faults)):
            self.faults.at(node, "a fact of the word list", guess=self.faults.guess(name, self.words.facts))
        return fact

    def wording(self, section: Section, *, needed: bool = True) -> Wording | None:
        """The text of a section in both languages; each name in braces must be one that can be filled in."""
        for text in said(section):
            self._braces(text)
        return section.wording(needed=needed)

    def plain_wording(self, node: Node, what: str) -> Wording | None:
        """A text in both languages that is said as it stands, so that nothing in it can be filled in."""
        section = Section(node, self.faults, what, optional=LANGUAGES)
        for text in said(section):
            for match in _braced(text.text):
                self.faults.inside(text, match.start(), match.group(), "a text without braces: it is said as it stands")
        return section.wording()

    def _braces(self, node: Scalar) -> None:
        for match in _braced(node.text):
            name = match.group(1)
            if name in self.words.facts or name in self.words.parameters:
                continue
            if not name or not self._doubts.cover(name, self._known, self.faults):
                guess = self.faults.guess(name, self._known)
                expected = "the name of a fact or parameter between braces"
                self.faults.inside(node, match.start(), match.group(), expected, guess)

    def _read(self, node: Node, reader: Callable[[str, WordList], Tree], what: str) -> Tree | None:
        if not isinstance(node, Scalar) or not node.text:
            self.faults.at(node, what)
            return None
        try:
            return reader(node.text, self.words)
        except Unreadable as unreadable:
            for fault in unreadable.faults:
                name = fault.found.rpartition(" ")[2] if fault.found.startswith("unknown ") else ""
                if not name or not self._doubts.cover(name, self._known, self.faults):
                    self.faults.inside(node, fault.offset, fault.found, fault.expected, fault.guess)
            return None


def said(section: Section) -> tuple[Scalar, ...]:
    """The texts of a section in each language that is there."""
    nodes = (section.get(language) for language in LANGUAGES)
    return tuple(node for node in nodes if isinstance(node, Scalar))


def _braced(text: str) -> Iterable[re.Match[str]]:
    """Names in braces, and braces by themselves; most texts have none, which is seen sooner than searched."""
    return _BRACES.finditer(text) if "{" in text or "}" in text else ()
