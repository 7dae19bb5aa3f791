"""Files of exact postcodes: GeoNames rows (tabs, no header) or a table with postcode, lat and lon.

Four or six characters per postcode are both fine; an area is where the middle of its rows lies.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gouden_poort.catalogue.faults import Faults

LARGEST = 64 * 2**20
"""Bytes; all Dutch postcodes of six characters, with their place names, take 40 million."""
NAMES = {
    "pc4": ("pc4", "postcode", "postcode4", "pc6", "postal_code", "postal code"),
    "lat": ("lat", "latitude", "breedtegraad"),
    "lon": ("lon", "lng", "longitude", "lengtegraad"),
}
"""What a header may call each column."""
_GEONAMES_COLUMNS = {"pc4": 1, "lat": 9, "lon": 10}
_GEONAMES_WIDTHS = (11, 12)  # the last column, the accuracy, may be absent
_POSTCODE = re.compile(r"([1-9][0-9]{3})( ?[A-Z]{2})?")
_DEGREES = re.compile(r"-?[0-9]{1,3}([.,][0-9]{1,20})?")
_NETHERLANDS = {"lat": (50.7, 53.7), "lon": (3.2, 7.3)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Postcode:
    """The exact middle of a four-digit postcode area."""

    pc4: int
    lat: float
    lon: float


Row = tuple[int, dict[str, str]]
"""The line a row ends on, and its three cells."""
Report = Callable[[int, str, str, str, str], None]
"""Notes a fault: line, column, code, what was found and what was expected."""


def read_postcodes(path: Path) -> tuple[Postcode, ...]:
    """The areas in a file, by number. InvalidBundle with every fault when there is one, or nothing to read."""
    faults = Faults()

    def report(line: int, column: str, code: str, found: str, expected: str) -> None:
        faults.add(path.name, code, expected, found=found[:80], line=line, column=column)

    places: dict[int, list[tuple[float, float]]] = {}
    for line, cells in _rows(path, report):
        pc4, lat, lon = _pc4(line, cells, report), *(_degrees(line, name, cells, report) for name in _NETHERLANDS)
        if pc4 is not None and lat is not None and lon is not None:
            places.setdefault(pc4, []).append((lat, lon))
    faults.raise_if_any()
    if not places:
        report(0, "", "missing_value", "no postcode", "at least one Dutch postcode with its lat and lon")
    faults.raise_if_any()
    return tuple(_middle(pc4, places[pc4]) for pc4 in sorted(places))


def _rows(path: Path, report: Report) -> Iterator[Row]:
    try:
        with path.open("rb") as file:
            body = file.read(LARGEST + 1)
        lines = body.decode("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        report(0, "", "unreadable", str(error), "an unpacked text file in UTF-8")
        return
    if len(body) > LARGEST:
        report(0, "", "out_of_range", f"more than {LARGEST} bytes", f"a file of at most {LARGEST} bytes")
        return
    first = lines[0] if lines else ""
    if first.count("\t") + 1 in _GEONAMES_WIDTHS:
        yield from _geonames_rows(lines, report)
    else:
        yield from _table_rows(lines, max(",;\t", key=first.count), report)


def _geonames_rows(lines: Sequence[str], report: Report) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        cells = line.split("\t")
        if len(cells) not in _GEONAMES_WIDTHS:
            report(number, "", "wrong_shape", f"{len(cells)} columns", "12 columns separated by tabs")
        elif cells[0] == "NL":
            yield number, {name: cells[place] for name, place in _GEONAMES_COLUMNS.items()}


def _table_rows(lines: Sequence[str], separator: str, report: Report) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        places = {name: _place(header, name, report) for name in NAMES}
        if None in places.values():
            return
        for cells in reader:
            if len(cells) == len(header):
                yield reader.line_num, {name: cells[place] for name, place in places.items() if place is not None}
            elif cells:
                report(reader.line_num, "", "wrong_shape", f"{len(cells)} columns", f"{len(header)} columns")
    except csv.Error as error:
        report(reader.line_num, "", "unreadable", str(error), "a table with commas, semicolons or tabs")


def _place(header: Sequence[str], name: str, report: Report) -> int | None:
    found = [place for place, heading in enumerate(header) if heading in NAMES[name]]
    if len(found) != 1:
        expected = f"one column called {', '.join(NAMES[name])}"
        report(1, name, "missing_column", ", ".join(header) or "nothing", expected)
        return None
    return found[0]


def _pc4(line: int, cells: dict[str, str], report: Report) -> int | None:
    match = _POSTCODE.fullmatch(cells["pc4"].strip().upper())
    if match is None:
        report(line, "pc4", "wrong_type", cells["pc4"], "a postcode such as 3511 or 3511 AB")
        return None
    return int(match[1])


def _degrees(line: int, name: str, cells: dict[str, str], report: Report) -> float | None:
    text = cells[name].strip()
    low, high = _NETHERLANDS[name]
    expected = f"degrees in the Netherlands, from {low} to {high}"
    if not _DEGREES.fullmatch(text):
        report(line, name, "wrong_type", cells[name], expected)
        return None
    degrees = float(text.replace(",", "."))
    if not low <= degrees <= high:
        report(line, name, "out_of_range", cells[name], expected)
        return None
    return degrees


def _middle(pc4: int, places: Sequence[tuple[float, float]]) -> Postcode:
    lats, lons = zip(*places, strict=True)
    return Postcode(pc4=pc4, lat=sum(lats) / len(lats), lon=sum(lons) / len(lons))
