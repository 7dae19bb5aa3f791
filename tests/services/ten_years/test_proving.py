"""Proofs are added, seen by the coach and taken back, only by whom it concerns, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.development.proof import Proof, ProofKind, passport
from gouden_poort.development.proof_file import FileKind, FileSent
from gouden_poort.errors import ChangedMeanwhile, FieldError, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.services.ten_years import proving
from gouden_poort.services.ten_years.passport import Passport, document_of, own_passport, take_passport_along
from gouden_poort.services.ten_years.passport_skills import Origin
from gouden_poort.services.ten_years.proving import Given
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier
from tests.ten_years import an_event_of

CITIZEN = Actor(account_id=UUID(int=21), role=Role.CITIZEN, organisation_id=None)
OTHER_CITIZEN = replace(CITIZEN, account_id=UUID(int=22))
TODAY = MORNING.date()
SNAPSHOT = a_snapshot()
GIVEN = Given(kind=ProofKind.PAPER, what="Lassen met MIG", source="Voorbeeldschool", day=TODAY, skill_id="S1")
BSN = "111222333"
PHOTO = FileSent(kind=FileKind.PHOTO, content=b"\xff\xd8\xff a photo")


@pytest.fixture
def dossier(database: Database) -> Dossier:
    return a_kept_dossier(database, citizen_id=CITIZEN.account_id)


def added(
    database: Database, dossier: Dossier, actor: Actor = CITIZEN, form: UUID | None = None, **change: Any
) -> Proof:
    given = replace(GIVEN, **change)
    return proving.add(database.unit, actor, dossier.id, given, SNAPSHOT.columns.skills.id, MORNING, form_id=form)


def read(database: Database, actor: Actor = CITIZEN) -> Passport:
    found = own_passport(database.unit, actor, SNAPSHOT, MORNING)
    assert found is not None
    return found


def codes(wrong: InvalidInput) -> list[tuple[str, str]]:
    return [(fault.path, fault.code) for fault in wrong.faults]


def test_a_proof_is_an_event_of_the_journal_with_what_stands_behind_it(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    with database.unit() as unit:
        (event,) = unit.journal.of(dossier.id)
    assert (event.id, event.kind, event.words, event.day) == (proof.id, EventKind.PROOF_ADDED, "Lassen met MIG", TODAY)
    (shown,) = read(database).proofs
    assert (shown.what, shown.proof, shown.is_confirmed) == ("Lassen met MIG", proof, False)


def test_the_same_form_twice_is_one(database: Database, dossier: Dossier) -> None:
    form = uuid4()
    assert added(database, dossier, form=form) == added(database, dossier, form=form)
    assert len(read(database).proofs) == 1


def test_what_staff_add_they_saw(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier, COACH, kind=ProofKind.SEEN_BY_COACH, source="")
    assert (proof.confirmed_at, proof.confirmed_by) == (MORNING, COACH.account_id)


def test_a_coach_sees_it_once(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    seen = proving.confirm(database.unit, COACH, proof.id, MORNING, version=1)
    assert seen.confirmed_at == MORNING
    assert proving.confirm(database.unit, COACH, proof.id, MORNING + timedelta(hours=1), version=1) == seen
    assert [each.is_confirmed for each in read(database).proofs] == [True]


def test_who_comes_second_hears_it(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    with pytest.raises(ChangedMeanwhile):
        proving.confirm(database.unit, COACH, proof.id, MORNING, version=4)
    proving.take_back(database.unit, CITIZEN, proof.id, MORNING)
    with pytest.raises(ChangedMeanwhile):
        proving.confirm(database.unit, COACH, proof.id, MORNING, version=1)


def test_what_is_taken_back_is_no_proof_and_the_journal_keeps_that(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    for _ in range(2):
        proving.take_back(database.unit, CITIZEN, proof.id, MORNING + timedelta(hours=1))
    with database.unit() as unit:
        kinds = [event.kind for event in unit.journal.of(dossier.id)]
    assert kinds == [EventKind.PROOF_ADDED, EventKind.CORRECTED]
    assert read(database).proofs == []


def test_it_can_be_added_again_after_that(database: Database, dossier: Dossier) -> None:
    proving.take_back(database.unit, CITIZEN, added(database, dossier).id, MORNING)
    added(database, dossier)
    assert len(read(database).proofs) == 1


class TestBadInput:
    @pytest.fixture
    def database(self, sqlite_database: Database) -> Database:
        """What is refused reaches no database, so one kind is enough."""
        return sqlite_database

    @pytest.mark.parametrize(
        ("change", "path", "code"),
        [
            ({"what": " "}, "what", "missing"),
            ({"what": "a" * 201}, "what", "too_many"),
            ({"what": BSN}, "what", "bsn"),
            ({"kind": None}, "kind", "missing"),
            ({"kind": ProofKind.SEEN_BY_COACH}, "kind", "not_a_choice"),
            ({"source": ""}, "source", "missing"),
            ({"source": "a" * 121}, "source", "too_many"),
            ({"source": BSN}, "source", "bsn"),
            ({"day": None}, "day", "missing"),
            ({"day": date(1999, 12, 31)}, "day", "out_of_range"),
            ({"day": TODAY + timedelta(days=1)}, "day", "out_of_range"),
            ({"skill_id": "S99"}, "skill", "unknown_id"),
        ],
    )
    def test_is_refused(
        self, database: Database, dossier: Dossier, change: dict[str, Any], path: str, code: str
    ) -> None:
        with pytest.raises(InvalidInput) as wrong:
            added(database, dossier, **change)
        assert codes(wrong.value) == [(path, code)]
        assert BSN not in str(wrong.value)
        assert read(database).proofs == []

    def test_the_same_on_the_same_day_is_refused(self, database: Database, dossier: Dossier) -> None:
        added(database, dossier)
        with pytest.raises(InvalidInput) as wrong:
            added(database, dossier)
        assert codes(wrong.value) == [("kind", "duplicate")]

    def test_a_closed_dossier_takes_none(self, database: Database, dossier: Dossier) -> None:
        with database.unit() as unit:
            unit.journal.add(an_event_of(dossier, EventKind.CLOSED, "2026-11-20"))
            unit.commit()
        with pytest.raises(InvalidInput) as wrong:
            added(database, dossier)
        assert codes(wrong.value) == [("kind", "closed")]

    def test_a_file_that_could_not_be_read_is_refused_with_the_rest(self, database: Database, dossier: Dossier) -> None:
        unread = [FieldError(path="file", code="malformed", given="", expected="a whole PDF file")]
        with pytest.raises(InvalidInput) as wrong:
            added(database, dossier, what="", unread=unread)
        assert codes(wrong.value) == [("what", "missing"), ("file", "malformed")]
        with pytest.raises(InvalidInput):
            added(database, dossier, unread=unread)
        assert read(database).proofs == []

    def test_there_is_an_end_to_all_copies_together(
        self, database: Database, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(proving, "MOST_IN_ALL", len(PHOTO.content))
        added(database, dossier, file=PHOTO)
        with pytest.raises(InvalidInput) as wrong:
            added(database, dossier, what="Nog iets", file=PHOTO)
        assert codes(wrong.value) == [("file", "full")]
        added(database, dossier, what="Nog iets")

    def test_there_is_an_end_to_how_many(
        self, database: Database, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(proving, "MOST", 0)
        with pytest.raises(InvalidInput) as wrong:
            added(database, dossier)
        assert codes(wrong.value) == [("what", "full")]


def test_nobody_else_touches_it(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    for actor in (COLLEAGUE, STRANGER, OTHER_CITIZEN):
        with pytest.raises(NotAllowed):
            added(database, dossier, actor)
        with pytest.raises(NotAllowed):
            proving.confirm(database.unit, actor, proof.id, MORNING, version=1)
        with pytest.raises(NotAllowed):
            proving.take_back(database.unit, actor, proof.id, MORNING)
    with pytest.raises(NotAllowed):
        proving.take_back(database.unit, COACH, proof.id, MORNING)
    with pytest.raises(NotAllowed):
        proving.confirm(database.unit, CITIZEN, proof.id, MORNING, version=1)


def test_skills_say_where_they_come_from_and_which_proofs_there_are(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    with database.unit() as unit:
        unit.assessments.answer(dossier.assessment_id, "skills", {"S1": 1, "gone": 5}, MORNING)
        unit.assessments.answer(dossier.assessment_id, "tasks", {"S1": 3}, MORNING)
        unit.commit()
    (skill,) = read(database).skills
    assert (skill.skill_id, skill.level, skill.origin) == ("S1", 3, Origin.DONE)
    assert [shown.id for shown in skill.proofs] == [proof.id]


def test_the_document_names_nobody_who_works_here(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    proving.confirm(database.unit, COACH, proof.id, MORNING, version=1)
    document = take_passport_along(database.unit, CITIZEN, SNAPSHOT, MORNING)
    assert document == document_of(read(database), SNAPSHOT)
    assert document["proofs"] == [
        {
            "id": str(proof.id),
            "day": TODAY.isoformat(),
            "what": "Lassen met MIG",
            "kind": "paper",
            "source": "Voorbeeldschool",
            "skill_id": "S1",
            "seen_by_coach_on": TODAY.isoformat(),
            "copy": None,
        }
    ]
    assert str(COACH.account_id) not in str(document)


def test_every_change_stands_in_the_trail_once(database: Database, dossier: Dossier) -> None:
    proof = added(database, dossier)
    for _ in range(2):
        proving.confirm(database.unit, COACH, proof.id, MORNING, version=1)
    for _ in range(2):
        proving.take_back(database.unit, CITIZEN, proof.id, MORNING)
    with database.unit() as unit:
        found = [(entry.role, entry.deed) for entry in unit.trail.about(dossier.pseudonym)]
    assert found[::-1] == [("citizen", "own_dossier"), ("coach", "change_dossier"), ("citizen", "own_dossier")]


def test_an_event_without_more_is_shown_as_it_is(dossier: Dossier) -> None:
    event = an_event_of(dossier, EventKind.PROOF_ADDED, "2026-11-20", words="Iets van vroeger")
    (shown,) = passport([event], [])
    assert (shown.what, shown.proof, shown.is_confirmed) == ("Iets van vroeger", None, False)
