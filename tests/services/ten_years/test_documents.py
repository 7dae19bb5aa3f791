"""What is taken along is what the schemas in docs say, and a document that is not is seen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years.guarantee_document import take_file_along
from gouden_poort.services.ten_years.passport import take_passport_along
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import MORNING, a_kept_dossier
from tests.ten_years import a_commitment_to, a_plan_of, a_proof_of, an_event_of

SCHEMAS = Path(__file__).parents[3] / "docs" / "schemas"
CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
_TYPES = {"object": Mapping, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


def faults(value: object, schema: Mapping[str, Any], at: str = "$") -> Iterator[str]:
    """Where a value is not what a schema says, as far as the schemas in docs go."""
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    kinds = [schema["type"]] if isinstance(schema.get("type"), str) else schema.get("type", [])
    if kinds and not any(isinstance(value, _TYPES[kind]) for kind in kinds):
        yield f"{at}: {value!r} is no {kinds}"
    if isinstance(value, Mapping):
        known = schema["properties"]
        if set(value) != set(known):
            yield f"{at}: {set(value) ^ set(known)}"
        for name in set(value) & set(known):
            yield from faults(value[name], known[name], f"{at}.{name}")
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from faults(each, schema["items"], f"{at}[{place}]")


def schema_of(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema in docs of a form with a number."""
    name = f"{document['form'].partition('/')[2]}-{document['form_number']}.json"
    found: Mapping[str, Any] = json.loads((SCHEMAS / name).read_text())
    return found


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


@pytest.fixture
def lived(database: Database, dossier: Dossier) -> Dossier:
    """A job, a pause and a loss, two papers and a proof."""
    proof = a_proof_of(dossier, skill_id="S1")
    work = {"occupation_id": "O1", "sector": "metal", "employer": "Voorbeeldbedrijf 1", "hours_per_week": 36}
    with database.unit() as unit:
        unit.plans.add(a_plan_of(dossier))
        for event in (
            an_event_of(dossier, EventKind.NEW_JOB, "2024-02-29", **work),
            an_event_of(dossier, EventKind.PAUSED, "2025-01-01"),
            an_event_of(dossier, EventKind.RESUMED, "2025-03-01"),
            an_event_of(dossier, EventKind.LOST_JOB, "2026-11-09"),
            an_event_of(dossier, EventKind.PROOF_ADDED, "2026-11-10", id=proof.id, words="Lassen"),
            an_event_of(dossier, EventKind.PROOF_ADDED, "2026-11-11", words="Meten"),
        ):
            unit.journal.add(event)
        unit.proofs.add(proof)
        unit.commitments.add(a_commitment_to(dossier, work_within_weeks=8, holds_until=MORNING.date()))
        unit.commitments.add(a_commitment_to(dossier, paper="brief", takes_back=True, ended_on=MORNING.date()))
        unit.assessments.answer(dossier.assessment_id, "skills", {"S1": 2}, MORNING)
        unit.commit()
    return dossier


@pytest.mark.parametrize("began", [False, True])
def test_the_guarantee_file_is_what_its_schema_says(
    database: Database, dossier: Dossier, request: pytest.FixtureRequest, *, began: bool
) -> None:
    if began:
        request.getfixturevalue("lived")
    document = take_file_along(database.unit, CITIZEN, MORNING)
    assert document is not None
    assert (document["ten_years"] is not None, document["person"]["name"]) == (began, dossier.name)  # type: ignore[index]
    assert list(faults(document, schema_of(document))) == []
    assert json.loads(json.dumps(document)) == document


def test_the_passport_is_what_its_schema_says(database: Database, lived: Dossier) -> None:
    document = take_passport_along(database.unit, CITIZEN, a_snapshot(), MORNING)
    assert document is not None
    assert len(document["proofs"]) == 2  # type: ignore[arg-type]
    assert list(faults(document, schema_of(document))) == []
    assert lived.name in json.dumps(document)


def test_each_taking_along_stands_in_the_trail(database: Database, dossier: Dossier) -> None:
    take_file_along(database.unit, CITIZEN, MORNING)
    take_passport_along(database.unit, CITIZEN, a_snapshot(), MORNING + timedelta(hours=1))
    with database.unit() as unit:
        found = [(entry.role, entry.deed, entry.why) for entry in unit.trail.about(dossier.pseudonym)]
    assert found == [("citizen", "own_dossier", "own")] * 2


def test_who_has_no_dossier_takes_nothing_along(database: Database) -> None:
    assert take_file_along(database.unit, CITIZEN, MORNING) is None
    assert take_passport_along(database.unit, CITIZEN, a_snapshot(), MORNING) is None


def test_a_document_that_is_not_what_the_schema_says_is_seen(database: Database, lived: Dossier) -> None:
    document = take_file_along(database.unit, CITIZEN, MORNING)
    assert document is not None
    assert list(faults({**document, "more": 1, "made_on": None, "form_number": 2}, schema_of(document)))
    assert lived.name
