"""From text to Python's own syntax tree, within limits; the tree is only ever looked at, never compiled."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from gouden_poort.rules.language.faults import TextFault, Unreadable
from gouden_poort.rules.language.spelling import shown, spelling_faults

LONGEST = 300
DEEPEST = 12
MOST_PARTS = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed text that can still say where each node stands and what was written there."""

    text: str
    body: ast.expr
    indent: int
    """How many spaces stood in front; Python would take them for a block."""

    def offset(self, node: ast.expr) -> int:
        """The place of a node in characters; Python counts bytes."""
        return self._characters(node.col_offset)

    def written(self, node: ast.expr) -> str:
        """A node as it stands in the text."""
        return self.text[self.offset(node) : self._characters(node.end_col_offset or 0)]

    def _characters(self, column: int) -> int:
        return self.indent + len(self.text[self.indent :].encode()[:column].decode())


def parsed(text: str) -> Source:
    """The syntax tree of a text that is short, flat and well spelled; raises Unreadable for any other."""
    if len(text) > LONGEST:
        raise _refused(LONGEST, f"{len(text)} characters", f"at most {LONGEST}; split it over leaves of their own")
    faults = spelling_faults(text)
    if faults:
        raise Unreadable(faults)
    bare = text.strip(" ")
    if not bare:
        raise _refused(0, "nothing", "a test such as person.age >= 18")
    indent = len(text) - len(text.lstrip(" "))
    source = Source(text, _tree(bare, indent), indent)
    _keep_small(source)
    return source


def _tree(bare: str, indent: int) -> ast.expr:
    try:
        return ast.parse(bare, mode="eval").body
    except SyntaxError as error:
        place = min((error.offset or len(bare) + 1) - 1, len(bare))
        found = shown(bare[place : place + 20]) or "the end of the text"
        raise _refused(indent + place, found, "a whole test such as person.age >= 18") from None
    except (ValueError, RecursionError, MemoryError, OverflowError):
        raise _refused(indent, shown(bare), "a test such as person.age >= 18") from None


def _keep_small(source: Source) -> None:
    """Refuses a tree that is too deep or has too many parts, without recursion of its own."""
    waiting: list[tuple[ast.expr, int]] = [(source.body, 1)]
    parts = 0
    while waiting:
        node, depth = waiting.pop()
        parts += 1
        if depth > DEEPEST:
            raise _refused(source.offset(node), "a test within tests", f"at most {DEEPEST} deep")
        if parts > MOST_PARTS:
            raise _refused(0, "a very large test", f"at most {MOST_PARTS} parts; split it over leaves of their own")
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
            waiting += [(child, depth + 1) for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def _refused(offset: int, found: str, expected: str) -> Unreadable:
    return Unreadable([TextFault(offset=offset, found=found, expected=expected)])
