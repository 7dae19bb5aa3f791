"""Files that become tables: as spreadsheets write them, and never larger than may be."""

from __future__ import annotations

import tracemalloc
import zipfile
from datetime import date
from functools import cache
from io import BytesIO

import openpyxl
import pytest

from gouden_poort.http import sheets
from gouden_poort.http.unreadable import CannotRead
from gouden_poort.profiles.people.bringing_in import MOST_ROWS

MEGABYTE = 2**20


def a_workbook(*rows: tuple[object, ...]) -> bytes:
    book, written = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(written)
    return written.getvalue()


def packed(**parts: bytes) -> bytes:
    """A workbook with other or more parts; `xl__styles_xml` is `xl/styles.xml`."""
    found, written = zipfile.ZipFile(BytesIO(a_workbook(("Naam",)))), BytesIO()
    named = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in parts.items()}
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for part in found.namelist():
            if part not in named:
                file.writestr(part, found.read(part))
        for name, content in named.items():
            file.writestr(name, content)
    return written.getvalue()


@cache
def a_bomb() -> bytes:
    """A file of about a megabyte that unpacks to a thousand times as much."""
    written, zeros = BytesIO(), bytes(MEGABYTE)
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("[Content_Types].xml", "xl/workbook.xml"):
            file.writestr(name, "<x/>")
        with file.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(1024):
                part.write(zeros)
    return written.getvalue()


@pytest.mark.parametrize("divider", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_a_csv_file_is_read_as_it_was_written(divider: str, encoding: str) -> None:
    text = f'Naam{divider}Taal\r\n"Voorbeeld{divider} Één"{divider}nl\r\n'
    assert sheets.read(text.encode(encoding)) == [["Naam", "Taal"], [f"Voorbeeld{divider} Één", "nl"]]


def test_the_first_sheet_of_a_workbook_is_read_as_texts() -> None:
    content = a_workbook(("Naam", "Geboortedatum", "Telefoon"), ("Voorbeeld", date(1998, 9, 14), 612345678.0))
    assert sheets.read(content) == [["Naam", "Geboortedatum", "Telefoon"], ["Voorbeeld", "1998-09-14", "612345678"]]


def test_an_upload_that_unpacks_to_a_gigabyte_is_refused_within_a_hundred_megabytes() -> None:
    bomb = a_bomb()
    tracemalloc.start()
    try:
        with pytest.raises(CannotRead) as refused:
            sheets.read(bomb)
        assert tracemalloc.get_traced_memory()[1] < 100 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert refused.value.code == "too_many"


def test_a_bomb_that_lies_about_its_size_is_refused_within_a_hundred_megabytes() -> None:
    bomb = a_bomb()
    sizes = (1024 * MEGABYTE).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert sizes[0] in bomb
    tracemalloc.start()
    try:
        with pytest.raises(CannotRead):
            sheets.read(bomb.replace(*sizes))
        assert tracemalloc.get_traced_memory()[1] < 100 * MEGABYTE
    finally:
        tracemalloc.stop()


NAMES = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def filled(begin: str, inside: str, end: str, size: int) -> bytes:
    """XML of a namespace with as much inside as fits a size."""
    opened = begin.replace(">", f' xmlns="{NAMES}">', 1)
    return f"<{opened}{inside * (size // len(inside))}{end}".encode()


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("xl__styles_xml", filled("styleSheet>", "<a/>", "</styleSheet>", 15 * MEGABYTE)),
        ("xl__workbook_xml", filled("workbook>", "<a/>", "</workbook>", MEGABYTE // 2)),
        ("xl__sharedStrings_xml", filled("sst><si>", "<a/>", "</si></sst>", 15 * MEGABYTE)),
        (
            "xl__worksheets__sheet1_xml",
            filled("worksheet><sheetData>", "<row/>", "</sheetData></worksheet>", 15 * MEGABYTE),
        ),
        (
            "xl__worksheets__sheet1_xml",
            filled("worksheet><sheetData><row>", "<c/>", "</row></sheetData></worksheet>", 15 * MEGABYTE),
        ),
        ("docProps__core_xml", filled("a>", "<b/>", "</a>", 15 * MEGABYTE)),
    ],
    ids=["styles", "workbook", "words", "rows", "cells", "core"],
)
def test_a_short_text_that_is_a_large_tree_is_refused_within_a_hundred_megabytes(part: str, content: bytes) -> None:
    bomb = packed(**{part: content})
    tracemalloc.start()
    try:
        with pytest.raises(CannotRead) as refused:
            sheets.read(bomb)
        assert tracemalloc.get_traced_memory()[1] < 100 * MEGABYTE
    finally:
        tracemalloc.stop()
    assert refused.value.code == "too_many"


def test_a_file_of_ten_thousand_people_is_not_too_much() -> None:
    row = tuple(f"Voorbeeld {column}" for column in range(9))
    assert len(sheets.read(a_workbook(*[(f"Iemand {number}", *row) for number in range(MOST_ROWS)]))) == MOST_ROWS


def test_a_picture_in_a_workbook_is_not_looked_at() -> None:
    assert sheets.read(packed(**{"xl/media/picture.png": b"\x89PNG <no XML"})) == [["Naam"]]


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and no more",
        b"\xd0\xcf\x11\xe0 an old workbook",
        b"%PDF-1.7 \x00\x01",
        packed(xl__workbook_xml=b"<broken"),
        packed(xl__styles_xml=b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>'),
        packed(xl__styles_xml='<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>'.encode("utf-16")),
    ],
    ids=["half a workbook", "old Excel", "PDF", "broken part", "entities", "entities in wide letters"],
)
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(CannotRead):
        sheets.read(content)


def test_a_sheet_that_says_it_is_endless_is_read_as_far_as_may_be() -> None:
    rows = b'<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>'
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>ver</t></is></c></row>'
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'<worksheet xmlns="%s"><dimension ref="A1:XFD1048576"/><sheetData>%s%s</sheetData></worksheet>'
    found = sheets.read(packed(xl__worksheets__sheet1_xml=sheet % (main, rows, far)))
    assert found[0][0] == "Naam"
    assert len(found) <= MOST_ROWS + 2
    assert max(map(len, found)) <= sheets.MOST_COLUMNS


def test_one_row_too_many_is_seen() -> None:
    text = "Naam\n" + "Voorbeeld\n" * (MOST_ROWS + 50)
    assert len(sheets.read(text.encode())) == MOST_ROWS + 2


def test_a_cell_that_is_too_long_is_cut() -> None:
    assert len(sheets.read(b"a" * 50_000)[0][0]) == sheets.LONGEST_CELL


def test_a_quoted_cell_without_end_is_no_table_or_one_row() -> None:
    with pytest.raises(CannotRead):
        sheets.read(b'Naam\n"' + b"a" * 200_000)


def test_an_empty_file_is_a_table_without_rows() -> None:
    assert sheets.read(b"") == []
