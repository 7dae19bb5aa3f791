"""Small readable things to test with; every argument has a sensible default.

The default catalogue is one road: a person in Utrecht follows T1, learns S1, and starts in job J1 as O1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from gouden_poort.catalogue.cells import read_cell
from gouden_poort.catalogue.entries import Bundle, Entries
from gouden_poort.catalogue.format import BY_NAME, FILES, FileSpec
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach, SharedLine
from gouden_poort.profiles.levels import CEFR, Mode, TargetGroup
from gouden_poort.profiles.objection import About, Objection
from gouden_poort.profiles.people.message import Message, MessageKind
from gouden_poort.profiles.profile import Profile

MONDAY = date(2027, 1, 4)
"""Week 0 of the default catalogue, and the day from which the default person is available."""
UTRECHT = {"lat": 52.0907, "lon": 5.1214}

Row = Mapping[str, Any]

DEFAULT_ROWS: Mapping[str, Row] = {
    "bundle": {"key": "name", "value": "tiny"},
    "skills": {"skill_id": "S1", "label": "Lassen", "kind": "sector", "sector": "metal"},
    "occupations": {
        "occupation_id": "O1",
        "label": "Lasser",
        "isco_code": "7212",
        "sector": "metal",
        "nlqf_level": 2,
        "wage_month_eur": 2600,
    },
    "occupation_skills": {"occupation_id": "O1", "skill_id": "S1", "level": 2, "importance": "essential"},
    "credentials": {"credential_id": "C1", "label": "Lascertificaat", "kind": "certificate", "nlqf_level": 0},
    "occupation_credentials": {"occupation_id": "O1", "credential_id": "C1", "importance": "essential"},
    "providers": {"provider_id": "P1", "label": "Techniekcollege", "kind": "roc"},
    "sites": {"site_id": "L1", "provider_id": "P1", "label": "Werkplaats", "city": "Utrecht", **UTRECHT},
    "offerings": {
        "offering_id": "T1",
        "label": "Leren lassen",
        "provider_id": "P1",
        "site_id": "L1",
        "sector": "metal",
        "kind": "module",
        "delivery": "site",
        "weeks": 8,
        "hours_per_week": 8,
        "cost_eur": 400,
        "capacity": 12,
        "rolling": False,
    },
    "offering_skills": {"offering_id": "T1", "skill_id": "S1", "level": 2},
    "offering_requires": {"offering_id": "T1", "kind": "skill", "ref_id": "S1", "level": 1},
    "offering_credentials": {"offering_id": "T1", "credential_id": "C1"},
    "offering_starts": {"offering_id": "T1", "start_date": "2027-02-01"},
    "companies": {"company_id": "B1", "label": "Lasbedrijf", "sector": "metal", "city": "Utrecht", **UTRECHT},
    "positions": {
        "position_id": "J1",
        "company_id": "B1",
        "kind": "job",
        "occupation_id": "O1",
        "hours_per_week": 32,
        "wage_month_eur": 2600,
        "capacity": 2,
        "open_from": "2027-01-04",
        "open_to": "2032-12-27",
    },
    "position_requires": {"position_id": "J1", "kind": "skill", "ref_id": "S1", "level": 1},
    "transitions": {"from_occupation_id": "O1", "to_occupation_id": "O1", "min_tenure_weeks": 52},
    "schemes": {
        "scheme_id": "F1",
        "label": "Scholingspotje",
        "kind": "municipal",
        "pays_share": "0.50",
        "max_amount_eur": 500,
        "cap_per_person_eur": 1000,
        "stack_group": "public",
        "valid_from": "2027-01-01",
        "valid_to": "2032-12-31",
    },
    "experience": {"occupation_id": "O1", "skill_id": "S1", "level": 3, "after_weeks": 52},
    "skill_synonyms": {"skill_id": "S1", "language": "nl", "text": "las"},
    "places": {"place_id": "pl-1", "label": "Utrecht", "municipality": "Utrecht", "region_code": "R1", **UTRECHT},
    "postcode_areas": {"pc3": "351", **UTRECHT},
    "regions": {"region_code": "R1", "label": "Midden-Utrecht", "municipalities": "Utrecht|Zeist", **UTRECHT},
    "backgrounds": {"background_id": "G1", "label": "Bakkerij", "isco_codes": "7512"},
    "background_tasks": {"task_id": "D1", "background_id": "G1", "label": "Ik weeg alles af."},
    "task_skills": {"task_id": "D1", "skill_id": "S1", "level": 1},
    "activities": {"activity_id": "A1", "label": "Open dag", "kind": "open_day", "site_id": "L1"},
}
"""What a row says where a test says nothing; one per file."""
SETTINGS = {"format_version": "1", "name": "tiny", "base_date": MONDAY.isoformat(), "horizon_weeks": "208"}
IN_THE_DEFAULT_CATALOGUE = (
    "skills",
    "occupations",
    "occupation_skills",
    "credentials",
    "providers",
    "sites",
    "offerings",
    "offering_skills",
    "offering_starts",
    "companies",
    "positions",
)
"""Files that have their default row unless a test gives rows of its own; the others are empty."""


def a_profile(**changes: Any) -> Profile:
    """Someone of 30 in Utrecht, free for 36 hours a week, with 1,000 euro and no skills yet."""
    usual: dict[str, Any] = {
        "profile_id": "someone",
        "birth_date": date(1996, 6, 15),
        "available_from": MONDAY,
        **UTRECHT,
        "modes": frozenset({Mode.BIKE, Mode.TRANSIT}),
        "max_travel_minutes": 60,
        "hours_per_week": 36,
        "cefr": CEFR.B1,
        "nlqf": 2,
        "target_groups": frozenset({TargetGroup.CAREER_CHANGER}),
        "budget_eur": 1000,
    }
    return Profile(**(usual | changes))


def a_bundle(*, other_files: Mapping[str, bytes] | None = None, **files: Sequence[Row]) -> Bundle:
    """The default catalogue with some files replaced: `a_bundle(offerings=[{}, {"offering_id": "T2", "weeks": 3}])`.

    Rows are filled up from `DEFAULT_ROWS`; a value may be the text of the cell or the value itself; a name the
    format does not know becomes an extra column. Rows for `bundle` are added to the usual settings.
    """
    unknown = set(files) - set(BY_NAME)
    if unknown:
        raise ValueError(f"no such files in the format: {unknown}")
    settings = SETTINGS | {row["key"]: row["value"] for row in files.pop("bundle", ())}
    rows: dict[str, Sequence[Row]] = {name: [{}] for name in IN_THE_DEFAULT_CATALOGUE}
    rows |= {"bundle": [{"key": key, "value": value} for key, value in settings.items()]} | files
    return Bundle(
        files={spec.name: _entries(spec, rows.get(spec.name, [])) for spec in FILES}, other_files=other_files or {}
    )


def an_objection(**told: Any) -> Objection:
    """An objection of 21 November 2026 to a result."""
    usual: dict[str, Any] = {
        "id": UUID(int=1),
        "number": "7KQ2-M9XA",
        "received_at": datetime(2026, 11, 21, 12, tzinfo=UTC),
        "answer_by": date(2026, 12, 21),
        "about": About.RESULT,
        "page": "/routes/O1",
        "what": "De reistijd klopt niet.",
        "contact": "",
        "rules": "",
        "catalogue": "",
    }
    return Objection(**(usual | told))


def a_message(**told: Any) -> Message:
    """A mail of 21 November 2026, to be sent at once: a link to sign in with."""
    noon = datetime(2026, 11, 21, 12, tzinfo=UTC)
    usual: dict[str, Any] = {
        "id": UUID(int=1),
        "kind": MessageKind.SIGN_IN_LINK,
        "to": "een@voorbeeld.example",
        "facts": {"link": "https://gouden-poort.example/aanmelden/l1nk", "minutes": "15"},
        "made_at": noon,
        "due": noon,
        "next_try": noon,
    }
    return Message(**(usual | told))


def a_coach_request(**told: Any) -> CoachRequest:
    """A request of Saturday 21 November 2026 to be called in the morning."""
    usual: dict[str, Any] = {
        "id": UUID(int=1),
        "number": "9WFT-4HAM",
        "received_at": datetime(2026, 11, 21, 12, tzinfo=UTC),
        "answer_by": date(2026, 11, 25),
        "reach": Reach(name="", phone="06 1234 5678", email="", language="nl", daypart=Daypart.MORNING),
        "route": "O1",
        "shared": (SharedLine(key="dutch", about="Nederlands", words=("B1",)),),
    }
    return CoachRequest(**(usual | told))


def a_snapshot(**files: Any) -> Snapshot:
    """The snapshot of `a_bundle(**files)`."""
    return build(a_bundle(**files))


def _entries(spec: FileSpec, rows: Sequence[Row]) -> Entries:
    whole = [{**DEFAULT_ROWS[spec.name], **row} for row in rows]
    known = {column.name for column in spec.columns}
    extra = sorted({name for row in whole for name in row} - known)
    return Entries(
        columns={column.name: [_value(row, column) for row in whole] for column in spec.columns},
        extra={name: [str(row.get(name, "")) for row in whole] for name in extra},
    )


def _value(row: Row, column: Any) -> Any:
    given = row.get(column.name, "")
    return read_cell(column, given) if isinstance(given, str) else given
