"""What no single cell can show: keys that occur twice, ids that lead nowhere, rows that contradict themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from rapidfuzz import process

from gouden_poort.catalogue.cells import BadCell, read_cell
from gouden_poort.catalogue.entries import Value
from gouden_poort.catalogue.faults import Faults
from gouden_poort.catalogue.format import FILES, FORMAT_VERSION, Cell, Column
from gouden_poort.catalogue.tables import Table

Tables = Mapping[str, Table]

GUESSES = 50
"""Looking for an id that resembles an unknown one takes milliseconds in a national file; it is done this often."""
LIKENESS = 70
RULEBOOKS = ("builtin", "none", "rules", "rules/")
"""What `bundle.csv` may say under `rulebook`."""
SETTINGS = (
    Column(name="format_version", cell=Cell.CHOICE, required=True, choices=(FORMAT_VERSION,)),
    Column(name="name", cell=Cell.TEXT, required=True),
    Column(name="base_date", cell=Cell.MONDAY, required=True),
    Column(name="horizon_weeks", cell=Cell.INTEGER, required=True, lowest=1, highest=5200),
    Column(name="rulebook", cell=Cell.CHOICE, choices=RULEBOOKS),
)
"""The keys of `bundle.csv` that mean something here; others are kept."""
ORDERED = (
    ("offerings", "min_age", "max_age"),
    ("positions", "min_age", "max_age"),
    ("positions", "open_from", "open_to"),
    ("schemes", "min_age", "max_age"),
    ("schemes", "valid_from", "valid_to"),
    ("places", "pc4_from", "pc4_to"),
    ("activities", "min_age", "max_age"),
)
"""File, lower bound, upper bound: the first never lies beyond the second."""


def check(tables: Tables, other_files: Mapping[str, bytes], faults: Faults) -> None:
    """Note everything that is wrong between the cells of a bundle."""
    settings = _settings(tables["bundle"])
    if settings.get("rulebook") in {"rules", "rules/"}:
        _check_own_rules(other_files, faults)
    ids = _Ids(tables)
    for spec in FILES:
        _check_keys(tables[spec.name])
        for column in spec.columns:
            if column.refers_to:
                ids.check(tables[spec.name], column.name, column.refers_to)
    for file, low, high in ORDERED:
        _check_order(tables[file], low, high)
    for file in ("offering_requires", "position_requires"):
        _check_requirements(tables[file], ids)
    _check_sites(tables["offerings"])
    _check_qualifications(tables["positions"])
    _check_starts(tables["offering_starts"], tables["offerings"], settings)
    _check_postcodes(tables["postcode_areas"])


def _check_own_rules(other_files: Mapping[str, bytes], faults: Faults) -> None:
    """What the rules say is checked where rules are known; here only that there are some, in letters."""
    files = {path: content for path, content in other_files.items() if path.startswith("rules/")}
    if not any(path.endswith((".yaml", ".yml")) for path in files):
        expected = "a folder rules/ with .yaml files in the bundle"
        faults.add("bundle.csv", "inconsistent", expected, found="rules/", column="value")
    for path, content in sorted(files.items()):
        try:
            content.decode()
        except UnicodeDecodeError as error:
            faults.add(path, "unreadable", "text in UTF-8", found=f"byte {error.start}")


def _settings(table: Table) -> dict[str, Value]:
    """The settings that could be read."""
    if not (table.whole and table.has("key", "value")):
        return {}
    rows = {key: row for row, key in enumerate(table.columns["key"])}
    values = {}
    for column in SETTINGS:
        row = rows.get(column.name)
        try:
            values[column.name] = read_cell(column, "" if row is None else table.columns["value"][row])
        except BadCell as bad:
            if row is None:
                expected = f"a row {column.name}: {bad.expected}"
                table.faults.add(table.file, "missing_value", expected, found="no such row", column="value")
            else:
                table.fault(row, "value", bad.code, f"{bad.expected} for {column.name}")
    return values


def _check_keys(table: Table) -> None:
    """Each key once. Keys are numbered column by column: tuples of two million rows would fill memory."""
    if not table.has(*table.spec.key):
        return
    keys = [table.columns[name] for name in table.spec.key]
    numbers = np.zeros(len(keys[0]), dtype=np.int64)
    firsts = numbers
    for values in keys:
        index: dict[Value, int] = {}
        codes = np.fromiter((index.setdefault(value, len(index)) for value in values), np.int64, len(values))
        _, firsts, numbers = np.unique(numbers * (len(index) + 1) + codes, return_index=True, return_inverse=True)
    first = firsts[numbers] if len(numbers) else firsts
    for row in np.flatnonzero(first != np.arange(len(numbers))).tolist():
        if all(values[row] is not None for values in keys):
            also = f"{' and '.join(table.spec.key)} once (it also stands on line {table.lines[first[row]]})"
            table.fault(row, table.spec.key[-1], "duplicate_key", also)


class _Ids:
    """The ids that each file gives, and guesses at what an unknown one was meant to be."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._known: dict[str, frozenset[str] | None] = {}
        self._names: dict[str, list[str]] = {}
        self._guesses_left = GUESSES

    def of(self, file: str) -> frozenset[str] | None:
        """None when the file could not be read: then nothing can be said about ids that refer to it."""
        if file not in self._known:
            table = self._tables[file]
            key = table.spec.key[0]
            readable = table.whole and table.has(key)
            self._known[file] = table.in_bad_rows.union(table.columns[key]) if readable else None
        return self._known[file]

    def check(self, table: Table, column: str, file: str, rows: Sequence[int] | None = None) -> None:
        """Note every cell of a column (in those rows) that names no row of the other file."""
        known = self.of(file)
        if known is None or not table.has(column):
            return
        values = table.columns[column]
        if known.issuperset(values):
            return
        for row in range(len(values)) if rows is None else rows:
            if values[row] is not None and values[row] not in known:
                table.fault(row, column, "unknown_id", f"an id of {file}.csv{self._guess(values[row], file, known)}")

    def _guess(self, given: str, file: str, known: Iterable[str]) -> str:
        if not self._guesses_left:
            return ""
        self._guesses_left -= 1
        if file not in self._names:
            self._names[file] = sorted(name for name in known if name)
        near = process.extractOne(given, self._names[file], score_cutoff=LIKENESS)
        return f" (perhaps {near[0]})" if near else ""


