"""Seeded cases so small that trying everything ends: two occupations, eight offerings, a few starts, half a year."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.feasibility.draft import CEFR, GROUPS, KINDS, Draft
from tests.feasibility.people import make_people
from tests.feasibility.writing import Tables

SKILLS = ("A", "B", "C")
SECTORS = ("metal", "energy")


def make_tiny(seed: int) -> tuple[Tables, dict[str, Any]]:
    """A catalogue with occupations O0 and O1, and one person."""
    random = Random(f"tiny {seed}")
    base = date(2027, 1, 4) + timedelta(weeks=random.randint(0, 8))
    draft = Draft(random=random, base=base, horizon=random.randint(22, 30), kilometres=4)
    draft.about(f"tiny {seed}")
    draft.places(sites=3, companies=2)
    for skill in SKILLS:
        draft.add("skills", skill_id=skill, label=skill, kind="cross", sector="")
    draft.add("credentials", credential_id="paper", label="paper", kind="certificate", nlqf_level=0)
    draft.add("credentials", credential_id="diploma", label="diploma", kind="diploma", nlqf_level=2)
    for number, sector in enumerate(SECTORS):
        _occupation(draft, f"O{number}", sector)
    _offerings(draft)
    _schemes(draft)
    return draft.tables, _person(random, seed, draft.tables)


def _occupation(draft: Draft, name: str, sector: str) -> None:
    random = draft.random
    draft.add("occupations", occupation_id=name, label=name, sector=sector, nlqf_level=2, wage_month_eur=2500)
    for skill in random.sample(SKILLS, random.choice((1, 2, 2, 3))):
        draft.add("occupation_skills", occupation_id=name, skill_id=skill, level=random.choice((1, 2, 2, 3)),
                  importance="essential")  # fmt: skip
    for paper, share in (("paper", 0.25), ("diploma", 0.2)):
        if draft.chance(share):
            draft.add("occupation_credentials", occupation_id=name, credential_id=paper, importance="essential")
    for kind in ("job", random.choice(("job", "bbl")), "bbl"):
        opens = random.randint(0, 9)
        draft.position(
            kind, name, hours=random.choice((8, 12) if kind == "bbl" else (12, 16, 20)), wage=2000,
            window=(opens, opens + random.choice((12, 30, 40))), paper="diploma" if kind == "bbl" else "",
            needs={random.choice(SKILLS): 1} if draft.chance(0.2) else {},
            min_cefr=random.choice(("", "", "A2")), min_age=random.choice(("", "", "", 19)),
        )  # fmt: skip


def _some_starts(draft: Draft) -> list[int]:
    return draft.random.sample(range(draft.horizon - 4), draft.random.randint(3, 5))


def _offerings(draft: Draft) -> None:
    """One language course, one paper, two bbl; the rest teaches skills, some of it in circles."""
    random = draft.random
    low = random.choice((0, 1, 1))
    draft.offering(
        "language", "general", weeks=random.randint(2, 5), hours=random.choice((4, 8)), cost=random.choice((0, 250)),
        starts=[] if draft.chance(0.2) else _some_starts(draft), online=draft.chance(0.5), min_cefr=CEFR[low],
        awards_cefr=CEFR[low + random.choice((1, 2))],
    )  # fmt: skip
    draft.offering(
        "certificate", "metal", weeks=1, hours=8, cost=random.choice((90, 301)), starts=_some_starts(draft),
        needs={random.choice(SKILLS): random.randint(1, 2)} if draft.chance(0.5) else {},
        awards=["paper"] if draft.chance(0.7) else ["paper", "diploma"],
    )  # fmt: skip
    for _ in range(2):
        draft.offering(
            "bbl", random.choice(SECTORS), weeks=random.randint(4, 14), hours=random.choice((4, 8)),
            cost=random.choice((0, 150)), starts=_some_starts(draft), awards=["diploma"],
            teaches={skill: random.randint(1, 3) for skill in random.sample(SKILLS, random.choice((1, 2, 3)))},
            needs={random.choice(SKILLS): 1} if draft.chance(0.4) else {},
            papers=["paper"] if draft.chance(0.2) else [], min_cefr=random.choice(("", "A2")),
        )  # fmt: skip
    for number in range(4):
        taught = SKILLS[number % len(SKILLS)]
        asked = random.choice([skill for skill in SKILLS if skill != taught])
        level = random.choice((1, 2, 2, 3, 3))
        draft.offering(
            random.choice(("basic", "module", "course")), random.choice(SECTORS), weeks=random.randint(1, 7),
            hours=random.choice((4, 8, 8, 12, 16)), cost=random.choice((0, 100, 333, 700)),
            starts=_some_starts(draft), teaches={taught: level, **({asked: 1} if draft.chance(0.4) else {})},
            needs={random.choice((asked, taught)): max(1, level - 1)} if draft.chance(0.55) else {},
            min_cefr=random.choice(("", "", "A2")), min_age=random.choice(("", "", "", 19)),
        )  # fmt: skip


def _schemes(draft: Draft) -> None:
    random = draft.random
    for _ in range(random.randint(0, 3)):
        opens = random.choice((-1, -1, 5))
        draft.scheme(
            random.choice(("public", "sector")), share=random.choice((29, 50, 100)), most=random.choice((80, 250)),
            cap=random.choice((80, 200, 400)), valid=(opens, opens + random.choice((6, 60))),
            offering_kinds=set(random.sample(KINDS, 5)) if draft.chance(0.5) else "",
            target_groups=set(random.sample(GROUPS, 3)) if draft.chance(0.3) else "",
        )  # fmt: skip


def _person(random: Random, seed: int, tables: Tables) -> dict[str, Any]:
    person = make_people(seed, 1, tables)[0]
    person["hours_per_week"] = random.choice((18, 22, 26))
    person["horizon_weeks"] = random.choice((20, 26, 30))
    person["max_travel_minutes"] = random.choice((50, 75))
    person["cefr"] = random.choice(("A0", "A1", "A1", "A1", "A2", "B1"))
    person["budget_eur"] = random.choice((250, 700, 1500))
    person["skills"] = [{"skill_id": random.choice(SKILLS), "level": 1}] if random.random() < 0.4 else []
    person["credentials"] = []
    return person
