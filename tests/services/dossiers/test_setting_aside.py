"""Setting a rule aside for one person: with a reason, for that person alone, and until it is taken back."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.dossier import Dossier
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.set_aside import SetAside
from gouden_poort.rules.choosing import rulebook_of
from gouden_poort.services.dossiers.setting_aside import (
    catalogue_for,
    rules_to_set_aside,
    set_aside,
    set_aside_for,
    take_back,
)
from gouden_poort.services.routes import route_to, suggest_routes
from tests.builders import a_profile
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, STRANGER, a_kept_dossier, a_set_aside
from tests.rules.books import ADULT, ADULT_WORK, ruled

SNAPSHOT = ruled(ADULT, ADULT_WORK)
REASON = "De school heeft een plek beloofd."
YOUNG = a_profile(birth_date=date(2012, 6, 15))
CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)


def aside(
    database: Database, dossier: Dossier, rule: str = "own.adult", reason: str = REASON, actor: Actor = COACH
) -> SetAside:
    return set_aside(database.unit, SNAPSHOT, actor, dossier.id, rule_id=rule, reason=reason, moment=MORNING)


def test_only_laws_can_be_set_aside_and_each_is_named_once() -> None:
    assert [rule.id for rule in rules_to_set_aside(SNAPSHOT)] == ["own.adult", "own.adult_work"]


def test_a_door_opens_for_this_person_and_for_nobody_else(database: Database) -> None:
    dossier = a_kept_dossier(database)
    for rule in ("own.adult", "own.adult_work"):
        aside(database, dossier, rule)
    theirs = catalogue_for(SNAPSHOT, set_aside_for(database.unit, dossier.assessment_id))
    assert route_to(theirs, YOUNG, "O1") is not None
    assert route_to(SNAPSHOT, YOUNG, "O1") is None
    assert suggest_routes(SNAPSHOT, YOUNG) == ()


def test_what_is_set_aside_is_not_told_as_a_reason_and_the_book_has_another_version() -> None:
    theirs = catalogue_for(SNAPSHOT, [a_set_aside_of("own.adult")])
    assert "own.adult" not in {rule.id for rule in rulebook_of(theirs).rules}
    assert rulebook_of(theirs).version != rulebook_of(SNAPSHOT).version
    assert theirs.version != SNAPSHOT.version
    assert catalogue_for(SNAPSHOT, ()) is SNAPSHOT


def a_set_aside_of(rule: str) -> SetAside:
    return SetAside(id=uuid4(), dossier_id=uuid4(), rule_id=rule, reason=REASON, made_by=uuid4(), made_at=MORNING)


def test_it_counts_again_once_it_is_taken_back(database: Database) -> None:
    dossier = a_kept_dossier(database)
    made = aside(database, dossier)
    for _ in range(2):
        take_back(database.unit, COACH, dossier.id, made.id, MORNING)
    assert set_aside_for(database.unit, dossier.assessment_id) == []
    with database.unit() as unit:
        (kept,) = unit.set_asides.of(dossier.id)
        trail = [entry.deed for entry in unit.trail.about(dossier.pseudonym)]
    assert kept.ended_at == MORNING
    assert trail == [Deed.CHANGE_DOSSIER, Deed.CHANGE_DOSSIER]


def test_the_same_rule_twice_is_one(database: Database) -> None:
    dossier = a_kept_dossier(database)
    assert aside(database, dossier) == aside(database, dossier, reason=REASON * 2)


@pytest.mark.parametrize(
    ("rule", "reason", "path"),
    [
        ("own.adult", "te kort", "reason"),
        ("own.adult", " ", "reason"),
        ("own.adult", "x" * 501, "reason"),
        ("own.adult", "Het nummer is 111222333, echt waar.", "reason"),
        ("entry.cefr", REASON, "rule"),
        ("", REASON, "rule"),
    ],
)
def test_it_needs_a_law_and_a_reason(sqlite_database: Database, rule: str, reason: str, path: str) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with pytest.raises(InvalidInput) as wrong:
        aside(sqlite_database, dossier, rule, reason)
    assert [fault.path for fault in wrong.value.faults] == [path]


@pytest.mark.parametrize("actor", [COLLEAGUE, STRANGER, CITIZEN])
def test_nobody_else_sets_aside_or_takes_back(database: Database, actor: Actor) -> None:
    dossier = a_kept_dossier(database, citizen_id=CITIZEN.account_id)
    made = aside(database, dossier)
    with pytest.raises(NotAllowed):
        aside(database, dossier, "own.adult_work", actor=actor)
    with pytest.raises(NotAllowed):
        take_back(database.unit, actor, dossier.id, made.id, MORNING)


def test_what_belongs_to_another_dossier_is_not_taken_back(database: Database) -> None:
    mine, other = a_kept_dossier(database), a_kept_dossier(database, name="Voorbeeld Twee")
    with database.unit() as unit:
        unit.set_asides.add(kept := a_set_aside(other))
        unit.commit()
    with pytest.raises(NotAllowed):
        take_back(database.unit, COACH, mine.id, kept.id, MORNING)
