"""A town made by hand, small enough to do its sums on paper: the good routes that the judge must let pass.

The catalogue begins on Monday 28 December 2026 and has 104 weeks; the person can begin a week later. Week numbers below
count from the person's first Monday, 4 January 2027.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.feasibility.writing import Row, Tables

HOME = {"lat": 52.0, "lon": 5.0}
NEAR = {"lat": 52.0, "lon": 5.04}
"""2.738 km: by bike 2 + 60 x 1.3 x 2.738 / 15 = 16.2, so 17 minutes."""
FAR = {"lat": 52.4, "lon": 5.0}
"""44.5 km: by bike almost four hours, by transit 99 minutes."""


def week(number: int) -> str:
    """The Monday of a week, counted from the person's first."""
    return (date(2027, 1, 4) + timedelta(weeks=number)).isoformat()


def _offering(offering_id: str, kind: str, weeks: int, hours: int, cost: int, **more: object) -> Row:
    return {
        "offering_id": offering_id,
        "label": f"{kind} {offering_id}",
        "provider_id": "P1",
        "site_id": "L1",
        "sector": "metal",
        "kind": kind,
        "delivery": "site",
        "weeks": weeks,
        "hours_per_week": hours,
        "cost_eur": cost,
        "capacity": 5,
        "rolling": 0,
        **more,
    }


def _position(position_id: str, kind: str, occupation: str, hours: int, **more: object) -> Row:
    return {
        "position_id": position_id,
        "company_id": "B1",
        "kind": kind,
        "occupation_id": occupation,
        "hours_per_week": hours,
        "wage_month_eur": 1900,
        "capacity": 1,
        "open_from": week(-1),
        "open_to": week(60),
        **more,
    }


def _scheme(scheme_id: str, share: str, most: int, cap: int, group: str, **more: object) -> Row:
    return {
        "scheme_id": scheme_id,
        "label": scheme_id,
        "kind": "subsidy",
        "pays_share": share,
        "max_amount_eur": most,
        "cap_per_person_eur": cap,
        "stack_group": group,
        "valid_from": week(-1),
        "valid_to": week(100),
        **more,
    }


def _named(key: str, ids: str, **more: object) -> list[Row]:
    return [{key: name, "label": name, **more} for name in ids.split()]


def _starts(**weeks: tuple[int, ...]) -> list[Row]:
    return [{"offering_id": name, "start_date": week(number)} for name, numbers in weeks.items() for number in numbers]


def town() -> Tables:
    """Every file of the town's bundle; a fresh copy, free to be broken."""
    sectors = {"O1": "metal", "O2": "energy", "O3": "process", "O4": "metal", "O5": "metal", "O6": "energy"}
    wages = {"O1": 2600, "O2": 3000, "O3": 3401, "O4": 2400, "O5": 2300, "O6": 2200}
    return {
        "bundle": [
            {"key": "format_version", "value": 1},
            {"key": "name", "value": "town"},
            {"key": "base_date", "value": "2026-12-28"},
            {"key": "horizon_weeks", "value": 104},
        ],
        "skills": _named("skill_id", "S1 S2 S3 S4", kind="sector", sector="metal"),
        "occupations": [
            {"occupation_id": name, "label": name, "sector": sectors[name], "nlqf_level": 2, "wage_month_eur": wage}
            for name, wage in wages.items()
        ],
        "occupation_skills": [
            {"occupation_id": "O1", "skill_id": "S1", "level": 2, "importance": "essential"},
            {"occupation_id": "O1", "skill_id": "S4", "level": 5, "importance": "optional"},
            {"occupation_id": "O2", "skill_id": "S2", "level": 2, "importance": "essential"},
            {"occupation_id": "O3", "skill_id": "S3", "level": 3, "importance": "essential"},
            {"occupation_id": "O3", "skill_id": "S4", "level": 2, "importance": "essential"},
        ],
        "credentials": [
            {"credential_id": "C1", "label": "C1", "kind": "certificate", "nlqf_level": 0},
            {"credential_id": "C2", "label": "C2", "kind": "diploma", "nlqf_level": 2},
        ],
        "occupation_credentials": [
            {"occupation_id": "O1", "credential_id": "C1", "importance": "essential"},
            {"occupation_id": "O1", "credential_id": "C2", "importance": "optional"},
            {"occupation_id": "O2", "credential_id": "C2", "importance": "essential"},
        ],
        "providers": _named("provider_id", "P1", kind="roc"),
        "sites": [
            {"site_id": "L1", "provider_id": "P1", "label": "near", "city": "Town", **NEAR},
            {"site_id": "L2", "provider_id": "P1", "label": "far", "city": "Far", **FAR},
        ],
        "offerings": [
            _offering("T1", "language", 8, 6, 300, site_id="", delivery="online", rolling=1, awards_cefr="A2"),
            _offering("T2", "module", 10, 18, 900, min_age=19, min_cefr="A2", target_groups="starter|experienced"),
            _offering("T3", "certificate", 2, 8, 301),
            _offering("T4", "bbl", 40, 8, 400, sector="energy", min_age=16),
            _offering("T5", "module", 10, 8, 500, min_nlqf=2, sector="process"),
            _offering("T6", "course", 25, 2, 100),
        ],
        "offering_skills": [
            {"offering_id": "T2", "skill_id": "S1", "level": 2},
            {"offering_id": "T4", "skill_id": "S2", "level": 2},
            {"offering_id": "T5", "skill_id": "S3", "level": 3},
        ],
        "offering_requires": [
            {"offering_id": "T3", "kind": "skill", "ref_id": "S1", "level": 2},
            {"offering_id": "T5", "kind": "credential", "ref_id": "C2"},
        ],
        "offering_credentials": [
            {"offering_id": "T3", "credential_id": "C1"},
            {"offering_id": "T4", "credential_id": "C2"},
        ],
        "offering_starts": _starts(T2=(0, 7, 8, 9, 30), T3=(18, 90), T4=(5, 34), T5=(1, 60, 90), T6=(10, 20, 90)),
        "companies": [
            {"company_id": "B1", "label": "near", "sector": "metal", "city": "Town", **NEAR},
            {"company_id": "B2", "label": "far", "sector": "metal", "city": "Far", **FAR},
        ],
        "positions": [
            _position("J1", "job", "O1", 24, min_cefr="A2"),
            _position("J2", "bbl", "O2", 14, credential_id="C2", min_age=19),
            _position("J3", "job", "O3", 24),
            _position("J4", "job", "O4", 24),
            _position("J5", "job", "O5", 24),
            _position("J6", "job", "O6", 24),
        ],
        "position_requires": [{"position_id": "J3", "kind": "credential", "ref_id": "C2"}],
        "transitions": [
            {"from_occupation_id": "O2", "to_occupation_id": "O3", "min_tenure_weeks": 55},
            {"from_occupation_id": "O3", "to_occupation_id": "O4", "min_tenure_weeks": 26},
            {"from_occupation_id": "O4", "to_occupation_id": "O3", "min_tenure_weeks": 0},
        ],
        "schemes": [
            _scheme("F1", "1.00", 200, 250, "language", offering_kinds="language"),
            _scheme("F2", "0.29", 1000, 348, "public", target_groups="starter", benefits="ww|bijstand", min_age=19),
            _scheme("F3", "0.50", 300, 5000, "sector", sectors="metal|energy", max_age=27, valid_to=week(8)),
            _scheme("F4", "0.50", 300, 5000, "public", sectors="metal"),
        ],
        "experience": [{"occupation_id": "O2", "skill_id": "S4", "level": 2, "after_weeks": 26}],
    }


