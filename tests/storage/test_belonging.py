"""The walk over foreign keys, on a small schema with every kind of key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Column, Connection, ForeignKey, Integer, MetaData, Table, select

from gouden_poort.storage.belonging import Belongings, belongings, remove, tables_of_people
from gouden_poort.storage.tables.personal import owns, points_at
from tests.databases import Database

SCHEMA = MetaData()
STAFF = Table("staff", SCHEMA, Column("id", Integer, primary_key=True))
ANSWERS = Table("answers", SCHEMA, Column("id", Integer, primary_key=True))
ANSWER_LINES = Table(
    "answer_lines",
    SCHEMA,
    Column("answers_id", ForeignKey("answers.id"), primary_key=True),
    Column("line", Integer, primary_key=True),
)
FILES = Table(
    "files",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("coach_id", ForeignKey("staff.id")),
    owns("answers_id", ForeignKey("answers.id")),
)
LETTERS = Table(
    "letters",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("file_id", ForeignKey("files.id")),
    Column("reply_to", ForeignKey("letters.id")),
    Column("by", ForeignKey("staff.id")),
)
STAMPS = Table("stamps", SCHEMA, Column("id", Integer, primary_key=True), Column("letter_id", ForeignKey("letters.id")))
PLACES = Table(
    "places",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    Column("file_id", ForeignKey("files.id", ondelete="SET NULL")),
)
MAILS = Table(
    "mails",
    SCHEMA,
    Column("id", Integer, primary_key=True),
    points_at("file_id", Integer, at="files.id"),
    points_at("guest_id", Integer, at="guests.id"),  # a table that is not there
)
STAFF_CARDS = Table(
    "staff_cards", SCHEMA, Column("id", Integer, primary_key=True), Column("staff_id", ForeignKey("staff.id"))
)


@pytest.fixture
def connection(empty_database: Database) -> Iterator[Connection]:
    """File 1 and file 2, of the same coach, with a row of each kind."""
    with empty_database.engine.begin() as opened:
        SCHEMA.create_all(opened)
        opened.execute(STAFF.insert(), [{"id": 9}])
        opened.execute(STAFF_CARDS.insert(), [{"id": 1, "staff_id": 9}])
        opened.execute(ANSWERS.insert(), [{"id": 1}, {"id": 2}])
        opened.execute(ANSWER_LINES.insert(), [{"answers_id": it, "line": line} for it in (1, 2) for line in (1, 2)])
        opened.execute(FILES.insert(), [{"id": it, "coach_id": 9, "answers_id": it} for it in (1, 2)])
        opened.execute(
            LETTERS.insert(),
            [
                {"id": 10, "file_id": 1, "reply_to": None, "by": 9},
                {"id": 11, "file_id": None, "reply_to": 10, "by": 9},
                {"id": 20, "file_id": 2, "reply_to": None, "by": 9},
            ],
        )
        opened.execute(STAMPS.insert(), [{"id": it, "letter_id": it} for it in (10, 11, 20)])
        opened.execute(PLACES.insert(), [{"id": 1, "file_id": 1}, {"id": 2, "file_id": 2}])
        opened.execute(MAILS.insert(), [{"id": it, "file_id": it, "guest_id": 3} for it in (1, 2, 3)])
        yield opened
        opened.rollback()


def ids(found: Belongings) -> dict[str, list[object]]:
    return {table.name: [next(iter(row.values())) for row in rows] for table, rows in found.all.items() if rows}


def kept(connection: Connection, table: Table) -> list[object]:
    return list(connection.scalars(select(table.primary_key.columns[0]).order_by(*table.primary_key.columns)))


@pytest.mark.parametrize("hold", [False, True])
def test_the_walk_takes_all_of_one_person_and_nothing_of_their_coach(connection: Connection, hold: bool) -> None:
    assert ids(belongings(connection, FILES, 1, hold=hold)) == {
        "answer_lines": [1, 1],
        "answers": [1],
        "files": [1],
        "letters": [10, 11],
        "mails": [1],
        "places": [1],
        "stamps": [10, 11],
    }


def test_removing_leaves_others_and_what_stays_without_the_person(connection: Connection) -> None:
    remove(connection, belongings(connection, FILES, 1, hold=True))
    tables = (FILES, ANSWERS, ANSWER_LINES, LETTERS, STAMPS, PLACES, STAFF, STAFF_CARDS, MAILS)
    assert [kept(connection, table) for table in tables] == [[2], [2], [2, 2], [20], [20], [1, 2], [9], [1], [2, 3]]
    assert list(connection.scalars(select(PLACES.c.file_id).order_by(PLACES.c.id))) == [None, 2]


def test_nobody_is_nothing_and_removing_it_changes_nothing(connection: Connection) -> None:
    found = belongings(connection, FILES, 99)
    remove(connection, found)
    assert (ids(found), kept(connection, FILES)) == ({}, [1, 2])


def test_the_schema_tells_which_tables_a_person_may_be_in() -> None:
    found = {table.name for table in tables_of_people(SCHEMA, "files")}
    assert found == {"files", "answers", "answer_lines", "letters", "mails", "stamps"}
