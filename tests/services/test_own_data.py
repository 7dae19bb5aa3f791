"""Taking everything along and having it all deleted: only by who it is about, and written down."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Why
from gouden_poort.services.own_data import erase, take_along
from gouden_poort.services.trail import looks_at, record, verify
from tests.databases import Database
from tests.dossiers import COACH, a_kept_dossier, a_note

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CITIZEN = Actor(account_id=UUID(int=77), role=Role.CITIZEN)
SOMEONE = Actor(account_id=UUID(int=78), role=Role.CITIZEN)


@pytest.fixture
def dossier_id(database: Database) -> UUID:
    """A dossier of `CITIZEN` with answers and a note that only coaches read, at which the coach looked once."""
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    with database.unit() as unit:
        unit.assessments.answer(dossier.assessment_id, "hours", 36, NOON)
        unit.notes.add(a_note(dossier, text="Belt liever in de ochtend.", visible=False))
        record(unit, COACH, Deed.SEE_DOSSIER, dossier.pseudonym, Why.GUIDANCE, NOON)
        unit.commit()
    return dossier.id


def pseudonym(database: Database, dossier_id: UUID) -> UUID:
    with database.unit() as unit:
        found = unit.dossiers.find(dossier_id)
    assert found
    return found.pseudonym


def test_a_citizen_takes_along_what_is_kept_and_who_looked(database: Database, dossier_id: UUID) -> None:
    document = json.loads(json.dumps(take_along(database.unit, CITIZEN, dossier_id, NOON)))
    assert document["kept"]["notes"]["rows"][0]["text"] == "Belt liever in de ochtend."
    assert document["kept"]["assessment_answers"]["rows"][0]["answer"] == 36
    assert [(entry["role"], entry["deed"], entry["why"]) for entry in document["trail"]] == [
        ("coach", "see_dossier", "guidance")
    ]


def test_taking_along_is_written_down(database: Database, dossier_id: UUID) -> None:
    take_along(database.unit, CITIZEN, dossier_id, NOON)
    assert len(take_along(database.unit, CITIZEN, dossier_id, NOON)["trail"]) == 2


@pytest.mark.parametrize("deed", [take_along, erase])
def test_nobody_else_takes_along_or_deletes(database: Database, dossier_id: UUID, deed: object) -> None:
    before = take_along(database.unit, CITIZEN, dossier_id, NOON)["kept"]
    for other in (SOMEONE, COACH):
        with pytest.raises(NotAllowed):
            deed(database.unit, other, dossier_id, NOON)
    assert take_along(database.unit, CITIZEN, dossier_id, NOON)["kept"] == before


def test_who_had_everything_deleted_is_nowhere_but_as_a_pseudonym(database: Database, dossier_id: UUID) -> None:
    subject = pseudonym(database, dossier_id)
    gone = erase(database.unit, CITIZEN, dossier_id, NOON)
    assert gone.items() >= {"dossiers": 1, "notes": 1, "assessments": 1, "assessment_answers": 1}.items()
    with database.unit() as unit:
        assert unit.dossiers.find(dossier_id) is None
        assert [entry.deed for entry in unit.trail.about(subject)] == ["erase_dossier", "see_dossier"]
    assert len(looks_at(database.unit, subject)) == 1
    assert verify(database.unit) is None


def test_what_is_deleted_is_not_there_to_delete_again(database: Database, dossier_id: UUID) -> None:
    erase(database.unit, CITIZEN, dossier_id, NOON)
    with pytest.raises(NotAllowed):
        erase(database.unit, CITIZEN, dossier_id, NOON)
