"""The copy that lies with a proof: seen by whom it concerns, gone with its proof, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.event import Event, EventKind
from gouden_poort.development.proof import Proof, ProofKind
from gouden_poort.development.proof_file import FileKind, FileSent, ProofFile
from gouden_poort.errors import NotAllowed, UnknownThing
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services import own_data
from gouden_poort.services.ten_years import proof_files, proving
from gouden_poort.services.ten_years.passport import document_of, own_passport, passport_of
from gouden_poort.services.ten_years.proving import Given
from gouden_poort.services.ten_years.writing import write_down
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
OTHER_CITIZEN = replace(CITIZEN, account_id=UUID(int=22))
SNAPSHOT = a_snapshot()
PHOTO = FileSent(kind=FileKind.PHOTO, content=b"\xff\xd8\xff a photo")
GIVEN = Given(kind=ProofKind.PAPER, what="Lassen", source="Voorbeeldschool", day=MORNING.date(), file=PHOTO)


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


@pytest.fixture
def proof(database: Database, dossier: Dossier) -> Proof:
    return proving.add(database.unit, CITIZEN, dossier.id, GIVEN, SNAPSHOT.columns.skills.id, MORNING)


def kept(database: Database, dossier: Dossier) -> list[ProofFile]:
    with database.unit() as unit:
        return list(unit.proof_files.of(dossier.id))


def trail(database: Database, dossier: Dossier) -> list[tuple[str, str]]:
    """Who did what, the first first."""
    with database.unit() as unit:
        return [(entry.role, entry.deed) for entry in unit.trail.about(dossier.pseudonym)][::-1]


def test_the_passport_says_that_there_is_a_copy_and_the_document_does_not_hold_it(
    database: Database, proof: Proof
) -> None:
    found = own_passport(database.unit, CITIZEN, SNAPSHOT, MORNING)
    assert found is not None
    assert [each.file for each in found.proofs] == [
        ProofFile(proof_id=proof.id, kind=FileKind.PHOTO, size=len(PHOTO.content))
    ]
    assert '"copy"' in str(document_of(found, SNAPSHOT)).replace("'", '"')
    assert "a photo" not in str(document_of(found, SNAPSHOT))


@pytest.mark.parametrize("actor", [CITIZEN, COACH])
def test_who_sees_the_passport_sees_the_copy(database: Database, dossier: Dossier, proof: Proof, actor: Actor) -> None:
    found = proof_files.look(database.unit, actor, proof.id, MORNING)
    assert (found.kind, found.content) == (PHOTO.kind, PHOTO.content)
    assert proof_files.look(database.unit, actor, proof.id, MORNING, dossier_id=dossier.id) == found
    with pytest.raises(NotAllowed):
        proof_files.look(database.unit, actor, proof.id, MORNING, dossier_id=uuid4())


def test_a_look_of_staff_is_written_down_as_a_look_at_the_passport_is(
    database: Database, dossier: Dossier, proof: Proof
) -> None:
    proof_files.look(database.unit, CITIZEN, proof.id, MORNING)
    proof_files.look(database.unit, COACH, proof.id, MORNING)
    passport_of(database.unit, COACH, dossier.id, SNAPSHOT, MORNING)
    assert trail(database, dossier) == [
        ("citizen", "own_dossier"),
        ("coach", "see_dossier"),
        ("coach", "see_dossier"),
    ]


@pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER, OTHER_CITIZEN])
def test_for_anybody_else_it_is_as_if_there_were_none(
    database: Database, dossier: Dossier, proof: Proof, actor: Actor
) -> None:
    refused = []
    for asked in (proof.id, uuid4()):
        for deed in (proof_files.look, proof_files.remove):
            with pytest.raises(NotAllowed) as why:
                deed(database.unit, actor, asked, MORNING)
            refused.append(str(why.value))
    assert refused[:2] == refused[2:]
    assert len(kept(database, dossier)) == 1


def test_the_person_takes_it_away_and_the_proof_stays(database: Database, dossier: Dossier, proof: Proof) -> None:
    for _ in range(2):
        proof_files.remove(database.unit, CITIZEN, proof.id, MORNING)
    assert kept(database, dossier) == []
    assert trail(database, dossier) == [("citizen", "own_dossier")] * 2
    found = own_passport(database.unit, CITIZEN, SNAPSHOT, MORNING)
    assert found is not None
    assert [each.id for each in found.proofs] == [proof.id]
    with pytest.raises(UnknownThing):
        proof_files.look(database.unit, CITIZEN, proof.id, MORNING)


def test_staff_do_not_take_it_away(database: Database, dossier: Dossier, proof: Proof) -> None:
    with pytest.raises(NotAllowed):
        proof_files.remove(database.unit, COACH, proof.id, MORNING)
    assert len(kept(database, dossier)) == 1


def test_it_goes_with_a_proof_that_is_taken_back(database: Database, dossier: Dossier, proof: Proof) -> None:
    proving.take_back(database.unit, CITIZEN, proof.id, MORNING)
    assert kept(database, dossier) == []


@pytest.mark.parametrize(("instead", "left"), [(None, 0), (EventKind.PROOF_ADDED, 1)])
def test_it_goes_when_the_journal_says_that_the_proof_never_was_and_stays_when_its_day_moves(
    database: Database, dossier: Dossier, proof: Proof, instead: EventKind | None, left: int
) -> None:
    correction = Event(
        id=uuid4(),
        dossier_id=dossier.id,
        kind=EventKind.CORRECTED,
        day=date(2026, 11, 1),
        written_at=MORNING,
        written_by=COACH.account_id,
        words="Lassen" if instead else "",
        corrects=proof.id,
        instead=instead,
    )
    write_down(database.unit, COACH, correction, MORNING)
    assert len(kept(database, dossier)) == left


def test_it_goes_with_everything_about_the_person(database: Database, dossier: Dossier, proof: Proof) -> None:
    gone = own_data.erase(database.unit, CITIZEN, dossier.id, MORNING)
    assert gone["proof_files"] == 1
    with database.unit() as unit:
        assert unit.proof_files.find(proof.id) is None
