"""Reads what is asked of lists and sets: in, not in, covers, shares and empty."""

from __future__ import annotations

import ast

from gouden_poort.rules.language.comparing import Placed, described, may_share, words_refused
from gouden_poort.rules.language.faults import Unreadable
from gouden_poort.rules.language.gathering import both, each
from gouden_poort.rules.language.sorts import sort_of_fact
from gouden_poort.rules.language.tree import (
    Contains,
    ContainsFact,
    Covers,
    Empty,
    FactValue,
    Negation,
    OneOf,
    Shares,
    Test,
    Word,
)
from gouden_poort.rules.language.values import TEST_CALLS, ValueReader
from gouden_poort.rules.language.words import Fact, Kind

_SETS = frozenset({Kind.SET})
_SETS_OR_SKILLS = frozenset({Kind.SET, Kind.SKILLS})


class MembershipReader(ValueReader):
    """The part of reading a test that has to do with lists and sets."""

    def membership(self, node: ast.Compare) -> Test:
        """`in` or `not in`, with a list of words or a set after it."""
        if len(node.ops) > 1:
            raise self.refused(node, "in by itself; join it to other comparisons with and")
        among = node.comparators[0]
        test = self._in_list(node.left, among) if isinstance(among, ast.List) else self._in_set(node.left, among)
        return test if isinstance(node.ops[0], ast.In) else Negation(test)

    def asked_of_sets(self, node: ast.Call) -> Test:
        """`covers`, `shares` or `empty`, with exactly its sets."""
        name = self.called(node, TEST_CALLS)
        if name == "empty":
            (only,) = self.arguments(node, name, 1)
            return Empty(self._of_kind(only, _SETS_OR_SKILLS, "a set or skills"))
        kinds, expected = (_SETS, "a set") if name == "shares" else (_SETS_OR_SKILLS, "a set or skills")
        arguments = self.arguments(node, name, 2)
        have, asked = each(lambda argument: self._of_kind(argument, kinds, expected), arguments)
        if have.kind is not asked.kind:
            raise self._misplaced(arguments[1], asked, f"{have.kind.value}, as {have.name} is")
        if not may_share(have.values, asked.values):
            raise self._misplaced(arguments[1], asked, f"a set that can hold one of {', '.join(have.values)}")
        return Covers(have, asked) if name == "covers" else Shares(have, asked)

    def _in_list(self, item: ast.expr, among: ast.List) -> Test:
        if not among.elts:
            raise self.refused(among, "at least one word in the list")
        expected = "a choice or a level before in and a list"
        fact, words = both(
            lambda: self._of_kind(item, frozenset({Kind.CHOICE, Kind.LEVEL}), expected),
            lambda: each(self.word, among.elts),
        )
        each(lambda part: self._known_word(part, fact), among.elts)
        for place, part in enumerate(among.elts):
            if words[place] in words[:place]:
                raise self.refused(part, "each word once")
        return OneOf(fact, tuple(words))

    def _in_set(self, item: ast.expr, among: ast.expr) -> Test:
        if not isinstance(among, ast.Attribute):
            raise self.refused(among, "a set, or a list such as ['bol', 'bbl']")
        if isinstance(item, ast.Attribute):
            owner, asked = both(lambda: self._set(among), lambda: self._choice(item))
            if not may_share(owner.values, asked.values):
                raise self._misplaced(item, asked, f"a choice that can be one of {', '.join(owner.values)}")
            return ContainsFact(owner, asked)
        owner, word = both(lambda: self._set(among), lambda: self.word(item))
        self._known_word(item, owner)
        return Contains(owner, word)

    def _set(self, node: ast.expr) -> Fact:
        return self._of_kind(node, _SETS, "a set, or a list such as ['bol', 'bbl']")

    def _choice(self, node: ast.expr) -> Fact:
        return self._of_kind(node, frozenset({Kind.CHOICE}), "a choice, or a word between quotes, before in and a set")

    def _of_kind(self, node: ast.expr, kinds: frozenset[Kind], expected: str) -> Fact:
        fact = self.fact(node)
        if fact.kind not in kinds:
            raise self._misplaced(node, fact, expected)
        return fact

    def _known_word(self, node: ast.expr, owner: Fact) -> None:
        placed = Placed(Word(self.word(node)), self.source.offset(node))
        faults = tuple(words_refused(placed, sort_of_fact(owner), described(FactValue(owner))))
        if faults:
            raise Unreadable(faults)

    def _misplaced(self, node: ast.expr, fact: Fact, expected: str) -> Unreadable:
        return Unreadable([Placed(FactValue(fact), self.source.offset(node)).fault(expected)])
