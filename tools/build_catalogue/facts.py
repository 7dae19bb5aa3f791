"""Reading the facts: CSV tables in `tools/facts`, each row with its source and the day it was checked."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FACTS = Path(__file__).parent.parent / "facts"

Row = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a row comes from, when that was checked, and how sure it is (`high`, `medium`, `low` or unknown)."""

    source: str
    checked_on: str
    confidence: str = ""


OWN_ESTIMATE = Origin(source="eigen schatting", checked_on="2026-11-21", confidence="medium")
EXAMPLE = Origin(source="voorbeeld", checked_on="2026-11-21")
"""Where generated rows come from."""


@cache
def table(name: str) -> tuple[Row, ...]:
    """All rows of one table of facts, in the order of the file."""
    with (FACTS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def origin(row: Row) -> Origin:
    """The origin written in a row of facts."""
    return Origin(source=row["source"], checked_on=row["checked_on"], confidence=row.get("confidence", ""))


def listed(cell: str) -> list[str]:
    """The members of a cell separated by |."""
    return [part for part in cell.split("|") if part]


def draw(*what: object) -> int:
    """A large number that is always the same for the same words: the only chance in the examples."""
    digest = hashlib.sha256("\0".join(map(str, what)).encode()).digest()
    return int.from_bytes(digest[:8], "big")
