"""Notes: who may write and read them, and that none is written over."""

from __future__ import annotations

from uuid import uuid4

import pytest

from gouden_poort.errors import ChangedMeanwhile, InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.services.dossiers.noting import rewrite, write
from gouden_poort.services.dossiers.own_plan import own_plan
from gouden_poort.services.dossiers.viewing import view
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, MORNING, a_kept_dossier

CITIZEN = Actor(account_id=uuid4(), role=Role.CITIZEN)


def test_the_citizen_reads_what_is_meant_for_them_and_no_more(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database, citizen_id=CITIZEN.account_id)
    for text, visible in (("voor jou", True), ("voor mij", False)):
        write(sqlite_database.unit, COACH, dossier.id, text, visible=visible, moment=MORNING)
    read = own_plan(sqlite_database.unit, CITIZEN)
    assert read is not None
    assert [note.text for note in read.notes] == ["voor jou"]
    assert len(view(sqlite_database.unit, COACH, dossier.id, MORNING).notes) == 2


def test_the_same_form_sent_twice_is_one_note(sqlite_database: Database) -> None:
    dossier, note_id = a_kept_dossier(sqlite_database), uuid4()
    for _ in range(2):
        write(sqlite_database.unit, COACH, dossier.id, "een", visible=False, moment=MORNING, form_id=note_id)
    assert len(view(sqlite_database.unit, COACH, dossier.id, MORNING).notes) == 1


def test_who_changes_a_note_that_moved_on_gets_the_other_text(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    unit = sqlite_database.unit
    note = write(unit, COACH, dossier.id, "een", visible=False, moment=MORNING)
    rewrite(unit, COACH, note.id, "twee", visible=False, version=note.version, moment=MORNING)
    with pytest.raises(ChangedMeanwhile) as found:
        rewrite(unit, COACH, note.id, "drie", visible=False, version=note.version, moment=MORNING)
    assert found.value.current.text == "twee"


@pytest.mark.parametrize(
    ("text", "visible", "path"), [(" ", False, "text"), ("x" * 4_001, False, "text"), ("een", None, "visible")]
)
def test_a_note_needs_words_and_a_reader(sqlite_database: Database, text: str, visible: bool | None, path: str) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with pytest.raises(InvalidInput) as wrong:
        write(sqlite_database.unit, COACH, dossier.id, text, visible=visible, moment=MORNING)
    assert [fault.path for fault in wrong.value.faults] == [path]


def test_nobody_else_writes_or_reads(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    note = write(sqlite_database.unit, COACH, dossier.id, "een", visible=True, moment=MORNING)
    for actor in (COLLEAGUE, CITIZEN):
        with pytest.raises(NotAllowed):
            view(sqlite_database.unit, actor, dossier.id, MORNING)
        with pytest.raises(NotAllowed):
            rewrite(sqlite_database.unit, actor, note.id, "twee", visible=True, version=1, moment=MORNING)
