"""Holding back who tries too often: counted in memory, by keys that name nobody, and forgotten by itself."""

from __future__ import annotations

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from threading import Lock

MOST_COUNTED = 100_000
"""Whoever is counted longest ago is dropped beyond this, so that a flood does not fill the memory."""


def midnight(moment: datetime) -> datetime:
    """When the day of a moment began, for what may come in so often a day."""
    return datetime.combine(moment.astimezone(UTC).date(), time(), UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    tries: int
    last: datetime


class Tries:
    """Counts tries by name, at most so many in a while. Safe for many threads.

    Names (a browser, a block of addresses) are hashed with a key that this process makes and tells nobody.
    """

    def __init__(self, wait: timedelta) -> None:
        self._wait = wait
        self._secret = secrets.token_bytes(32)
        self._counts: OrderedDict[bytes, _Count] = OrderedDict()
        self._lock = Lock()

    def take(self, limits: Mapping[str, int], moment: datetime) -> timedelta | None:
        """Count a try for each name; when one has no tries left, count none and say how long to wait.

        It is counted before the outcome is known, so that tries at the same time do not pass together.
        """
        keys = {self._key(name): most for name, most in limits.items()}
        with self._lock:
            self._drop_old(moment)
            full = [self._counts[key].last for key, most in keys.items() if self._tries(key) >= most]
            if full:
                return max(full) + self._wait - moment
            for key in keys:
                self._counts[key] = _Count(tries=self._tries(key) + 1, last=moment)
                self._counts.move_to_end(key)
        return None

    def give_back(self, *names: str) -> None:
        """Take back one try of each name: it was a right one."""
        with self._lock:
            for key in map(self._key, names):
                if found := self._counts.get(key):
                    self._counts[key] = replace(found, tries=found.tries - 1)

    def __len__(self) -> int:
        """How many names are counted now."""
        return len(self._counts)

    def _tries(self, key: bytes) -> int:
        found = self._counts.get(key)
        return found.tries if found else 0

    def _drop_old(self, moment: datetime) -> None:
        while self._counts:
            key, oldest = next(iter(self._counts.items()))
            if moment - oldest.last < self._wait and len(self._counts) < MOST_COUNTED:
                return
            del self._counts[key]

    def _key(self, name: str) -> bytes:
        return hmac.digest(self._secret, name.encode(), "sha256")
