"""Reads several parts of one text and tells the faults of all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from gouden_poort.rules.language.faults import TextFault, Unreadable

_Part = TypeVar("_Part")
_Read = TypeVar("_Read")
_First = TypeVar("_First")
_Second = TypeVar("_Second")


def each(read: Callable[[_Part], _Read], parts: Iterable[_Part]) -> list[_Read]:
    """What was read from every part; raises Unreadable with the faults of all parts together."""
    faults: list[TextFault] = []
    made: list[_Read] = []
    for part in parts:
        try:
            made.append(read(part))
        except Unreadable as unreadable:
            faults += unreadable.faults
    if faults:
        raise Unreadable(faults)
    return made


def both(first: Callable[[], _First], second: Callable[[], _Second]) -> tuple[_First, _Second]:
    """What two different readings gave; raises Unreadable with the faults of both."""
    made: list[_First] = []
    also: list[_Second] = []

    def read_first() -> None:
        made.append(first())

    def read_second() -> None:
        also.append(second())

    each(lambda read: read(), (read_first, read_second))
    return made[0], also[0]
