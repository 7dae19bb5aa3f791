"""Seeded people for a generated catalogue: every field somewhere at its edge."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.feasibility.draft import BENEFITS, CEFR, CENTRE, GROUPS
from tests.feasibility.writing import Tables

LEAP_DAYS = (date(1996, 2, 29), date(2004, 2, 29), date(2008, 2, 29))


def make_people(seed: int, count: int, tables: Tables) -> list[dict[str, Any]]:
    """Profiles as JSON, of people who hold some of what the catalogue knows."""
    about = {row["key"]: row["value"] for row in tables["bundle"]}
    base = date.fromisoformat(str(about["base_date"]))
    skills = [str(row["skill_id"]) for row in tables["skills"]]
    papers = [str(row["credential_id"]) for row in tables["credentials"]]
    return [_someone(Random(f"person {seed} {number}"), f"U{number}", base, skills, papers) for number in range(count)]


def _someone(random: Random, name: str, base: date, skills: list[str], papers: list[str]) -> dict[str, Any]:
    held = random.sample(skills, min(len(skills), random.choice((0, 2, 5, 8, 16))))
    lat, lon = CENTRE
    return {
        "profile_id": name,
        "birth_date": _birth(random, base).isoformat(),
        # Some can begin weeks before the catalogue does, some weeks after.
        "available_from": (base + timedelta(weeks=random.choice((0, 0, 1, 3, 9, -1, -6)))).isoformat(),
        "lat": round(lat + random.gauss(0, 0.05), 5),
        "lon": round(lon + random.gauss(0, 0.08), 5),
        "modes": random.choice((["bike"], ["bike", "transit"], ["transit"], ["car"], ["bike", "transit", "car"])),
        "max_travel_minutes": random.choice((30, 60, 60, 90, 120)),
        "hours_per_week": random.choice((16, 24, 32, 32, 36, 40)),
        "cefr": random.choice(CEFR),
        "nlqf": random.choice((0, 0, 1, 1, 2, 3, 4)),
        "skills": [{"skill_id": skill, "level": random.choice((1, 1, 2, 2, 3, 5))} for skill in sorted(held)],
        "credentials": sorted(random.sample(papers, random.choice((0, 0, 0, 1, 2)))),
        "target_groups": sorted(random.sample(GROUPS, random.choice((0, 1, 1, 2)))),
        "benefit": random.choice(BENEFITS),
        "budget_eur": random.choice((0, 300, 651, 1500, 2500, 4000)),
        "horizon_weeks": random.choice((10, 26, 52, 156)),
        "weights": _weights(random),
    }


def _birth(random: Random, base: date) -> date:
    """Mostly anyone; now and then a leap day, or someone who has a birthday soon after the start."""
    kind = random.random()
    if kind < 0.15:
        return random.choice(LEAP_DAYS)
    if kind < 0.4:
        return base.replace(year=base.year - random.choice((16, 18, 19, 21, 28))) + timedelta(
            days=random.randint(1, 200)
        )
    return base - timedelta(days=random.randint(17 * 365, 60 * 365))


def _weights(random: Random) -> dict[str, float]:
    if random.random() < 0.6:
        return {"week": 1, "qualified": 0.25, "cost": 1, "travel": 0.05, "step": 0.5, "wage": 1}
    return {
        "week": random.choice((0, 0.125, 1, 2.5)),
        "qualified": random.choice((0, 0.25, 1)),
        "cost": random.choice((0, 0.333, 1, 4)),
        "travel": random.choice((0, 0.05, 0.301)),
        "step": random.choice((0, 0.5, 3)),
        "wage": random.choice((0, 0.5, 1)),
    }
