"""Trainings as the bundle knows them, before they are placed anywhere: kind, hours, cost, entry, what they give."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from gouden_poort.profiles.levels import CEFR
from tools.build_catalogue.facts import Origin, Row, origin, table
from tools.build_catalogue.skills import DUTCH, never_essential

SCHOOL_HOURS_OF_BBL = 8
SCHOOL_HOURS_AT_WORK = 4
"""The facts count work and school together; in the bundle the position has the paid hours. A practice certificate is
learnt at work: school comes by for half a day."""
NLQF_OF_PRIOR_EDUCATION = {
    "none": None, "vmbo_pupil": None, "entree": 1, "vmbo_bb": 1, "vmbo_kb": 2, "mbo2": 2, "mbo3": 3, "mbo4": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One training, wherever it is given. `spread`: in how many regions (`every`, `half`, `few`)."""

    training_id: str
    label: str
    label_en: str
    subkind: str
    kind: str
    sector: str
    weeks: int
    hours_per_week: int
    cost_eur: int
    employer_pays_eur: int | None
    total_hours: int
    price_eur: int
    min_age: int | None
    max_age: int | None
    min_cefr: str
    min_nlqf: int | None
    target_groups: str
    requires: Mapping[str, int]
    conditions: str
    teaches: Mapping[str, int]
    awards: tuple[str, ...]
    awards_cefr: str
    leads_to: str
    spread: str
    online: bool
    daypart: str
    origin: Origin

    @property
    def level(self) -> int:
        """The mbo level of a bbl or bol, by the diploma it awards; 0 when it awards none."""
        found = [re.match(r"cr-mbo(\d)-", credential) for credential in self.awards]
        return max((int(match.group(1)) for match in found if match), default=0)


@cache
def trainings() -> tuple[Training, ...]:
    """All trainings of the facts, in their order."""
    return tuple(_training(row) for row in table("trainings"))


@cache
def _kinds() -> dict[str, str]:
    return {row["subkind"]: row["kind"] for row in table("subkinds")}


def descriptions() -> dict[str, str]:
    """One plain sentence for each subkind."""
    return {row["subkind"]: row["description"] for row in table("subkinds")}


def _training(row: Row) -> Training:
    entry = _Entry(row)
    kind = _kinds()[row["subkind"]]
    if row["subkind"] == "company_school" and row["who_pays"] != "wage":
        kind = "course"
    teaches = _taught(row["training_id"])
    hours, weeks, price = int(row["hours_per_week"]), int(row["weeks"]), int(row["price_eur"])
    return Training(
        training_id=row["training_id"],
        label=row["label"],
        label_en=row["label_en"],
        subkind=row["subkind"],
        kind=kind,
        sector=row["sector"],
        weeks=weeks,
        hours_per_week=_school_hours(row["subkind"]) if kind == "bbl" else hours,
        cost_eur=0 if row["who_pays"] in ("wage", "benefit") else price,
        employer_pays_eur=price if row["who_pays"] == "wage" else None,
        total_hours=weeks * hours,
        price_eur=price,
        min_age=entry.min_age,
        max_age=entry.max_age,
        min_cefr="" if row["min_cefr"] == "none" else row["min_cefr"],
        min_nlqf=NLQF_OF_PRIOR_EDUCATION[row["prior_education"]],
        target_groups=entry.target_groups,
        requires={skill: _attainable(skill, level, row["training_id"]) for skill, level in entry.skills.items()},
        conditions=entry.text,
        teaches={skill: level for skill, level in teaches.items() if skill not in DUTCH},
        awards=tuple(
            given["credential_id"]
            for given in table("training_credentials")
            if given["training_id"] == row["training_id"]
        ),
        awards_cefr=_awarded_cefr(teaches),
        leads_to=row["leads_to"],
        spread=row["spread"],
        online=bool(row["online"]),
        daypart="day",
        origin=origin(row),
    )


def _school_hours(subkind: str) -> int:
    return SCHOOL_HOURS_AT_WORK if subkind == "practice_certificate" else SCHOOL_HOURS_OF_BBL


def _attainable(skill: str, level: int, training_id: str) -> int:
    """No training can ask more than the others teach."""
    others = (row["training_id"] for row in table("trainings") if row["training_id"] != training_id)
    return min(level, max(_taught(other).get(skill, 0) for other in others))


@cache
def _taught(training_id: str) -> dict[str, int]:
    taught: dict[str, int] = {}
    for name in ("training_skills", "training_skills_extra"):
        for row in table(name):
            if row["training_id"] == training_id:
                taught[row["skill_id"]] = max(taught.get(row["skill_id"], 0), int(row["level"]))
    return taught


def _awarded_cefr(teaches: Mapping[str, int]) -> str:
    """The level of Dutch that every taught part of it reaches; nothing for a course in reading alone beyond A1."""
    reached = min((level for skill, level in teaches.items() if skill in DUTCH), default=0)
    if "sk-nl-spreken" in teaches or reached == CEFR.A1:
        return CEFR(reached).name
    return ""


class _Entry:
    """Entry conditions of the facts: what the format has a column for, and the rest as text."""

    def __init__(self, row: Row) -> None:
        self.min_age: int | None = None
        self.max_age: int | None = None
        self.target_groups = ""
        self.skills: dict[str, int] = {}
        rest = [term for term in row["conditions"].split(";") if term and not self._understands(term)]
        if row["prior_education"] == "vmbo_pupil":
            rest.append("vmbo_pupil=true")
        self.text = ";".join(rest)

    def _understands(self, term: str) -> bool:
        match = re.fullmatch(r"([\w-]+)\s*(>=|<=|=)?\s*(.*)", term)
        if match is None:
            raise ValueError(f"not an entry condition: {term}")
        name, sign, value = match.groups("")
        if name == "age" and sign == ">=":
            self.min_age = int(value)
        elif name == "age" and sign == "<=":
            self.max_age = int(value)
        elif name == "status":
            self.target_groups = "status_holder"
            return sign == "="
        elif f"sk-{name}" in _skill_ids() - never_essential():
            self.skills[f"sk-{name}"] = int(value)
        else:
            return False
        return True


@cache
def _skill_ids() -> frozenset[str]:
    return frozenset(row["skill_id"] for row in table("skills"))
