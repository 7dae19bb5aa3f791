"""The building blocks of a snapshot: texts, ragged lists and their one-file, memory-mappable form.

A file is: 8 bytes magic, 8 bytes header length (little endian), a JSON header that names each array with
its type, shape and place, and then the arrays, each on a 64-byte boundary. Opening it maps the file; the
arrays are read-only views, so workers share the memory.
"""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

MAGIC = b"GPSNAP01"
ALIGNMENT = 64

Ints = NDArray[np.int32]
Bytes = NDArray[np.int8]
Floats = NDArray[np.float64]


class Texts(Sequence[str]):
    """Many texts in two arrays: UTF-8 bytes end to end, and where each starts."""

    __slots__ = ("_rows", "starts", "utf8")

    def __init__(self, starts: NDArray[np.int64], utf8: NDArray[np.uint8]) -> None:
        self.starts = starts
        self.utf8 = utf8
        self._rows: dict[str, int] | None = None

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        encoded = [text.encode() for text in texts]
        starts = np.zeros(len(encoded) + 1, dtype=np.int64)
        np.cumsum([len(text) for text in encoded], out=starts[1:])
        return cls(starts, np.frombuffer(b"".join(encoded), dtype=np.uint8))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, row: Any) -> Any:
        if isinstance(row, slice):
            return [self[i] for i in range(*row.indices(len(self)))]
        if not -len(self) <= row < len(self):
            raise IndexError(row)
        row %= len(self)
        return self.utf8[self.starts[row] : self.starts[row + 1]].tobytes().decode()

    def __iter__(self) -> Iterator[str]:
        whole = self.utf8.tobytes()
        ends = self.starts.tolist()
        return (whole[a:b].decode() for a, b in itertools.pairwise(ends))

    def row(self, text: str) -> int:
        """The row in which a text stands (texts used as ids occur once); KeyError when nowhere."""
        if self._rows is None:
            self._rows = {known: i for i, known in enumerate(self)}
        return self._rows[text]

    def __contains__(self, text: object) -> bool:
        try:
            self.row(text)  # type: ignore[arg-type]
        except KeyError:
            return False
        return True


class Ragged:
    """A list of whole numbers for each row, end to end: row i is `items[starts[i]:starts[i + 1]]`."""

    __slots__ = ("items", "starts")

    def __init__(self, starts: Ints, items: Ints) -> None:
        self.starts = starts
        self.items = items

    @classmethod
    def grouped(cls, rows: int, owner: Iterable[int], items: Iterable[int]) -> Ragged:
        """Gather items by the row that owns them; the order within a row is the order given."""
        owners = np.fromiter(owner, dtype=np.int32)
        values = np.fromiter(items, dtype=np.int32)
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


Block = TypeVar("Block")


def flatten(block: Any, path: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
    """Every array in a nest of dataclasses, texts, ragged lists and dicts, each with its dotted name."""
    if isinstance(block, np.ndarray):
        yield path, block
    elif isinstance(block, Texts):
        yield f"{path}.starts", block.starts
        yield f"{path}.utf8", block.utf8
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
    if whole[: len(MAGIC)].tobytes() != MAGIC:
        raise ValueError(f"{path.name} is not a snapshot file")
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


def _view(rest: NDArray[Any], dtype: str, size: Sequence[int], name: str) -> NDArray[Any]:
    """The array that begins there; ValueError when the file ends before it does."""
    length = int(np.prod(size)) * np.dtype(dtype).itemsize
    if length > len(rest):
        raise ValueError(f"{name} breaks off")
    return np.asarray(rest[:length].view(dtype).reshape(size))
