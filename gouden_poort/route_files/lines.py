"""JSON lines, cut from a stream of any length with no more of it in memory than a few lines."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import UnsupportedOperation
from multiprocessing.connection import wait
from pathlib import Path
from typing import Protocol, cast

import click

from gouden_poort.http.strict_json import REQUEST_LIMIT

LINE_LIMIT = REQUEST_LIMIT
"""Bytes a line may have: as many as a profile that is sent to the API."""
_PIECE = 65_536


class Stream(Protocol):
    """What is asked of a file: a piece of what is there, waiting only when nothing is; nothing at its end."""

    def read1(self, size: int, /) -> bytes: ...

    def fileno(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that is not empty, with its number from 1; its body is left out when it is over the limit."""

    number: int
    size: int
    body: bytes

    @property
    def place(self) -> str:
        """How a person finds it again."""
        return f"line {self.number}"


class Lines:
    """A source of the lines of a stream: with LF or CRLF behind each, perhaps not the last. Empty ones only count."""

    def __init__(self, stream: Stream, limit: int = LINE_LIMIT) -> None:
        self._stream = stream
        self._limit = limit
        self._whole: deque[Line] = deque()
        self._begun = bytearray()
        self._size = 0
        self._number = 0
        self._is_read = False
        self.waits_on = _descriptor(stream)

    @property
    def is_over(self) -> bool:
        """Whether the stream has ended and every line was taken."""
        return self._is_read and not self._whole

    def take(self) -> Line | None:
        """The next that was read whole."""
        return self._whole.popleft() if self._whole else None

    def fill(self) -> None:
        """Read a piece of the stream; it may hold many lines, or a part of one."""
        if self.waits_on is not None:
            wait([self.waits_on])  # a stream that never blocks would else look as if it had ended
        piece = self._stream.read1(_PIECE)
        *ended, begun = piece.split(b"\n")
        for part in ended:
            self._add(part)
            self._end_line()
        self._add(begun)
        if not piece:
            self._is_read = True
            self._end_line()

    def _add(self, part: bytes) -> None:
        """Add to the line that is being read; beyond the limit only its size is kept."""
        self._size += len(part)
        if self._size <= self._limit:
            self._begun += part
        else:
            self._begun.clear()

    def _end_line(self) -> None:
        self._number += 1
        if self._size > self._limit or self._begun.strip():
            self._whole.append(Line(number=self._number, size=self._size, body=bytes(self._begun)))
        self._begun.clear()
        self._size = 0


def _descriptor(stream: Stream) -> int | None:
    """The number by which the system knows a stream; None for bytes in memory."""
    try:
        return stream.fileno()
    except UnsupportedOperation:
        return None


@contextmanager
def lines_of(path: Path) -> Iterator[Lines]:
    """The lines of a file, or of standard input for `-`."""
    with click.open_file(path, "rb") as stream:
        yield Lines(cast("Stream", stream))


def count_lines(path: Path) -> int:
    """How many lines there are to answer."""
    with lines_of(path) as lines:
        count = 0
        while not lines.is_over:
            if lines.take() is None:
                lines.fill()
            else:
                count += 1
    return count
