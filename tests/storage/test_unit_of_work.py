from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_what_is_committed_is_kept(database: Database) -> None:
    with database.unit() as unit:
        assessment_id = unit.assessments.start(NOON)
        unit.commit()
    with database.unit() as unit:
        assert unit.assessments.exists(assessment_id)


def test_leaving_without_commit_keeps_nothing(database: Database) -> None:
    with database.unit() as unit:
        assessment_id = unit.assessments.start(NOON)
    with database.unit() as unit:
        assert not unit.assessments.exists(assessment_id)


def test_an_error_undoes_what_came_after_the_last_commit(database: Database) -> None:
    with suppress(ZeroDivisionError), database.unit() as unit:
        kept = unit.assessments.start(NOON)
        unit.commit()
        undone = unit.assessments.start(NOON)
        raise ZeroDivisionError
    with database.unit() as unit:
        assert (unit.assessments.exists(kept), unit.assessments.exists(undone)) == (True, False)


def test_a_unit_can_be_used_only_inside_its_block(sqlite_database: Database) -> None:
    unit = sqlite_database.unit()
    with pytest.raises(RuntimeError):
        _ = unit.assessments
    with unit, pytest.raises(RuntimeError):
        unit.__enter__()
    with pytest.raises(RuntimeError):
        unit.commit()


def test_a_unit_can_be_opened_again_after_it_was_left(sqlite_database: Database) -> None:
    unit, started = sqlite_database.unit(), []
    for _ in range(2):
        with unit:
            started.append(unit.assessments.start(NOON))
            unit.commit()
    with unit:
        assert [unit.assessments.exists(each) for each in started] == [True, True]
