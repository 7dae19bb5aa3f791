"""How far a long run is, for who waits for it: so many done, how fast, how long still."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

PATIENCE_SECONDS = 2.0
"""What takes less on a terminal shows nothing."""
RENEWED_SECONDS = 0.2
LINE_SECONDS = 15.0
"""Not on a terminal, such as in a log, there is a line this often."""


class Progress:
    """Counts what is done while a block lasts, and shows it now and then; without a screen it shows nothing."""

    def __init__(
        self,
        screen: TextIO | None,
        things: str,
        total: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._screen = screen
        self._things = things
        self._total = total
        self._clock = clock
        self._done = 0
        self._width = 0
        self._renews = screen is not None and screen.isatty()
        self._began = clock()
        self._next = self._began + (PATIENCE_SECONDS if self._renews else LINE_SECONDS)

    def one_done(self) -> None:
        """Count one more, and show it when it is time to."""
        self._done += 1
        now = self._clock()
        if self._screen is not None and now >= self._next:
            self._show(self._text(now - self._began))
            self._next = now + (RENEWED_SECONDS if self._renews else LINE_SECONDS)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End with the whole count, when anything was shown at all."""
        if self._width:
            seconds = self._clock() - self._began
            self._show(f"{self._done:,} {self._things} in {_duration(seconds)}, {self._speed(seconds)}")
            if self._renews:
                print(file=self._screen, flush=True)

    def _show(self, text: str) -> None:
        if self._renews:
            print("\r" + text.ljust(self._width), end="", file=self._screen, flush=True)
        else:
            print(text, file=self._screen, flush=True)
        self._width = len(text)

    def _text(self, seconds: float) -> str:
        if self._total is None:
            return f"{self._done:,} {self._things}, {self._speed(seconds)}"
        left = max(0, self._total - self._done) * seconds / self._done
        count = f"{self._done:,} of {self._total:,} {self._things}"
        return f"{count}, {self._speed(seconds)}, {_duration(left)} left"

    def _speed(self, seconds: float) -> str:
        return f"{self._done / seconds:,.1f} a second"


def _duration(seconds: float) -> str:
    """Rounded up, in the two largest units.

    >>> _duration(59.2), _duration(200), _duration(7_500)
    ('60 s', '3 min 20 s', '2 h 5 min')
    """
    whole = math.ceil(seconds)
    if whole <= 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
