"""The building blocks of a snapshot: texts, ragged lists and their one-file, memory-mappable form.

A file is: 8 bytes magic, 8 bytes header length (little endian), a JSON header that names each array with
its type, shape and place, and then the arrays, each on a 64-byte boundary. Opening it maps the file; the
arrays are read-only views, so workers share the memory. The magic ends with the form of the file: it changes
whenever a program could not read the files of an earlier one.
"""

from __future__ import annotations

import itertools
import json
import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

KIND, FORM = b"GPSNAP", b"03"
MAGIC = KIND + FORM
ALIGNMENT = 64

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Bytes = NDArray[np.int8]
Floats = NDArray[np.float64]


class Texts(Sequence[str]):
    """Many texts in two arrays: UTF-8 bytes end to end, and where each starts."""

    __slots__ = ("starts", "utf8")

    def __init__(self, starts: Longs, utf8: NDArray[np.uint8]) -> None:
        self.starts = starts
        self.utf8 = utf8

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        return cls(*_end_to_end([text.encode() for text in texts]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: Any) -> Any:
        if isinstance(row, slice):
            return [self[i] for i in range(*row.indices(len(self)))]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        return self._bytes(row % len(self)).decode()

    def _bytes(self, row: int) -> bytes:
        return self.utf8[self.starts[row] : self.starts[row + 1]].tobytes()

    def __iter__(self) -> Iterator[str]:
        whole = self.utf8.tobytes()
        ends = self.starts.tolist()
        return (whole[a:b].decode() for a, b in itertools.pairwise(ends))


class Ids(Texts):
    """Texts that each occur once, with their rows in order of the text, so that a row is found without reading all."""

    __slots__ = ("_found", "order")

    def __init__(self, starts: Longs, utf8: NDArray[np.uint8], order: Ints) -> None:
        super().__init__(starts, utf8)
        self.order = order
        self._found: dict[str, int] = {}

    @classmethod
    def of(cls, texts: Iterable[str]) -> Ids:
        encoded = [text.encode() for text in texts]
        order = sorted(range(len(encoded)), key=encoded.__getitem__)
        return cls(*_end_to_end(encoded), np.array(order, dtype=np.int32))

    def row(self, text: str) -> int:
        """The row in which a text stands; KeyError when nowhere."""
        row = self._found.get(text)
        if row is None:
            row = self._found[text] = self._searched(text)
        return row

    def _searched(self, text: str) -> int:
        wanted = text.encode(errors="surrogatepass")
        place = bisect_left(self.order, wanted, key=self._bytes)
        if place == len(self) or self._bytes(self.order[place]) != wanted:
            raise KeyError(text)
        return int(self.order[place])

    def __contains__(self, text: object) -> bool:
        try:
            return isinstance(text, str) and self.row(text) >= 0
        except KeyError:
            return False


def _end_to_end(encoded: Sequence[bytes]) -> tuple[Longs, NDArray[np.uint8]]:
    starts = np.zeros(len(encoded) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in encoded], out=starts[1:])
    return starts, np.frombuffer(b"".join(encoded), dtype=np.uint8)


