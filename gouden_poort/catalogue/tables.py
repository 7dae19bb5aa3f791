"""One CSV file of a bundle as text: how columns are written down, always in the same way.

Comma, LF, quotes only where a cell needs them: equal entries give equal bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gouden_poort.catalogue.cells import write_cell
from gouden_poort.catalogue.entries import Entries
from gouden_poort.catalogue.format import Column, FileSpec

_NEEDS_QUOTES = re.compile(r'[,"\r\n]')


def written(spec: FileSpec, entries: Entries) -> bytes:
    """The bytes of the file: known columns in the order of the format, then the others as they came."""
    columns = [_cells(column, entries.columns[column.name]) for column in spec.columns]
    columns += [[_quoted(text) for text in texts] for texts in entries.extra.values()]
    header = [_quoted(name) for name in (*(column.name for column in spec.columns), *entries.extra)]
    lines = [",".join(header), *map(",".join, zip(*columns, strict=True)), ""]
    return "\n".join(lines).encode()


def _cells(column: Column, values: Iterable[object]) -> list[str]:
    """Every value as a cell; each different value is written once, for many rows say the same."""
    texts: dict[object, str] = {}
    cells = []
    for value in values:
        text = texts.get(value)
        if text is None:
            text = texts[value] = _quoted(write_cell(column, value))
        cells.append(text)
    return cells


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
