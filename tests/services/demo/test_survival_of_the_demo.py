"""On the 5,000 people of the demo survival is what a second library says it is."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from statsmodels.duration.survfunc import SurvfuncRight

from gouden_poort.development.survival import DAYS_OF_A_YEAR, survival_of
from gouden_poort.services.demo.cast import people, the_cast
from gouden_poort.services.demo.example_plans import KINDS, ExamplePlans, Someone, Town
from gouden_poort.services.demo.ten_years import a_life
from tests.dossiers import MORNING
from tests.services.demo.test_ten_years import COUNTRY

Cohort = tuple[NDArray[np.int64], NDArray[np.bool_]]
MANY = 5_000
TOWN = Town(answer=("Utrecht", "52.0907", "5.1214", "exact"), lat=52.0907, lon=5.1214, region="R1")


@pytest.fixture(scope="module")
def cohort() -> Cohort:
    """Days at work, and whether somebody left on the last of them; the database adds nothing to these."""
    chance, plans, today = Random(1), ExamplePlans(COUNTRY), MORNING.date()
    lives = (
        a_life(Someone(dossier=each, town=TOWN, kind=chance.choice(KINDS)), plans, chance, MORNING)
        for each in people(the_cast(MORNING), MANY, chance, MORNING)
    )
    lines = [life.line for life in lives if life and life.line.work_on]
    ends = [line.left_on or line.seen_until or today for line in lines]
    days = [(end - line.work_on).days for line, end in zip(lines, ends, strict=True) if line.work_on]
    return np.array(days), np.array([line.left_on is not None for line in lines])


@pytest.mark.slow
def test_each_step_of_the_line_is_the_same(cohort: Cohort) -> None:
    days, left = cohort
    ours, theirs = survival_of(days, left), SurvfuncRight(days, left)
    assert left.sum() > 500
    assert ours.days == theirs.surv_times.astype(int).tolist()
    assert ours.share == pytest.approx(theirs.surv_prob.tolist())


@pytest.mark.slow
def test_so_is_the_band(cohort: Cohort) -> None:
    """On the log-log scale, from the standard error that the other library gives."""
    days, left = cohort
    ours, theirs = survival_of(days, left), SurvfuncRight(days, left)
    share, error = theirs.surv_prob, theirs.surv_prob_se
    spread = 1.959963984540054 * error / (share * np.abs(np.log(share)))
    assert ours.low == pytest.approx((share ** np.exp(spread)).tolist())
    assert ours.high == pytest.approx((share ** np.exp(-spread)).tolist())


@pytest.mark.slow
def test_so_is_how_many_are_at_risk_on_each_day_on_which_somebody_left(cohort: Cohort) -> None:
    days, left = cohort
    ours, theirs = survival_of(days, left), SurvfuncRight(days, left)
    at_risk = [ours.after((day - 0.5) / DAYS_OF_A_YEAR).at_risk for day in theirs.surv_times]
    assert at_risk == theirs.n_risk.astype(int).tolist()
