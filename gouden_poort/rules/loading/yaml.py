"""From the text of a file to nodes: the events of the YAML parser one by one, so that nothing hostile gets far.

The events come without recursion and without objects; depth, anchors and tags are seen before anything is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    ScalarEvent,
    SequenceStartEvent,
)

from gouden_poort.rules.loading.faults import Faults
from gouden_poort.rules.loading.nodes import Items, Node, Pairs, Scalar, called, shortened

LARGEST = 512_000
"""Signs in one file."""
DEEPEST = 40

_INVISIBLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, halves of a pair, and signs that turn the direction of a line or end it unseen."""


MOST_MENDED = 20
_QUOTES = ("'", '"')
_MEANS_SOMETHING = "?:{[&*!|>@`%"
"""Signs that end or change a text without quotes."""
_BRACES_OR_SIGN = re.compile(r"\{[^{}\n]*\}|\[[^\[\]\n]*\]|.")
_LETTERS = str.maketrans(dict.fromkeys(_MEANS_SOMETHING + "}]", "_"))


class _Refused(Exception):
    """The rest of this file is not read; what is wrong has been told."""


def read_nodes(text: str, faults: Faults) -> Node | None:
    """The one document of a file; None when it is empty or was refused, and then the faults say why.

    A sign that only lacks quotes around its text is told, taken for a letter, and the file read on.
    """
    text = text.removeprefix("\ufeff")
    if not _fit_to_read(text, faults):
        return None
    for _ in range(MOST_MENDED):
        composer = _Composer()
        try:
            node = composer.document(YAML(typ="base").parse(text))
        except _Refused:
            node = None
        except YAMLError as error:
            mended = _tell(error, text, composer.spanning, faults)
            if mended is not None:
                text = mended
                continue
            node = None
        composer.tell(faults)
        return node
    return None


def _fit_to_read(text: str, faults: Faults) -> bool:
    if len(text) > LARGEST or len(text.encode(errors="replace")) > LARGEST:
        faults.on(1, 1, f"a file of {len(text)} signs", f"at most {LARGEST // 1000} kB in one file")
        return False
    if hidden := _INVISIBLE.search(text):
        before = text[: hidden.start()]
        column = hidden.start() - (before.rfind("\n") + 1) + 1
        faults.on(before.count("\n") + 1, column, f"the sign U+{ord(hidden.group()):04X}", "signs that can be seen")
        return False
    return True


def _tell(error: YAMLError, text: str, spanning: Any, faults: Faults) -> str | None:
    """Points at what does not end rather than at where that was noticed; the text mended, if that can be done."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    said = [part for part in (getattr(error, "problem", ""), getattr(error, "context", "")) if part]
    unended = any("quoted" in part or "flow" in part for part in said[1:])
    unended = unended and context is not None and (mark is None or context.line < mark.line)
    if spanning is not None and mark is not None and mark.line == spanning.end_mark.line:
        # A quote that was forgotten ends at the next one, lines further, and there nothing fits any more.
        context, unended = spanning.start_mark, True
    if unended:
        mark = context
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    lines = text.splitlines(keepends=True)
    there = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    sign, guess, mended = there[:1], "", None
    if unended:
        guess = "what ends it: a quote or bracket"
    elif sign and sign in _MEANS_SOMETHING and column > 1:
        guess = f"quotes around the whole text: {sign} means something in YAML"
        lines[line - 1] = lines[line - 1][: column - 1] + _BRACES_OR_SIGN.sub(_as_letters, there, count=1)
        mended = "".join(lines)
    faults.on(line, column, shortened(there) or "the end", f"YAML ({' '.join(said)})", guess)
    return mended


def _as_letters(match: re.Match[str]) -> str:
    return match.group().translate(_LETTERS)


class _Composer:
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
                raise _Refused
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
            if event.style in _QUOTES and event.end_mark.line >= line:
                self.spanning = event
            return _scalar(event, line, column)
        if depth > DEEPEST:
            self._tell(line, column, "something too deep", f"at most {DEEPEST} lists and mappings in each other")
            raise _Refused
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
    quotes = 1 if event.style in _QUOTES else 0
    end = event.end_mark
    whole = end.line + 1 == line and end.column + 1 - column == len(event.value) + 2 * quotes
    return Scalar(event.value, line, column, column + quotes if whole and event.style not in {"|", ">"} else None)
