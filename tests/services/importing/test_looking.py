"""Looking at a file: each bad row is named, each double is found, and nobody is in."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from gouden_poort.errors import InvalidInput, NotAllowed
from gouden_poort.profiles.people.account import Actor, Role
from gouden_poort.profiles.people.bringing_in import MOST_ROWS, Finding, Import
from gouden_poort.services.importing.looking import look
from gouden_poort.services.importing.people import read
from tests.databases import Database
from tests.dossiers import COACH, COLLEAGUE, ELSEWHERE, MORNING, a_kept_dossier
from tests.services.importing.files import LANGUAGES, a_country, a_row, a_table


def looked_at(database: Database, *rows: dict[str, str]) -> Import:
    return look(database.unit, COACH, a_country(), a_table(*rows), languages=LANGUAGES, moment=MORNING)


def findings(found: Import) -> list[tuple[int, Finding, str, str]]:
    return [(each.row, each.finding, each.column, each.code) for each in found.remarks]


def test_a_good_row_can_come_in_as_the_form_would_have_it(sqlite_database: Database) -> None:
    found = looked_at(sqlite_database, a_row(1, Telefoon="612345678"))
    assert (found.fresh, found.remarks) == (1, ())
    with sqlite_database.unit() as unit:
        (who,) = read(unit.imports.people(found.id))
    assert (who.name, who.phone, who.language) == ("Voorbeeld1 Proef1", "0612345678", "ar")
    assert (who.birth_date, who.answers["dutch"]) == (date(1998, 9, 14), "B1")
    assert [*who.lines] == ["coach_sees_dossier", "messages"]


@pytest.mark.parametrize(
    ("told", "column", "code"),
    [
        ({"Naam": ""}, "name", "missing"),
        ({"Naam": "Voorbeeld " * 10}, "name", "too_many"),
        ({"Naam": "Voorbeeld 111222333"}, "name", "bsn"),
        ({"Geboortedatum": ""}, "birth_date", "missing"),
        ({"Geboortedatum": "31-2-1998"}, "birth_date", "not_a_date"),
        ({"Geboortedatum": "14-9-98"}, "birth_date", "not_a_date"),
        ({"Geboortedatum": "14-9-2098"}, "birth_date", "out_of_range"),
        ({"Telefoon": "", "E-mail": ""}, "phone", "missing"),
        ({"Telefoon": "bel me"}, "phone", "malformed"),
        ({"E-mail": "geen adres"}, "email", "malformed"),
        ({"Woonplaats": ""}, "place", "missing"),
        ({"Woonplaats": "Nergenshuizen"}, "place", "unknown_id"),
        ({"Nederlands": "Z9"}, "dutch", "not_a_choice"),
        ({"Taal": "Klingon"}, "language", "not_a_choice"),
        ({"Toestemming": ""}, "given", "missing"),
        ({"Toestemming": "nee"}, "given", "missing"),
        ({"Toestemming": "misschien"}, "given", "not_a_choice"),
        ({"Berichten": "soms"}, "messages", "not_a_choice"),
    ],
)
def test_a_bad_row_is_named_with_its_column_and_what_is_wrong(
    sqlite_database: Database, told: dict[str, str], column: str, code: str
) -> None:
    found = looked_at(sqlite_database, a_row(1), a_row(2, **told))
    assert findings(found) == [(3, Finding.FAULT, column, code)]
    assert found.fresh == 1


def test_everything_that_is_wrong_in_a_row_is_told_at_once(sqlite_database: Database) -> None:
    found = looked_at(sqlite_database, a_row(1, Naam="", Geboortedatum="", Toestemming=""))
    assert [each.column for each in found.remarks] == ["birth_date", "given", "name"]


def test_empty_rows_count_in_the_numbering_and_are_no_people(sqlite_database: Database) -> None:
    empty = dict.fromkeys(a_row(), " ")
    found = looked_at(sqlite_database, a_row(1), empty, a_row(3, Naam=""))
    assert (found.fresh, [each.row for each in found.remarks]) == (1, [4])


@pytest.mark.parametrize(
    ("told", "finding"),
    [
        ({}, Finding.HERE),
        ({"name": "voorbeeld1  PROEF1"}, Finding.HERE),
        ({"phone": "+31 6 10000001"}, Finding.HERE),
        ({"phone": "06 99999999"}, Finding.ALIKE),
        ({"phone": "06 99999999", "name": "Iemand Proef1"}, Finding.ALIKE),
        ({"birth_date": date(1960, 1, 1), "name": "Iemand Anders"}, Finding.ALIKE),
        ({"birth_date": date(1960, 1, 1), "phone": "06 99999999"}, None),
        ({"organisation_id": ELSEWHERE}, None),
    ],
)
def test_who_may_be_here_already_is_found(database: Database, told: dict[str, object], finding: Finding | None) -> None:
    here = {"name": "Voorbeeld1 Proef1", "birth_date": date(1998, 9, 14), "phone": "06 10000001", "email": ""}
    a_kept_dossier(database, **{"coach_id": COLLEAGUE.account_id, **here, **told})
    found = looked_at(database, a_row(1))
    assert [(each.finding, each.other) for each in found.remarks] == ([(finding, 0)] if finding else [])
    assert (found.fresh, found.alike) == (int(finding is None), int(finding is Finding.ALIKE))


def test_doubles_within_the_file_are_found_with_the_row_they_are_like(sqlite_database: Database) -> None:
    found = looked_at(sqlite_database, a_row(1), a_row(2), a_row(1), a_row(2, Telefoon="06 99999999"))
    assert [(each.row, each.finding, each.other) for each in found.remarks] == [
        (4, Finding.IN_FILE, 2),
        (5, Finding.ALIKE, 3),
    ]


def test_looking_keeps_nobody(database: Database) -> None:
    looked_at(database, a_row(1))
    with database.unit() as unit:
        assert unit.imports.known(COACH.organisation_id or UUID(int=0)) == []


def test_what_was_looked_at_goes_within_the_hour(database: Database) -> None:
    found = looked_at(database, a_row(1))
    with database.unit() as unit:
        unit.imports.remove_made_until(MORNING - timedelta(seconds=1))
        assert unit.imports.find(found.id) == found
        unit.imports.remove_made_until(MORNING)
        assert unit.imports.find(found.id) is None


@pytest.mark.parametrize(
    ("rows", "path", "code"),
    [
        ([], "name", "missing"),
        ([["Geboortedatum", "Telefoon", "Woonplaats", "Toestemming"]], "name", "missing"),
        ([["Naam", "Naam", "Geboortedatum", "Telefoon", "Woonplaats", "Toestemming"]], "name", "duplicate"),
        ([["Naam", "Geboortedatum", "Woonplaats", "Toestemming"]], "phone", "missing"),
        (a_table(), "file", "missing"),
        (a_table(*[a_row()] * (MOST_ROWS + 1)), "file", "too_many"),
    ],
)
def test_a_file_that_cannot_be_looked_at_says_why(
    sqlite_database: Database, rows: list[list[str]], path: str, code: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        look(sqlite_database.unit, COACH, a_country(), rows, languages=LANGUAGES, moment=MORNING)
    assert (path, code) in {(fault.path, fault.code) for fault in refused.value.faults}


def test_postgresql_hides_a_file_from_colleagues_by_itself(postgres_database: Database) -> None:
    found = looked_at(postgres_database, a_row())
    with postgres_database.unit(COLLEAGUE) as unit:
        assert unit.imports.find(found.id) is None
    with postgres_database.unit(COACH) as unit:
        assert unit.imports.find(found.id) is not None


def test_only_a_coach_brings_people_in(sqlite_database: Database) -> None:
    counsellor = Actor(account_id=UUID(int=9), role=Role.COUNSELLOR, organisation_id=COACH.organisation_id)
    with pytest.raises(NotAllowed):
        look(sqlite_database.unit, counsellor, a_country(), a_table(a_row()), languages=LANGUAGES, moment=MORNING)
