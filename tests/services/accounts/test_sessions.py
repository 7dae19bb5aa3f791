"""How long a session holds, and how it ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gouden_poort.errors import NotAllowed
from gouden_poort.profiles.people.account import Account
from gouden_poort.services.accounts import sessions
from tests.databases import Database
from tests.people_with_rights import People, actor_of, keep_people

NOW = datetime(2027, 1, 4, 9, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def people(database: Database) -> People:
    return keep_people(database.unit, NOW)


def begun(database: Database, account: Account, **given: bool) -> str:
    with database.unit() as unit:
        token = sessions.begin(unit, account, NOW, device="Firefox, Windows", **{"complete": True, **given})
        unit.commit()
    return token


def is_in(database: Database, token: str, moment: datetime) -> bool:
    return sessions.present(database.unit, token, moment) is not None


def test_staff_are_out_after_half_an_hour_of_nothing(database: Database, people: People) -> None:
    token = begun(database, people.coach)
    assert is_in(database, token, NOW + 29 * MINUTE)
    assert is_in(database, token, NOW + 58 * MINUTE), "being used makes it hold longer"
    assert not is_in(database, token, NOW + 88 * MINUTE)


def test_nobody_of_staff_is_in_for_more_than_half_a_day(database: Database, people: People) -> None:
    token = begun(database, people.coach)
    for minutes in range(20, 12 * 60, 20):
        assert is_in(database, token, NOW + minutes * MINUTE)
    assert not is_in(database, token, NOW + 12 * HOUR)


def test_a_citizen_stays_in_for_a_month_on_an_own_device(database: Database, people: People) -> None:
    token = begun(database, people.citizen, own_device=True)
    assert is_in(database, token, NOW + 29 * DAY)
    assert not is_in(database, token, NOW + 59 * DAY)


def test_a_citizen_is_out_after_half_an_hour_on_a_device_of_others(database: Database, people: People) -> None:
    assert not is_in(database, begun(database, people.citizen), NOW + 30 * MINUTE)


def test_staff_cannot_say_that_a_device_is_their_own(database: Database, people: People) -> None:
    assert not is_in(database, begun(database, people.coach, own_device=True), NOW + 30 * MINUTE)


def test_half_a_sign_in_opens_nothing(database: Database, people: People) -> None:
    token = begun(database, people.coach, complete=False)
    assert not is_in(database, token, NOW)
    assert sessions.half_way(database.unit, token, NOW)
    assert sessions.half_way(database.unit, token, NOW + 10 * MINUTE) is None


@pytest.mark.parametrize("token", ["", "made up", "\ud800"])
def test_a_token_that_nobody_gave_opens_nothing(database: Database, people: People, token: str) -> None:
    assert not is_in(database, token, NOW)


def test_the_own_list_has_this_browser_on_top_and_nobody_else(database: Database, people: People) -> None:
    begun(database, people.other_coach)
    first = begun(database, people.coach)
    begun(database, people.coach)
    begun(database, people.coach, complete=False)
    lines = sessions.own_sessions(database.unit, actor_of(people.coach), first, NOW)
    assert [line.is_this for line in lines] == [True, False]


def test_one_session_is_ended_from_another(database: Database, people: People) -> None:
    here, there = begun(database, people.coach), begun(database, people.coach)
    actor = actor_of(people.coach)
    other = sessions.own_sessions(database.unit, actor, here, NOW)[1]
    sessions.end_one(database.unit, actor, other.session.id, NOW)
    assert (is_in(database, here, NOW), is_in(database, there, NOW)) == (True, False)


def test_nobody_ends_a_session_of_somebody_else(database: Database, people: People) -> None:
    token = begun(database, people.coach)
    theirs = sessions.own_sessions(database.unit, actor_of(people.coach), token, NOW)[0]
    with pytest.raises(NotAllowed):
        sessions.end_one(database.unit, actor_of(people.administrator), theirs.session.id, NOW)
    assert is_in(database, token, NOW)


def test_all_other_sessions_end_at_once(database: Database, people: People) -> None:
    here, there, theirs = (begun(database, who) for who in (people.coach, people.coach, people.other_coach))
    sessions.end_others(database.unit, actor_of(people.coach), here, NOW)
    assert [is_in(database, token, NOW) for token in (here, there, theirs)] == [True, False, True]


def test_what_is_over_for_a_week_is_gone(database: Database, people: People) -> None:
    short, long = begun(database, people.coach), begun(database, people.citizen, own_device=True)
    sessions.forget_old(database.unit, NOW + 8 * DAY)
    assert (sessions.owner(database.unit, short), sessions.owner(database.unit, long)) == (None, people.citizen.id)
    sessions.forget_old(database.unit, NOW + 38 * DAY)
    assert sessions.owner(database.unit, long) is None


def test_neither_a_token_nor_a_link_stands_in_the_database(database: Database, people: People) -> None:
    token = begun(database, people.coach)
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM account_sessions").fetchall()
    assert rows
    assert token not in str(rows)
