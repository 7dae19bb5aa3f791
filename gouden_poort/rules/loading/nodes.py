"""What a YAML file says, as three sorts of node with their places: a text, a list, a mapping.

A scalar stays the text it is; whoever expects a date or a number there reads it. So it makes no difference what one
version or another of YAML takes `yes` or `2026-01-01` for, and nothing is ever made out of a file but these nodes.
"""

from __future__ import annotations

from typing import NamedTuple


class Scalar(NamedTuple):
    """A text, plain or quoted."""

    text: str
    line: int
    column: int
    inside: int | None
    """The column at which the text itself begins; None when it has escapes or spans lines."""


class Items(NamedTuple):
    """A list."""

    nodes: tuple[Node, ...]
    line: int
    column: int


class Pairs(NamedTuple):
    """A mapping; each key stands beside its value, so that a fault can point at either."""

    entries: dict[str, tuple[Scalar, Node]]
    line: int
    column: int


Node = Scalar | Items | Pairs


def called(node: Node) -> str:
    """What a node is, in the words of a message."""
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Pairs):
        return "a mapping"
    return shortened(node.text) or "nothing"


def shortened(text: str) -> str:
    """A text that fits on a line of a message."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:57]}..."
