"""Example positions: jobs, and learn-and-work places that belong to a bbl given in the region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tools.build_catalogue.calendar import BASE, LAST
from tools.build_catalogue.companies import Company, companies_of
from tools.build_catalogue.facts import EXAMPLE, Row, draw, table
from tools.build_catalogue.occupations import dutch_needed, essentials
from tools.build_catalogue.offerings import offerings
from tools.build_catalogue.spread import regions_for
from tools.build_catalogue.tables import Tables
from tools.build_catalogue.trainings import Training, trainings

JOB_HOURS = (32, 36, 38, 24, 40, 32, 36)
"""The first job of an occupation in a region fits a week of 32 hours."""
BBL_HOURS = (24, 32, 20, 28)
"""The first bbl place of an occupation in a region leaves room for a school day in a week of 32 hours."""
MINIMUM_WAGE_MONTH_EUR = 2430
"""Gross, full time, from 21 years (own estimate from the hourly minimum of 2026)."""
BBL_WAGE_PERCENT = 92
DANGEROUS = frozenset(
    {"cr-hoogwerker", "cr-hijsen", "cr-rijbewijs-ce", "cr-tcvt-w4", "cr-gwo", "cr-dvp", "cr-vp-nen3840", "cr-bei-vp"}
)
"""Papers of work that nobody under 18 may do."""
LEAST_COVERED = 0.5
"""A bbl that a ladder names for an occupation fits when it teaches at least this share of the essentials."""


@cache
def bbl_for() -> dict[str, tuple[Training, ...]]:
    """For each occupation the bbl trainings by which someone learns it on the job."""
    known = {training.training_id: training for training in trainings() if training.kind == "bbl"}
    pairs: dict[tuple[str, str], None] = {}
    for training in known.values():
        if training.leads_to:
            pairs[training.leads_to, training.training_id] = None
    for row in table("ladders"):
        for name in row["trainings"].split("|"):
            if name in known and _covered(known[name], row["to_occupation"]) >= LEAST_COVERED:
                pairs[row["to_occupation"], name] = None
    for row in table("bbl_occupations"):
        pairs[row["occupation_id"], row["training_id"]] = None
    found: dict[str, list[Training]] = defaultdict(list)
    for occupation, name in pairs:
        found[occupation].append(known[name])
    return {occupation: tuple(those) for occupation, those in found.items()}


def _covered(training: Training, occupation: str) -> float:
    needed = essentials()[occupation]
    return sum(training.teaches.get(skill, 0) >= level for skill, level in needed.items()) / len(needed)


@cache
def _bbl_regions() -> dict[str, frozenset[str]]:
    """For each bbl training the regions that give it."""
    regions: dict[str, set[str]] = defaultdict(set)
    for placed in offerings():
        if placed.site and placed.training.kind == "bbl":
            regions[placed.training.training_id].add(placed.site.region_code)
    return {training: frozenset(codes) for training, codes in regions.items()}


def add_positions(tables: Tables) -> None:
    """Fill `positions`."""
    for occupation in table("occupations"):
        jobs = regions_for(occupation["occupation_id"], occupation["spread"])
        for region in (row["region_code"] for row in table("regions")):
            schools = [
                training
                for training in bbl_for().get(occupation["occupation_id"], ())
                if region in _bbl_regions().get(training.training_id, frozenset())
            ]
            if region in jobs or schools:
                for i, company in enumerate(_employers(occupation, region)):
                    _add_job(tables, occupation, company, i)
                for training in schools:
                    _add_bbl_places(tables, occupation, training, region)


def _employers(occupation: Row, region: str) -> Iterator[Company]:
    """The company in the region's centre, and others as the occupation is scarcer."""
    companies = companies_of(region, occupation["sector"])
    yield companies[0]
    more = int(occupation["scarcity"]) >= 4 and occupation["spread"] == "every"
    others = companies[1:] if more else companies[1:2]
    yield from (company for company in others if draw("hires", occupation["occupation_id"], company.company_id) % 2)


def _min_age(occupation: Row) -> int:
    papers = {
        row["credential_id"]
        for row in table("occupation_credentials")
        if row["occupation_id"] == occupation["occupation_id"]
    }
    return 18 if papers & DANGEROUS else 16


def _add_job(tables: Tables, occupation: Row, company: Company, i: int) -> None:
    name = occupation["occupation_id"].removeprefix("oc-")
    chance = draw("job", name, company.company_id)
    tables.add(
        "positions",
        EXAMPLE,
        position_id=f"po-{name}-{company.company_id.removeprefix('co-')}",
        company_id=company.company_id,
        kind="job",
        occupation_id=occupation["occupation_id"],
        hours_per_week=JOB_HOURS[chance % len(JOB_HOURS)] if i else JOB_HOURS[0],
        wage_month_eur=int(occupation["wage_month_eur"]) + 50 * (chance // 7 % 4 if i else 0),
        capacity=1 + chance // 31 % 4,
        min_age=_min_age(occupation),
        min_cefr=dutch_needed()[occupation["occupation_id"]],
        open_from=BASE.isoformat(),
        open_to=LAST.isoformat(),
        example=1,
    )


def _add_bbl_places(tables: Tables, occupation: Row, training: Training, region: str) -> None:
    name = occupation["occupation_id"].removeprefix("oc-")
    companies = companies_of(region, occupation["sector"])
    for i, company in enumerate(companies[:2]):
        chance = draw("bbl", name, training.training_id, company.company_id)
        wage = max(MINIMUM_WAGE_MONTH_EUR, int(occupation["wage_month_eur"]) * BBL_WAGE_PERCENT // 100)
        tables.add(
            "positions",
            EXAMPLE,
            position_id=f"po-{name}-{company.company_id.removeprefix('co-')}-{training.training_id}",
            company_id=company.company_id,
            kind="bbl",
            occupation_id=occupation["occupation_id"],
            credential_id=training.awards[0],
            hours_per_week=BBL_HOURS[chance % len(BBL_HOURS)] if i else BBL_HOURS[0],
            wage_month_eur=wage,
            capacity=1 + chance // 31 % 3,
            min_age=training.min_age or 16,
            min_cefr=training.min_cefr,
            open_from=BASE.isoformat(),
            open_to=LAST.isoformat(),
            training_id=training.training_id,
            example=1,
        )