def person() -> dict[str, Any]:
    """Turns 19 on 1 March 2027, the day T2 begins: born on 29 February."""
    return {
        "profile_id": "P",
        "birth_date": "2008-02-29",
        "available_from": week(0),
        **HOME,
        "modes": ["bike"],
        "max_travel_minutes": 17,
        "hours_per_week": 24,
        "cefr": "A1",
        "nlqf": 1,
        "skills": [{"skill_id": "S2", "level": 1}],
        "credentials": [],
        "target_groups": ["starter"],
        "benefit": "bijstand",
        "budget_eur": 653,
        "horizon_weeks": 20,
        "weights": {"week": 1, "qualified": 0.25, "cost": 1, "travel": 0.05, "step": 0.5, "wage": 1},
    }


def job_route() -> dict[str, Any]:
    """Language, module, certificate, job; every limit is touched and none is passed.

    Own cost 300 - 200, 900 - 261 - 300 and 301 - 87: 653. Travel 0 + 17 + 17 + 17 = 51.
    Effort 20 + 5 + 6.53 + 2.55 + 1.5 = 35.58.
    """
    return {
        "target_occupation_id": "O1",
        "steps": [
            {"offering_id": "T1", "start_date": week(0), "funding": [{"scheme_id": "F1", "amount_eur": 200}]},
            {
                "offering_id": "T2",
                "start_date": week(8),
                "position_id": None,
                "funding": [{"scheme_id": "F2", "amount_eur": 261}, {"scheme_id": "F3", "amount_eur": 300}],
            },
            {"offering_id": "T3", "start_date": week(18), "funding": [{"scheme_id": "F2", "amount_eur": 87}]},
        ],
        "placement": {"position_id": "J1", "start_date": week(20)},
        "weeks_to_work": 20,
        "weeks_to_qualified": 20,
        "own_cost_eur": 653,
        "travel_minutes": 51,
        "effort": 35.58,
    }


def bbl_person() -> dict[str, Any]:
    """Someone who turns 19 on the first day of the bbl, with money enough."""
    return {**person(), "birth_date": "2008-02-08", "budget_eur": 500}


def bbl_route() -> dict[str, Any]:
    """A place to learn and work from week 5 to 45, with a course that ends when it ends; then two moves.

    Effort 5 + 11.25 + 5 + 2.55 + 1 = 24.8. Earned: 40 weeks at 1900, 55 at 3000 (45 to 100), 26 at 3401 (100 to 126)
    and 394 at 2400 (126 to 520) add up to 1275026; times 12/52 that is 294236.77.
    """
    return {
        "target_occupation_id": "O2",
        "steps": [
            {"offering_id": "T4", "start_date": week(5), "position_id": "J2"},
            {"offering_id": "T6", "start_date": week(20)},
        ],
        "placement": {"position_id": "J2", "start_date": week(5)},
        "weeks_to_work": 5,
        "weeks_to_qualified": 45,
        "own_cost_eur": 500,
        "travel_minutes": 51,
        "effort": 24.8,
        "career": [
            {
                "occupation_id": "O3",
                "position_id": "J3",
                "start_date": week(100),
                "steps": [{"offering_id": "T5", "start_date": week(90)}],
            },
            {"occupation_id": "O4", "position_id": "J4", "start_date": week(126), "steps": []},
        ],
        "career_value_eur": 294237,
    }
