"""The chain on real databases: one for all writers, refused changes, and alterations behind its back that show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.rights import Deed
from gouden_poort.profiles.people.trail import Broken, Why, trace
from gouden_poort.services.trail import looks_at, record, verify
from gouden_poort.storage.row_security import tell_who_asks
from gouden_poort.storage.tables.trail import TRAIL, TRAIL_SEAL
from gouden_poort.storage.trail import SQLTrail
from tests.databases import Database

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
HOUSE = UUID(int=2)
COACH = Actor(account_id=UUID(int=1), role=Role.COACH, organisation_id=HOUSE)
CITIZEN = Actor(account_id=UUID(int=7), role=Role.CITIZEN)
SUBJECT = UUID(int=3)
Tamper = Callable[[Connection, int], object]


def look(database: Database, many: int = 1, *, actor: Actor | None = COACH, subject: UUID | None = SUBJECT) -> None:
    with database.unit(actor) as unit:
        for each in range(many):
            record(unit, actor, Deed.SEE_DOSSIER, subject, Why.GUIDANCE, NOON + timedelta(seconds=each))
        unit.commit()


@contextmanager
def broken_in(database: Database) -> Iterator[Connection]:
    """A connection of someone who has the database itself: without triggers and policies, and undone afterwards."""
    with database.engine.connect() as connection:
        tell_who_asks(connection, None)
        if database.kind == "sqlite":
            for trigger in ("trail_stays", "trail_is_kept", "trail_seal_moves_on", "trail_seal_is_kept"):
                connection.execute(text(f"DROP TRIGGER {trigger}"))
        else:
            for table in ("trail", "trail_seal"):
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        yield connection
        connection.rollback()


class UnitOn:
    """A unit of work with nothing but a trail, on a connection that somebody else has open."""

    def __init__(self, connection: Connection) -> None:
        self.trail = SQLTrail(connection, [])

    def __enter__(self) -> UnitOn:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def found_in(connection: Connection) -> Broken | None:
    return verify(partial(UnitOn, connection))


def edit(connection: Connection, seq: int) -> None:
    connection.execute(update(TRAIL).where(TRAIL.c.seq == seq).values(why=Why.OWN.value))


def remove(connection: Connection, seq: int) -> None:
    connection.execute(delete(TRAIL).where(TRAIL.c.seq == seq))


def remove_and_close_the_gap(connection: Connection, seq: int) -> None:
    remove(connection, seq)
    connection.execute(update(TRAIL).where(TRAIL.c.seq > seq).values(seq=-TRAIL.c.seq))
    connection.execute(update(TRAIL).where(TRAIL.c.seq < 0).values(seq=-TRAIL.c.seq - 1))
    connection.execute(update(TRAIL_SEAL).values(seq=TRAIL_SEAL.c.seq - 1))


def swap_with_another(connection: Connection, seq: int) -> None:
    last = connection.scalar(select(func.max(TRAIL.c.seq))) or 0
    other = seq + 1 if seq < last else 1
    for one, to in ((seq, -1), (other, seq), (-1, other)):
        connection.execute(update(TRAIL).where(TRAIL.c.seq == one).values(seq=to))


def alterations_seen(database: Database, tamper: Tamper, places: range) -> list[int]:
    """The places where an alteration was not noticed."""
    missed = []
    for seq in places:
        with broken_in(database) as connection:
            tamper(connection, seq)
            broken = found_in(connection)
            if broken is None or broken.seq > seq:
                missed.append(seq)
    return missed


ALTERATIONS = pytest.mark.parametrize("tamper", [edit, remove, remove_and_close_the_gap, swap_with_another])


def test_an_empty_trail_is_whole(database: Database) -> None:
    assert verify(database.unit) is None


def test_what_is_written_is_whole(database: Database) -> None:
    look(database, 3)
    look(database, 2, actor=None, subject=None)
    assert verify(database.unit) is None


@ALTERATIONS
def test_an_alteration_of_any_one_of_200_entries_is_seen(database: Database, tamper: Tamper) -> None:
    look(database, 200)
    assert alterations_seen(database, tamper, range(1, 201)) == []
    assert verify(database.unit) is None


@pytest.mark.slow
@ALTERATIONS
def test_an_alteration_among_10_000_entries_is_seen(database: Database, tamper: Tamper) -> None:
    look(database, 10_000)
    assert alterations_seen(database, tamper, range(1, 10_001, 909)) == []
    assert verify(database.unit) is None


def test_an_entry_that_was_put_at_the_end_behind_its_back_is_seen(database: Database) -> None:
    look(database, 3)
    with broken_in(database) as connection:
        third = dict(connection.execute(select(TRAIL).where(TRAIL.c.seq == 3)).mappings().one())
        connection.execute(insert(TRAIL).values(third | {"seq": 4}))
        assert found_in(connection) is not None


def test_a_forged_entry_with_a_right_seal_is_seen_too(database: Database) -> None:
    look(database, 3)
    with broken_in(database) as connection:
        forged = trace(COACH, Deed.SEE_DOSSIER, SUBJECT, Why.OWN, NOON)
        seal = SQLTrail(connection, []).seal().next(forged)
        rows = {name: getattr(forged, name) for name in forged.__dataclass_fields__}
        connection.execute(insert(TRAIL).values(rows | {"seq": seal.seq, "hash": seal.hash}))
        assert found_in(connection) == Broken(seq=4, found=None)


@pytest.mark.parametrize(
    "statement",
    [
        update(TRAIL).values(why="own"),
        update(TRAIL).values(seq=TRAIL.c.seq + 10),
        delete(TRAIL),
        update(TRAIL_SEAL).values(seq=0),
        delete(TRAIL_SEAL),
    ],
    ids=["change", "move", "remove", "turn back", "forget the end"],
)
def test_the_application_cannot_change_or_remove_what_was_written(database: Database, statement: object) -> None:
    look(database, 2)
    with database.unit() as unit, pytest.raises(DBAPIError, match="only added to"):
        unit._connection.execute(statement)
    assert verify(database.unit) is None


def test_on_postgresql_it_cannot_be_emptied_either(postgres_database: Database) -> None:
    look(postgres_database, 2)
    with postgres_database.unit() as unit, pytest.raises(DBAPIError, match="only added to"):
        unit._connection.execute(text("TRUNCATE trail"))


def test_writers_at_the_same_time_keep_one_chain(database: Database) -> None:
    together, each = 6, 15
    start = Barrier(together)

    def write(_: int) -> None:
        start.wait()
        for _again in range(each):
            look(database, 2)

    with ThreadPoolExecutor(together) as pool:
        list(pool.map(write, range(together)))
    with database.unit() as unit:
        assert unit.trail.seal().seq == together * each * 2
    assert verify(database.unit) is None


def test_what_was_not_committed_is_not_in_the_trail(database: Database) -> None:
    unit = database.unit(COACH)
    with unit:
        record(unit, COACH, Deed.SEE_DOSSIER, SUBJECT, Why.GUIDANCE, NOON)
    with unit:
        unit.commit()
    assert looks_at(database.unit, SUBJECT) == []


def test_a_deed_is_written_with_what_was_done_or_neither_is(database: Database) -> None:
    with database.unit(COACH) as unit:
        started = unit.assessments.start(NOON)
        record(unit, COACH, Deed.SEE_DOSSIER, SUBJECT, Why.GUIDANCE, NOON)
        unit.commit()
    with database.unit() as unit:
        assert (unit.assessments.exists(started), unit.trail.seal().seq) == (True, 1)


def test_a_citizen_sees_each_look_of_others_the_latest_first(database: Database) -> None:
    look(database, 2)
    look(database, 1, actor=CITIZEN)
    look(database, 1, actor=None)
    look(database, 1, subject=UUID(int=99))
    seen = looks_at(database.unit, SUBJECT)
    assert [(entry.seq, entry.role) for entry in seen] == [(4, "system"), (2, "coach"), (1, "coach")]
    assert seen[2].moment == NOON


def test_on_postgresql_nobody_writes_in_the_name_of_another(postgres_database: Database) -> None:
    with postgres_database.unit(CITIZEN) as unit:
        record(unit, COACH, Deed.SEE_DOSSIER, SUBJECT, Why.GUIDANCE, NOON)
        with pytest.raises(DBAPIError, match="row-level security"):
            unit.commit()


def test_on_postgresql_someone_reads_only_what_is_theirs_to_read(postgres_database: Database) -> None:
    look(postgres_database, 3)
    chief = Actor(account_id=UUID(int=8), role=Role.ADMINISTRATOR, organisation_id=HOUSE)
    elsewhere = Actor(account_id=UUID(int=8), role=Role.ADMINISTRATOR, organisation_id=UUID(int=5))
    many = []
    for actor in (COACH, CITIZEN, chief, elsewhere):
        with postgres_database.unit(actor) as unit:
            many.append(len(unit.trail.after(0, 10)))
    assert many == [3, 0, 3, 0]
