from __future__ import annotations

from pathlib import Path

import pytest

from gouden_poort.catalogue import postcode_file
from gouden_poort.catalogue.postcode_file import Postcode, read_postcodes
from gouden_poort.errors import InvalidBundle

UTRECHT = Postcode(pc4=3511, lat=52.09, lon=5.12)
GEONAMES = "{}\t{}\tUtrecht\tProvincie\t09\tGemeente\t0344\t\t\t{}\t{}\t6"


def read(folder: Path, content: str | bytes) -> tuple[Postcode, ...]:
    file = folder / "postcodes.txt"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_postcodes(file)


def faults(folder: Path, content: str | bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(InvalidBundle) as refusal:
        read(folder, content)
    assert all(fault.file == "postcodes.txt" and len(fault.found) <= 80 for fault in refusal.value.faults)
    return [(fault.line, fault.column, fault.code) for fault in refusal.value.faults]


@pytest.mark.parametrize(
    "content",
    [
        "pc4,lat,lon\n3511,52.09,5.12\n",
        "\ufeffpostcode;Latitude;LONGITUDE\r\n3511;52,09;5,12\r\n",
        "lon\tnote\tlat\tpc4\n5.12\tx\t52.09\t3511",
        'name,postcode,lat,lng\n"Utrecht, Centrum","3511 AB",52.09,5.12\n\n',
        GEONAMES.format("NL", "3511", "52.09", "5.12"),
        GEONAMES.format("NL", "3511 AB", "52.09", "5.12").removesuffix("\t6") + "\n",
    ],
)
def test_a_table_and_a_geonames_file_say_the_same(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content) == (UTRECHT,)


def test_an_area_lies_in_the_middle_of_its_rows(tmp_path: Path) -> None:
    found = read(tmp_path, "pc4,lat,lon\n7811AA,52.5,6.5\n3511,52.09,5.12\n7811zz,53.0,7.0\n")
    assert found == (UTRECHT, Postcode(pc4=7811, lat=52.75, lon=6.75))


def test_rows_of_other_countries_are_passed_by(tmp_path: Path) -> None:
    rows = [GEONAMES.format("BE", "1000", "50.8", "4.3"), GEONAMES.format("NL", "3511", "52.09", "5.12")]
    assert read(tmp_path, "\n".join(rows)) == (UTRECHT,)


def test_every_fault_is_told_with_its_line(tmp_path: Path) -> None:
    content = (
        "pc4,lat,lon\n351,52.09,5.12\n0511,52.09,5.12\n3511,north,5.12\n3511,5.12,52.09\n3511,nan,1e1\n3511,52.09\n"
        "3511,52.09,5.12\n"
    )
    assert faults(tmp_path, content) == [
        (2, "pc4", "wrong_type"),
        (3, "pc4", "wrong_type"),
        (4, "lat", "wrong_type"),
        (5, "lat", "out_of_range"),
        (5, "lon", "out_of_range"),
        (6, "lat", "wrong_type"),
        (6, "lon", "wrong_type"),
        (7, "", "wrong_shape"),
    ]


def test_a_geonames_row_of_another_shape_is_told(tmp_path: Path) -> None:
    rows = [GEONAMES.format("NL", "3511", "52.09", "5.12"), "NL\t3512\tUtrecht", GEONAMES.format("NL", "x", "52", "5")]
    assert faults(tmp_path, "\n".join(rows)) == [(2, "", "wrong_shape"), (3, "pc4", "wrong_type")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", [(1, "pc4", "missing_column"), (1, "lat", "missing_column"), (1, "lon", "missing_column")]),
        ("pc4,lat\n3511,52\n", [(1, "lon", "missing_column")]),
        ("pc4,lat,lon,lat\n3511,52,5,52\n", [(1, "lat", "missing_column")]),
        ("pc4,lat,lon\n", [(0, "", "missing_value")]),
        (GEONAMES.format("BE", "1000", "50.8", "4.3"), [(0, "", "missing_value")]),
        (b"PK\x03\x04\xff\xfe", [(0, "", "unreadable")]),
        ('pc4,lat,lon\n"3511,52.09,5.12\n', [(2, "", "unreadable")]),
        ("pc4,lat,lon\n" + "3" * 200_000 + ",52,5\n", [(2, "", "unreadable")]),
        ("pc4,lat,lon\n3511,5\0,5.12\n", [(2, "lat", "wrong_type")]),
    ],
)
def test_what_is_no_postcode_file_is_told(tmp_path: Path, content: str | bytes, expected: object) -> None:
    assert faults(tmp_path, content) == expected


def test_of_a_file_that_is_wrong_all_over_the_first_thousand_faults_are_told(tmp_path: Path) -> None:
    found = faults(tmp_path, "pc4,lat,lon\n" + "x,52.09,5.12\n" * 5_000)
    assert len(found) == 1_001
    assert found[-1] == (0, "", "too_many")


def test_no_more_of_a_file_is_read_than_postcodes_can_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postcode_file, "LARGEST", 40)
    assert read(tmp_path, "pc4,lat,lon\n3511,52.09,5.12\n") == (UTRECHT,)
    assert faults(tmp_path, "pc4,lat,lon\n3511,52.09,5.12\n3511,52.09,5.12\n") == [(0, "", "out_of_range")]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidBundle, match="nowhere"):
        read_postcodes(tmp_path / "nowhere.csv")
