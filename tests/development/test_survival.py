"""Survival in technical work equals an example worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from gouden_poort.development.survival import survival_of

# Ten people; they left (x) or were seen until (o) day 6x 6x 6x 6o 7x 9o 10x 10o 11o 13x, each times 100.
DAYS = np.array([6, 6, 6, 6, 7, 9, 10, 10, 11, 13]) * 100
LEFT = np.array([True, True, True, False, True, False, True, False, False, True])


def test_equals_the_example_worked_by_hand() -> None:
    # 7/10; times 5/6 at day 700; times 3/4 at day 1000; times 0/1 at day 1300.
    found = survival_of(DAYS, LEFT)
    assert found.days == [600, 700, 1000, 1300]
    assert found.share == pytest.approx([0.7, 0.7 * 5 / 6, 0.7 * 5 / 6 * 3 / 4, 0])


def test_after_so_many_years_it_is_the_share_of_that_day_with_who_was_seen_so_long() -> None:
    still = survival_of(DAYS, LEFT).after(2)  # day 730.5
    assert (still.share, still.at_risk) == (pytest.approx(0.7 * 5 / 6), 5)


def test_before_anybody_left_all_are_there() -> None:
    still = survival_of(DAYS, LEFT).after(1)
    assert (still.share, still.low, still.high, still.at_risk) == (1, 1, 1, 10)


def test_the_band_is_the_one_of_the_log_log_scale() -> None:
    # At day 600: Greenwood's sum is 3/(10*7); the band is 0.7 to the power of exp(+-1.96 s).
    found = survival_of(DAYS, LEFT)
    spread = 1.959964 * np.sqrt(3 / 70) / abs(np.log(0.7))
    assert found.low[0] == pytest.approx(0.7 ** np.exp(spread), abs=1e-6)
    assert found.high[0] == pytest.approx(0.7 ** np.exp(-spread), abs=1e-6)


def test_the_band_holds_the_share() -> None:
    found = survival_of(DAYS, LEFT)
    assert all(low <= share <= high for low, share, high in zip(found.low, found.share, found.high, strict=True))


def test_when_nobody_left_all_are_there() -> None:
    still = survival_of(np.array([100, 4000]), np.array([False, False])).after(10)
    assert (still.share, still.at_risk) == (1, 1)
