"""Texts, ragged lists and the one file they live in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.catalogue.columns import MAGIC, Floats, Ints, Ragged, Texts, flatten, load, save

WORDS = st.lists(st.text(st.characters(codec="utf-8")))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inner:
    words: Texts
    lists: Ragged


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    numbers: Ints
    degrees: Floats
    inner: Inner
    extra: Mapping[str, Texts]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OtherBlock:
    something_else: Ints


def a_block() -> Block:
    return Block(
        numbers=np.array([3, 1, 2], dtype=np.int32),
        degrees=np.array([], dtype=np.float64),
        inner=Inner(words=Texts.of(["één", "", "drie"]), lists=Ragged.grouped(3, [2, 0, 2], [7, 8, 9])),
        extra={"label.en": Texts.of(["one", "two", "three"]), "": Texts.of(["", "", ""])},
    )


@given(WORDS)
def test_texts_give_back_what_they_were_made_of(words: list[str]) -> None:
    texts = Texts.of(words)
    assert list(texts) == words
    assert [texts[i] for i in range(len(texts))] == words
    assert texts[:] == words


def test_texts_count_from_the_end_and_stop_at_the_edge() -> None:
    texts = Texts.of(["a", "b"])
    assert texts[-1] == "b"
    for outside in (2, -3):
        with pytest.raises(IndexError):
            texts[outside]


def test_a_text_knows_its_row() -> None:
    texts = Texts.of(["S1", "S2"])
    assert texts.row("S2") == 1
    assert "S1" in texts
    assert "S3" not in texts
    with pytest.raises(KeyError):
        texts.row("S3")


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-9, 9))))
def test_ragged_lists_keep_the_order_within_a_row(pairs: list[tuple[int, int]]) -> None:
    ragged = Ragged.grouped(5, [owner for owner, _ in pairs], [item for _, item in pairs])
    assert len(ragged) == 5
    for row in range(5):
        assert ragged[row].tolist() == [item for owner, item in pairs if owner == row]
    assert ragged.owners().tolist() == sorted(owner for owner, _ in pairs)


def test_a_saved_block_opens_as_the_same_columns(tmp_path: Path) -> None:
    save(tmp_path / "block", {"name": "x"}, a_block())
    about, opened = load(tmp_path / "block", Block)
    assert about == {"name": "x"}
    before, after = dict(flatten(a_block())), dict(flatten(opened))
    assert before.keys() == after.keys()
    for name, array in before.items():
        assert after[name].dtype == array.dtype
        assert after[name].tolist() == array.tolist()
    assert set(opened.extra) == {"label.en", ""}


def test_an_opened_file_cannot_be_changed_by_accident(tmp_path: Path) -> None:
    save(tmp_path / "block", {}, a_block())
    _, opened = load(tmp_path / "block", Block)
    with pytest.raises(ValueError, match="read-only"):
        opened.numbers[0] = 9


def test_saving_leaves_no_half_file(tmp_path: Path) -> None:
    save(tmp_path / "block", {}, a_block())
    assert [path.name for path in tmp_path.iterdir()] == ["block"]


@pytest.mark.parametrize("content", [b"", b"GP", b"PK\3\4 something else entirely", MAGIC])
def test_a_foreign_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "block").write_bytes(content)
    with pytest.raises(ValueError, match="block is not a snapshot file"):
        load(tmp_path / "block", Block)


@pytest.mark.parametrize("kept", [20, 200, -64])
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, kept: int) -> None:
    save(tmp_path / "block", {}, a_block())
    whole = (tmp_path / "block").read_bytes()
    (tmp_path / "block").write_bytes(whole[:kept])
    with pytest.raises(ValueError, match="block breaks off"):
        load(tmp_path / "block", Block)


def test_a_header_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "block").write_bytes(MAGIC + (4).to_bytes(8, "little") + b"{{{{")
    with pytest.raises(json.JSONDecodeError):
        load(tmp_path / "block", Block)


def test_a_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    save(tmp_path / "block", {}, a_block())
    with pytest.raises(ValueError, match="something_else"):
        load(tmp_path / "block", OtherBlock)


def test_only_columns_can_be_saved() -> None:
    with pytest.raises(TypeError, match=r"extra\.a: a int is not a column"):
        dict(flatten({"extra": {"a": 1}}))
