"""Bundles written by hand or by a seed: the header of each file, and rows that only name what they need."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

Row = dict[str, object]
Tables = dict[str, list[Row]]

_ENTRY = "min_age,max_age,min_cefr,min_nlqf,target_groups"
HEADERS = {
    "bundle": "key,value",
    "skills": "skill_id,label,kind,sector,esco_uri",
    "occupations": "occupation_id,label,isco_code,sector,nlqf_level,wage_month_eur",
    "occupation_skills": "occupation_id,skill_id,level,importance",
    "credentials": "credential_id,label,kind,crebo,nlqf_level",
    "occupation_credentials": "occupation_id,credential_id,importance",
    "providers": "provider_id,label,kind",
    "sites": "site_id,provider_id,label,city,lat,lon",
    "offerings": "offering_id,label,provider_id,site_id,sector,kind,delivery,weeks,hours_per_week,cost_eur,"
    f"{_ENTRY},capacity,rolling,awards_cefr",
    "offering_skills": "offering_id,skill_id,level",
    "offering_requires": "offering_id,kind,ref_id,level",
    "offering_credentials": "offering_id,credential_id",
    "offering_starts": "offering_id,start_date",
    "companies": "company_id,label,sector,city,lat,lon",
    "positions": "position_id,company_id,kind,occupation_id,credential_id,hours_per_week,wage_month_eur,capacity,"
    f"{_ENTRY},open_from,open_to",
    "position_requires": "position_id,kind,ref_id,level",
    "transitions": "from_occupation_id,to_occupation_id,min_tenure_weeks",
    "schemes": "scheme_id,label,kind,pays_share,max_amount_eur,cap_per_person_eur,stack_group,target_groups,benefits,"
    "sectors,offering_kinds,min_age,max_age,valid_from,valid_to",
    "experience": "occupation_id,skill_id,level,after_weeks",
}
OPTIONAL = {"experience"}


def write_tables(folder: Path, tables: Mapping[str, list[Row]]) -> Path:
    """Write a bundle; a column no row names is left empty, an optional file no table names is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, header in HEADERS.items():
        if name in OPTIONAL and name not in tables:
            continue
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header.split(","), restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(tables.get(name, []))
    return folder
