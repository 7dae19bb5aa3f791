"""Where questions come from: something ready, or a stream that may keep one waiting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

Item_co = TypeVar("Item_co", covariant=True)
Item = TypeVar("Item")


class Source(Protocol[Item_co]):
    """Hands out questions one by one, and never waits for the next unless it is told to."""

    @property
    def is_over(self) -> bool: ...  # nothing comes any more

    @property
    def waits_on(
        self,
    ) -> int | None: ...  # a descriptor that can be read when `fill` will not wait; None: it never will

    def take(self) -> Item_co | None: ...  # the next; None when none is at hand

    def fill(self) -> None: ...  # read more, and wait for it if need be


class Listed(Generic[Item]):
    """A source of things that are there, or are made when they are asked for."""

    def __init__(self, things: Iterable[Item]) -> None:
        self._things = iter(things)
        self.is_over = False
        self.waits_on: int | None = None

    def take(self) -> Item | None:
        """The next; after the last it is over."""
        for thing in self._things:
            return thing
        self.is_over = True
        return None

    def fill(self) -> None:
        """There is never more than what `take` gives."""
