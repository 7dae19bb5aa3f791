"""Everything that is kept about someone, from the document that they take along, as far as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gouden_poort.profiles.dutch_time import dutch_day

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The rows that a page shows; moments are days."""

    person: Row
    agreements: Sequence[Row]
    notes: Sequence[Row]
    consents: Sequence[Row]
    messages: int
    """How many were sent or wait."""
    copies: Sequence[Row]
    """Of each copy that lies with a proof its `proof_id`, and `what` that proof is."""


def told(document: Mapping[str, Any]) -> Told:
    """What stands in a document of `own_data.take_along`; a table that nothing was found in is an empty list."""
    kept: Mapping[str, Any] = document["kept"]

    def rows(table: str) -> list[Row]:
        return [_with_days(row) for row in kept.get(table, {}).get("rows", ())]

    return Told(
        person=rows("dossiers")[-1],
        agreements=rows("agreements"),
        notes=rows("notes"),
        consents=rows("consents"),
        messages=len(rows("messages")),
        copies=copies_in(document),
    )


def copies_in(document: Mapping[str, Any]) -> list[Row]:
    """The copies that a document names: what is in them it does not hold."""
    kept: Mapping[str, Any] = document["kept"]
    words = {row["id"]: row["words"] for row in kept.get("events", {}).get("rows", ())}
    files = kept.get("proof_files", {}).get("rows", ())
    return [{"proof_id": row["proof_id"], "what": words.get(row["proof_id"], "")} for row in files]


def _with_days(row: Row) -> Row:
    return {name: _day(value) if name.endswith(("_at", "_on", "_date")) else value for name, value in row.items()}


def _day(written: str | None) -> date | None:
    return None if written is None else dutch_day(datetime.fromisoformat(written))
