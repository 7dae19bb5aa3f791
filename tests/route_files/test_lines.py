"""Lines are cut from a stream in order, none is lost, and never more of them is held than was needed."""

from __future__ import annotations

import os
from io import UnsupportedOperation
from pathlib import Path
from threading import Timer

from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.route_files.lines import Line, Lines, count_lines


class InPieces:
    """A stream that gives these pieces, as a pipe does; it counts the bytes that were read."""

    def __init__(self, *pieces: bytes, again: bool = False) -> None:
        self.pieces = list(pieces)
        self.again = again
        self.read = 0

    def read1(self, size: int, /) -> bytes:
        piece = self.pieces.pop(0) if self.pieces else b""
        assert len(piece) <= size
        if self.again:
            self.pieces.append(piece)
        self.read += len(piece)
        return piece

    def fileno(self) -> int:
        raise UnsupportedOperation


def all_of(lines: Lines) -> list[Line]:
    found = []
    while not lines.is_over:
        if (line := lines.take()) is None:
            lines.fill()
        else:
            found.append(line)
    return found


def bodies(*pieces: bytes, limit: int = 100) -> list[tuple[int, bytes]]:
    return [(line.number, line.body) for line in all_of(Lines(InPieces(*pieces), limit))]


def test_lines_come_with_their_numbers() -> None:
    assert bodies(b"one\ntwo\n") == [(1, b"one"), (2, b"two")]


def test_the_last_line_may_lack_its_end() -> None:
    assert bodies(b"one\ntwo") == [(1, b"one"), (2, b"two")]


def test_a_line_may_come_in_many_pieces() -> None:
    assert bodies(b"o", b"n", b"e\nt", b"wo") == [(1, b"one"), (2, b"two")]


def test_empty_lines_count_and_ask_nothing() -> None:
    assert bodies(b"\n \t\r\none\r\n\n") == [(3, b"one\r")]


def test_of_nothing_there_are_no_lines() -> None:
    assert bodies() == []


def test_a_line_that_is_too_long_is_measured_and_not_kept() -> None:
    long, after = all_of(Lines(InPieces(b"12", b"345", b"67\nokay\n"), limit=4))
    assert (long.number, long.size, long.body) == (1, 7, b"")
    assert (after.number, after.body) == (2, b"okay")


def test_a_line_of_exactly_the_limit_is_kept() -> None:
    assert bodies(b"1234\n", limit=4) == [(1, b"1234")]


def test_a_line_without_end_takes_no_memory() -> None:
    lines = Lines(InPieces(b"x" * 1000, again=True), limit=10)
    for _ in range(1000):
        lines.fill()
    assert lines.take() is None
    assert len(lines._begun) <= 10


def test_no_more_is_read_than_is_asked_for() -> None:
    stream = InPieces(b"one\ntwo\n", again=True)
    lines = Lines(stream)
    lines.fill()
    assert [lines.take(), lines.take(), lines.take()][2] is None
    assert stream.read == 8


@given(st.lists(st.binary(max_size=8).filter(lambda part: b"\n" not in part)), st.integers(1, 5))
def test_however_a_stream_is_cut_it_has_the_same_lines(texts: list[bytes], size: int) -> None:
    whole = b"\n".join(texts)
    pieces = [whole[i : i + size] for i in range(0, len(whole), size)]
    assert bodies(*pieces) == [(n, text) for n, text in enumerate(texts, 1) if text.strip()]


def test_a_stream_that_never_blocks_is_waited_for() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb", buffering=0) as sender:
        lines = Lines(stream)
        Timer(0.05, sender.write, [b"one\n"]).start()
        lines.fill()
        assert lines.take() is not None


def test_lines_are_counted_as_they_are_answered(tmp_path: Path) -> None:
    (tmp_path / "three").write_bytes(b"1\n\n2\n \n3")
    assert count_lines(tmp_path / "three") == 3