class Ragged:
    """A list of whole numbers for each row, end to end: row i is `items[starts[i]:starts[i + 1]]`."""

    __slots__ = ("items", "starts")

    def __init__(self, starts: Ints, items: Ints) -> None:
        self.starts = starts
        self.items = items

    @classmethod
    def grouped(cls, rows: int, owner: Iterable[int], items: Iterable[int]) -> Ragged:
        """Gather items by the row that owns them; the order within a row is the order given."""
        owners, values = _numbers(owner), _numbers(items)
        starts = np.zeros(rows + 1, dtype=np.int32)
        np.cumsum(np.bincount(owners, minlength=rows), out=starts[1:])
        return cls(starts, values[np.argsort(owners, kind="stable")])

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> Ints:
        return self.items[self.starts[row] : self.starts[row + 1]]

    def owners(self) -> Ints:
        """For each item the row it belongs to."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    def taken(self, rows: NDArray[np.integer]) -> Ragged:
        """The lists of some rows, in that order; a row may come back."""
        low = self.starts[rows]
        counts = self.starts[rows + 1] - low
        starts = np.zeros(len(rows) + 1, dtype=np.int32)
        np.cumsum(counts, out=starts[1:])
        return Ragged(starts, self.items[stretches(low, counts)])


def stretches(low: NDArray[Any], counts: NDArray[Any]) -> Longs:
    """So many whole numbers from each lowest one on, end to end."""
    before = np.cumsum(counts, dtype=np.int64) - counts
    numbers: Longs = np.arange(int(counts.sum()), dtype=np.int64) + np.repeat(low - before, counts)
    return numbers


def _numbers(values: Iterable[int]) -> Ints:
    return values.astype(np.int32) if isinstance(values, np.ndarray) else np.fromiter(values, dtype=np.int32)


Block = TypeVar("Block")


def flatten(block: Any, path: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
    """Every array in a nest of dataclasses, texts, ragged lists and dicts, each with its dotted name."""
    if isinstance(block, np.ndarray):
        yield path, block
    elif isinstance(block, Texts):
        yield f"{path}.starts", block.starts
        yield f"{path}.utf8", block.utf8
        if isinstance(block, Ids):
            yield f"{path}.order", block.order
    elif isinstance(block, Ragged):
        yield f"{path}.starts", block.starts
        yield f"{path}.items", block.items
    elif isinstance(block, Mapping):
        for name in sorted(block):
            yield from flatten(block[name], f"{path}.{name}" if path else name)
    elif is_dataclass(block):
        for part in fields(block):
            yield from flatten(getattr(block, part.name), f"{path}.{part.name}" if path else part.name)
    else:
        raise TypeError(f"{path}: a {type(block).__name__} is not a column")


def rebuild(shape: type[Block], arrays: Mapping[str, NDArray[Any]], path: str = "") -> Block:
    """The inverse of `flatten`: put arrays back into the nest of dataclasses that `shape` describes."""
    hints = get_type_hints(shape)
    parts = {
        part.name: _rebuild_part(hints[part.name], arrays, f"{path}.{part.name}" if path else part.name)
        for part in fields(shape)  # type: ignore[arg-type]
    }
    return shape(**parts)


def _rebuild_part(hint: Any, arrays: Mapping[str, NDArray[Any]], path: str) -> Any:
    if hint is Texts:
        return Texts(arrays[f"{path}.starts"], arrays[f"{path}.utf8"])
    if hint is Ids:
        return Ids(arrays[f"{path}.starts"], arrays[f"{path}.utf8"], arrays[f"{path}.order"])
    if hint is Ragged:
        return Ragged(arrays[f"{path}.starts"], arrays[f"{path}.items"])
    if get_origin(hint) is Mapping:
        return {name: _rebuild_part(get_args(hint)[1], arrays, f"{path}.{name}") for name in _names_below(arrays, path)}
    if isinstance(hint, type) and is_dataclass(hint):
        return rebuild(hint, arrays, path)
    return arrays[path]


def _names_below(arrays: Mapping[str, NDArray[Any]], path: str) -> list[str]:
    below = {name[len(path) + 1 :].rsplit(".", 1)[0] for name in arrays if name.startswith(f"{path}.")}
    return sorted(below)


def save(path: Path, about: Mapping[str, Any], block: Any) -> None:
    """Write a nest of columns and a JSON-able `about` to one file; whole or not at all."""
    arrays = {name: np.ascontiguousarray(array) for name, array in flatten(block)}
    places: dict[str, tuple[str, list[int], int]] = {}
    offset = 0
    for name, array in arrays.items():
        places[name] = (array.dtype.str, list(array.shape), offset)
        offset += -(-array.nbytes // ALIGNMENT) * ALIGNMENT
    header = json.dumps({"about": about, "arrays": places}).encode()
    header += b" " * (-(len(MAGIC) + 8 + len(header)) % ALIGNMENT)
    unfinished = path.with_name(f".{path.name}.{token_hex(8)}.part")  # two may save the same thing at once
    try:
        with unfinished.open("xb") as file:
            file.write(MAGIC + len(header).to_bytes(8, "little") + header)
            for array in arrays.values():
                file.write(array.tobytes())
                file.write(b"\0" * (-array.nbytes % ALIGNMENT))
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def load(path: Path, shape: type[Block]) -> tuple[dict[str, Any], Block]:
    """Map a file written by `save`; ValueError, saying what is wrong, when it is not one or not whole."""
    if path.stat().st_size < len(MAGIC) + 8:
        raise ValueError(f"{path.name} is not a snapshot file")
    whole = np.memmap(path, dtype=np.uint8, mode="r")
    _expect_magic(whole[: len(MAGIC)].tobytes(), path.name)
    body = len(MAGIC) + 8 + int.from_bytes(whole[len(MAGIC) : len(MAGIC) + 8].tobytes(), "little")
    if body > len(whole):
        raise ValueError(f"{path.name} breaks off")
    header = json.loads(whole[len(MAGIC) + 8 : body].tobytes())
    arrays = {
        name: _view(whole[body + offset :], dtype, size, path.name)
        for name, (dtype, size, offset) in header["arrays"].items()
    }
    try:
        return header["about"], rebuild(shape, arrays)
    except KeyError as error:
        raise ValueError(f"{path.name} was written for other columns; it lacks {error}") from None


def _expect_magic(found: bytes, name: str) -> None:
    if not found.startswith(KIND):
        raise ValueError(f"{name} is not a snapshot file")
    if found != MAGIC:
        form = found.removeprefix(KIND).decode(errors="replace")
        raise ValueError(f"{name} is a snapshot of form {form}, and here form {FORM.decode()} is read: build it again")


def _view(rest: NDArray[Any], dtype: str, size: Sequence[int], name: str) -> NDArray[Any]:
    """The array that begins there; ValueError when the file ends before it does."""
    length = int(np.prod(size)) * np.dtype(dtype).itemsize
    if length > len(rest):
        raise ValueError(f"{name} breaks off")
    return np.asarray(rest[:length].view(dtype).reshape(size))
