"""Seeded catalogues with everything that makes planning hard; the same seed gives the same files.

Courses that share or supply each other's prerequisites, courses that cannot be followed together, chains of language
levels, schemes that stack, overlap and run out, ages, groups, full places, catalogues shorter than a year.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.feasibility.draft import BENEFITS, CEFR, GROUPS, KINDS, Draft
from tests.feasibility.writing import Tables

SECTORS = ("metal", "energy", "infra", "process", "building")
GENERAL = ("G1", "G2", "G3", "G4")


def make_tables(seed: int) -> Tables:
    """A bundle of some fourteen occupations and a hundred and twenty offerings."""
    random = Random(f"bundle {seed}")
    base = date(2027, 1, 4) + timedelta(weeks=random.randint(-10, 30))
    draft = Draft(random=random, base=base, horizon=random.choice((40, 70, 104, 131, 156)), kilometres=9)
    draft.about(f"region {seed}")
    draft.places(sites=14, companies=16)
    _skills_and_papers(draft)
    _language(draft)
    _basics(draft)
    for sector in SECTORS:
        _modules(draft, sector)
    for number in range(14):
        _occupation(draft, number)
    _transitions(draft)
    _schemes(draft)
    return draft.tables


def _skills_of(sector: str) -> list[str]:
    return [f"{sector[:2].upper()}{number}" for number in range(1, 5)]


def _skills_and_papers(draft: Draft) -> None:
    for skill in GENERAL:
        draft.add("skills", skill_id=skill, label=skill, kind="basic", sector="")
    for sector in SECTORS:
        for skill in _skills_of(sector):
            draft.add("skills", skill_id=skill, label=skill, kind="sector", sector=sector)
        draft.add("credentials", credential_id=f"{sector}-safe", label="safe", kind="certificate")
        for level in (2, 3):
            draft.add(
                "credentials", credential_id=f"{sector}-{level}", label="diploma", kind="diploma", nlqf_level=level
            )


def _starts(draft: Draft, *, apart: int, rolling: float = 0.0) -> list[int]:
    """Weeks in which a course begins; none when it is rolling."""
    if draft.chance(rolling):
        return []
    first = draft.random.randrange(apart)
    return list(range(first, draft.horizon, apart)) or [draft.random.randrange(draft.horizon)]


def _hurdles(draft: Draft, share: float) -> dict[str, Any]:
    """Now and then something only some people pass."""
    random = draft.random
    entry: dict[str, Any] = {}
    if draft.chance(share):
        entry["target_groups"] = set(random.sample(GROUPS, 2))
    if draft.chance(share):
        entry["min_age"] = random.choice((16, 18, 19, 21))
    if draft.chance(share / 2):
        entry["max_age"] = random.choice((23, 27, 30, 55))
    if draft.chance(share):
        entry["min_nlqf"] = random.choice((1, 2, 2, 3))
    return entry


def _language(draft: Draft) -> None:
    random = draft.random
    for level in range(4):
        for jump in (1, 1, 2 if draft.chance(0.3) else 1):
            weeks, hours = random.choice(((4, 16), (8, 9), (14, 5)))
            draft.offering(
                "language",
                "general",
                weeks=weeks * jump,
                hours=hours,
                cost=random.choice((0, 299, 450, 871)),
                starts=_starts(draft, apart=random.randint(3, 12), rolling=0.4),
                online=draft.chance(0.3),
                min_cefr=CEFR[level],
                awards_cefr=CEFR[level + jump],
                **_hurdles(draft, 0.08),
            )


def _basics(draft: Draft) -> None:
    random = draft.random
    for number, skill in enumerate(GENERAL):
        other = GENERAL[(number + 1) % len(GENERAL)]
        for level in (2, 3):
            draft.offering(
                "basic",
                "general",
                weeks=random.randint(3, 9),
                hours=random.choice((0, 4, 6, 8)),
                cost=random.choice((0, 0, 120, 333)),
                starts=_starts(draft, apart=random.randint(3, 10), rolling=0.25),
                teaches={skill: level, **({other: level - 1} if draft.chance(0.5) else {})},
                needs={skill: level - 1} if level > 2 else {},
                online=draft.chance(0.2),
                min_cefr=random.choice(("", "A1", "A2")),
                **_hurdles(draft, 0.08),
            )


def _module(draft: Draft, sector: str, teaches: dict[str, int], needs: dict[str, int]) -> None:
    random = draft.random
    for _ in range(random.choice((1, 1, 2))):
        draft.offering(
            "module",
            sector,
            weeks=random.randint(2, 12),
            hours=random.choice((4, 6, 8, 8, 12, 16, 24)),
            cost=random.choice((0, 99, 250, 613, 1100)),
            starts=_starts(draft, apart=random.randint(3, 14), rolling=0.08),
            teaches=teaches,
            needs=needs,
            online=draft.chance(0.08),
            min_cefr=random.choice(("", "", "A2", "B1")),
            **_hurdles(draft, 0.1),
        )


def _modules(draft: Draft, sector: str) -> None:
    """Two ladders of modules; two pairs that ask each other first, one of which can be entered from elsewhere."""
    one, two, three, four = _skills_of(sector)
    general = draft.random.choice(GENERAL)
    _module(draft, sector, {one: 2, two: 1}, {})
    _module(draft, sector, {one: 3, two: 3}, {one: 2, general: 1})
    _module(draft, sector, {two: 4}, {one: 3})
    _module(draft, sector, {three: 2}, {four: 2})
    _module(draft, sector, {four: 2}, {three: 2})
    _module(draft, sector, {three: 3, four: 1}, {general: 2})
    _module(draft, sector, {four: 4}, {three: 3, one: 2})
    if draft.chance(0.5):
        _module(draft, sector, {two: 3}, {three: 1})
    draft.offering(
        "certificate",
        sector,
        weeks=draft.random.randint(1, 3),
        hours=draft.random.choice((8, 16)),
        cost=draft.random.choice((101, 287, 940)),
        starts=_starts(draft, apart=draft.random.randint(3, 9)),
        teaches={four: 1},
        needs={one: 1} if draft.chance(0.4) else {},
        awards=[f"{sector}-safe"],
        min_age=18 if draft.chance(0.5) else "",
    )


def _occupation(draft: Draft, number: int) -> None:
    random = draft.random
    sector, level = SECTORS[number % len(SECTORS)], random.choice((2, 2, 3))
    name, diploma = f"O{number:02d}", f"{sector}-{level}"
    draft.add(
        "occupations",
        occupation_id=name,
        label=name,
        isco_code="7212",
        sector=sector,
        nlqf_level=level,
        wage_month_eur=2000 + 300 * level + random.randint(0, 70) * 10,
    )
    asked = dict.fromkeys(random.sample(_skills_of(sector), random.randint(1, 3)), 0)
    asked |= dict.fromkeys(random.sample(GENERAL, random.choice((0, 1, 1, 2))), 0)
    if draft.chance(0.25):
        asked[random.choice(_skills_of(random.choice(SECTORS)))] = 0
    asked = {skill: random.choice((1, 2) if skill in GENERAL else (1, 2, 2, 3, 3, 4)) for skill in asked}
    for skill, wanted in asked.items():
        draft.add("occupation_skills", occupation_id=name, skill_id=skill, level=wanted, importance="essential")
    extra = next(skill for skill in (*GENERAL, *_skills_of(sector)) if skill not in asked)
    draft.add("occupation_skills", occupation_id=name, skill_id=extra, level=5, importance="optional")
    for paper, share in ((diploma, 0.4), (f"{sector}-safe", 0.3)):
        if draft.chance(share):
            draft.add("occupation_credentials", occupation_id=name, credential_id=paper, importance="essential")
    _roads(draft, sector, diploma, asked)
    _work(draft, name, sector, diploma)


def _roads(draft: Draft, sector: str, diploma: str, asked: dict[str, int]) -> None:
    """A course of the trade, a school, an exam for who can already do it, and learning on the job."""
    random = draft.random
    most = {skill: level for skill, level in asked.items() if draft.chance(0.85)} or asked
    first = {random.choice(sorted(asked)): 1}
    safe = [f"{sector}-safe"]
    if draft.chance(0.7):
        draft.offering(
            "course", sector, weeks=random.randint(6, 20), hours=random.choice((12, 20, 28)), min_cefr="A2",
            cost=random.randint(5, 30) * 97, starts=_starts(draft, apart=random.randint(6, 20)), teaches=most,
            needs=first if draft.chance(0.3) else {}, **_hurdles(draft, 0.1),
        )  # fmt: skip
    if draft.chance(0.6):
        draft.offering(
            "exam", sector, weeks=random.randint(1, 4), hours=random.choice((0, 4)), cost=random.choice((310, 725)),
            starts=_starts(draft, apart=random.randint(3, 8), rolling=0.3), needs=asked, awards=[diploma],
            min_cefr="B1", **_hurdles(draft, 0.15),
        )  # fmt: skip
    if draft.chance(0.4):
        draft.offering(
            "bol", sector, weeks=random.randint(20, 50), hours=random.choice((20, 26)), cost=random.choice((250, 1300)),
            starts=_starts(draft, apart=26), teaches=most, awards=[diploma], min_cefr="A2", min_age=16,
        )  # fmt: skip
    for _ in range(random.choice((1, 1, 2))):
        draft.offering(
            "bbl", sector, weeks=random.choice((26, 40, 52, 78)), hours=random.choice((6, 8)),
            cost=random.choice((0, 260, 640)), starts=_starts(draft, apart=random.choice((8, 26))), teaches=most,
            needs=first if draft.chance(0.3) else {}, papers=safe if draft.chance(0.2) else [],
            awards=[diploma], min_cefr=random.choice(("A1", "A2", "B1")), **_hurdles(draft, 0.12),
        )  # fmt: skip


def _work(draft: Draft, occupation: str, sector: str, diploma: str) -> None:
    random = draft.random
    kinds = ["job"] * random.choice((1, 2, 3)) + ["bbl"] * random.choice((1, 1, 2))
    for kind in kinds:
        opens = random.choice((-20, -20, 0, 10, 30))
        draft.position(
            kind,
            occupation,
            hours=random.choice((14, 18, 24) if kind == "bbl" else (12, 20, 24, 32)),
            wage=random.randint(170, 320) * 10,
            window=(opens, opens + random.choice((12, 40, 300, 300))),
            paper=diploma if kind == "bbl" else "",
            needs={random.choice(GENERAL): random.choice((1, 2))} if draft.chance(0.15) else {},
            papers=[f"{sector}-safe"] if draft.chance(0.08) else [],
            min_cefr=random.choice(("", "", "A2", "B1")),
            **_hurdles(draft, 0.1),
        )


def _transitions(draft: Draft) -> None:
    """Moves up, down and around in circles; and in most catalogues skills that come with work."""
    random, names = draft.random, [str(row["occupation_id"]) for row in draft.tables["occupations"]]
    for name in names:
        for other in random.sample([n for n in names if n != name], 7):
            tenure = random.choice((0, 13, 26, 52, 104))
            draft.add("transitions", from_occupation_id=name, to_occupation_id=other, min_tenure_weeks=tenure)
    if draft.chance(0.7):
        for row in draft.tables["occupation_skills"]:
            level, weeks = random.randint(1, 4), random.choice((0, 26, 52, 104))
            draft.add("experience", occupation_id=row["occupation_id"], skill_id=row["skill_id"], level=level,
                      after_weeks=weeks)  # fmt: skip


def _schemes(draft: Draft) -> None:
    random = draft.random
    for _ in range(7):
        valid = (random.choice((-30, -30, 4, 12)), random.choice((12, 26, 60, 300)))
        conditions: dict[str, Any] = {}
        if draft.chance(0.4):
            conditions["target_groups"] = set(random.sample(GROUPS, 2))
        if draft.chance(0.25):
            conditions["benefits"] = set(random.sample(BENEFITS, 2))
        if draft.chance(0.3):
            conditions["sectors"] = set(random.sample((*SECTORS, "general"), 3))
        if draft.chance(0.4):
            conditions["offering_kinds"] = set(random.sample(KINDS, 4))
        if draft.chance(0.2):
            conditions["min_age"] = random.choice((18, 21, 27))
        if draft.chance(0.2):
            conditions["max_age"] = random.choice((27, 40))
        draft.scheme(
            random.choice(("public", "sector", "voucher")),
            share=random.choice((0, 29, 35, 57, 58, 80, 100)),
            most=random.choice((0, 1, 150, 400, 1000)),
            cap=random.choice((0, 200, 333, 900, 2500)),
            valid=valid,
            **conditions,
        )
