"""Small groups cannot be seen, and cannot be worked out from what is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gouden_poort.development.suppression import FEWEST, hidden, hidden_in_row

TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 60), min_size=width, max_size=width), min_size=1, max_size=5)
)


@given(TABLES)
def test_no_row_or_column_gives_a_small_group_back(table: list[list[int]]) -> None:
    shown = hidden(table)
    lines = list(zip(table, shown, strict=True))
    if len(table) > 1:
        lines += list(zip(map(list, zip(*table, strict=True)), map(list, zip(*shown, strict=True)), strict=True))
    for counts, seen in lines:
        secret = [count for count, cell in zip(counts, seen, strict=True) if cell is None]
        others = [count for count, cell in zip(counts, seen, strict=True) if cell]
        assert all(cell is None or cell == 0 or cell >= FEWEST for cell in seen)
        assert not secret or (len(secret) > 1 and sum(secret) >= FEWEST) or not others


def test_what_is_large_enough_stays() -> None:
    assert hidden([[10, 20], [30, 40]]) == [[10, 20], [30, 40]]


def test_one_hidden_cell_hides_a_second_in_its_row_and_in_its_column() -> None:
    assert hidden([[4, 20, 30], [50, 60, 70], [80, 90, 95]]) == [
        [None, None, 30],
        [None, None, 70],
        [80, 90, 95],
    ]


def test_a_zero_stays_and_hides_nothing() -> None:
    assert hidden_in_row([0, 40, 0]) == [0, 40, 0]
