"""Files go out whole or not at all."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from gouden_poort.route_files.writing import WholeFiles, as_list, as_object, one_line, write_whole


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


def test_a_file_that_is_still_being_written_has_no_name_yet(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    with WholeFiles() as files:
        files.open(tmp_path / "a").write("after")
        assert (tmp_path / "a").read_text() == "before"
    assert (tmp_path / "a").read_text() == "after"


def test_a_block_that_ends_badly_leaves_the_file_before_alone(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("before")
    with suppress(KeyboardInterrupt), WholeFiles() as files:
        files.open(tmp_path / "a").write("half")
        raise KeyboardInterrupt
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "before"}


def test_a_pipe_is_written_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole({tmp_path / "pipe": "one"})
    assert os.read(reading, 10) == b"one"
    os.close(reading)
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize("document", [1, {"a": "é"}, {"b": [1, 2]}, {"a": {"b": None}}, "a\nb"])
def test_what_is_written_reads_back_in_each_form(document: object) -> None:
    line = one_line(document)
    assert json.loads(line) == json.loads(as_object(line)) == json.loads(as_list([line, line]))[1] == document
    assert "\n" not in line


def test_a_list_has_one_thing_on_each_line() -> None:
    assert as_list(['{"a": 1}', '{"a": 2}']) == '[\n{"a": 1},\n{"a": 2}\n]\n'


def test_a_number_that_is_none_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        one_line({"effort": float("nan")})
