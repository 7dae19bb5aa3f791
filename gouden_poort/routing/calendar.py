"""When offerings start, in weeks of the person, for many offerings at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Ints
from gouden_poort.routing.person import Person, taken
from gouden_poort.rules.entry import EVER

NEVER = EVER
"""An end that is never reached."""
YEAR = 52
SPAN = 4 * EVER


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """The start weeks of some offerings; `rows` are offerings of the snapshot, everything else runs beside them."""

    rows: Ints
    begins: Ints
    """Where the starts of each row begin in `weeks`; one longer than `rows`."""
    weeks: Ints
    keys: NDArray[np.int64]
    """`weeks` made ascending over all rows, for one search through all of them."""
    lasting: Ints
    first: Ints
    last: Ints

    def ends_after(self, ready: NDArray[np.int64]) -> NDArray[np.int64]:
        """For each row the end of its first session that starts at or after `ready`; `NEVER` when there is none."""
        offset = np.arange(len(self.rows), dtype=np.int64) * SPAN + EVER
        places = np.searchsorted(self.keys, np.maximum(ready, self.first) + offset)
        found = places < self.begins[1:]
        starts = np.append(self.weeks, NEVER)[np.where(found, places, len(self.weeks))]
        return np.where(starts <= self.last, starts + self.lasting, NEVER).astype(np.int64)

    def starts_of(self, index: int) -> list[int]:
        """The weeks in which the row at that index may start."""
        weeks = self.weeks[self.begins[index] : self.begins[index + 1]]
        lowest, highest = np.searchsorted(weeks, (self.first[index], self.last[index] + 1))
        starts: list[int] = weeks[lowest:highest].tolist()
        return starts


def calendar_of(person: Person, rows: Ints, begin: int, latest: int, *, repeat_last_year: bool = False) -> Calendar:
    """The starts of offerings from week `begin` up to and including `latest`.

    With `repeat_last_year` the last year of the catalogue goes on after its horizon, as careers need.
    """
    starts = person.abilities.starts
    places, owners = taken(starts, rows)
    weeks = starts.items[places].astype(np.int64)
    if repeat_last_year:
        span = (begin + person.first_week, latest + person.first_week)
        weeks, owners = _repeated(weeks, owners, person.snapshot.horizon_weeks, span)
    weeks -= person.first_week
    kept = (weeks >= begin) & (weeks <= latest)
    # A few ascending runs, one for each year: a stable sort only merges them.
    keys = np.sort(owners[kept] * np.int64(SPAN) + EVER + weeks[kept], kind="stable")
    begins = np.searchsorted(keys, np.arange(len(rows) + 1, dtype=np.int64) * SPAN).astype(np.int32)
    return Calendar(
        rows=rows,
        begins=begins,
        weeks=(keys % SPAN - EVER).astype(np.int32),
        keys=keys,
        lasting=person.snapshot.columns.offerings.weeks[rows],
        first=np.maximum(person.offering_first[rows], begin),
        last=np.minimum(person.offering_last[rows], latest),
    )


def _repeated(
    weeks: NDArray[np.int64], owners: Ints, horizon_weeks: int, span: tuple[int, int]
) -> tuple[NDArray[np.int64], Ints]:
    """The starts with those of the years after the horizon that touch a span of catalogue weeks."""
    last_year = weeks >= horizon_weeks - YEAR
    years = range(max(1, (span[0] - horizon_weeks) // YEAR), -(-(span[1] + 1 - horizon_weeks) // YEAR) + 1)
    later = [weeks[last_year] + YEAR * year for year in years]
    return np.concatenate((weeks, *later)), np.concatenate((owners, *([owners[last_year]] * len(later))))
