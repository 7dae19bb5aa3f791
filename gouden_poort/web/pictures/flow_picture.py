"""From the first sector to that of now: streams as wide as there are people in them; what is hidden is not drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from gouden_poort.services.ten_years.outcomes import Elsewhere, Flows

WIDTH, LEFT, RIGHT, BAR = 344, 112, 222, 10
_TALL, _SLOT, _GAP, _LINE = 240, 36, 6, 16
"""Together as high as people count, and each at least high enough for its name."""
_MOST_LETTERS = 15
_TAILS = ("techniek", "industrie", "netwerken", "onderhoud")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A sector on one side, with its name in lines."""

    y: float
    height: float
    lines: Sequence[tuple[float, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """People who went one way: where they leave, where they arrive, and how wide."""

    begin: float
    end: float
    width: float
    look: str
    """Whether they stayed in the sector, moved to another, or left technical work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPicture:
    """The drawing."""

    height: float
    firsts: Sequence[Node]
    now: Sequence[Node]
    streams: Sequence[Stream]


def flow_picture(flows: Flows, names: Mapping[str, str]) -> FlowPicture | None:
    """Draw what may be shown; None where that is nothing. `names`: short ones, by sector and `Elsewhere`."""
    many = {
        (first, now): count
        for first, row in zip(flows.firsts, flows.many, strict=True)
        for now, count in zip(flows.now, row, strict=True)
        if count
    }
    if not many:
        return None
    per_person = _TALL / sum(many.values())
    outgoing = {first: sum(n for (a, _), n in many.items() if a == first) * per_person for first in flows.firsts}
    incoming = {now: sum(n for (_, b), n in many.items() if b == now) * per_person for now in flows.now}
    firsts, begins = _side(outgoing, names)
    now, ends = _side(incoming, names)
    streams = list(_streams(many, begins, ends, per_person))
    height = max(node.y + max(node.height, _SLOT) for node in (*firsts, *now))
    return FlowPicture(height=round(height, 1), firsts=firsts, now=now, streams=streams)


def _side(sizes: Mapping[str, float], names: Mapping[str, str]) -> tuple[list[Node], dict[str, float]]:
    """The nodes of one side from top to bottom, and where each begins."""
    y, nodes, tops = 0.0, [], {}
    for name, size in sizes.items():
        if not size:
            continue
        slot = max(size, _SLOT)
        top = y + (slot - size) / 2
        nodes.append(
            Node(y=round(top, 1), height=round(size, 1), lines=list(_lines(names.get(name, name), y + slot / 2)))
        )
        tops[name] = top
        y += slot + _GAP
    return nodes, tops


def _lines(name: str, middle: float) -> Iterator[tuple[float, str]]:
    whole = " ".join(_broken(word) for word in name.partition(" (")[0].split())
    parts = wrap(whole, _MOST_LETTERS, break_on_hyphens=True)[:2]
    for place, part in enumerate(parts):
        yield round(middle + 5 + _LINE * (place - (len(parts) - 1) / 2), 1), part


def _broken(word: str) -> str:
    """A long word with a hyphen before its last part.

    >>> _broken("Installatietechniek"), _broken("Bouwtechniek")
    ('Installatie-techniek', 'Bouwtechniek')
    """
    tail = next((tail for tail in _TAILS if word.endswith(tail)), "")
    return f"{word.removesuffix(tail)}-{tail}" if tail and len(word) > _MOST_LETTERS else word


def _streams(
    many: Mapping[tuple[str, str], int], begins: dict[str, float], ends: dict[str, float], per_person: float
) -> Iterator[Stream]:
    """Each stream lies below the one before it, on both sides."""
    leaves, arrives = dict(begins), dict(ends)
    for (first, now), count in many.items():
        width = count * per_person
        begin, end = leaves[first] + width / 2, arrives[now] + width / 2
        leaves[first] += width
        arrives[now] += width
        look = "out" if now in list(Elsewhere) else "stay" if now == first else "move"
        yield Stream(begin=round(begin, 1), end=round(end, 1), width=round(max(width, 1), 1), look=look)
