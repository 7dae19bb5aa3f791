from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from sqlalchemy.exc import IntegrityError

from gouden_poort.profiles.coach_request import CoachRequest, Daypart, Reach, SharedLine
from tests.builders import a_coach_request
from tests.databases import Database

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def keep(database: Database, *requests: CoachRequest) -> None:
    with database.unit() as unit:
        for request in requests:
            unit.coach_requests.add(request)
        unit.commit()


def another(number: str, **told: object) -> CoachRequest:
    return a_coach_request(id=uuid5(UUID(int=0), number), number=number, **told)


@pytest.mark.parametrize("daypart", Daypart)
def test_a_request_comes_back_whole(database: Database, daypart: Daypart) -> None:
    shared = (
        SharedLine(key="skills", about="Wat je kunt", words=("Lassen: zelfstandig", "é 🔧 ' % :x")),
        SharedLine(key="papers", about="Diploma’s", words=()),
    )
    reach = Reach(name="S.", phone="", email="post@voorbeeld.example", language="ti", daypart=daypart)
    request = a_coach_request(reach=reach, shared=shared, route="", answered_at=NOON)
    keep(database, request)
    with database.unit() as unit:
        assert unit.coach_requests.find(request.number) == unit.coach_requests.with_id(request.id) == request


def test_the_same_id_is_kept_once_with_its_first_number(database: Database) -> None:
    keep(database, a_coach_request())
    with database.unit() as unit:
        assert unit.coach_requests.add(a_coach_request(number="OTHER")) == a_coach_request()
        assert len(unit.coach_requests.open()) == 1


def test_two_requests_never_share_a_number(database: Database) -> None:
    keep(database, a_coach_request())
    with database.unit() as unit, pytest.raises(IntegrityError):
        unit.coach_requests.add(a_coach_request(id=UUID(int=2)))


def test_the_earliest_term_comes_first_and_what_was_answered_is_left_out(database: Database) -> None:
    keep(
        database,
        another("B", answer_by=date(2026, 11, 26)),
        another("A", answer_by=date(2026, 11, 24)),
        another("C", answered_at=NOON),
    )
    with database.unit() as unit:
        assert [each.number for each in unit.coach_requests.open()] == ["A", "B"]


def test_only_the_first_reaction_counts(database: Database) -> None:
    keep(database, a_coach_request())
    with database.unit() as unit:
        unit.coach_requests.mark_answered(a_coach_request().id, NOON)
        unit.coach_requests.mark_answered(a_coach_request().id, NOON + timedelta(days=9))
        unit.commit()
    with database.unit() as unit:
        assert unit.coach_requests.find(a_coach_request().number) == a_coach_request(answered_at=NOON)


def test_those_of_a_day_are_counted(database: Database) -> None:
    keep(database, another("before", received_at=NOON - SECOND), another("at", received_at=NOON), another("later"))
    with database.unit() as unit:
        assert unit.coach_requests.received_since(NOON) == 2


def test_a_request_that_is_withdrawn_is_gone(database: Database) -> None:
    keep(database, a_coach_request(), another("other"))
    with database.unit() as unit:
        unit.coach_requests.remove(a_coach_request().id)
        unit.coach_requests.remove(a_coach_request().id)
        unit.commit()
    with database.unit() as unit:
        assert [each.number for each in unit.coach_requests.open()] == ["other"]


def test_what_is_over_its_date_is_removed(database: Database) -> None:
    old, answered = NOON - CoachRequest.KEPT_WITHOUT_ANSWER, NOON - CoachRequest.KEPT_AFTER_ANSWER
    keep(
        database,
        another("answered", received_at=old, answered_at=answered),
        another("just answered", received_at=old, answered_at=answered + SECOND),
        another("never answered", received_at=old),
        another("waiting", received_at=old + SECOND),
    )
    with database.unit() as unit:
        assert unit.coach_requests.remove_not_kept_at(NOON) == 2
        unit.commit()
    with database.unit() as unit:
        names = ("answered", "just answered", "never answered", "waiting")
        assert [name for name in names if unit.coach_requests.find(name)] == ["just answered", "waiting"]
