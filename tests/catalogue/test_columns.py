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

from gouden_poort.catalogue.columns import FORM, KIND, MAGIC, Floats, Ids, Ints, Ragged, Texts, flatten, load, save

WORDS = st.lists(st.text(st.characters(codec="utf-8")))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inner:
    words: Texts
    lists: Ragged
    names: Ids


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
        inner=Inner(
            words=Texts.of(["één", "", "drie"]),
            lists=Ragged.grouped(3, [2, 0, 2], [7, 8, 9]),
            names=Ids.of(["c", "a", "b"]),
        ),
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


@given(st.sets(st.text(st.characters(codec="utf-8"))))
def test_an_id_knows_its_row_each_time_it_is_asked(words: set[str]) -> None:
    given_order = sorted(words, key=hash)
    ids = Ids.of(given_order)
    assert [ids.row(word) for word in given_order] == list(range(len(words)))
    assert [ids.row(word) for word in given_order] == list(range(len(words)))
    assert list(ids) == given_order


@pytest.mark.parametrize("unknown", ["", "S", "S10", "a", "\ud800"])
def test_an_id_that_is_not_there_has_no_row(unknown: str) -> None:
    ids = Ids.of(["S2", "S1"])
    assert unknown not in ids
    with pytest.raises(KeyError):
        ids.row(unknown)


def test_only_a_text_can_be_an_id() -> None:
    assert 1 not in Ids.of(["1"])


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-9, 9))))
def test_ragged_lists_keep_the_order_within_a_row(pairs: list[tuple[int, int]]) -> None:
    ragged = Ragged.grouped(5, [owner for owner, _ in pairs], [item for _, item in pairs])
    assert len(ragged) == 5
    for row in range(5):
        assert ragged[row].tolist() == [item for owner, item in pairs if owner == row]
    assert ragged.owners().tolist() == sorted(owner for owner, _ in pairs)


@given(st.lists(st.lists(st.integers(0, 9)), min_size=1), st.data())
def test_lists_can_be_taken_in_any_order_and_more_than_once(lists: list[list[int]], data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.integers(0, len(lists) - 1)))
    owners = [row for row, items in enumerate(lists) for _ in items]
    ragged = Ragged.grouped(len(lists), owners, [item for items in lists for item in items])
    taken = ragged.taken(np.array(rows, dtype=np.int32))
    assert [taken[place].tolist() for place in range(len(taken))] == [lists[row] for row in rows]


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
    assert opened.inner.names.row("b") == 2


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


def test_a_file_of_an_earlier_form_says_that_it_must_be_built_again(tmp_path: Path) -> None:
    save(tmp_path / "block", {}, a_block())
    (tmp_path / "block").write_bytes(KIND + b"01" + (tmp_path / "block").read_bytes()[len(MAGIC) :])
    with pytest.raises(ValueError, match=f"block is a snapshot of form 01, and here form {FORM.decode()} is read"):
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
