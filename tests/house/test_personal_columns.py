"""What is kept about people: each column says why and how long, and none is a BSN."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, Uuid

from gouden_poort.storage.belonging import tables_of_people
from gouden_poort.storage.tables import METADATA
from gouden_poort.storage.tables.personal import (
    Declared,
    Ground,
    Kept,
    SeenBy,
    declared,
    not_personal,
    personal,
    undeclared,
    unknown_names,
)

TABLES = METADATA.sorted_tables
A_NAME = Declared(purpose="to greet", ground=Ground.CONSENT, kept=Kept.DOSSIER, seen_by=SeenBy.COACH)
OF_NO_DOSSIER = {
    "coach_requests",  # wiped 30 days after a reaction, 90 without
    "imports",  # people wiped once they are in, or within the hour
    "objections",  # wiped 90 days after an answer
    "sent_forms",  # wiped within the hour
    "trail",  # keeps a pseudonym
}
"""Tables with something about people who need not have a dossier; each has a term of its own."""
BSN = re.compile(r"bsn|burger_?service|sofi_?nummer|social_?security|citizen_?service_?number")


def a_table(*columns: Column[object], **more: object) -> Table:
    return Table("visitors", MetaData(), Column("id", Uuid, primary_key=True), *columns, **more)


def a_name() -> Column[object]:
    declared = {part: getattr(A_NAME, part) for part in ("purpose", "ground", "kept", "seen_by")}
    return personal("name", Text, nullable=False, **declared)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_column_is_personal_or_said_not_to_be(table: Table) -> None:
    assert undeclared(table) == [], "say why it is kept with personal(...), or name it in not_personal(...)"
    assert unknown_names(table) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_personal_column_has_a_purpose_in_words(table: Table) -> None:
    told = [found.purpose for column in table.columns if (found := declared(column))]
    assert [purpose for purpose in told if len(purpose.strip()) < 5] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_column_is_for_a_bsn(table: Table) -> None:
    assert [column.name for column in table.columns if BSN.search(column.name.lower())] == []


def test_each_table_about_people_leads_to_a_dossier_or_has_a_term_of_its_own() -> None:
    about_people = {table.name for table in TABLES if any(map(declared, table.columns))}
    led = {table.name for table in tables_of_people(METADATA, "dossiers")}
    assert about_people - led == OF_NO_DOSSIER, "give it a foreign key, or a term and a place in OF_NO_DOSSIER"


def test_a_column_about_which_nothing_is_said_is_seen() -> None:
    assert undeclared(a_table(a_name(), Column("shoe_size", Integer))) == ["shoe_size"]


def test_a_column_about_which_two_things_are_said_is_seen() -> None:
    assert undeclared(a_table(a_name(), info=not_personal("name"))) == ["name"]
    assert undeclared(a_table(a_name(), info=not_personal())) == ["name"]


def test_keys_need_no_words() -> None:
    known = MetaData()
    Table("dossiers", known, Column("id", Uuid, primary_key=True))
    notes = Table("notes", known, Column("dossier_id", ForeignKey("dossiers.id"), primary_key=True), Column("id", Text))
    assert undeclared(notes) == ["id"]


def test_a_name_that_the_table_does_not_have_is_seen() -> None:
    assert unknown_names(a_table(info=not_personal("id", "gone"))) == ["gone"]


def test_a_personal_column_says_what_it_was_given_and_is_a_usual_column() -> None:
    column = a_name()
    assert declared(column) == A_NAME
    assert (column.name, str(column.type), column.nullable) == ("name", "TEXT", False)
