"""Reading a table out of a file: CSV as spreadsheets write it, or XLSX that stays small when it is unpacked."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice

import openpyxl

from gouden_poort.http.elements import Elements, NotXML, TooMuchXML
from gouden_poort.http.unreadable import CannotRead
from gouden_poort.profiles.people.bringing_in import MOST_ROWS

MOST_UNPACKED = 16 * 2**20
"""Bytes of an XLSX file when it is unpacked: ten thousand people take four million."""
MOST_PARTS = 200
"""Files in an XLSX file."""
MOST_AROUND = 2**20
"""Bytes of an XLSX file that are neither cells nor words of cells: its reader keeps all of that at once."""
MOST_COLUMNS = 50
LONGEST_CELL = 1_000
"""Characters; what is longer is cut, and too long for every column."""
_SEEN_ROWS = MOST_ROWS + 2
"""The header, the rows, and one more: so that one row too many is seen."""
_PIECE = 2**16
_CELLS = ("xl/worksheets/", "xl/sharedStrings.xml")
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(content: bytes) -> Sequence[Sequence[str]]:
    """The rows of a file as texts, cut where nobody would look any more. What it is, its first bytes say."""
    if content.startswith(_ZIP):
        return _read_workbook(content)
    if content.startswith(_OLD_EXCEL) or b"\0" in content:
        raise CannotRead("wrong_type", "a CSV or XLSX file")
    return _read_csv(content)


def _read_csv(content: bytes) -> Sequence[Sequence[str]]:
    text = _decoded(content)
    header = text.partition("\n")[0]
    divider = max(";,\t", key=header.count)
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=divider)
        return [[cell[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]] for row in islice(rows, _SEEN_ROWS)]
    except csv.Error as error:
        raise CannotRead("malformed", "a CSV file") from error


def _decoded(content: bytes) -> str:
    """Text in UTF-8, or else as older versions of Excel write it."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _read_workbook(content: bytes) -> Sequence[Sequence[str]]:
    """The first sheet."""
    try:
        book = openpyxl.load_workbook(_packed_anew(content), read_only=True, data_only=True, keep_links=False)
        try:
            return list(_rows(book))
        finally:
            book.close()
    except CannotRead:
        raise
    except TooMuchXML as error:
        raise CannotRead("too_many", "a table of people") from error
    except Exception as error:  # whatever a broken file does to its reader: it cannot be read
        raise CannotRead("malformed", "an XLSX file") from error


def _packed_anew(content: bytes) -> BytesIO:
    """The same file, unpacked a little at a time and never further than may be.

    What a file says of its own sizes is not believed: who reads a whole part at once would unpack all of it.
    """
    safe = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as packed, zipfile.ZipFile(safe, "w") as anew:
        parts, seen = packed.infolist(), Elements()
        around = sum(part.file_size for part in parts if not part.filename.startswith(_CELLS))
        whole = sum(part.file_size for part in parts)
        if len(parts) > MOST_PARTS or whole > MOST_UNPACKED or around > MOST_AROUND:
            raise CannotRead("too_many", "a file that stays small when it is unpacked")
        for part in parts:
            unpacked = _unpacked(packed, part)
            try:
                seen.count(unpacked)
            except NotXML:
                if part.filename.endswith((".xml", ".rels")):
                    raise
                continue  # a picture, say: nobody looks at it
            anew.writestr(part.filename, unpacked)
    return safe


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """A part of as many bytes as it says; one that holds more is cut off there, and found broken by its check."""
    with packed.open(part) as stream:
        return b"".join(iter(lambda: stream.read(_PIECE), b""))


def _rows(book: openpyxl.Workbook) -> Iterator[Sequence[str]]:
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what it says of its own size is not believed
    for row in sheet.iter_rows(max_row=_SEEN_ROWS, max_col=MOST_COLUMNS, values_only=True):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _text(cell: object) -> str:
    """What stands in a cell as somebody would type it.

    >>> _text(612345678.0), _text(date(1998, 9, 14)), _text(None)
    ('612345678', '1998-09-14', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)[:LONGEST_CELL]
