"""Example learn-and-work places: each belongs to a bbl that is given in the region."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from tools.build_catalogue.calendar import BASE, LAST
from tools.build_catalogue.companies import Company, another_near_the_centre, companies_of
from tools.build_catalogue.facts import EXAMPLE, Row, draw, table
from tools.build_catalogue.occupations import essentials
from tools.build_catalogue.offerings import offerings
from tools.build_catalogue.tables import Tables
from tools.build_catalogue.trainings import Training, trainings

BBL_HOURS = {
    "practice_certificate": (20, 24, 28),
    "entree": (20, 24, 28),
    "bbl": (24, 32, 20, 28),
    "company_school": (24, 28, 32),
}
"""By subkind; the first place of an occupation in a region leaves room for a school day in a week of 32 hours."""
FEWEST_BBL_HOURS = {"practice_certificate": 16, "entree": 16, "bbl": 20}
"""What a bbl asks at least, unless its conditions say more; an intensive company school cannot do with less."""
MINIMUM_WAGE_MONTH_EUR = 2430
"""Gross, full time, from 21 years (own estimate from the hourly minimum of 2026)."""
BBL_WAGE_PERCENT = 92
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


def bbl_in(region: str, occupation: Row) -> list[Training]:
    """The bbl trainings for an occupation that the region gives."""
    return [
        training
        for training in bbl_for().get(occupation["occupation_id"], ())
        if region in _bbl_regions().get(training.training_id, frozenset())
    ]


def short_name(occupation: Row) -> str:
    """What stands for an occupation in the ids of its positions."""
    return occupation["occupation_id"].removeprefix("oc-")


def start_wage(occupation: Row) -> int:
    """Gross, full time."""
    return int(occupation["wage_month_eur"])


def add_bbl_places(tables: Tables, occupation: Row, training: Training, region: str) -> None:
    """Two companies with the usual hours, and a place with the fewest hours; not the first company if it can be."""
    usual = BBL_HOURS[training.subkind]
    companies = companies_of(region, occupation["sector"])
    for i, company in enumerate(companies[:2]):
        chance = draw("bbl", short_name(occupation), training.training_id, company.company_id)
        _add_bbl_place(tables, occupation, training, company, usual[chance % len(usual)] if i else usual[0])
    fewest = _fewest_hours(training)
    if fewest < usual[0]:
        small = another_near_the_centre(region, occupation["sector"])
        _add_bbl_place(tables, occupation, training, small, fewest, suffix="-dt")


def _fewest_hours(training: Training) -> int:
    """The least paid hours of a place: the contract that the training asks, or what is usual for its sort."""
    asked = re.search(r"contract_hours>=(\d+)", training.conditions)
    return int(asked.group(1)) if asked else FEWEST_BBL_HOURS.get(training.subkind, max(BBL_HOURS[training.subkind]))


def _add_bbl_place(
    tables: Tables, occupation: Row, training: Training, company: Company, hours: int, *, suffix: str = ""
) -> None:
    wage = max(MINIMUM_WAGE_MONTH_EUR, start_wage(occupation) * BBL_WAGE_PERCENT // 100)
    tables.add(
        "positions",
        EXAMPLE,
        position_id=f"po-{short_name(occupation)}-{company.company_id.removeprefix('co-')}-{training.training_id}{suffix}",
        company_id=company.company_id,
        kind="bbl",
        occupation_id=occupation["occupation_id"],
        credential_id=training.awards[0],
        hours_per_week=hours,
        wage_month_eur=wage,
        capacity=1 + draw("bbl", short_name(occupation), training.training_id, company.company_id) // 31 % 3,
        min_age=training.min_age or 16,
        min_cefr=training.min_cefr,
        open_from=BASE.isoformat(),
        open_to=LAST.isoformat(),
        training_id=training.training_id,
        example=1,
    )
