"""What the leaves over one table have in common: each column, and each sum of columns, is prepared once."""

from __future__ import annotations

import numpy as np

from gouden_poort.rules.columns.bitmaps import Planes, packed
from gouden_poort.rules.columns.ranked import Ranked
from gouden_poort.rules.columns.sets import Sets
from gouden_poort.rules.columns.sides import is_worded, words_in
from gouden_poort.rules.columns.table import FactTable, SetColumn, WordColumn
from gouden_poort.rules.columns.values import Scale, evaluate
from gouden_poort.rules.language.sorts import order_of
from gouden_poort.rules.language.tree import Comparison, Expression, FactValue, Test
from gouden_poort.rules.language.words import Fact


def nobody(name: str) -> None:
    """What is known of a person when only the catalogue is looked at."""


class Shelf:
    """The prepared columns of a table."""

    def __init__(self, table: FactTable) -> None:
        self.table = table
        self.full = packed(np.ones(table.rows, dtype=np.bool_))
        self.answers: dict[Test, Planes] = {}
        """Of leaves that the catalogue answers alone."""
        self._ranked: dict[tuple[Expression, Scale | None], Ranked] = {}
        self._sets: dict[Fact, Sets | None] = {}

    def sides(self, one: Fact, other: Fact) -> tuple[Fact, Fact]:
        """The fact of the catalogue first."""
        return (one, other) if one.subject in self.table.subjects else (other, one)

    def rank(self, expression: Expression, scale: Scale | None) -> Ranked:
        """An expression of the catalogue, ready to be compared."""
        key = expression, scale
        if key not in self._ranked:
            self._ranked[key] = Ranked(evaluate(expression, self.table, nobody, scale), self.table.rows)
        return self._ranked[key]

    def sets_of(self, fact: Fact) -> Sets | None:
        """The sets of a fact; None when no row knows any."""
        if fact not in self._sets:
            column = self.table.columns.get(fact.name)
            known = isinstance(column, SetColumn)
            self._sets[fact] = Sets(column, self.table.rows, self.full) if known else None  # type: ignore[arg-type]
        return self._sets[fact]

    def scale(self, leaf: Comparison) -> Scale | None:
        """The order of a level; for choices every word that the comparison can meet in the catalogue or the text."""
        if not is_worded(leaf):
            return None
        order = order_of(leaf)
        if order is not None:
            return order
        words: dict[str, None] = {}
        for side in (leaf.left, leaf.right):
            words.update(dict.fromkeys(words_in(side)))
            if isinstance(side, FactValue) and isinstance(column := self.table.columns.get(side.fact.name), WordColumn):
                words.update(dict.fromkeys(column.words))
        return tuple(words)
