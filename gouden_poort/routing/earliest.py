"""The relaxed pass over the whole catalogue: the least week, effort and money with which each ability can be had.

Load is no matter here, and of all that an offering asks only the hardest counts, so no route beats these
figures: they bound the search, and what is never reached here can never be reached.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Bytes, Ints, Ragged
from gouden_poort.routing.abilities import LEVELS, Abilities
from gouden_poort.routing.calendar import NEVER, Calendar
from gouden_poort.routing.person import taken

Longs = NDArray[np.int64]
UNREACHED = 1 << 60
"""Stands for effort or money of what cannot be had."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arrival:
    """Tables by ability and level, and beside the rows of the calendar what it takes to have finished one."""

    week: Ints
    units: Longs
    own_eur: Longs
    row_week: Ints
    row_units: Longs
    row_own_eur: Longs


class Pass:
    """The asks and gives of the rows of a calendar beyond what is held, ready to be swept."""

    def __init__(self, abilities: Abilities, calendar: Calendar, held: Bytes) -> None:
        self._count = abilities.count
        self._rows = len(calendar.rows)
        self._held = np.arange(LEVELS) <= held[:, None]
        self._calendar = calendar
        self._asked, self._asking = _above(abilities.offering_asks, abilities.offering_ask_levels, calendar.rows, held)
        self._given, self._giving = _above(
            abilities.offering_gives, abilities.offering_give_levels, calendar.rows, held
        )

    def arrive(self, begin: int, units: Longs, own_eur: Longs, promised: Longs | None = None) -> Arrival:
        """All three tables; `units` and `own_eur` are what following each row takes by itself.

        `promised` are the soonest weeks in which abilities may come by themselves, as from doing the work.
        """
        week, row_week = self._swept(begin, NEVER, self._calendar.ends_after, promised)
        out_of_reach = row_week >= NEVER
        free = None if promised is None else np.where(promised < NEVER, 0, UNREACHED)

        def adding(own: Longs) -> Callable[[Longs], Longs]:
            return lambda before: np.where(out_of_reach, UNREACHED, np.minimum(before + own, UNREACHED))

        table_units, row_units = self._swept(0, UNREACHED, adding(units), free)
        table_own, row_own = self._swept(0, UNREACHED, adding(own_eur), free)
        return Arrival(
            week=week.astype(np.int32),
            units=table_units,
            own_eur=table_own,
            row_week=row_week.astype(np.int32),
            row_units=row_units,
            row_own_eur=row_own,
        )

    def _swept(
        self, held: int, never: int, finished: Callable[[Longs], Longs], promised: Longs | None
    ) -> tuple[Longs, Longs]:
        """The fixpoint of: all a row asks is there, it is finished from there, and what it gives is there."""
        table: Longs = np.full((self._count, LEVELS), never, dtype=np.int64)
        table[self._held] = held
        if promised is not None:
            table = np.minimum(table, promised)
        while True:
            ready = np.full(self._rows, held, dtype=np.int64)
            np.maximum.at(ready, self._asking, table.reshape(-1)[self._asked])
            rows = finished(ready)
            better: Longs = table.reshape(-1).copy()
            np.minimum.at(better, self._given, rows[self._giving])
            better = np.ascontiguousarray(np.minimum.accumulate(better.reshape(-1, LEVELS)[:, ::-1], axis=1)[:, ::-1])
            if np.array_equal(better, table):
                return table, rows.astype(np.int64)
            table = better


def soonest_weeks(table: Ints, asks: Ragged, levels: Ragged, rows: Ints) -> Longs:
    """For each row the soonest week in which all it asks can be held."""
    places, owners = taken(asks, rows)
    weeks = np.zeros(len(rows), dtype=np.int64)
    np.maximum.at(weeks, owners, table[asks.items[places], levels.items[places]])
    return weeks


def _above(abilities: Ragged, levels: Ragged, rows: Ints, held: Bytes) -> tuple[Longs, Ints]:
    """What rows ask or give beyond what is held, as flat places in an ability-by-level table, and who does."""
    places, owners = taken(abilities, rows)
    ability, level = abilities.items[places].astype(np.int64), levels.items[places]
    beyond = level > held[ability]
    return ability[beyond] * LEVELS + level[beyond], owners[beyond]
