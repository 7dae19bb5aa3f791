"""The leaves of a formula over the columns: what the catalogue alone answers, and what still waits for a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from gouden_poort.rules.columns.bitmaps import UNKNOWN, Plane, Planes, opposite, packed, planes_of, unpacked
from gouden_poort.rules.columns.person import COMPARE, Get, aligned, measuring
from gouden_poort.rules.columns.ranked import Ranked
from gouden_poort.rules.columns.sets import Sets
from gouden_poort.rules.columns.sides import Side, decimals_of, is_worded, order_of, side_of, words_in
from gouden_poort.rules.columns.splitting import MIRRORED, mixed_tables, replaced, split
from gouden_poort.rules.columns.table import FactTable, SetColumn, TruthColumn, WordColumn
from gouden_poort.rules.columns.values import Scale, both_known, evaluate, scaled
from gouden_poort.rules.language.tree import (
    Comparison,
    Contains,
    ContainsFact,
    Covers,
    Empty,
    Expression,
    FactValue,
    Lookup,
    Negation,
    OneOf,
    Shares,
    Test,
    Truth,
)
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Fact

Answer = Callable[[Get], Planes]


def nobody(name: str) -> None:
    """What is known of a person when only the catalogue is looked at."""


class Leaves:
    """Prepares leaves; what two of them have in common is made once."""

    def __init__(self, table: FactTable) -> None:
        self.table = table
        self.full = packed(np.ones(table.rows, dtype=np.bool_))
        self._ranked: dict[tuple[Expression, Scale | None], Ranked] = {}
        self._sets: dict[Fact, Sets | None] = {}

    # ---- the catalogue alone

    def settled(self, leaf: Test) -> Planes:  # noqa: PLR0911 - one answer for each form
        """The answer of a leaf that reads only the catalogue."""
        match leaf:
            case Negation():
                return opposite(self.settled(leaf.part), self.full)
            case Comparison():
                return self._compared(leaf, nobody)
            case OneOf():
                found = evaluate(FactValue(leaf.fact), self.table, nobody, leaf.words)
                return planes_of(np.broadcast_to(found.units >= 0, self.table.rows), found.known)
            case Truth():
                column = self.table.columns.get(leaf.fact.name)
                if not isinstance(column, TruthColumn):
                    return UNKNOWN
                return planes_of(column.values, True if column.known is None else column.known)
            case Empty():
                sets = self._sets_of(leaf.fact)
                return UNKNOWN if sets is None else sets.empty()
            case Contains():
                sets = self._sets_of(leaf.among)
                return UNKNOWN if sets is None else sets.sharing((leaf.word,))
            case ContainsFact():
                return self._item_in(leaf)
            case Shares():
                return self._both_sets(leaf, covering=False)
            case Covers():
                return self._both_sets(leaf, covering=True)
        raise TypeError(f"{type(leaf).__name__} is no leaf")

    def _compared(self, leaf: Comparison, get: Get) -> Planes:
        scale = self._scale(leaf)
        left, right = evaluate(leaf.left, self.table, get, scale), evaluate(leaf.right, self.table, get, scale)
        known = both_known(left.known, right.known)
        if known is False:
            return UNKNOWN
        decimals = max(decimals_of(leaf.left), decimals_of(leaf.right))
        one, other = scaled(left.units, leaf.left, decimals), scaled(right.units, leaf.right, decimals)
        found = np.asarray(COMPARE[leaf.relation](one, other))
        return planes_of(np.broadcast_to(found, self.table.rows), known)

    def _item_in(self, leaf: ContainsFact) -> Planes:
        sets, column = self._sets_of(leaf.among), self.table.columns.get(leaf.item.name)
        if sets is None or not isinstance(column, WordColumn):
            return UNKNOWN
        found = np.zeros(self.table.rows, dtype=np.bool_)
        for code, word in enumerate(column.words):
            if (place := sets.places.get(word)) is not None:
                found |= sets.mask(place, -1) & (column.codes == code)
        return planes_of(found, (column.codes >= 0) & ~self._mask(sets.unknown))

    def _both_sets(self, leaf: Shares | Covers, *, covering: bool) -> Planes:
        have, asked = self._sets_of(leaf.have), self._sets_of(leaf.asked)
        if have is None or asked is None:
            return UNKNOWN
        shared, lacking = (np.zeros(self.table.rows, dtype=np.bool_) for _ in range(2))
        for word, place in asked.places.items():
            beside = have.places.get(word)
            if not covering and beside is not None:
                shared |= asked.mask(place, -1) & have.mask(beside, -1)
            for level in asked.levels_of(place) if covering else ():
                there = have.mask(beside, level - 1) if beside is not None else np.zeros_like(lacking)
                lacking |= asked.mask(place, level - 1) & ~there if level > 0 else False
        known = ~(self._mask(have.unknown) | self._mask(asked.unknown))
        return planes_of(~lacking if covering else shared, known)

    # ---- both sides

    def waiting(self, leaf: Test) -> tuple[int, Answer]:
        """A function for a leaf that reads both sides, and what it costs, in rough microseconds."""
        match leaf:
            case Comparison():
                return self._comparing(leaf)
            case ContainsFact():
                return 5, self._containing(leaf)
            case Shares():
                ours, theirs = self._sides(leaf.have, leaf.asked)
                sets = self._sets_of(ours)
                return 5, _from(theirs, None if sets is None else sets.sharing)
            case Covers():
                ours, theirs = self._sides(leaf.have, leaf.asked)
                sets = self._sets_of(ours)
                if sets is None:
                    return 0, _from(theirs, None)
                return 60, _from(theirs, sets.covering if ours is leaf.have else sets.covered_by)
        raise TypeError(f"{type(leaf).__name__} does not read both sides")

    def _comparing(self, leaf: Comparison) -> tuple[int, Answer]:
        for table in (*mixed_tables(leaf.left, self.table.subjects), *mixed_tables(leaf.right, self.table.subjects)):
            return 3, self._by_keys(leaf, table)
        if is_worded(leaf):
            return 1, self._comparing_words(leaf)
        sides = split(leaf, self.table.subjects)
        if sides is None:
            return 200, self._remembering(leaf)
        ranked = self._rank(sides.catalogue, None)
        decimals = max(decimals_of(sides.catalogue), decimals_of(sides.person))
        answer = ranked.comparing(sides.relation, 10 ** (decimals - decimals_of(sides.catalogue)))
        measure = aligned(sides.person, decimals)
        return 1 if ranked.is_short else 12, _measured(measure, answer)

    def _comparing_words(self, leaf: Comparison) -> Answer:
        ours, theirs, relation = leaf.left, leaf.right, leaf.relation
        if side_of(ours, self.table.subjects) is not Side.CATALOGUE:
            ours, theirs, relation = theirs, ours, MIRRORED[relation]
        scale = self._scale(leaf)
        place_of = {word: place for place, word in enumerate(scale or ())}
        answer = self._rank(ours, scale).comparing(relation)
        word_of = measuring(theirs)

        def ask(get: Get) -> Planes:
            return UNKNOWN if (word := word_of(get)) is None else answer(place_of.get(word, -1))

        return ask

    def _by_keys(self, leaf: Comparison, table: Lookup) -> Answer:
        """A table with keys of both sides becomes, for what a person has, a smaller one of the catalogue alone."""
        ours = [i for i, fact in enumerate(table.keys) if fact.subject in self.table.subjects]
        theirs = [i for i, fact in enumerate(table.keys) if fact.subject not in self.table.subjects]
        names = [table.keys[i].name for i in theirs]
        listed = {tuple(keys[i] for i in theirs) for keys, _ in table.cells}
        made: dict[tuple[Any, ...], Answer] = {}

        def ask(get: Get) -> Planes:
            keys = tuple(get(name) for name in names)
            if None in keys:
                return UNKNOWN
            keys = keys if keys in listed else ()
            if keys not in made:
                cells = tuple(
                    (tuple(all_keys[i] for i in ours), cell)
                    for all_keys, cell in table.cells
                    if tuple(all_keys[i] for i in theirs) == keys
                )
                smaller = Lookup(tuple(table.keys[i] for i in ours), cells, table.otherwise)
                left, right = replaced(leaf.left, table, smaller), replaced(leaf.right, table, smaller)
                made[keys] = self.answering(replace(leaf, left=left, right=right))
            return made[keys](get)

        return ask

    def answering(self, leaf: Test) -> Answer:
        """A function for any leaf of the catalogue or of both sides."""
        if side_of(leaf, self.table.subjects) is Side.CATALOGUE:
            planes = self.settled(leaf)
            return lambda _get: planes
        return self.waiting(leaf)[1]

    def _remembering(self, leaf: Comparison) -> Answer:
        """Works the whole comparison out, row by row, unless the person is as the last one was."""
        names = tuple(fact.name for fact in facts_in(leaf) if fact.subject not in self.table.subjects)
        last: dict[tuple[Any, ...], Planes] = {}

        def ask(get: Get) -> Planes:
            person = tuple(get(name) for name in names)
            if None in person:
                return UNKNOWN
            if (planes := last.get(person)) is None:
                planes = self._compared(leaf, get)
                last.clear()
                last[person] = planes
            return planes

        return ask

    def _containing(self, leaf: ContainsFact) -> Answer:
        if leaf.among.subject in self.table.subjects:
            sets = self._sets_of(leaf.among)
            return _from(leaf.item, None if sets is None else lambda word: sets.sharing((word,)))
        column = self.table.columns.get(leaf.item.name)
        if not isinstance(column, WordColumn):
            return _from(leaf.among, None)
        among = self._rank(FactValue(leaf.item), column.words).among()
        places = {word: place for place, word in enumerate(column.words)}
        return _from(leaf.among, lambda words: among(places[word] for word in words if word in places))

    # ---- what is shared

    def _sides(self, one: Fact, other: Fact) -> tuple[Fact, Fact]:
        """The fact of the catalogue first."""
        return (one, other) if one.subject in self.table.subjects else (other, one)

    def _rank(self, expression: Expression, scale: Scale | None) -> Ranked:
        key = expression, scale
        if key not in self._ranked:
            self._ranked[key] = Ranked(evaluate(expression, self.table, nobody, scale), self.table.rows)
        return self._ranked[key]

    def _sets_of(self, fact: Fact) -> Sets | None:
        if fact not in self._sets:
            column = self.table.columns.get(fact.name)
            is_set = isinstance(column, SetColumn)
            self._sets[fact] = Sets(column, self.table.rows, self.full) if is_set else None  # type: ignore[arg-type]
        return self._sets[fact]

    def _scale(self, leaf: Comparison) -> Scale | None:
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

    def _mask(self, plane: Plane) -> Any:
        return unpacked(plane, self.table.rows)


def _measured(measure: Callable[[Get], Any], answer: Callable[[int], Planes]) -> Answer:
    return lambda get: UNKNOWN if (value := measure(get)) is None else answer(value)


def _from(fact: Fact, answer: Callable[[Any], Planes] | None) -> Answer:
    """Answers from one fact of the person; never, where the catalogue does not know its side."""
    if answer is None:
        return lambda _get: UNKNOWN
    name = fact.name
    return lambda get: UNKNOWN if (value := get(name)) is None else answer(value)
