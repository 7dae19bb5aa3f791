"""Planes of answers as bitmaps."""

from __future__ import annotations

import numpy as np
import pytest

from gouden_poort.rules.columns.bitmaps import (
    NO,
    UNKNOWN,
    YES,
    Planes,
    count,
    every,
    opposite,
    packed,
    plane_of,
    planes_of,
    some,
    unpacked,
)

THIRD = np.arange(70) % 3 == 0
FULL = packed(np.ones(70, dtype=bool))


@pytest.mark.parametrize("rows", [1, 63, 64, 65, 130])
def test_a_mask_comes_back_as_it_went_in(rows: int) -> None:
    mask = np.arange(rows) % 3 == 1
    assert unpacked(packed(mask), rows).tolist() == mask.tolist()


def test_bits_after_the_last_row_are_zero() -> None:
    assert FULL.tolist() == [2**64 - 1, 2**6 - 1]


def test_a_negation_keeps_the_bits_after_the_last_row_zero() -> None:
    plane = opposite((packed(THIRD), packed(THIRD)), FULL)[0]
    assert count(plane, 70) == 70 - int(THIRD.sum())


def test_planes_that_are_the_same_stay_one_object() -> None:
    surely, possibly = every([planes_of(THIRD, True), planes_of(~THIRD, True)])
    assert surely is possibly


def test_a_mask_without_a_hole_is_a_bool() -> None:
    assert plane_of(np.ones(5, dtype=bool)) is True


def test_an_answer_that_is_not_known_is_possible_and_not_sure() -> None:
    surely, possibly = planes_of(np.array([True, True, False]), np.array([True, False, False]))
    assert (unpacked(surely, 3).tolist(), unpacked(possibly, 3).tolist()) == ([True, False, False], [True, True, True])


@pytest.mark.parametrize(
    ("answers", "both", "either"),
    [
        ((YES, UNKNOWN), UNKNOWN, YES),
        ((NO, UNKNOWN), NO, UNKNOWN),
        ((UNKNOWN, UNKNOWN), UNKNOWN, UNKNOWN),
        ((YES, NO), NO, YES),
    ],
)
def test_kleene_s_tables_hold(answers: tuple[Planes, Planes], both: Planes, either: Planes) -> None:
    assert (every(answers), some(answers)) == (both, either)


def test_what_is_unpacked_is_the_reader_s_own() -> None:
    plane = packed(THIRD)
    unpacked(plane, 70)[:] = True
    assert unpacked(plane, 70).tolist() == THIRD.tolist()
