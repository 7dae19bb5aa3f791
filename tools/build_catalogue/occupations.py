"""Occupations, what they ask on the first day, and the papers they ask for."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from tools.build_catalogue.facts import OWN_ESTIMATE, Row, origin, table
from tools.build_catalogue.skills import DUTCH, never_essential
from tools.build_catalogue.tables import Tables
from tools.build_catalogue.trainings import trainings

CEFR_OF_NLQF = {0: "A1", 1: "A1", 2: "A2", 3: "B1", 4: "B1", 5: "B2"}
"""The Dutch a job asks when its skills say nothing about Dutch (own estimate)."""
CEFR_OF_SKILL_LEVEL = {1: "A1", 2: "A2", 3: "B1", 4: "B2", 5: "C1"}
UNPLANNED_LICENCES = frozenset(
    {"APK-2", "APK-keurmeester", "flora en fauna-instructie", "CROW 96b", "PED", "klein vaarbewijs", "keuring", "VOG",
     "medische keuring", "machineveiligheid", "VVA-open vuur", "screening", "rijbewijs T"}
)  # fmt: skip
"""Licences of the facts that no training in the catalogue gives: shown as text."""


@cache
def essentials() -> dict[str, dict[str, int]]:
    """For each occupation the skills someone must hold to start, with their level."""
    taught: dict[str, int] = defaultdict(int)
    for training in trainings():
        for skill, level in training.teaches.items():
            taught[skill] = max(taught[skill], level)
    needed: dict[str, dict[str, int]] = {row["occupation_id"]: {} for row in table("occupations")}
    for row in _skill_rows():
        skill = row["skill_id"]
        if row["essential"] == "1" and skill not in never_essential() and taught[skill]:
            # Nobody can ask a starter for more than the best training teaches.
            needed[row["occupation_id"]][skill] = min(_level(row), taught[skill])
    return needed


@cache
def optionals() -> dict[str, dict[str, int]]:
    """For each occupation the skills that help, with their level."""
    helpful: dict[str, dict[str, int]] = {row["occupation_id"]: {} for row in table("occupations")}
    for row in _skill_rows():
        if row["skill_id"] not in essentials()[row["occupation_id"]]:
            helpful[row["occupation_id"]][row["skill_id"]] = int(row["level"])
    return helpful


def _skill_rows() -> list[Row]:
    return [row for row in table("occupation_skills") if row["skill_id"] not in DUTCH]


def _level(row: Row) -> int:
    return _start_levels().get((row["occupation_id"], row["skill_id"]), int(row["level"]))


@cache
def _start_levels() -> dict[tuple[str, str], int]:
    return {(row["occupation_id"], row["skill_id"]): int(row["level"]) for row in table("start_levels")}


@cache
def dutch_needed() -> dict[str, str]:
    """For each occupation the CEFR level that its jobs ask."""
    spoken: dict[str, int] = defaultdict(int)
    for row in table("occupation_skills"):
        if row["skill_id"] in DUTCH and row["essential"] == "1":
            spoken[row["occupation_id"]] = max(spoken[row["occupation_id"]], int(row["level"]))
    return {
        row["occupation_id"]: CEFR_OF_SKILL_LEVEL.get(spoken[row["occupation_id"]], CEFR_OF_NLQF[int(row["nlqf"])])
        for row in table("occupations")
    }


def add_occupations(tables: Tables) -> None:
    """Fill `occupations`, `occupation_skills`, `credentials` and `occupation_credentials`."""
    sectors = {row["sector"]: row for row in table("sectors")}
    words = {row["occupation_id"]: row["synonyms"] for row in table("occupation_synonyms")}
    days = {row["occupation_id"]: row for row in table("day_tasks")}
    for row in table("occupations"):
        licences = [name for name in row["licences"].split(";") if name in UNPLANNED_LICENCES]
        day = days[row["occupation_id"]]
        tables.add(
            "occupations",
            origin(row),
            occupation_id=row["occupation_id"],
            label=row["label"],
            label_en=row["label_en"],
            synonyms=words[row["occupation_id"]],
            day_tasks=day["tasks"],
            day_tasks_en=day["tasks_en"],
            day_tasks_source=day["source"],
            day_tasks_checked_on=day["checked_on"],
            isco_code=row["isco_code"],
            sector=row["sector"],
            sector_label=sectors[row["sector"]]["label"],
            sector_label_en=sectors[row["sector"]]["label_en"],
            nlqf_level=int(row["nlqf"]),
            wage_month_eur=int(row["wage_month_eur"]),
            wage_10y_month_eur=int(row["wage_10y_month_eur"]),
            scarcity=int(row["scarcity"]),
            qualification=row["qualification"],
            licences="|".join(licences),
        )
    for row in _skill_rows():
        essential = essentials()[row["occupation_id"]].get(row["skill_id"])
        tables.add(
            "occupation_skills",
            origin(row),
            occupation_id=row["occupation_id"],
            skill_id=row["skill_id"],
            level=essential or int(row["level"]),
            importance="essential" if essential else "optional",
        )
    _add_credentials(tables)


def _add_credentials(tables: Tables) -> None:
    for row in table("credentials"):
        tables.add(
            "credentials",
            origin(row),
            credential_id=row["credential_id"],
            label=row["label"],
            label_en=row["label_en"],
            kind=row["kind"],
            nlqf_level=int(row["nlqf"]),
            gives_skills=row["gives_skills"],
        )
    asked = set()
    for row in table("occupation_credentials"):
        asked.add((row["occupation_id"], row["credential_id"]))
        tables.add(
            "occupation_credentials",
            origin(row),
            occupation_id=row["occupation_id"],
            credential_id=row["credential_id"],
            importance=row["importance"],
        )
    diplomas = {row["credential_id"] for row in table("credentials") if row["kind"] == "diploma"}
    for training in trainings():
        for credential in training.awards:
            if training.leads_to and credential in diplomas and (training.leads_to, credential) not in asked:
                asked.add((training.leads_to, credential))
                tables.add(
                    "occupation_credentials",
                    OWN_ESTIMATE,
                    occupation_id=training.leads_to,
                    credential_id=credential,
                    importance="optional",
                )
