"""The bundle under construction: rows are added per file and written as CSV, always in the same bytes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from gouden_poort.catalogue.format import BY_NAME, FILES
from tools.build_catalogue.facts import Origin

Cell = str | int | None

EXTRA_COLUMNS = (
    "label_en",
    "synonyms",
    "description",
    "day_tasks",
    "day_tasks_en",
    "day_tasks_source",
    "day_tasks_checked_on",
    "sector_label",
    "sector_label_en",
    "qualification",
    "wage_10y_month_eur",
    "scarcity",
    "licences",
    "gives_skills",
    "aliases",
    "region_code",
    "training_id",
    "subkind",
    "daypart",
    "entry_conditions",
    "employer_pays_eur",
    "url",
    "example",
    "source",
    "checked_on",
    "confidence",
)
"""Columns beyond the format, in the order in which they stand after its own."""


class Tables:
    """All files of one bundle, row by row."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Cell]]] = {spec.name: [] for spec in FILES}

    def add(self, file: str, origin: Origin | None, /, **cells: Cell) -> None:
        """Add a row; columns that are not given stay empty. KeyError when a column is not known."""
        known = {column.name for column in BY_NAME[file].columns}
        if unknown := set(cells) - known - set(EXTRA_COLUMNS):
            raise KeyError(f"{file}: {sorted(unknown)}")
        if origin:
            cells |= {"source": origin.source, "checked_on": origin.checked_on, "confidence": origin.confidence}
        self.rows[file].append(cells)

    def document(self, file: str) -> bytes:
        """One file as CSV: the columns of the format, then the extra ones that some row fills."""
        rows = self.rows[file]
        filled = {name for row in rows for name, cell in row.items() if cell not in (None, "")}
        columns = [column.name for column in BY_NAME[file].columns]
        columns += [name for name in EXTRA_COLUMNS if name in filled and name not in columns]
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([row.get(name) for name in columns] for row in rows)
        return text.getvalue().encode()

    def write(self, folder: Path) -> None:
        """Write every file that has rows or must exist, and take away CSV files that are no longer made."""
        folder.mkdir(parents=True, exist_ok=True)
        wanted = {f"{spec.name}.csv" for spec in FILES if self.rows[spec.name] or not spec.optional}
        for stale in folder.glob("*.csv"):
            if stale.name not in wanted:
                stale.unlink()
        for name in sorted(wanted):
            (folder / name).write_bytes(self.document(name.removesuffix(".csv")))
