"""Routes for someone without a name: the same as from the assessment, and nothing is kept."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.errors import InvalidInput
from gouden_poort.services import assessments
from gouden_poort.services.quick_look import NOBODY, quick_look
from gouden_poort.services.routes import suggest_routes
from gouden_poort.storage.tables.assessments import ASSESSMENTS
from tests.databases import Database

NOW = datetime(2026, 12, 28, 9, tzinfo=UTC)
TOLD: dict[str, object] = {"place": "Zwolle", "birth_date": "1990-07-01", "dutch": "B1", "week": {"hours": "32"}}


def test_the_routes_are_those_of_the_assessment(sqlite_database: Database, builtin: Snapshot) -> None:
    found = quick_look(sqlite_database.unit, builtin, TOLD, today=NOW.date())
    answers = {
        name: assessments.check(sqlite_database.unit, builtin, name, raw, today=NOW.date())
        for name, raw in TOLD.items()
    }
    profile, assumed = assessments.profile_of(builtin, NOBODY, answers, today=NOW.date())
    assert found.routes == suggest_routes(builtin, profile)
    assert found.assumed == assumed
    assert len(found.routes) >= 3


def test_former_work_brings_the_skills_that_it_needs(sqlite_database: Database, builtin: Snapshot) -> None:
    found = quick_look(sqlite_database.unit, builtin, {**TOLD, "former_work": {"oc-lasser": 1}}, today=NOW.date())
    assert found.profile is not None
    assert found.profile.skills
    assert found.profile.circumstances.former_occupations == ("oc-lasser",)


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, {"place", "birth_date"}),
        ({"place": "Zwolle"}, {"birth_date"}),
        ({"birth_date": "1990-07-01", "dutch": "B1"}, {"place"}),
    ],
)
def test_what_must_be_known_first_is_named(
    sqlite_database: Database, builtin: Snapshot, told: dict[str, object], missing: set[str]
) -> None:
    found = quick_look(sqlite_database.unit, builtin, told, today=NOW.date())
    assert set(found.missing) == missing
    assert found.routes == ()


def test_every_fault_is_named_at_once(sqlite_database: Database, builtin: Snapshot) -> None:
    wrong_ones = {"place": "Nergensdorp", "birth_date": "lang geleden", "dutch": "Z9", "week": {"hours": "veel"}}
    with pytest.raises(InvalidInput) as wrong:
        quick_look(sqlite_database.unit, builtin, wrong_ones, today=NOW.date())
    assert {fault.path.partition(".")[0] for fault in wrong.value.faults} == set(wrong_ones)


def test_nothing_is_kept(sqlite_database: Database, builtin: Snapshot) -> None:
    quick_look(sqlite_database.unit, builtin, TOLD, today=NOW.date())
    with sqlite_database.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(ASSESSMENTS)) == 0
