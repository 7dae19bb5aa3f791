"""How people move on: the steps of the ladders, and what they learn by doing the work."""

from __future__ import annotations

from tools.build_catalogue.facts import OWN_ESTIMATE, origin, table
from tools.build_catalogue.occupations import essentials, optionals
from tools.build_catalogue.skills import LICENCES_TO_DRIVE
from tools.build_catalogue.tables import Tables

WEEKS_PER_YEAR = 52
USUAL_AFTER_WEEKS = 52
"""After a year someone does what usually belongs to the work, also what was not asked on the first day."""
BETTER_AFTER_WEEKS = 156
"""After three years someone is one level better at the heart of the work."""
BEST_BY_WORK_ALONE = 4


def add_transitions(tables: Tables) -> None:
    """Fill `transitions`: each ladder step, with the years it usually takes as least tenure."""
    for row in table("ladders"):
        tables.add(
            "transitions",
            origin(row),
            from_occupation_id=row["from_occupation"],
            to_occupation_id=row["to_occupation"],
            min_tenure_weeks=int(row["years"]) * WEEKS_PER_YEAR,
        )


def experience() -> dict[tuple[str, str, int], int]:
    """For each occupation, skill and level the weeks of work that give it."""
    learnt: dict[tuple[str, str, int], int] = {}

    def learn(occupation: str, skill: str, level: int, weeks: int) -> None:
        if skill not in LICENCES_TO_DRIVE:
            key = (occupation, skill, level)
            learnt[key] = min(weeks, learnt.get(key, weeks))

    for occupation, skills in optionals().items():
        for skill, level in skills.items():
            learn(occupation, skill, level, USUAL_AFTER_WEEKS)
    for occupation, skills in essentials().items():
        for skill, level in skills.items():
            if level < BEST_BY_WORK_ALONE:
                learn(occupation, skill, level + 1, BETTER_AFTER_WEEKS)
    for row in table("ladders"):
        here, there = row["from_occupation"], row["to_occupation"]
        held = optionals()[here] | essentials()[here]
        for skill, level in essentials()[there].items():
            if level == held.get(skill, 0) + 1 and skill in held:
                learn(here, skill, level, int(row["years"]) * WEEKS_PER_YEAR)
    return learnt


def add_experience(tables: Tables) -> None:
    """Fill `experience`, in the order of the occupations."""
    order = [row["occupation_id"] for row in table("occupations")]
    for (occupation, skill, level), weeks in sorted(
        experience().items(), key=lambda item: (order.index(item[0][0]), item[0][1:])
    ):
        tables.add("experience", OWN_ESTIMATE, occupation_id=occupation, skill_id=skill, level=level, after_weeks=weeks)
