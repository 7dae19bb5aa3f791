"""Work outside technology, its tasks, and the skills that a task is evidence of."""

from __future__ import annotations

from tools.build_catalogue.facts import listed, origin, table
from tools.build_catalogue.tables import Tables


def add_backgrounds(tables: Tables) -> None:
    """Fill `backgrounds`, `background_tasks` and `task_skills`."""
    for row in table("backgrounds"):
        tables.add(
            "backgrounds",
            origin(row),
            background_id=row["background_id"],
            label=row["label"],
            label_en=row["label_en"],
            isco_codes=row["isco_codes"],
            synonyms=row["synonyms"],
        )
    for row in table("background_tasks"):
        tables.add(
            "background_tasks",
            origin(row),
            task_id=row["task_id"],
            background_id=row["background_id"],
            label=row["label"],
            label_en=row["label_en"],
        )
        for pair in listed(row["skills"]):
            skill, _, level = pair.partition(":")
            tables.add("task_skills", origin(row), task_id=row["task_id"], skill_id=skill, level=int(level))
