"""Resume codes as rows, on both kinds of database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from gouden_poort.errors import UnknownThing
from gouden_poort.services.ports import Keeping, KeptCode
from gouden_poort.storage import assessments as module
from gouden_poort.storage.tables.resume_codes import RESUME_CODES
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CODE = KeptCode(draw=0, code_hash="a" * 64)


def test_a_code_is_found_by_its_hash(database: Database) -> None:
    with database.unit() as unit:
        mine, other = (unit.assessments.start(NOON) for _ in range(2))
        assert unit.resume_codes.put(mine, CODE, NOON)
        unit.commit()
    with database.unit() as unit:
        assert (unit.resume_codes.of(mine), unit.resume_codes.of(other)) == (CODE, None)
        assert unit.resume_codes.find(CODE.code_hash) == mine
        assert unit.resume_codes.find("b" * 64) is None


def test_a_new_code_takes_the_place_of_the_old_one(database: Database) -> None:
    later = KeptCode(draw=1, code_hash="b" * 64)
    with database.unit() as unit:
        mine = unit.assessments.start(NOON)
        assert unit.resume_codes.put(mine, CODE, NOON)
        assert unit.resume_codes.put(mine, later, NOON)
        unit.commit()
    with database.unit() as unit:
        assert unit.resume_codes.of(mine) == later
        assert unit.resume_codes.find(CODE.code_hash) is None


def test_a_code_of_someone_else_is_refused_and_nothing_is_lost(database: Database) -> None:
    earlier = KeptCode(draw=0, code_hash="b" * 64)
    with database.unit() as unit:
        mine, other = (unit.assessments.start(NOON) for _ in range(2))
        unit.resume_codes.put(other, CODE, NOON)
        unit.resume_codes.put(mine, earlier, NOON)
        assert not unit.resume_codes.put(mine, KeptCode(draw=1, code_hash=CODE.code_hash), NOON)
        unit.commit()
    with database.unit() as unit:
        assert unit.resume_codes.of(mine) == earlier
        assert unit.resume_codes.find(CODE.code_hash) == other


def test_how_long_answers_are_kept_follows_use_and_code(database: Database) -> None:
    later = NOON + timedelta(days=3)
    with database.unit() as unit:
        mine = unit.assessments.start(NOON)
        assert unit.assessments.keeping(mine) == Keeping(last_used_at=NOON, has_code=False)
        unit.assessments.use(mine, later)
        unit.resume_codes.put(mine, CODE, NOON)
        assert unit.assessments.keeping(mine) == Keeping(last_used_at=later, has_code=True)


def test_what_does_not_exist_is_neither_kept_nor_used(database: Database) -> None:
    nobody = uuid4()
    with database.unit() as unit, pytest.raises(UnknownThing, match=str(nobody)):
        unit.assessments.keeping(nobody)
    with database.unit() as unit, pytest.raises(UnknownThing, match=str(nobody)):
        unit.assessments.use(nobody, NOON)


def test_forgetting_takes_the_code_too(database: Database) -> None:
    with database.unit() as unit:
        mine = unit.assessments.start(NOON)
        unit.resume_codes.put(mine, CODE, NOON)
        unit.assessments.forget(mine)
        unit.commit()
    with database.engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(RESUME_CODES)) == 0


def test_a_few_are_forgotten_at_a_time(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FORGOTTEN_AT_ONCE", 2)
    with database.unit() as unit:
        for _ in range(3):
            unit.assessments.start(NOON)
        assert [unit.assessments.forget_unused(without_code=NOON, with_code=NOON) for _ in range(3)] == [2, 1, 0]
