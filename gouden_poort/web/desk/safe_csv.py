"""CSV files to take along: in the form that Dutch spreadsheets open, and with no cell that they would calculate."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from flask import Response

from gouden_poort.web.files import file_to_save

_CALCULATES = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(text: str) -> str:
    """A cell that stays text.

    >>> safe_cell("=1+1"), safe_cell("Voorbeeld Een"), safe_cell(" @x")
    ("'=1+1", 'Voorbeeld Een', "' @x")
    """
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_CALCULATES) else text


def csv_file(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Response:
    """A file that a browser saves under this name."""
    written = StringIO(newline="")
    lines = csv.writer(written, delimiter=";", lineterminator="\r\n")
    lines.writerow(header)
    lines.writerows([safe_cell(cell) for cell in row] for row in rows)
    return file_to_save(name, "\ufeff" + written.getvalue(), "text/csv")
