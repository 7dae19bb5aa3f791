"""Answers that are tried out, taken over, and put back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from gouden_poort.errors import InvalidInput
from gouden_poort.services import assessments, trying
from gouden_poort.services.ports import UnitOfWorkFactory
from tests.builders import a_snapshot
from tests.databases import Database
from tests.fakes import Memory

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SNAPSHOT = a_snapshot()


def someone_with_minutes(open_unit: UnitOfWorkFactory) -> UUID:
    someone = assessments.start(open_unit, NOW)
    assessments.answer(open_unit, SNAPSHOT, someone, "travel_minutes", 30, moment=NOW, today=NOW.date())
    return someone


def take_over(open_unit: UnitOfWorkFactory, someone: UUID, **otherwise: object) -> None:
    trying.try_answers(open_unit, someone, otherwise, moment=NOW)  # type: ignore[arg-type]
    trying.take_over(open_unit, SNAPSHOT, someone, moment=NOW, today=NOW.date())


def test_what_is_tried_is_kept_and_not_given() -> None:
    memory = Memory()
    someone = someone_with_minutes(memory)
    trying.try_answers(memory, someone, {"week": {"hours": 20}}, moment=NOW)
    assert trying.tried(memory, someone) == {"week": {"hours": 20}}
    assert assessments.answers(memory, someone) == {"travel_minutes": 30}


def test_what_is_taken_over_is_given_and_no_longer_tried(database: Database) -> None:
    someone = someone_with_minutes(database.unit)
    take_over(database.unit, someone, travel_minutes=60, transport=["bike", "car"])
    assert assessments.answers(database.unit, someone) == {"travel_minutes": 60, "transport": ["bike", "car"]}
    assert trying.tried(database.unit, someone) == {}


def test_when_one_answer_cannot_be_given_none_is() -> None:
    memory = Memory()
    someone = someone_with_minutes(memory)
    with pytest.raises(InvalidInput):
        take_over(memory, someone, travel_minutes=60, start="1999-01-04")
    assert assessments.answers(memory, someone) == {"travel_minutes": 30}


def test_taking_over_twice_is_taking_over_once() -> None:
    memory = Memory()
    someone = someone_with_minutes(memory)
    take_over(memory, someone, travel_minutes=60)
    trying.take_over(memory, SNAPSHOT, someone, moment=NOW, today=NOW.date())
    last = trying.changed_lately(memory, someone, NOW)
    assert last is not None
    assert last.before == {"travel_minutes": 30}


def test_putting_back_twice_is_putting_back_once() -> None:
    memory = Memory()
    someone = someone_with_minutes(memory)
    take_over(memory, someone, travel_minutes=60)
    for _ in range(2):
        trying.put_back(memory, SNAPSHOT, someone, moment=NOW, today=NOW.date())
    assert assessments.answers(memory, someone) == {"travel_minutes": 30}


@pytest.mark.parametrize(("minutes", "is_known"), [(60, True), (61, False)])
def test_a_change_is_known_for_an_hour(minutes: int, is_known: bool) -> None:
    memory = Memory()
    someone = someone_with_minutes(memory)
    take_over(memory, someone, travel_minutes=60)
    last = trying.changed_lately(memory, someone, NOW + timedelta(minutes=minutes))
    assert (last is not None) is is_known
