"""One cell of a bundle: from text to value, from value to text, and what is wrong when it cannot be.

The grammar is strict on purpose: ASCII digits only, one way to write a date, no rounding. A cell that reads
back as the same value is the promise; `read_cell(column, write_cell(column, value)) == value`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

from gouden_poort.catalogue.entries import Value
from gouden_poort.catalogue.format import Cell, Column

HIGHEST_INTEGER = 2**31 - 1
"""Whole numbers end up in 32-bit columns."""
EMPTY: Mapping[Cell, Value] = MappingProxyType({Cell.TEXT: "", Cell.CHOICES: (), Cell.TEXTS: ()})
"""What an empty cell becomes; None for every other kind."""

_INTEGER = re.compile(r"-?[0-9]+")
_DEGREES = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_SHARE = re.compile(r"([0-9]+)(?:\.([0-9]{1,2}))?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: Mapping[Cell, str] = {
    Cell.TEXT: "a text",
    Cell.ID: "an id without spaces around it",
    Cell.INTEGER: "a whole number{bounds}",
    Cell.FLAG: "0 or 1",
    Cell.SHARE: "a number of at most two decimals{bounds}",
    Cell.DEGREES: "a decimal number{bounds}",
    Cell.DATE: "a date as YYYY-MM-DD",
    Cell.MONDAY: "a Monday as YYYY-MM-DD",
    Cell.CHOICE: "one of {choices}",
    Cell.CHOICES: "one or more of {choices}, separated by |",
    Cell.TEXTS: "texts separated by |",
}
_LONGEST_NUMBER = 40
"""No number that makes sense here is longer; it keeps a cell of a million digits from costing time."""


class BadCell(Exception):
    """A cell does not hold what its column holds: the code of the fault, and what was expected."""

    def __init__(self, code: str, expected: str) -> None:
        self.code = code
        self.expected = expected
        super().__init__(code, expected)


def read_cell(column: Column, text: str) -> Value:
    """The value a text stands for in this column; BadCell when it stands for none."""
    if not text or (column.required and not text.strip()):
        if column.required:
            raise BadCell("missing_value", described(column))
        if not text:
            return EMPTY.get(column.cell)
    return _READ[column.cell](column, text)


def write_cell(column: Column, value: Value) -> str:
    """The text that `read_cell` turns into this value."""
    if value is None:
        return ""
    return _WRITE.get(column.cell, str)(value)


def described(column: Column) -> str:
    """What belongs in a cell of this column, in a few words."""
    scale = 100 if column.cell is Cell.SHARE else 1
    low, high = (None if bound is None else bound / scale for bound in (column.lowest, column.highest))
    return _WORDS[column.cell].format(choices=", ".join(column.choices), bounds=_bounds(low, high))


def _bounds(lowest: float | None, highest: float | None) -> str:
    if lowest is not None and highest is not None:
        return f" from {lowest:g} to {highest:g}"
    return "" if lowest is None else f" from {lowest:g}"


def _within(column: Column, value: float) -> None:
    too_low = column.lowest is not None and value < column.lowest
    too_high = column.highest is not None and value > column.highest
    if too_low or too_high:
        raise BadCell("out_of_range", described(column))


def _read_text(_: Column, text: str) -> str:
    return text


def _read_id(column: Column, text: str) -> str:
    if text != text.strip():
        raise BadCell("wrong_type", described(column))
    return text


def _read_integer(column: Column, text: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise BadCell("wrong_type", described(column))
    if len(text) > _LONGEST_NUMBER or abs(int(text)) > HIGHEST_INTEGER:
        raise BadCell("out_of_range", described(column))
    _within(column, int(text))
    return int(text)


def _read_flag(column: Column, text: str) -> bool:
    if text not in {"0", "1"}:
        raise BadCell("wrong_type", described(column))
    return text == "1"


def _read_share(column: Column, text: str) -> int:
    parts = _SHARE.fullmatch(text)
    if not parts or len(text) > _LONGEST_NUMBER:
        raise BadCell("wrong_type", described(column))
    hundredths = int(parts[1]) * 100 + int((parts[2] or "0").ljust(2, "0"))
    _within(column, hundredths)
    return hundredths


def _read_degrees(column: Column, text: str) -> float:
    if not _DEGREES.fullmatch(text) or len(text) > _LONGEST_NUMBER:
        raise BadCell("wrong_type", described(column))
    _within(column, float(text))
    return float(text) + 0.0  # so that -0.0 becomes 0.0


def _read_date(column: Column, text: str) -> date:
    if not _DATE.fullmatch(text):
        raise BadCell("not_a_date", described(column))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadCell("not_a_date", described(column)) from None


def _read_monday(column: Column, text: str) -> date:
    day = _read_date(column, text)
    if day.weekday():
        raise BadCell("not_a_monday", described(column))
    return day


def _read_choice(column: Column, text: str) -> str:
    if text not in column.choices:
        near = get_close_matches(text[:_LONGEST_NUMBER], column.choices, n=1)
        raise BadCell("not_a_choice", described(column) + (f" (perhaps {near[0]})" if near else ""))
    return text


def _read_choices(column: Column, text: str) -> tuple[str, ...]:
    return tuple(_read_choice(column, member) for member in _members(column, text))


def _members(column: Column, text: str) -> tuple[str, ...]:
    members = tuple(text.split("|"))
    if not all(member.strip() for member in members):
        raise BadCell("missing_value", f"{described(column)}, none of them empty")
    if len(set(members)) < len(members):
        raise BadCell("duplicate_key", f"{described(column)}, none of them twice")
    return members


def _write_degrees(value: float) -> str:
    return format(Decimal(repr(value)), "f")  # never with an exponent, and exactly the same float


_READ: Mapping[Cell, Callable[[Column, str], Any]] = {
    Cell.TEXT: _read_text,
    Cell.ID: _read_id,
    Cell.INTEGER: _read_integer,
    Cell.FLAG: _read_flag,
    Cell.SHARE: _read_share,
    Cell.DEGREES: _read_degrees,
    Cell.DATE: _read_date,
    Cell.MONDAY: _read_monday,
    Cell.CHOICE: _read_choice,
    Cell.CHOICES: _read_choices,
    Cell.TEXTS: _members,
}
_WRITE: Mapping[Cell, Callable[[Any], str]] = {
    Cell.FLAG: lambda flag: "1" if flag else "0",
    Cell.SHARE: lambda hundredths: f"{hundredths // 100}.{hundredths % 100:02}",
    Cell.DEGREES: _write_degrees,
    Cell.DATE: date.isoformat,
    Cell.MONDAY: date.isoformat,
    Cell.CHOICES: "|".join,
    Cell.TEXTS: "|".join,
}
