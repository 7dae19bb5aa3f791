"""Reading a table leaf: every cell that is written, and every `else` spread over the cells that are not."""

from __future__ import annotations

from collections.abc import Sequence

from gouden_poort.rules.language.comparing import comparison
from gouden_poort.rules.language.faults import Unreadable
from gouden_poort.rules.language.tree import FactValue, Lookup, Number, Relation, Test, Word
from gouden_poort.rules.language.words import Fact, Kind
from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Items, Node, Pairs, Scalar
from gouden_poort.rules.loading.section import Section, units_of
from gouden_poort.rules.loading.texts import Texts
from gouden_poort.rules.loading.values import read_value

MOST_KEYS = 2
MOST_VALUES = 200
MOST_CELLS = 2000
MOST_CELLS_OF_A_FILE = 50_000
_COUNTED = {Kind.NUMBER, Kind.LEVEL, Kind.CHOICE}
Key = str | int
Cell = Number | Word
Cells = tuple[dict[tuple[Key, ...], Cell], Cell | None]
"""Cells by their keys, and what holds where none is written."""


def read_table(node: Node, texts: Texts) -> tuple[Test | None, str]:
    """The comparison with the table, and the table in one line; None when something is wrong with it."""
    faults, before = texts.faults, texts.faults.count
    section = Section(node, faults, "a table", required=("left", "is", "by", "cells"), optional=("else",))
    relation = section.choice("is", Relation, Relation.EQUAL)
    left_at, cells_at = section.get("left"), section.get("cells")
    left = None if left_at is None else texts.fact(left_at)
    if left is not None and left_at is not None and left.kind not in {*_COUNTED, Kind.MONEY}:
        faults.at(left_at, f"a number, level or choice to look up: {left.name} is {left.kind.value}")
    keys = _keys(section, texts)
    if left is None or left_at is None or cells_at is None or faults.count > before:
        return None, ""
    found, otherwise = _Table(left, faults).read(cells_at, keys, section.get("else"))
    texts.cells += len(found)
    if len(found) > MOST_CELLS:
        faults.at(cells_at, f"at most {MOST_CELLS} cells", found="more, every `else` spread out")
    elif texts.cells > MOST_CELLS_OF_A_FILE:
        expected = f"at most {MOST_CELLS_OF_A_FILE} cells in the tables of one file"
        faults.at(cells_at, expected, found="more, every `else` spread out")
    if faults.count > before:
        return None, ""
    try:
        test = comparison(relation, FactValue(left), Lookup(keys, tuple(found.items()), otherwise))
    except Unreadable as unreadable:
        for fault in unreadable.faults:
            faults.at(left_at, fault.expected, found=fault.found, guess=fault.guess)
        return None, ""
    return test, f"{left.name} {relation.value} table({', '.join(key.name for key in keys)})"


def _keys(section: Section, texts: Texts) -> tuple[Fact, ...]:
    node = section.get("by")
    if node is None:
        return ()
    if not isinstance(node, Items) or not 1 <= len(node.nodes) <= MOST_KEYS:
        texts.faults.at(node, "a list of one or two facts")
        return ()
    keys = []
    for item in node.nodes:
        fact = texts.fact(item)
        if fact is not None and (fact.kind not in _COUNTED or fact.decimals):
            texts.faults.at(item, "a choice, a level or a whole number as key of a table")
        elif fact is not None:
            keys.append(fact)
    return tuple(keys)


class _Table:
    def __init__(self, left: Fact, faults: Faults) -> None:
        self._left = left
        self._faults = faults

    def read(self, node: Node, keys: Sequence[Fact], outer: Node | None = None) -> Cells:
        """The cells by these keys, and what holds where none of them is written."""
        if not keys or isinstance(node, Scalar):
            return {}, self._cell(node)
        if not isinstance(node, Pairs) or not node.entries:
            self._faults.at(node, f"a mapping by the values of {keys[0].name}")
            return {}, None
        rows = {key.text: (key, value) for key, value in node.entries.values()}
        fallback = rows.pop("else", None)
        if fallback is not None and outer is not None:
            self._faults.at(fallback[0], "one `else`, inside the cells or beside them")
        rest = fallback[1] if fallback is not None else outer
        others, otherwise = self.read(rest, keys[1:]) if rest is not None else ({}, None)
        found: dict[tuple[Key, ...], Cell] = {}
        written = set()
        for key, value in rows.values():
            word = read_value(keys[0], key, self._faults)
            inner, inner_else = self.read(value, keys[1:])
            if word in written:
                self._faults.at(key, f"each value of {keys[0].name} once")
            elif isinstance(word, str | int) and len(found) <= MOST_CELLS:
                written.add(word)
                row = self._row(key, keys[1:], (inner, inner_else), (others, otherwise))
                found.update({(word, *cell): content for cell, content in row.items()})
        if others:
            for word in self._every(keys[0], node):
                if word not in written and len(found) <= MOST_CELLS:
                    found.update({(word, *cell): content for cell, content in others.items()})
        return found, otherwise

    def _row(self, at: Scalar, keys: Sequence[Fact], row: Cells, others: Cells) -> dict[tuple[Key, ...], Cell]:
        """The cells of one row; its own `else` goes before that of the whole, so it is spread over the row."""
        inner, inner_else = row
        if inner_else is None:
            return {**others[0], **inner}
        if not keys:
            return {(): inner_else}
        if inner_else == others[1]:
            return inner
        return {(last,): inner_else for last in self._every(keys[0], at)} | inner

    def _every(self, fact: Fact, at: Node) -> Sequence[Key]:
        if fact.values:
            every: Sequence[Key] = fact.values
        elif fact.lowest is not None and fact.highest is not None:
            every = range(fact.lowest, fact.highest + 1)
        else:
            every = ()
        if not 0 < len(every) <= MOST_VALUES:
            self._faults.at(
                at, f"no `else` inside a row: {fact.name} has no list of at most {MOST_VALUES} values to fill it over"
            )
            return ()
        return every

    def _cell(self, node: Node) -> Cell | None:
        left = self._left
        if left.kind in {Kind.NUMBER, Kind.MONEY}:
            units = units_of(node, self._faults, left.decimals, left.lowest, left.highest)
            return None if units is None else Number(units, left.decimals)
        word = read_value(left, node, self._faults)
        return Word(word) if isinstance(word, str) else None
