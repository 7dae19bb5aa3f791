"""Files go out whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gouden_poort import route_files
from gouden_poort.errors import InvalidInput
from gouden_poort.route_files import Pair, Profiles, as_text, check_pairs, contents, write_whole
from tests.builders import a_profile, a_snapshot


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


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route_files, "FILE_LIMIT", 4)
    (tmp_path / "four").write_bytes(b"[{}]")
    assert contents(tmp_path / "four") == b"[{}]"
    with pytest.raises(InvalidInput, match="at most 4 bytes"):
        contents(Path("/dev/zero"))


def test_many_wrong_pairs_are_all_told_and_only_the_first_get_a_guess() -> None:
    person = a_profile(profile_id="person-0")
    wrong = [Pair(line=line, profile_id=f"persoon-{line}", occupation_id="O1") for line in range(2, 102)]
    with pytest.raises(InvalidInput) as refused:
        check_pairs(a_snapshot(), Profiles(profiles=(person,), alone=True), wrong)
    guessed = [bool(fault.near) for fault in refused.value.faults]
    assert guessed == [True] * 20 + [False] * 80
