"""Files that appear whole or not at all, and how a list of answers is laid out in one."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO


class WholeFiles:
    """Files for the length of a block: when it ends well all get their names, and else nothing is left of any.

    What is there already and no file, such as a device, is simply written.
    """

    def __init__(self) -> None:
        self._opened = ExitStack()
        self._unfinished: list[tuple[TextIO, Path, Path]] = []

    def __enter__(self) -> Self:
        return self

    def open(self, path: Path) -> TextIO:
        """Begin a file, beside the place it is meant for."""
        if path.exists() and not path.is_file():
            return self._opened.enter_context(path.open("w", encoding="utf-8"))
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        file = self._opened.enter_context(os.fdopen(descriptor, "w", encoding="utf-8"))
        self._unfinished.append((file, Path(name), path))
        return file

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._complete()
            self._opened.close()
            while kind is None and self._unfinished:
                _, unfinished, path = self._unfinished[-1]
                unfinished.replace(path)
                self._unfinished.pop()
        finally:
            for _, unfinished, _ in self._unfinished:
                unfinished.unlink(missing_ok=True)

    def _complete(self) -> None:
        """Everything is on the disk before the first file gets its name."""
        for file, unfinished, _ in self._unfinished:
            file.flush()
            os.fsync(file.fileno())
            unfinished.chmod(0o644)


def write_whole(texts: Mapping[Path, str]) -> None:
    """Write files so that nobody ever sees half of one; none appears before all are complete."""
    with WholeFiles() as files:
        for path, text in texts.items():
            files.open(path).write(text)


def one_line(document: object) -> str:
    """JSON without line ends in it."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


def as_list(lines: Sequence[str]) -> str:
    """A JSON list with one thing on each line, so that people and programs can both find their way."""
    return "[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n"


def as_object(line: str) -> str:
    """The one thing that a file is about, laid out for a person."""
    return json.dumps(json.loads(line), ensure_ascii=False, indent=2) + "\n"
