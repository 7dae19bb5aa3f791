"""Building nodes from the events of a YAML parser, which come without recursion and without objects.

Depth, anchors and tags are seen before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    ScalarEvent,
    SequenceStartEvent,
)

from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Items, Node, Pairs, Scalar, called

DEEPEST = 40
HIDDEN = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\xac\xae-\u200a\u2010-\u2027\u202f-\u205f\u2070-\ud7ff"
    "\ue000-\ufdff\ufe10-\ufefe\uff00-\ufffd\U00010000-\U000dffff]"
)
"""Signs without a shape, halves of a pair, and signs that turn the direction of a line or end it unseen."""
QUOTES = ("'", '"')


class Refused(Exception):
    """The rest of this file is not read; what is wrong has been told."""


class Composer:
    """Builds nodes from events, and goes on after a fault wherever the rest can still be told apart."""

    def __init__(self) -> None:
        self._told: list[tuple[int, int, str, str]] = []
        self._aliases: list[tuple[int, int]] = []
        self.spanning: Any = None
        """The last quoted text that spans lines."""

    def tell(self, faults: Faults) -> None:
        """Only of a file that could be read to its end: what was read again is not told again."""
        for fault in self._told:
            faults.on(*fault)
        for place in self._aliases:
            faults.settle(*place)

    def _tell(self, line: int, column: int, found: str, expected: str) -> None:
        self._told.append((line, column, found, expected))

    def document(self, events: Iterator[Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if not isinstance(event, DocumentStartEvent):
                continue
            if root is not None:
                self._tell(*_place(event), "a second document", "one document in a file, without ---")
                raise Refused
            root = self._node(next(events), events, 1)
        return root

    def _node(self, event: Any, events: Iterator[Event], depth: int) -> Node:
        line, column = _place(event)
        if isinstance(event, AliasEvent):
            self._tell(line, column, f"the alias *{event.anchor}", "the thing itself, written out")
            self._aliases.append((line, column))
            return Scalar("", line, column, None)
        if event.anchor is not None:
            self._tell(line, column, f"the anchor &{event.anchor}", "no anchors")
        if event.tag is not None:
            self._tell(line, column, f"the tag {event.tag}", "no tags")
        if isinstance(event, ScalarEvent):
            if hidden := HIDDEN.search(event.value):
                self._tell(line, column, f"the sign U+{ord(hidden.group()):04X}", "signs that can be seen")
            if event.style in QUOTES and event.end_mark.line >= line:
                self.spanning = event
            return _scalar(event, line, column)
        if depth > DEEPEST:
            self._tell(line, column, "something too deep", f"at most {DEEPEST} lists and mappings in each other")
            raise Refused
        inner = self._until_end(events, depth)
        return (
            Items(tuple(inner), line, column)
            if isinstance(event, SequenceStartEvent)
            else self._pairs(inner, line, column)
        )

    def _until_end(self, events: Iterator[Event], depth: int) -> list[Node]:
        nodes: list[Node] = []
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            nodes.append(self._node(event, events, depth + 1))
        return nodes

    def _pairs(self, inner: list[Node], line: int, column: int) -> Pairs:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(inner[::2], inner[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._tell(key.line, key.column, called(key), "a word as key")
            elif key.text == "<<" and key.inside == key.column:
                self._tell(key.line, key.column, called(key), "no merged keys: write them out")
            elif key.text in entries:
                first = entries[key.text][0]
                self._tell(key.line, key.column, called(key), f"each key once; it also stands on line {first.line}")
            else:
                entries[key.text] = (key, value)
        return Pairs(entries, line, column)


def _place(event: Event) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _scalar(event: Any, line: int, column: int) -> Scalar:
    """Its signs can be counted when it is on one line and as long as what stands between its ends."""
    quotes = 1 if event.style in QUOTES else 0
    end = event.end_mark
    whole = end.line + 1 == line and end.column + 1 - column == len(event.value) + 2 * quotes
    return Scalar(event.value, line, column, column + quotes if whole else None)
