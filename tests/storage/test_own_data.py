"""Canaries in each personal column: all are in what someone takes along, and none is left when they were erased."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import LargeBinary, func, select, text

from gouden_poort.storage.row_security import tell_who_asks
from gouden_poort.storage.sweeping import sweep
from gouden_poort.storage.tables import METADATA
from gouden_poort.storage.tables.personal import SeenBy, declared
from tests.canaries import can_hold, canary, of_people, plant
from tests.databases import Database

CANARIES = [column for table in of_people() for column in table.columns if can_hold(column)]
FILES = [column for column in CANARIES if isinstance(column.type, LargeBinary)]
"""What is in a file is had by itself."""
SHOWN = [each for each in CANARIES if declared(each).seen_by is not SeenBy.NOBODY and each not in FILES]


def planted(database: Database, *marks: str) -> list[UUID]:
    with database.unit() as unit:
        dossiers = [plant(unit._connection, mark) for mark in marks]
        unit.commit()
    return dossiers


def taken(database: Database, dossier_id: UUID) -> str:
    with database.unit() as unit:
        return json.dumps(unit.own_data.all_of(dossier_id))


def erase(database: Database, dossier_id: UUID) -> dict[str, int]:
    with database.unit() as unit:
        gone = unit.own_data.erase(dossier_id)
        unit.commit()
    return dict(gone)


def rows_by_table(database: Database) -> dict[str, int]:
    with database.engine.connect() as connection:
        tell_who_asks(connection, None)
        return {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in of_people()}


def bytes_kept(folder: Path) -> bytes:
    """Every byte of every file of an installation on SQLite, its write-ahead log included."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_the_walk_finds_what_is_known_to_be_about_a_person() -> None:
    known = {"dossiers", "assessments", "assessment_answers", "resume_codes", "consents", "notes", "agreements"}
    assert known <= {table.name for table in of_people()}


def test_someone_takes_along_what_stands_in_each_personal_column(database: Database) -> None:
    (dossier_id,) = planted(database, "mine")
    document = taken(database, dossier_id)
    assert [str(column) for column in SHOWN if canary("mine", column) not in document] == []


def test_someone_takes_along_a_row_of_every_table_about_them(database: Database) -> None:
    (dossier_id,) = planted(database, "mine")
    document = json.loads(taken(database, dossier_id))
    assert set(document) == {table.name for table in of_people()}


def test_nobody_takes_along_anything_of_another(database: Database) -> None:
    mine, _ = planted(database, "mine", "theirs")
    document = taken(database, mine)
    assert "canary-theirs" not in document
    assert "canary-not-mine" not in document


def test_secrets_are_named_and_not_handed_out(database: Database) -> None:
    (dossier_id,) = planted(database, "mine")
    document = json.loads(taken(database, dossier_id))
    codes = document["resume_codes"]
    assert codes["columns"]["code_hash"]["seen_by"] == "nobody"
    assert "code_hash" not in codes["rows"][0]


def test_files_are_named_and_had_by_themselves(database: Database) -> None:
    (dossier_id,) = planted(database, "mine")
    document = json.loads(taken(database, dossier_id))
    assert [str(column) for column in FILES] == ["proof_files.content"]
    files = document["proof_files"]
    assert set(files["columns"]) == {"kind", "size", "content"}
    assert set(files["rows"][0]) == {"proof_id", "kind", "size"}


def test_each_column_is_told_with_why_it_is_kept(database: Database) -> None:
    (dossier_id,) = planted(database, "mine")
    notes = json.loads(taken(database, dossier_id))["notes"]
    assert notes["columns"]["text"] == {
        "purpose": "to go on where a talk ended",
        "ground": "public_task",
        "kept": "as_long_as_the_dossier",
        "seen_by": "self_and_coach",
    }


def test_nobody_is_in_no_document(database: Database) -> None:
    planted(database, "theirs")
    assert taken(database, uuid4()) == "{}"


def test_who_is_erased_has_no_row_left_and_others_keep_theirs(database: Database) -> None:
    theirs = planted(database, "theirs")[0]
    before, document = rows_by_table(database), taken(database, theirs)
    mine = planted(database, "mine")[0]
    gone = erase(database, mine)
    assert set(gone) == {table.name for table in of_people()}
    assert taken(database, mine) == "{}"
    assert taken(database, theirs) == document
    assert rows_by_table(database) == before


def test_erasing_again_finds_nothing(database: Database) -> None:
    (mine,) = planted(database, "mine")
    erase(database, mine)
    assert erase(database, mine) == {}


def test_what_a_later_version_called_it_is_taken_along_and_erased_too(database: Database) -> None:
    """An event of a kind that nobody here knows, as a newer version would have written."""
    (dossier_id,) = planted(database, "mine")
    with database.unit() as unit:
        unit._connection.execute(text("UPDATE events SET kind = 'of_later'"))
        unit.commit()
    assert "of_later" in taken(database, dossier_id)
    assert erase(database, dossier_id)["events"] == 1
    assert not any(rows_by_table(database).values())


def test_what_was_not_committed_was_not_erased(database: Database) -> None:
    (mine,) = planted(database, "mine")
    before = taken(database, mine)
    with database.unit() as unit:
        unit.own_data.erase(mine)
    assert taken(database, mine) == before


def test_many_rows_are_found_and_erased(database: Database) -> None:
    (mine,) = planted(database, "mine")
    notes = METADATA.tables["notes"]
    with database.unit() as unit:
        row = dict(unit._connection.execute(select(notes)).mappings().one())
        unit._connection.execute(notes.insert(), [row | {"id": uuid4()} for _ in range(1_200)])
        unit.commit()
    assert len(json.loads(taken(database, mine))["notes"]["rows"]) == 1_201
    assert erase(database, mine)["notes"] == 1_201


def test_after_erasing_no_byte_of_anyone_is_left_in_the_files(sqlite_database: Database) -> None:
    mine = planted(sqlite_database, "mine", "theirs")[0]
    folder = sqlite_database.settings.data_dir
    before = bytes_kept(folder)
    assert [str(column) for column in CANARIES if canary("mine", column).encode() not in before] == []

    erase(sqlite_database, mine)
    sweep(sqlite_database.engine)
    after = bytes_kept(folder)
    assert after.count(b"canary-mine") == 0
    assert [str(column) for column in CANARIES if canary("theirs", column).encode() not in after] == []
    assert mine.hex.encode() not in after
