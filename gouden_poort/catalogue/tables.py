"""One CSV file of a bundle: from bytes to columns with a line for every row, and back to bytes.

National files have millions of rows, so the work is done by the column and each different text is read
once. What is written is always written the same way: comma, LF, quotes only where a cell needs them.
"""

from __future__ import annotations

import csv
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO, TextIOWrapper

from gouden_poort.catalogue.cells import EMPTY, BadCell, read_cell, write_cell
from gouden_poort.catalogue.entries import Entries, Value
from gouden_poort.catalogue.faults import Faults
from gouden_poort.catalogue.format import Cell, Column, FileSpec

MOST_COLUMNS = 1_000
"""Of one file; a header with more is not a header, and its rows would each make as many cells."""
ROWS_AT_ONCE = 2_000
"""Few enough that rows are gone before the garbage collector looks at them; twice as fast as 50,000."""

_NEEDS_QUOTES = re.compile(r'[,"\r\n]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A file as far as it could be read. Where a cell was wrong its value is None."""

    spec: FileSpec
    faults: Faults
    columns: Mapping[str, list[Value]]
    extra: Mapping[str, list[str]] = field(default_factory=dict)
    lines: Sequence[int] = ()
    absent: frozenset[str] = frozenset()
    """Columns of the format that the file does not have."""
    whole: bool = True
    """Every row was read; False when the file is missing or breaks off."""
    in_bad_rows: frozenset[str] = frozenset()
    """The cells of rows that were left out: ids among them exist, whatever else is wrong."""

    @property
    def file(self) -> str:
        return f"{self.spec.name}.csv"

    def has(self, *columns: str) -> bool:
        return self.absent.isdisjoint(columns)

    def fault(self, row: int, column: str, code: str, expected: str) -> None:
        """Note what is wrong with a cell beside its neighbours, unless it was already wrong by itself."""
        value, line = self.columns[column][row], self.lines[row]
        if value is None and self.faults.known_at(self.file, line, column):
            return
        found = write_cell(self.spec.column(column), value)
        self.faults.add(self.file, code, expected, found=found, line=line, column=column)

    def entries(self) -> Entries:
        return Entries(columns=self.columns, extra=self.extra)


def empty_table(spec: FileSpec, faults: Faults, *, whole: bool = True) -> Table:
    """What stands in for a file that is not there."""
    absent = frozenset() if whole else frozenset(column.name for column in spec.columns)
    return Table(
        spec=spec, faults=faults, columns={column.name: [] for column in spec.columns}, absent=absent, whole=whole
    )


def read_table(spec: FileSpec, raw: bytes, faults: Faults) -> Table:
    """Every row of a file that can be read, with a fault for each that cannot."""
    file = f"{spec.name}.csv"
    if not _is_text(file, raw, faults):
        return empty_table(spec, faults, whole=False)
    rows = _Rows(file, raw, faults)
    if len(rows.header) > MOST_COLUMNS:
        faults.add(file, "too_many", f"at most {MOST_COLUMNS} columns", found=f"{len(rows.header)} columns", line=1)
        return empty_table(spec, faults, whole=False)
    _check_header(spec, rows.header, faults)
    readers = [_ColumnReader(file, _column(spec, name), faults) for name in rows.header]
    lines = array("l")
    for numbers, cells in rows:
        lines.extend(numbers)
        for reader, column in zip(readers, cells, strict=True):
            reader.take(numbers, column)
    values = {reader.column.name: reader.values for reader in readers}
    known = {column.name: column for column in spec.columns}
    blank = {name: [EMPTY.get(column.cell)] * len(lines) for name, column in known.items() if name not in values}
    return Table(
        spec=spec,
        faults=faults,
        columns={name: values.get(name, blank.get(name, [])) for name in known},
        extra={name: texts for name, texts in values.items() if name not in known},
        lines=lines,
        absent=frozenset(blank),
        whole=rows.whole,
        in_bad_rows=frozenset(rows.in_bad_rows),
    )


def _is_text(file: str, raw: bytes, faults: Faults) -> bool:
    try:
        raw.decode()
        wrong = raw.find(b"\0")
    except UnicodeDecodeError as error:
        wrong = error.start
    if wrong >= 0:
        line = raw.count(b"\n", 0, wrong) + 1
        faults.add(file, "unreadable", "text in UTF-8", found=repr(raw[wrong : wrong + 1]), line=line)
    return wrong < 0


def _check_header(spec: FileSpec, header: Sequence[str], faults: Faults) -> None:
    file = f"{spec.name}.csv"
    for column in spec.columns:
        if column.name not in header:
            found = ",".join(header)
            faults.add(file, "missing_column", f"a column {column.name}", found=found, line=1, column=column.name)
    for place, name in enumerate(header):
        if not name:
            faults.add(file, "missing_value", f"a name for column {place + 1}", line=1)
        elif name in header[:place]:
            faults.add(file, "duplicate_key", "each column once", found=name, line=1, column=name)


def _column(spec: FileSpec, name: str) -> Column:
    try:
        return spec.column(name)
    except KeyError:
        return Column(name=name, cell=Cell.TEXT)


class _Rows:
    """The rows below the header, many at a time and turned into columns, with the line each starts on."""

    def __init__(self, file: str, raw: bytes, faults: Faults) -> None:
        self.file = file
        self.faults = faults
        self.whole = True
        self.in_bad_rows: set[str] = set()
        text = TextIOWrapper(BytesIO(raw), encoding="utf-8-sig", newline="")
        self._reader = csv.reader(text, strict=True)
        self.header = self._next() or []

    def __iter__(self) -> Iterator[tuple[list[int], list[tuple[str, ...]]]]:
        more = True
        while more:
            more, lines, rows = self._read_some()
            if rows:
                yield lines, list(zip(*rows, strict=True))

    def _read_some(self) -> tuple[bool, list[int], list[list[str]]]:
        lines: list[int] = []
        rows: list[list[str]] = []
        width = len(self.header)
        while len(rows) < ROWS_AT_ONCE:
            line = self._reader.line_num + 1
            row = self._next()
            if row is None:
                return False, lines, rows
            if len(row) == width:
                lines.append(line)
                rows.append(row)
            elif row:  # a line with nothing on it says nothing
                self.in_bad_rows.update(row)
                self.faults.add(self.file, "wrong_shape", f"{width} cells", found=f"{len(row)} cells", line=line)
        return True, lines, rows

    def _next(self) -> list[str] | None:
        """The next row; None at the end, or where the rest cannot be made out."""
        try:
            return next(self._reader, None)
        except csv.Error as error:
            self.whole = False
            line = max(self._reader.line_num, 1)
            self.faults.add(self.file, "unreadable", "comma-separated text (RFC 4180)", found=str(error), line=line)
            return None


class _ColumnReader:
    """Reads the cells of one column, each different text once."""

    def __init__(self, file: str, column: Column, faults: Faults) -> None:
        self.file = file
        self.column = column
        self.faults = faults
        self.values: list[Value] = []
        self._read: dict[str, Value] = {}
        self._bad: dict[str, BadCell] = {}

    def take(self, lines: Sequence[int], cells: Sequence[str]) -> None:
        for text in set(cells).difference(self._read):
            self._read[text] = self._value(text)
        self.values.extend(map(self._read.__getitem__, cells))
        if self._bad:
            self._report(lines, cells)

    def _value(self, text: str) -> Value:
        try:
            return read_cell(self.column, text)
        except BadCell as bad:
            self._bad[text] = bad
            return None

    def _report(self, lines: Sequence[int], cells: Sequence[str]) -> None:
        for line, text in zip(lines, cells, strict=True):
            bad = self._bad.get(text)
            if bad:
                self.faults.add(self.file, bad.code, bad.expected, found=text, line=line, column=self.column.name)


def written(spec: FileSpec, entries: Entries) -> bytes:
    """The bytes of the file: known columns in the order of the format, then the others as they came."""
    columns = [_cells(column, entries.columns[column.name]) for column in spec.columns]
    columns += [[_quoted(text) for text in texts] for texts in entries.extra.values()]
    header = [_quoted(name) for name in (*(column.name for column in spec.columns), *entries.extra)]
    lines = [",".join(header), *map(",".join, zip(*columns, strict=True)), ""]
    return "\n".join(lines).encode()


def _cells(column: Column, values: Iterable[Value]) -> list[str]:
    """Every value as a cell; each different value is written once, for many rows say the same."""
    texts: dict[Value, str] = {}
    cells = []
    for value in values:
        text = texts.get(value)
        if text is None:
            text = texts[value] = _quoted(write_cell(column, value))
        cells.append(text)
    return cells


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
