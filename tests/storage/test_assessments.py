from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from gouden_poort.errors import InvalidInput, UnknownThing
from gouden_poort.services.ports import Answer
from gouden_poort.storage.assessments import KEPT_ANSWERS, LONGEST_ANSWER
from gouden_poort.storage.tables.assessments import ANSWERS, ASSESSMENTS
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def start(database: Database, **answers: Answer) -> UUID:
    with database.unit() as unit:
        assessment_id = unit.assessments.start(NOON)
        for question, answer in answers.items():
            unit.assessments.answer(assessment_id, question, answer, NOON)
        unit.commit()
    return assessment_id


def answers_of(database: Database, assessment_id: UUID) -> dict[str, Answer]:
    with database.unit() as unit:
        return dict(unit.assessments.answers(assessment_id))


def count(database: Database, table: Any) -> int:
    with database.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize(
    "answer", ["B1", "", 36, 0, ["bike", "car"], [], {"S1": 3}, {}, None, "é 🔧 ' % :x", "a" * 9000]
)
def test_an_answer_comes_back(database: Database, answer: Answer) -> None:
    assert answers_of(database, start(database, question=answer)) == {"question": answer}


def test_the_last_answer_counts_and_the_earlier_ones_are_kept(database: Database) -> None:
    assessment_id = start(database, hours=36, place="3511")
    with database.unit() as unit:
        for minute, hours in enumerate((32, None, 24)):
            unit.assessments.answer(assessment_id, "hours", hours, NOON - timedelta(minutes=minute))
        unit.commit()
    assert answers_of(database, assessment_id) == {"hours": 24, "place": "3511"}
    with database.engine.connect() as connection:
        given = connection.execute(
            select(ANSWERS.c.answer).where(ANSWERS.c.question_id == "hours").order_by(ANSWERS.c.id)
        )
        assert list(given.scalars()) == [36, 32, None, 24]


def test_people_have_answers_of_their_own(database: Database) -> None:
    one, other = start(database, hours=8), start(database, hours=40)
    assert (answers_of(database, one), answers_of(database, other)) == ({"hours": 8}, {"hours": 40})


def test_an_assessment_without_answers_exists(database: Database) -> None:
    assessment_id = start(database)
    with database.unit() as unit:
        assert unit.assessments.exists(assessment_id)
        assert not unit.assessments.exists(uuid4())
        assert unit.assessments.answers(assessment_id) == {}


def test_an_unknown_assessment_is_named(database: Database) -> None:
    nobody = uuid4()
    with database.unit() as unit, pytest.raises(UnknownThing, match=str(nobody)):
        unit.assessments.answers(nobody)
    with database.unit() as unit, pytest.raises(UnknownThing, match=str(nobody)):
        unit.assessments.answer(nobody, "hours", 36, NOON)


def test_forgetting_takes_one_assessment_and_all_its_answers(database: Database) -> None:
    gone, stays = start(database, hours=8, place="3511"), start(database, hours=40)
    with database.unit() as unit:
        unit.assessments.forget(gone)
        unit.assessments.forget(gone)
        unit.commit()
    assert (count(database, ASSESSMENTS), count(database, ANSWERS)) == (1, 1)
    assert answers_of(database, stays) == {"hours": 40}


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        ("note", "a\0b", "malformed"),
        ("note", "half \ud83d", "malformed"),
        ("modes", ["bike", "c\0r"], "malformed"),
        ("skills", {"S\0": 1}, "malformed"),
        ("n\0te", "fine", "malformed"),
        ("hours", float("nan"), "malformed"),
        ("note", "a" * (LONGEST_ANSWER + 1), "too_many"),
        ("skills", {f"S{number:07}": 1 for number in range(10_000)}, "too_many"),
        ("q" * 101, "fine", "out_of_range"),
    ],
)
def test_an_answer_that_cannot_be_kept_is_refused_and_nothing_is_lost(
    database: Database, question: str, answer: Any, code: str
) -> None:
    assessment_id = start(database, hours=36)
    with database.unit() as unit:
        unit.assessments.answer(assessment_id, "place", "3511", NOON)
        with pytest.raises(InvalidInput) as refusal:
            unit.assessments.answer(assessment_id, question, answer, NOON)
        unit.commit()
    assert [fault.code for fault in refusal.value.faults] == [code]
    assert len(refusal.value.faults[0].given) <= 80
    assert answers_of(database, assessment_id) == {"hours": 36, "place": "3511"}


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    with database.unit() as unit, pytest.raises(Exception, match="time zone"):
        unit.assessments.start(datetime(2026, 11, 21, 12))  # noqa: DTZ001 - that is the fault
    assert count(database, ASSESSMENTS) == 0


def test_of_many_answers_to_one_question_the_last_few_are_kept(database: Database) -> None:
    assessment_id, other = start(database, place="3511"), start(database, hours=1)
    for hours in range(KEPT_ANSWERS + 5):
        with database.unit() as unit:
            unit.assessments.answer(assessment_id, "hours", hours, NOON)
            unit.commit()
    assert count(database, ANSWERS) == KEPT_ANSWERS + 2
    assert answers_of(database, assessment_id) == {"hours": KEPT_ANSWERS + 4, "place": "3511"}
    assert answers_of(database, other) == {"hours": 1}
