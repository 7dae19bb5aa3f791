"""Survival in technical work equals an example worked by hand, and what another library finds."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from gouden_poort.development.event import EventKind
from gouden_poort.development.outcomes import seen_until, stays, survival_of
from tests.development.journals import an_event, fired, hired, started

UNTIL = date(2032, 1, 1)


def test_leaving_is_being_out_of_technical_work_for_more_than_thirteen_weeks() -> None:
    assert stays((hired("2028-03-06"), fired("2029-03-05"), hired("2029-06-04")), UNTIL) == (date(2028, 3, 6), None)
    left = (hired("2028-03-06"), fired("2029-03-05"), hired("2029-06-05"))
    assert stays(left, UNTIL) == (date(2028, 3, 6), date(2029, 3, 5))


def test_work_outside_technology_is_out_of_it() -> None:
    changed = (hired("2028-03-06"), hired("2029-03-05", "driver", sector=""))
    assert stays(changed, UNTIL) == (date(2028, 3, 6), date(2029, 3, 5))


def test_who_lost_work_a_moment_ago_did_not_leave_yet() -> None:
    lost = (hired("2028-03-06"), fired("2029-03-05"))
    assert stays(lost, date(2029, 6, 4)) == (date(2028, 3, 6), None)
    assert stays(lost, date(2029, 6, 5)) == (date(2028, 3, 6), date(2029, 3, 5))


def test_who_only_learnt_never_came_to_work() -> None:
    assert stays((started("2028-03-06"),), UNTIL) == (None, None)


def test_a_journal_tells_until_it_was_closed() -> None:
    assert seen_until((hired("2028-03-06"),), UNTIL) == UNTIL
    assert seen_until((hired("2028-03-06"), an_event(EventKind.CLOSED, "2030-01-07")), UNTIL) == date(2030, 1, 7)


class TestKaplanMeier:
    """Ten people; they left (x) or were seen until (o) day 6x 6x 6x 6o 7x 9o 10x 10o 11o 13x."""

    DAYS = np.array([6, 6, 6, 6, 7, 9, 10, 10, 11, 13]) * 100
    LEFT = np.array([True, True, True, False, True, False, True, False, False, True])

    def test_equals_the_example_worked_by_hand(self) -> None:
        # 7/10; times 5/6 at day 700; times 3/4 at day 1000; times 0/1 at day 1300.
        found = survival_of(self.DAYS, self.LEFT)
        assert found.days == [600, 700, 1000, 1300]
        assert found.share == pytest.approx([0.7, 0.7 * 5 / 6, 0.7 * 5 / 6 * 3 / 4, 0])

    def test_after_so_many_years_it_is_the_share_of_that_day_with_who_was_seen_so_long(self) -> None:
        still = survival_of(self.DAYS, self.LEFT).after(2)  # day 730.5
        assert (still.share, still.at_risk) == (pytest.approx(0.7 * 5 / 6), 5)

    def test_before_anybody_left_all_are_there(self) -> None:
        still = survival_of(self.DAYS, self.LEFT).after(1)
        assert (still.share, still.low, still.high, still.at_risk) == (1, 1, 1, 10)

    def test_the_band_is_the_one_of_the_log_log_scale(self) -> None:
        # At day 600: Greenwood's sum is 3/(10*7); the band is 0.7 to the power of exp(+-1.96 s).
        found = survival_of(self.DAYS, self.LEFT)
        spread = 1.959964 * np.sqrt(3 / 70) / abs(np.log(0.7))
        assert found.low[0] == pytest.approx(0.7 ** np.exp(spread), abs=1e-6)
        assert found.high[0] == pytest.approx(0.7 ** np.exp(-spread), abs=1e-6)

    def test_the_band_holds_the_share(self) -> None:
        found = survival_of(self.DAYS, self.LEFT)
        assert all(low <= share <= high for low, share, high in zip(found.low, found.share, found.high, strict=True))

    def test_when_nobody_left_all_are_there(self) -> None:
        still = survival_of(np.array([100, 4000]), np.array([False, False])).after(10)
        assert (still.share, still.at_risk) == (1, 1)
