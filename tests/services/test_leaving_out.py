"""Leaving a sector out with one press, and putting it back."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from gouden_poort.errors import UnknownThing
from gouden_poort.profiles.question import UNWANTED, WISHED
from gouden_poort.services import assessments, trying
from gouden_poort.services.leaving_out import leave_out
from gouden_poort.services.ports import UnitOfWorkFactory
from tests.builders import a_snapshot
from tests.databases import Database
from tests.fakes import Memory

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SNAPSHOT = a_snapshot(occupations=[{}, {"occupation_id": "O2", "sector": "bouw"}])


def press(open_unit: UnitOfWorkFactory, someone: UUID, sector: str) -> None:
    leave_out(open_unit, SNAPSHOT, someone, sector, moment=NOW, today=NOW.date())


def put_back(open_unit: UnitOfWorkFactory, someone: UUID) -> None:
    trying.put_back(open_unit, SNAPSHOT, someone, moment=NOW, today=NOW.date())


def test_a_sector_is_left_out_beside_other_wishes_and_put_back(database: Database) -> None:
    someone = assessments.start(database.unit, NOW)
    assessments.answer(database.unit, SNAPSHOT, someone, "sectors", {"bouw": WISHED}, moment=NOW, today=NOW.date())
    press(database.unit, someone, "metal")
    assert assessments.answers(database.unit, someone)["sectors"] == {"bouw": WISHED, "metal": UNWANTED}
    put_back(database.unit, someone)
    assert assessments.answers(database.unit, someone)["sectors"] == {"bouw": WISHED}


def test_a_wish_gives_way_to_leaving_out() -> None:
    memory = Memory()
    someone = assessments.start(memory, NOW)
    assessments.answer(memory, SNAPSHOT, someone, "sectors", {"metal": WISHED}, moment=NOW, today=NOW.date())
    press(memory, someone, "metal")
    assert assessments.answers(memory, someone)["sectors"] == {"metal": UNWANTED}


def test_who_never_answered_the_question_can_leave_out_and_put_back_too() -> None:
    memory = Memory()
    someone = assessments.start(memory, NOW)
    press(memory, someone, "metal")
    put_back(memory, someone)
    assert not assessments.answers(memory, someone).get("sectors")


def test_pressing_twice_can_still_be_undone() -> None:
    memory = Memory()
    someone = assessments.start(memory, NOW)
    press(memory, someone, "metal")
    press(memory, someone, "metal")
    put_back(memory, someone)
    assert not assessments.answers(memory, someone).get("sectors")


def test_a_sector_that_is_not_in_the_catalogue_changes_nothing() -> None:
    memory = Memory()
    someone = assessments.start(memory, NOW)
    with pytest.raises(UnknownThing):
        press(memory, someone, "zorg")
    assert assessments.answers(memory, someone) == {}
