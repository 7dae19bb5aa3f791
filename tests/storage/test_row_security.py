"""The second lock, on a small table of dossiers: without any filter of ours PostgreSQL hands out no foreign row."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID, uuid4

import pytest
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.storage.policies import OpenRows, SecureRows
from gouden_poort.storage.row_security import tell_who_asks
from tests.databases import Database

HOUSE = UUID(int=9)
ONE_COACH = Actor(account_id=UUID(int=1), role=Role.COACH, organisation_id=HOUSE)
OTHER_COACH = Actor(account_id=UUID(int=2), role=Role.COACH, organisation_id=HOUSE)
CITIZEN = Actor(account_id=UUID(int=3), role=Role.CITIZEN)
ADMINISTRATOR = Actor(account_id=UUID(int=4), role=Role.ADMINISTRATOR, organisation_id=HOUSE)
SEEN = "coach_id = {account} OR ({role} = 'administrator' AND house_id = {organisation})"


@pytest.fixture
def secured(postgres_database: Database) -> Database:
    """A file of one coach and two of another; only a file's own coach and the administrator of the house see it."""
    with postgres_database.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE files (id uuid PRIMARY KEY, coach_id uuid, house_id uuid)")
        steps(connection).invoke(SecureRows("files", SEEN))
    with postgres_database.unit() as unit:
        for coach in (ONE_COACH, OTHER_COACH, OTHER_COACH):
            add(unit._connection, coach.account_id)
        unit.commit()
    return postgres_database


def steps(connection: Connection) -> Operations:
    return Operations(MigrationContext.configure(connection))


def add(connection: Connection, coach_id: UUID) -> None:
    connection.exec_driver_sql("INSERT INTO files VALUES (%s, %s, %s)", (uuid4(), coach_id, HOUSE))


def coaches(connection: Connection) -> Sequence[UUID]:
    """Whose files come back when a query has no filter at all."""
    return sorted(connection.exec_driver_sql("SELECT coach_id FROM files").scalars())


def seen_by(database: Database, actor: Actor | None) -> Sequence[UUID]:
    with database.unit(actor) as unit:
        return coaches(unit._connection)


@pytest.mark.parametrize(
    ("actor", "files"),
    [(ONE_COACH, 1), (OTHER_COACH, 2), (CITIZEN, 0), (ADMINISTRATOR, 3), (None, 3)],
    ids=["one coach", "another coach", "a citizen", "the administrator", "the system"],
)
def test_without_a_filter_nobody_gets_foreign_rows(secured: Database, actor: Actor | None, files: int) -> None:
    found = seen_by(secured, actor)
    assert len(found) == files
    if actor and actor.role is Role.COACH:
        assert set(found) == {actor.account_id}


def test_who_does_not_say_who_asks_gets_nothing(secured: Database) -> None:
    with secured.engine.connect() as connection:
        assert coaches(connection) == []


def test_the_next_actor_on_a_pooled_connection_gets_only_their_own(secured: Database) -> None:
    processes = set()
    for actor in (OTHER_COACH, ONE_COACH, CITIZEN, OTHER_COACH, ONE_COACH):
        with secured.unit(actor) as unit:
            processes.add(unit._connection.exec_driver_sql("SELECT pg_backend_pid()").scalar())
            assert set(coaches(unit._connection)) <= {actor.account_id}
    assert len(processes) == 1, "one connection was used by all"


def test_nothing_of_an_actor_stays_on_the_connection(secured: Database) -> None:
    with secured.unit(OTHER_COACH) as unit:
        assert coaches(unit._connection)
        unit.commit()
    with secured.engine.connect() as connection:
        assert coaches(connection) == []


def test_each_transaction_of_a_unit_is_of_its_actor(secured: Database) -> None:
    with secured.unit(ONE_COACH) as unit:
        for _ in range(3):
            assert coaches(unit._connection) == [ONE_COACH.account_id]
            unit.commit()


def test_a_savepoint_that_is_undone_does_not_undo_who_asks(secured: Database) -> None:
    with secured.unit(ONE_COACH) as unit:
        with suppress(ZeroDivisionError), unit._connection.begin_nested():
            coaches(unit._connection)
            raise ZeroDivisionError
        assert coaches(unit._connection) == [ONE_COACH.account_id]


def test_nobody_writes_a_row_for_another(secured: Database) -> None:
    with secured.unit(ONE_COACH) as unit, pytest.raises(DBAPIError, match="row-level security"):
        add(unit._connection, OTHER_COACH.account_id)


def test_nobody_changes_or_removes_a_row_of_another(secured: Database) -> None:
    with secured.unit(ONE_COACH) as unit:
        changed = unit._connection.exec_driver_sql("UPDATE files SET house_id = NULL")
        removed = unit._connection.exec_driver_sql("DELETE FROM files")
        unit.commit()
    assert (changed.rowcount, removed.rowcount) == (1, 1)
    assert len(seen_by(secured, OTHER_COACH)) == 2


def test_what_may_be_written_can_differ_from_what_is_seen(secured: Database) -> None:
    with secured.engine.begin() as connection:
        steps(connection).invoke(OpenRows("files"))
        steps(connection).invoke(SecureRows("files", SEEN, "house_id = {organisation}"))
    with secured.unit(ONE_COACH) as unit:
        add(unit._connection, OTHER_COACH.account_id)
        unit.commit()
    assert (len(seen_by(secured, ONE_COACH)), len(seen_by(secured, OTHER_COACH))) == (1, 3)


def test_the_lock_holds_for_the_owner_of_the_table_who_is_no_superuser(secured: Database) -> None:
    query = "SELECT rolsuper, tableowner = current_user FROM pg_roles, pg_tables"
    with secured.engine.connect() as connection:
        found = connection.exec_driver_sql(f"{query} WHERE rolname = current_user AND tablename = 'files'").one()
    assert tuple(found) == (False, True)


def test_the_lock_can_be_taken_off_again(secured: Database) -> None:
    with secured.engine.begin() as connection:
        steps(connection).invoke(SecureRows("files", SEEN).reverse())
    assert len(seen_by(secured, CITIZEN)) == 3


def test_sqlite_has_no_such_lock_and_needs_no_words(sqlite_database: Database) -> None:
    with sqlite_database.engine.begin() as connection:
        tell_who_asks(connection, ONE_COACH)
        steps(connection).invoke(SecureRows("assessments", "started_at > {account}"))
        steps(connection).invoke(OpenRows("assessments"))
        assert connection.exec_driver_sql("SELECT count(*) FROM assessments").scalar() == 0
