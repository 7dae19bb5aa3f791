from __future__ import annotations

from pathlib import Path

import pytest

from gouden_poort.errors import InvalidBundle
from gouden_poort.services.ports import Postcode
from gouden_poort.services.postcodes import import_postcodes
from tests.databases import Database


def find(database: Database, pc4: int) -> Postcode | None:
    with database.unit() as unit:
        return unit.postcodes.find(pc4)


def test_a_file_is_taken_in_whole(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("pc4,lat,lon\n3511,52.09,5.12\n7811,52.78,6.89\n")
    assert import_postcodes(file, database.unit) == 2
    assert find(database, 7811) == Postcode(pc4=7811, lat=52.78, lon=6.89)


def test_a_later_file_takes_the_place_of_an_earlier_one(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    for text in ("pc4,lat,lon\n3511,52.09,5.12\n", "pc4,lat,lon\n7811,52.78,6.89\n"):
        file.write_text(text)
        import_postcodes(file, database.unit)
    assert find(database, 3511) is None
    assert find(database, 7811) is not None


def test_a_file_with_a_fault_changes_nothing(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    file.write_text("pc4,lat,lon\n3511,52.09,5.12\n")
    import_postcodes(file, database.unit)
    file.write_text("pc4,lat,lon\n7811,52.78,6.89\n9999,north,6.89\n")
    with pytest.raises(InvalidBundle, match=":3 lat: "):
        import_postcodes(file, database.unit)
    assert find(database, 3511) is not None
    assert find(database, 7811) is None
