"""Dossiers and what belongs to them, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.profiles.people.dossier import DossierState
from gouden_poort.services.keeping import WITHOUT_CODE, forget_expired
from gouden_poort.services.ports import Caseload, Order
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, HERE, MORNING, a_kept_dossier, a_note, an_agreement

TODAY = MORNING.date()


def names(database: Database, **asked: object) -> list[str]:
    with database.unit() as unit:
        wanted = Caseload(coach_id=COACH.account_id, **asked)
        found = [each.name for each in unit.dossiers.caseload(wanted)]
        assert unit.dossiers.how_many(wanted) == len(found)
    return found


def test_a_dossier_comes_back_as_it_was_kept(database: Database) -> None:
    dossier = a_kept_dossier(database, labels=("taalklas", "avond"), next_contact_on=date(2026, 12, 1))
    with database.unit() as unit:
        assert unit.dossiers.find(dossier.id) == dossier
        assert unit.dossiers.of_assessment(dossier.assessment_id) == dossier


def test_of_two_changes_at_once_the_second_finds_out(database: Database) -> None:
    dossier = a_kept_dossier(database)
    with database.unit() as unit:
        assert unit.dossiers.change(replace(dossier, phone="06 11111111"))
        assert not unit.dossiers.change(replace(dossier, phone="06 22222222"))
        unit.commit()
    with database.unit() as unit:
        kept = unit.dossiers.find(dossier.id)
    assert kept is not None
    assert (kept.phone, kept.version) == ("06 11111111", 2)


def test_a_caseload_holds_only_what_is_of_this_coach(database: Database) -> None:
    a_kept_dossier(database, name="Voorbeeld Mijn")
    a_kept_dossier(database, name="Voorbeeld Ander", coach_id=COLLEAGUE.account_id)
    assert names(database) == ["Voorbeeld Mijn"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"name": "VOORBÉÉLD b"}, ["Voorbeeld B"]),
        ({"name": "100%"}, []),
        ({"states": frozenset({DossierState.ACTIVE})}, ["Voorbeeld C"]),
        ({"languages": frozenset({"ar"})}, ["Voorbeeld B"]),
        ({"label": "avond"}, ["Voorbeeld A"]),
        ({"label": "avon"}, []),
        ({"contact_until": TODAY}, ["Voorbeeld B"]),
        ({"silent_since": TODAY - timedelta(weeks=8)}, ["Voorbeeld C"]),
        ({"order": Order.NEXT_CONTACT}, ["Voorbeeld B", "Voorbeeld A", "Voorbeeld C"]),
    ],
)
def test_a_caseload_is_filtered(database: Database, asked: dict[str, object], expected: list[str]) -> None:
    a_kept_dossier(database, name="Voorbeeld A", labels=("avond", "taal"), next_contact_on=TODAY + timedelta(days=1))
    a_kept_dossier(database, name="Voorbeeld B", language="ar", next_contact_on=TODAY)
    a_kept_dossier(database, name="Voorbeeld C", state=DossierState.ACTIVE, last_contact_on=TODAY - timedelta(weeks=9))
    assert names(database, **asked) == expected


@pytest.mark.parametrize(
    ("name", "birth_date", "phone", "email", "is_like"),
    [
        ("Een van Voorbeeld", date(1990, 1, 2), "", "", True),
        ("Iemand Anders", date(1990, 1, 2), "", "", False),
        ("Voorbeeld Een", date(1991, 1, 2), "", "", False),
        ("Iemand Anders", date(1991, 1, 2), "06 12345678", "", True),
        ("Iemand Anders", date(1991, 1, 2), "", "een@voorbeeld.example", True),
        ("!", date(1990, 1, 2), "", "", False),
    ],
)
def test_the_same_person_is_found_by_what_is_alike(
    database: Database, name: str, birth_date: date, phone: str, email: str, is_like: bool
) -> None:
    a_kept_dossier(database)
    with database.unit() as unit:
        assert bool(unit.dossiers.like(HERE, name, birth_date, phone, email)) is is_like
        assert not unit.dossiers.like(ELSEWHERE, name, birth_date, phone, email)


def test_a_yes_that_was_taken_back_allows_nothing(database: Database) -> None:
    dossier = a_kept_dossier(database)
    with database.unit() as unit:
        assert unit.consents.sharing([dossier.id], Line.COACH_SEES_DOSSIER) == {dossier.id}
        assert unit.consents.end(dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
        assert not unit.consents.end(dossier.id, Line.COACH_SEES_DOSSIER, MORNING)
        unit.commit()
    with database.unit() as unit:
        kept = unit.consents.of(dossier.id)
        assert unit.consents.sharing([dossier.id], Line.COACH_SEES_DOSSIER) == frozenset()
    assert not allows(kept, Line.COACH_SEES_DOSSIER)
    assert allows(kept, Line.MESSAGES)


def test_of_two_changes_of_a_note_the_second_finds_out(database: Database) -> None:
    dossier = a_kept_dossier(database)
    note = a_note(dossier, text="een")
    with database.unit() as unit:
        unit.notes.add(note)
        assert unit.notes.change(replace(note, text="twee"))
        assert not unit.notes.change(replace(note, text="drie"))
        unit.commit()
    with database.unit() as unit:
        assert [each.text for each in unit.notes.of(dossier.id)] == ["twee"]


def test_agreements_that_are_due_are_those_of_the_caseload_that_are_open(database: Database) -> None:
    mine = a_kept_dossier(database)
    other = a_kept_dossier(database, coach_id=COLLEAGUE.account_id)
    with database.unit() as unit:
        for dossier, days, done in ((mine, 0, False), (mine, 1, False), (mine, -1, True), (other, 0, False)):
            due_on, done_at = TODAY + timedelta(days=days), MORNING if done else None
            unit.agreements.add(an_agreement(dossier, text=f"{days}", due_on=due_on, done_at=done_at))
        unit.commit()
    with database.unit() as unit:
        assert [each.text for each in unit.agreements.open_until(COACH.account_id, TODAY)] == ["0"]


def test_answers_of_a_dossier_are_not_wiped_when_a_term_is_over(database: Database) -> None:
    dossier = a_kept_dossier(database)
    with database.unit() as unit:
        loose = unit.assessments.start(MORNING)
        unit.commit()
    assert forget_expired(database.unit, MORNING + WITHOUT_CODE) == 1
    with database.unit() as unit:
        assert unit.assessments.exists(dossier.assessment_id)
        assert not unit.assessments.exists(loose)
