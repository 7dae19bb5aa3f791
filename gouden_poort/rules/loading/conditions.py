"""Reading the and/or/not tree of a rule down to its leaves."""

from __future__ import annotations

from gouden_poort.rules.book.rule import AllOf, AnyOf, Condition, Leaf, NotOf
from gouden_poort.rules.language.tree import Test
from gouden_poort.rules.loading.names import plain_name
from gouden_poort.rules.loading.nodes import Items, Node, Pairs, Scalar
from gouden_poort.rules.loading.section import Section
from gouden_poort.rules.loading.tables import read_table
from gouden_poort.rules.loading.texts import Texts, WrittenLeaf, said

_JOINS = ("all", "any", "not")
ONLY_IF = "only_if"
"""The id of the one leaf of an `only_if` that is a bare test."""


def read_condition(node: Node, texts: Texts, *, bare: bool = False) -> Condition | None:
    """A condition; None when something is wrong in it. `bare`: it may be a test by itself, or have no words."""
    if bare and isinstance(node, Scalar):
        return _bare(node, texts)
    join = next((join for join in _JOINS if isinstance(node, Pairs) and join in node.entries), None)
    if join is None:
        return _leaf(node, texts, bare=bare)
    section = Section(node, texts.faults, "a condition", required=(join,))
    inner = section.get(join)
    if inner is None or join == "not":
        part = inner and read_condition(inner, texts)
        return NotOf(part=part) if part else None
    if not isinstance(inner, Items) or not inner.nodes:
        texts.faults.at(inner, f"a list of conditions under `{join}`")
        return None
    parts = [read_condition(item, texts, bare=bare and isinstance(item, Pairs)) for item in inner.nodes]
    sound = tuple(part for part in parts if part is not None)
    if len(sound) < len(parts):
        return None
    return AllOf(parts=sound) if join == "all" else AnyOf(parts=sound)


def _bare(node: Scalar, texts: Texts) -> Leaf | None:
    test, place = texts.test(node), texts.faults.place(node)
    texts.leaves[place] = WrittenLeaf(node)
    return None if test is None else Leaf(id=ONLY_IF, text=node.text, test=test, wording=None, place=place)


def _leaf(node: Node, texts: Texts, *, bare: bool) -> Leaf | None:
    faults, before = texts.faults, texts.faults.count
    if not isinstance(node, Pairs):
        faults.at(node, "a leaf with id, test, nl and en; or all, any, not")
        return None
    section = Section(node, faults, "a leaf", required=("id",), optional=("test", "table", "nl", "en", *_JOINS))
    name = section.text("id")
    if name:
        plain_name(_scalar(section, "id"), faults, "an id")
    wording = texts.wording(section, needed=not bare)
    asked = [key for key in ("test", "table") if key in section]
    if len(asked) != 1:
        faults.at(node, "either `test` or `table`", found="both" if asked else "no `test`")
        return None
    test, text = _asked(section, texts)
    texts.leaves[faults.place(node)] = WrittenLeaf(section.get(asked[0]) or node, said(section))
    if test is None or faults.count > before:
        return None
    return Leaf(id=name, text=text, test=test, wording=wording, place=faults.place(node))


def _asked(section: Section, texts: Texts) -> tuple[Test | None, str]:
    if (table := section.get("table")) is not None:
        return read_table(table, texts)
    node = section.get("test")
    return (None, "") if node is None else (texts.test(node), node.text if isinstance(node, Scalar) else "")


def _scalar(section: Section, key: str) -> Scalar:
    node = section.get(key)
    return node if isinstance(node, Scalar) else section.key(key)
