"""How many of a group are still in technical work after so many years.

Estimated after Kaplan and Meier (Nonparametric Estimation from Incomplete Observations, 1958), with a confidence band
on the log-log scale, by scipy. Days, not names: nothing here knows who someone is.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

AFTER_YEARS = (1, 3, 5, 10)
DAYS_OF_A_YEAR = 365.25
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """How many of a group are still in technical work, by the time since their first technical job."""

    days: Sequence[int]
    """On which somebody left, in order."""
    share: Sequence[float]
    """From that day on."""
    low: Sequence[float]
    high: Sequence[float]
    people: int
    durations: Sequence[int]
    """Of everyone, in order: for the number at risk."""

    def after(self, years: float) -> Still:
        """How it stands so many years after the first day."""
        day = years * DAYS_OF_A_YEAR
        place = int(np.searchsorted(self.days, day, side="right")) - 1
        share, low, high = (1.0, 1.0, 1.0) if place < 0 else (self.share[place], self.low[place], self.high[place])
        at_risk = len(self.durations) - int(np.searchsorted(self.durations, day, side="left"))
        return Still(years=years, share=share, low=low, high=high, at_risk=at_risk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Still:
    """The part of a group that is in technical work after some years, and how many of them were seen for so long."""

    years: float
    share: float
    low: float
    high: float
    at_risk: int


def survival_of(days: NDArray[np.int64], left: NDArray[np.bool_]) -> Survival:
    """From days at work, and whether somebody left on the last of them (or was only seen until then)."""
    from scipy.stats import CensoredData, ecdf  # noqa: PLC0415 - half a second that only this page should pay

    function = ecdf(CensoredData(uncensored=days[left], right=days[~left])).sf
    with warnings.catch_warnings():  # where nobody or everybody left there is no band; below it is from 0 to 1
        warnings.filterwarnings("ignore", "The confidence interval is undefined", RuntimeWarning)
        band = function.confidence_interval(confidence_level=CONFIDENCE, method="log-log")
    changed = np.isin(function.quantiles, days[left])
    return Survival(
        days=function.quantiles[changed].astype(int).tolist(),
        share=function.probabilities[changed].tolist(),
        low=np.nan_to_num(band.low.probabilities[changed], nan=0.0).tolist(),
        high=np.nan_to_num(band.high.probabilities[changed], nan=1.0).tolist(),
        people=len(days),
        durations=np.sort(days).tolist(),
    )
