"""Registering a citizen: all six facts, the yes, who is like them, and never twice."""

from __future__ import annotations

from uuid import uuid4

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.consent import Line, allows
from gouden_poort.services.dossiers.registering import Newcomer, check_newcomer
from gouden_poort.services.dossiers.welcoming import doubles, registered, welcome
from tests.builders import a_snapshot
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, MORNING, a_kept_dossier

TYPED = {
    "name": "Voorbeeld Een",
    "phone": "06 12345678",
    "email": "",
    "language": "nl",
    "given": "read_aloud",
}
ANSWERS = {"place": "Utrecht", "birth_date": "1990-01-02", "dutch": "B1"}
LINES = ("coach_sees_dossier", "messages")


def checked(
    database: Database,
    typed: dict[str, str] | None = None,
    answers: dict[str, object] | None = None,
    lines: tuple[str, ...] = LINES,
) -> Newcomer:
    return check_newcomer(
        database.unit,
        a_snapshot(places=[{"pc4_from": 3511, "pc4_to": 3515}], postcode_areas=[{}]),
        {**TYPED, **(typed or {})},
        {**ANSWERS, **(answers or {})},
        lines,
        languages=("nl", "ar"),
        today=MORNING.date(),
    )


def test_who_is_registered_has_a_dossier_with_answers_and_consents(sqlite_database: Database) -> None:
    dossier = welcome(sqlite_database.unit, COACH, checked(sqlite_database), MORNING, form_id=uuid4())
    with sqlite_database.unit() as unit:
        answers, consents = unit.assessments.answers(dossier.assessment_id), unit.consents.of(dossier.id)
        assert unit.dossiers.find(dossier.id) == dossier
    assert (answers["birth_date"], answers["dutch"]) == ("1990-01-02", "B1")
    assert [each.line for each in consents] == [Line.COACH_SEES_DOSSIER, Line.MESSAGES]
    assert allows(consents, Line.COACH_SEES_DOSSIER)


@pytest.mark.parametrize(
    ("typed", "answers", "lines", "paths"),
    [
        ({"name": " "}, {}, LINES, {"name"}),
        ({"phone": ""}, {}, LINES, {"phone"}),
        ({"language": "xx"}, {}, LINES, {"language"}),
        ({"given": "by telepathy"}, {}, LINES, {"given"}),
        ({}, {"place": "Nergensdorp"}, LINES, {"place"}),
        ({}, {"place": ""}, LINES, {"place"}),
        ({}, {"birth_date": "gisteren"}, LINES, {"birth_date"}),
        ({}, {"birth_date": None}, LINES, {"birth_date"}),
        ({}, {}, ("messages",), {"lines"}),
        ({"name": "", "phone": "1"}, {"place": ""}, (), {"name", "phone", "place", "lines"}),
    ],
)
def test_every_fault_is_named_at_once(
    sqlite_database: Database,
    typed: dict[str, str],
    answers: dict[str, object],
    lines: tuple[str, ...],
    paths: set[str],
) -> None:
    with pytest.raises(InvalidInput) as wrong:
        checked(sqlite_database, typed, answers, lines)
    assert {fault.path for fault in wrong.value.faults} == paths


def test_the_level_of_dutch_may_stay_open(sqlite_database: Database) -> None:
    assert checked(sqlite_database, answers={"dutch": ""}).answers["dutch"] is None


def test_the_dossier_of_a_form_is_found_again_by_the_coach_who_sent_it(sqlite_database: Database) -> None:
    newcomer, form_id = checked(sqlite_database), uuid4()
    dossier = welcome(sqlite_database.unit, COACH, newcomer, MORNING, form_id=form_id)
    assert registered(sqlite_database.unit, COACH, form_id) == dossier.id
    assert registered(sqlite_database.unit, COLLEAGUE, form_id) is None


def test_a_dossier_that_may_be_of_the_same_person_is_shown_before(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    assert [each.dossier_id for each in doubles(sqlite_database.unit, COACH, checked(sqlite_database), MORNING)] == [
        dossier.id
    ]


def test_another_organisation_does_not_learn_of_it(sqlite_database: Database) -> None:
    a_kept_dossier(sqlite_database, organisation_id=ELSEWHERE)
    assert not doubles(sqlite_database.unit, COACH, checked(sqlite_database), MORNING)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COACH}))
def test_only_a_coach_registers(sqlite_database: Database, role: Role) -> None:
    actor = Actor(account_id=COACH.account_id, role=role, organisation_id=COACH.organisation_id)
    with pytest.raises(NotAllowed):
        welcome(sqlite_database.unit, actor, checked(sqlite_database), MORNING, form_id=uuid4())
