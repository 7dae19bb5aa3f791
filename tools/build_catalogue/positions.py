"""Example positions: jobs, full-time and part-time, and the learn-and-work places of the region."""

from __future__ import annotations

from collections.abc import Iterator

from tools.build_catalogue.bbl_places import add_bbl_places, bbl_in, short_name, start_wage
from tools.build_catalogue.calendar import BASE, LAST
from tools.build_catalogue.companies import Company, companies_of
from tools.build_catalogue.facts import EXAMPLE, Row, draw, table
from tools.build_catalogue.occupations import dutch_needed
from tools.build_catalogue.spread import regions_for
from tools.build_catalogue.tables import Tables

JOB_HOURS = (32, 36, 38, 24, 40, 32, 36)
"""The first job of an occupation in a region fits a week of 32 hours."""
PART_TIME_HOURS = (24, 20, 16)
SKILLED_PART_TIME_HOURS = 24
HIGHEST_LEVEL_OF_BEGINNERS = 2
DANGEROUS = frozenset(
    {"cr-hoogwerker", "cr-hijsen", "cr-rijbewijs-ce", "cr-tcvt-w4", "cr-gwo", "cr-dvp", "cr-vp-nen3840", "cr-bei-vp"}
)
"""Papers of work that nobody under 18 may do."""


def add_positions(tables: Tables) -> None:
    """Fill `positions`."""
    for occupation in table("occupations"):
        jobs = regions_for(occupation["occupation_id"], occupation["spread"])
        for region in (row["region_code"] for row in table("regions")):
            schools = bbl_in(region, occupation)
            if region in jobs or schools:
                for i, company in enumerate(_employers(occupation, region)):
                    _add_job(tables, occupation, company, i)
                _add_part_time_job(tables, occupation, region)
                for training in schools:
                    add_bbl_places(tables, occupation, training, region)


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
    chance = draw("job", short_name(occupation), company.company_id)
    hours = JOB_HOURS[chance % len(JOB_HOURS)] if i else JOB_HOURS[0]
    _add_position(
        tables, occupation, company, hours, wage_month_eur=start_wage(occupation) + 50 * (chance // 7 % 4 if i else 0)
    )


def _add_part_time_job(tables: Tables, occupation: Row, region: str) -> None:
    """In the region's centre: for beginners everywhere, for skilled people in about half of the regions."""
    company = companies_of(region, occupation["sector"])[0]
    chance = draw("part-time", short_name(occupation), company.company_id)
    if int(occupation["nlqf"]) <= HIGHEST_LEVEL_OF_BEGINNERS:
        hours = PART_TIME_HOURS[chance % len(PART_TIME_HOURS)]
    elif chance % 2:
        hours = SKILLED_PART_TIME_HOURS
    else:
        return
    _add_position(tables, occupation, company, hours, suffix="-dt", wage_month_eur=start_wage(occupation))


def _add_position(
    tables: Tables, occupation: Row, company: Company, hours: int, *, wage_month_eur: int, suffix: str = ""
) -> None:
    tables.add(
        "positions",
        EXAMPLE,
        position_id=f"po-{short_name(occupation)}-{company.company_id.removeprefix('co-')}{suffix}",
        company_id=company.company_id,
        kind="job",
        occupation_id=occupation["occupation_id"],
        hours_per_week=hours,
        wage_month_eur=wage_month_eur,
        capacity=1 + draw("job", short_name(occupation), company.company_id) // 31 % 4,
        min_age=_min_age(occupation),
        min_cefr=dutch_needed()[occupation["occupation_id"]],
        open_from=BASE.isoformat(),
        open_to=LAST.isoformat(),
        example=1,
    )
