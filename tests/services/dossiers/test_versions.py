"""Of two who change one dossier, the second finds out and sees what the first made of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gouden_poort.errors import ChangedMeanwhile
from gouden_poort.services.dossiers.versions import keep
from tests.databases import Database
from tests.dossiers import a_kept_dossier


def test_what_is_kept_is_the_next_version(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with sqlite_database.unit() as unit:
        kept = keep(unit, replace(dossier, phone="0612345678"))
        assert unit.dossiers.find(dossier.id) == kept
    assert kept.version == dossier.version + 1


def test_who_comes_second_gets_the_dossier_as_the_first_left_it(sqlite_database: Database) -> None:
    dossier = a_kept_dossier(sqlite_database)
    with sqlite_database.unit() as unit:
        first = keep(unit, replace(dossier, phone="0612345678"))
        with pytest.raises(ChangedMeanwhile) as found:
            keep(unit, replace(dossier, phone="0687654321"))
    assert found.value.current == first
