"""The last few answers to a question that takes long, so that asking again is instant."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """At most so many values by key; the one asked for longest ago leaves first. Safe for many threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Key, Future[Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value kept for the key, or else a new one; whoever asks while it is being made waits for that one.

        Making happens outside the lock, so other keys do not wait. What could not be made is not kept.
        """
        with self._lock:
            promised = self._values.get(key)
            ours = promised is None
            if promised is None:
                promised = self._values[key] = Future()
                while len(self._values) > self._most:
                    self._values.popitem(last=False)
            self._values.move_to_end(key)
        if ours:
            self._fulfil(key, promised, make)
        return promised.result()

    def kept(self, key: Key) -> Value | None:
        """The value kept for the key; None when there is none, or not yet."""
        with self._lock:
            promised = self._values.get(key)
        is_there = promised is not None and promised.done() and promised.exception() is None
        return promised.result() if promised is not None and is_there else None

    def _fulfil(self, key: Key, promised: Future[Value], make: Callable[[], Value]) -> None:
        try:
            promised.set_result(make())
        except BaseException as error:  # whatever it is, those who wait must hear it; `result` raises it for all
            promised.set_exception(error)
            with self._lock:
                if self._values.get(key) is promised:
                    del self._values[key]
