"""Skills and the words people use for them."""

from __future__ import annotations

from tools.build_catalogue.facts import Row, origin, table
from tools.build_catalogue.tables import Tables

DUTCH = frozenset({"sk-nl-spreken", "sk-nl-luisteren", "sk-nl-lezen", "sk-nl-schrijven"})
"""Command of Dutch is a CEFR level of its own in the bundle, not a skill."""
TAUGHT_ATTITUDES = frozenset(
    {"sk-instrueren", "sk-coachen", "sk-leidinggeven", "sk-projectleiden", "sk-lesgeven", "sk-plannen", "sk-lean"}
)
"""Transversal skills that are the trade itself for some occupations, and that courses teach."""
LICENCES_TO_DRIVE = frozenset({"sk-rijden-b", "sk-rijden-be"})
"""Asked as a paper where the work is forbidden without it; never a reason to close a first job by itself."""


def _rows() -> list[Row]:
    return [row for row in table("skills") if row["skill_id"] not in DUTCH]


def never_essential() -> frozenset[str]:
    """Skills that help but never close an occupation: attitudes, Dutch (see CEFR), driving."""
    attitudes = {row["skill_id"] for row in table("skills") if row["nature"] == "transversal"}
    return frozenset(attitudes - TAUGHT_ATTITUDES) | DUTCH | LICENCES_TO_DRIVE


def _kind(row: Row) -> str:
    if row["sector"] != "breed":
        return "sector"
    return "basic" if row["nature"] in ("basic", "digital", "language") else "cross"


def add_skills(tables: Tables) -> None:
    """Fill `skills` and `skill_synonyms`."""
    for row in _rows():
        tables.add(
            "skills",
            origin(row),
            skill_id=row["skill_id"],
            label=row["label"],
            label_en=row["label_en"],
            kind=_kind(row),
            sector="" if row["sector"] == "breed" else row["sector"],
        )
    for row in _words():
        tables.add("skill_synonyms", origin(row), skill_id=row["skill_id"], language=row["language"], text=row["text"])


def _words() -> list[Row]:
    """English labels and the words of the facts, each once per skill and language."""
    labels = [row | {"language": "en", "text": row["label_en"]} for row in _rows()]
    words = [row for row in table("skill_words") if row["skill_id"] not in DUTCH]
    return list({(row["skill_id"], row["language"], row["text"]): row for row in (*labels, *words)}.values())
