from __future__ import annotations

from gouden_poort.services.ports import Postcode
from tests.databases import Database

UTRECHT = Postcode(pc4=3511, lat=52.0907, lon=5.1214)
EMMEN = Postcode(pc4=7811, lat=52.7858, lon=6.8976)


def test_a_postcode_is_found_exactly(database: Database) -> None:
    with database.unit() as unit:
        assert unit.postcodes.replace_all([UTRECHT, EMMEN]) == 2
        unit.commit()
    with database.unit() as unit:
        assert unit.postcodes.find(3511) == UTRECHT
        assert unit.postcodes.find(3512) is None


def test_a_new_file_takes_the_place_of_the_old_one(database: Database) -> None:
    for postcodes in ([UTRECHT], [EMMEN], []):
        with database.unit() as unit:
            unit.postcodes.replace_all(postcodes)
            unit.commit()
        with database.unit() as unit:
            assert [unit.postcodes.find(pc4) for pc4 in (3511, 7811)] == [
                UTRECHT if UTRECHT in postcodes else None,
                EMMEN if EMMEN in postcodes else None,
            ]


def test_replacing_without_commit_changes_nothing(database: Database) -> None:
    with database.unit() as unit:
        unit.postcodes.replace_all([UTRECHT])
        unit.commit()
    with database.unit() as unit:
        unit.postcodes.replace_all([EMMEN])
    with database.unit() as unit:
        assert unit.postcodes.find(3511) == UTRECHT
