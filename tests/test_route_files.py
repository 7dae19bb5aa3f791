"""Files go out whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gouden_poort.route_files import as_text, write_whole


def test_files_appear_with_what_was_to_be_in_them(tmp_path: Path) -> None:
    write_whole({tmp_path / "a": "één", tmp_path / "b": ""})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "één", "b": ""}


def test_when_one_cannot_be_written_none_is(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        write_whole({tmp_path / "a": "1", tmp_path / "missing" / "b": "2"})
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_put_in_its_place_leaves_nothing_half_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="folder"):
        write_whole({tmp_path / "a": "1", tmp_path / "folder": "2"})
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("document", [[], [1], [{"a": "é"}, {"b": [1, 2]}], {"a": {"b": None}}])
def test_what_is_written_reads_back(document: object) -> None:
    assert json.loads(as_text(document)) == document


def test_a_list_has_one_thing_on_each_line() -> None:
    assert as_text([{"a": 1}, {"a": 2}]) == '[\n{"a": 1},\n{"a": 2}\n]\n'


def test_a_number_that_is_none_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        as_text({"effort": float("nan")})
