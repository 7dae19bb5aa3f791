"""Seeded cases of people who begin to work some weeks before the ten years are over, so that trying everything ends."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from tests.feasibility.draft import CENTRE, Draft
from tests.feasibility.writing import Tables

SKILLS = ("A", "B", "C")
BEGIN = 506
"""The week in which the only open job begins."""
HORIZON = 104
FIRST = HORIZON - 52 + (BEGIN - HORIZON) % 52
"""The catalogue week that comes again in that week."""


def make_late(seed: int) -> tuple[Tables, dict[str, Any]]:
    """Work in O0 that anyone may have, O1 to O3 to move on to, and three courses beside it."""
    random = Random(f"late {seed}")
    draft = Draft(random=random, base=date(2027, 1, 4), horizon=HORIZON, kilometres=0)
    draft.about(f"late {seed}")
    draft.places(sites=1, companies=1)
    for skill in SKILLS:
        draft.add("skills", skill_id=skill, label=skill, kind="cross", sector="")
    for number in range(4):
        _occupation(draft, number)
    for number, skill in enumerate(SKILLS):
        asked = {random.choice([other for other in SKILLS if other != skill]): 1} if draft.chance(0.3) else {}
        starts = sorted(random.sample(range(FIRST, FIRST + 10), random.choice((1, 2))))
        draft.offering("module", "metal", weeks=random.randint(1, 4), hours=random.choice((3, 4, 5, 8)), cost=0,
                       starts=starts, teaches={skill: random.choice((1, 2))}, needs=asked,
                       online=number > 0)  # fmt: skip
    return draft.tables, _someone()


def _occupation(draft: Draft, number: int) -> None:
    random, name = draft.random, f"O{number}"
    wage = random.choice((1900, 2500, 2500, 3100, 3700, 5000, 8000))
    draft.add("occupations", occupation_id=name, label=name, sector="metal", nlqf_level=2, wage_month_eur=wage)
    window = (BEGIN, BEGIN) if number == 0 else (-9, -9)
    draft.position("job", name, hours=20, wage=wage, window=window, capacity=2,
                   needs={random.choice(SKILLS): 1} if number and draft.chance(0.2) else {})  # fmt: skip
    for skill in random.sample(SKILLS, random.choice((0, 1, 1, 2)) if number else 0):
        draft.add("occupation_skills", occupation_id=name, skill_id=skill, level=random.choice((1, 1, 2)),
                  importance="essential")  # fmt: skip
    for other in random.sample([other for other in range(4) if other != number], random.choice((1, 2, 3))):
        draft.add("transitions", from_occupation_id=name, to_occupation_id=f"O{other}",
                  min_tenure_weeks=random.choice((1, 2, 4)))  # fmt: skip
    if draft.chance(0.4):
        draft.add("experience", occupation_id=name, skill_id=random.choice(SKILLS), level=random.choice((1, 2)),
                  after_weeks=random.choice((1, 3, 6)))  # fmt: skip


def _someone() -> dict[str, Any]:
    lat, lon = CENTRE
    return {
        "profile_id": "late",
        "birth_date": "1990-05-05",
        "available_from": "2027-01-04",
        "lat": lat,
        "lon": lon,
        "modes": ["bike"],
        "max_travel_minutes": 60,
        "hours_per_week": 30,
        "cefr": "B1",
        "nlqf": 1,
        "skills": [],
        "credentials": [],
        "target_groups": [],
        "benefit": "none",
        "budget_eur": 0,
        "horizon_weeks": 515,
        "weights": {"week": 1, "qualified": 0.25, "cost": 1, "travel": 0.05, "step": 0.5, "wage": 1},
    }
