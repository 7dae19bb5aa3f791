"""What became of many people together: who started, finished, and is still in technical work after so many years.

Survival is estimated after Kaplan and Meier (Nonparametric Estimation from Incomplete Observations, 1958), with a
confidence band on the log-log scale, by scipy. Days, not names: nothing here knows who someone is.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gouden_poort.development.event import Event
from gouden_poort.development.journal import spans, standings

AFTER_YEARS = (1, 3, 5, 10)
DAYS_OF_A_YEAR = 365.25
CONFIDENCE = 0.95
GAP = timedelta(weeks=13)
"""Who finds technical work again within this time never left it."""
FEWEST = 10
"""Groups of fewer people are not shown anywhere."""


class TargetGroup(StrEnum):
    """The four kinds of people whom this is for."""

    STARTER = "starter"
    CHANGER = "changer"
    """From work outside technology: zij-instromer."""
    NEWCOMER = "newcomer"
    """With a permit as a refugee: statushouder."""
    TECHNICIAN = "technician"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """The ten years of one person as days: what there is to count."""

    region: str
    group: TargetGroup
    target_id: str
    target_sector: str
    planned_work_on: date
    """By the first plan."""
    chosen_on: date
    started_on: date | None = None
    finished_on: date | None = None
    """The last training before the first technical job."""
    work_on: date | None = None
    """The first technical job."""
    left_on: date | None = None
    """Out of technical work for longer than a gap; not when someone only stopped telling us."""
    sector_first: str = ""
    sector_now: str = ""
    seen_until: date
    """Up to when we know how someone does: today, or the day a dossier was closed."""


def stays(events: Sequence[Event], until: date) -> tuple[date | None, date | None]:
    """The day of the first technical job, and the day on which someone left technical work for good."""
    began: date | None = None
    out_since: date | None = None
    for span in spans(events, until):
        if span.standing.at_work_since is not None:
            began, out_since = began or span.since, None
        elif began is not None:
            out_since = out_since or span.since
            if span.until - out_since > GAP:
                return began, out_since
    return began, None


def seen_until(events: Sequence[Event], today: date) -> date:
    """Up to when a journal tells how someone does."""
    last = next((then.closed_on for _, then in standings(events) if then.closed_on), None)
    return min(last or today, today)


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


def survival(ways: Sequence[Way]) -> Survival | None:
    """Of those who came to technical work; None when nobody did."""
    worked = [way for way in ways if way.work_on is not None]
    if not worked:
        return None
    left = np.array([way.left_on is not None for way in worked])
    days = np.array([((way.left_on or way.seen_until) - way.work_on).days for way in worked if way.work_on])
    return survival_of(days, left)


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
