"""Reading the one-line texts of a rule against the word list: tests, expressions, names of facts, words in braces."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from gouden_poort.rules.book.rule import Place
from gouden_poort.rules.language.faults import Unreadable
from gouden_poort.rules.language.reading import read_expression, read_test
from gouden_poort.rules.language.tree import Expression, Test
from gouden_poort.rules.language.words import Fact, WordList
from gouden_poort.rules.loading.doubts import Doubts
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Node, Scalar

Tree = TypeVar("Tree")
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


class Texts:
    """The texts of one file, and the words they may use."""

    def __init__(self, words: WordList, faults: Faults, doubts: Doubts) -> None:
        self.words = words
        self.faults = faults
        self._known = (*words.facts, *words.parameters)
        self._doubts = doubts
        self.asked: dict[Place, Node] = {}
        """By the place of each leaf its test, to point at."""

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

    def braces(self, node: Node | None) -> None:
        """Whether each name in braces, in a text for people, is a fact or parameter that can be filled in."""
        if not isinstance(node, Scalar) or ("{" not in node.text and "}" not in node.text):
            return
        for match in _BRACES.finditer(node.text):
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
