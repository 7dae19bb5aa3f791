"""Leaves that read both sides, as functions that a person runs through; all that can be prepared for them is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gouden_poort.rules.columns.bitmaps import UNKNOWN, Planes
from gouden_poort.rules.columns.measuring import Get, aligned, measuring
from gouden_poort.rules.columns.settled import compared, settled
from gouden_poort.rules.columns.shelf import Shelf
from gouden_poort.rules.columns.sides import Side, is_worded, side_of
from gouden_poort.rules.columns.splitting import mixed_tables, replaced, split
from gouden_poort.rules.columns.table import WordColumn
from gouden_poort.rules.language.reckoning import MIRRORED
from gouden_poort.rules.language.sorts import decimals_of
from gouden_poort.rules.language.tree import Comparison, ContainsFact, Covers, FactValue, Lookup, Shares, Test
from gouden_poort.rules.language.walking import facts_in
from gouden_poort.rules.language.words import Fact

Answer = Callable[[Get], Planes]


def waiting(leaf: Test, shelf: Shelf) -> tuple[int, Answer]:
    """A function for a leaf that reads both sides, and what it costs, in rough microseconds."""
    match leaf:
        case Comparison():
            return _comparing(leaf, shelf)
        case ContainsFact():
            return 5, _containing(leaf, shelf)
        case Shares():
            ours, theirs = shelf.sides(leaf.have, leaf.asked)
            sets = shelf.sets_of(ours)
            return 5, _from(theirs, None if sets is None else sets.sharing)
        case Covers():
            ours, theirs = shelf.sides(leaf.have, leaf.asked)
            sets = shelf.sets_of(ours)
            if sets is None:
                return 0, _from(theirs, None)
            return 60, _from(theirs, sets.covering if ours is leaf.have else sets.covered_by)
    raise TypeError(f"{type(leaf).__name__} does not read both sides")


def _comparing(leaf: Comparison, shelf: Shelf) -> tuple[int, Answer]:
    catalogue = shelf.table.subjects
    tables = (*mixed_tables(leaf.left, catalogue), *mixed_tables(leaf.right, catalogue))
    if tables:
        return 3, _by_keys(leaf, tables[0], shelf)
    if is_worded(leaf):
        return 1, _comparing_words(leaf, shelf)
    sides = split(leaf, catalogue)
    if sides is None:
        return 200, _remembering(leaf, shelf)
    ranked = shelf.rank(sides.catalogue, None)
    decimals = max(decimals_of(sides.catalogue), decimals_of(sides.person))
    answer = ranked.comparing(sides.relation, 10 ** (decimals - decimals_of(sides.catalogue)))
    measure = aligned(sides.person, decimals)
    return 1 if ranked.is_short else 12, _measured(measure, answer)


def _comparing_words(leaf: Comparison, shelf: Shelf) -> Answer:
    ours, theirs, relation = leaf.left, leaf.right, leaf.relation
    if side_of(ours, shelf.table.subjects) is not Side.CATALOGUE:
        ours, theirs, relation = theirs, ours, MIRRORED[relation]
    scale = shelf.scale(leaf)
    place_of = {word: place for place, word in enumerate(scale or ())}
    answer = shelf.rank(ours, scale).comparing(relation)
    word_of = measuring(theirs)

    def ask(get: Get) -> Planes:
        return UNKNOWN if (word := word_of(get)) is None else answer(place_of.get(word, -1))

    return ask


def _by_keys(leaf: Comparison, table: Lookup, shelf: Shelf) -> Answer:
    """A table with keys of both sides becomes, for what a person has, a smaller one of the catalogue alone."""
    ours = [i for i, fact in enumerate(table.keys) if fact.subject in shelf.table.subjects]
    theirs = [i for i, fact in enumerate(table.keys) if fact.subject not in shelf.table.subjects]
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
            made[keys] = _answering(replace(leaf, left=left, right=right), shelf)
        return made[keys](get)

    return ask


def _answering(leaf: Test, shelf: Shelf) -> Answer:
    """A function for any leaf of the catalogue or of both sides."""
    if side_of(leaf, shelf.table.subjects) is Side.CATALOGUE:
        planes = settled(leaf, shelf)
        return lambda _get: planes
    return waiting(leaf, shelf)[1]


def _remembering(leaf: Comparison, shelf: Shelf) -> Answer:
    """Works the whole comparison out, row by row, unless the person is as the last one was."""
    names = tuple(fact.name for fact in facts_in(leaf) if fact.subject not in shelf.table.subjects)
    last: dict[tuple[Any, ...], Planes] = {}

    def ask(get: Get) -> Planes:
        person = tuple(get(name) for name in names)
        if None in person:
            return UNKNOWN
        if (planes := last.get(person)) is None:
            planes = compared(leaf, shelf, get)
            last.clear()
            last[person] = planes
        return planes

    return ask


def _containing(leaf: ContainsFact, shelf: Shelf) -> Answer:
    if leaf.among.subject in shelf.table.subjects:
        sets = shelf.sets_of(leaf.among)
        return _from(leaf.item, None if sets is None else lambda word: sets.sharing((word,)))
    column = shelf.table.columns.get(leaf.item.name)
    if not isinstance(column, WordColumn):
        return _from(leaf.among, None)
    among = shelf.rank(FactValue(leaf.item), column.words).among()
    places = {word: place for place, word in enumerate(column.words)}
    return _from(leaf.among, lambda words: among(places[word] for word in words if word in places))


def _measured(measure: Callable[[Get], Any], answer: Callable[[int], Planes]) -> Answer:
    return lambda get: UNKNOWN if (value := measure(get)) is None else answer(value)


def _from(fact: Fact, answer: Callable[[Any], Planes] | None) -> Answer:
    """Answers from one fact of the person; never, where the catalogue does not know its side."""
    if answer is None:
        return lambda _get: UNKNOWN
    name = fact.name
    return lambda get: UNKNOWN if (value := get(name)) is None else answer(value)