def _check_order(table: Table, low: str, high: str) -> None:
    if not table.has(low, high):
        return
    for row, (first, last) in enumerate(zip(table.columns[low], table.columns[high], strict=True)):
        if first is not None and last is not None and first > last:
            table.fault(row, high, "inconsistent", f"not before {low} ({first})")


def _check_requirements(table: Table, ids: _Ids) -> None:
    """A required skill has a level, a required credential has none, and both exist."""
    if not table.has("kind", "ref_id", "level"):
        return
    kinds, levels = table.columns["kind"], table.columns["level"]
    rows: dict[str, list[int]] = {"skill": [], "credential": []}
    for row, (kind, level) in enumerate(zip(kinds, levels, strict=True)):
        if kind is not None:
            rows[kind].append(row)
        if kind == "skill" and level is None:
            table.fault(row, "level", "missing_value", "a level from 1 to 5 for a skill")
        if kind == "credential" and level is not None:
            table.fault(row, "level", "inconsistent", "no level for a credential")
    ids.check(table, "ref_id", "skills", rows["skill"])
    ids.check(table, "ref_id", "credentials", rows["credential"])


def _check_sites(offerings: Table) -> None:
    """A site exactly when the offering is not online."""
    if not offerings.has("site_id", "delivery"):
        return
    columns = offerings.columns
    for row, (site, delivery) in enumerate(zip(columns["site_id"], columns["delivery"], strict=True)):
        if delivery == "online" and site is not None:
            offerings.fault(row, "site_id", "inconsistent", "no site for an online offering")
        if delivery == "site" and site is None:
            offerings.fault(row, "site_id", "missing_value", "a site, unless delivery is online")


def _check_qualifications(positions: Table) -> None:
    """A learn-and-work place names the qualification it trains for."""
    if not positions.has("kind", "credential_id"):
        return
    columns = positions.columns
    for row, (kind, credential) in enumerate(zip(columns["kind"], columns["credential_id"], strict=True)):
        if kind == "bbl" and credential is None:
            positions.fault(row, "credential_id", "missing_value", "the credential a bbl position trains for")


def _check_starts(starts: Table, offerings: Table, settings: Mapping[str, Value]) -> None:
    """Starts lie in the calendar of the catalogue, and a rolling offering has none: it starts every Monday."""
    base_date, horizon = settings.get("base_date"), settings.get("horizon_weeks")
    if base_date and horizon and starts.has("start_date"):
        days = starts.columns["start_date"]
        outside = {day for day in set(days) if day and not 0 <= (day - base_date).days < 7 * horizon}
        _check_none_of(
            starts, "start_date", outside, "out_of_range", f"a week from 0 to {horizon - 1} after {base_date}"
        )
    if starts.has("offering_id") and offerings.has("offering_id", "rolling"):
        pairs = zip(offerings.columns["offering_id"], offerings.columns["rolling"], strict=True)
        rolling = {offering for offering, starts_every_monday in pairs if starts_every_monday}
        _check_none_of(starts, "offering_id", rolling, "inconsistent", "an offering that is not rolling")


def _check_none_of(table: Table, column: str, wrong: set[Value], code: str, expected: str) -> None:
    values = table.columns[column]
    if not wrong.isdisjoint(values):
        for row, value in enumerate(values):
            if value in wrong:
                table.fault(row, column, code, expected)


def _check_postcodes(areas: Table) -> None:
    for row, pc3 in enumerate(areas.columns["pc3"]):
        if pc3 and not (len(pc3) == 3 and pc3.isascii() and pc3.isdigit()):
            areas.fault(row, "pc3", "wrong_type", "three digits")
