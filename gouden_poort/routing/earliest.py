"""The relaxed earliest-arrival pass: when could each ability be held at the soonest, if load and money were no matter?

No schedule beats these weeks, so they bound every route; what is never reached here can never be reached.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.columns import Bytes, Ints, Ragged
from gouden_poort.routing.abilities import LEVELS, Abilities
from gouden_poort.routing.calendar import NEVER, Calendar
from gouden_poort.routing.person import taken


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Arrival:
    """The soonest weeks: `held[ability, level]`, and for each row of the calendar the soonest end."""

    held: Ints
    ends: Ints


def arrive(abilities: Abilities, calendar: Calendar, held: Bytes, begin: int, promised: Ints | None = None) -> Arrival:
    """Fixpoint of: an offering starts when all it asks is there, and what it gives is there when it ends.

    `promised` are abilities that come by themselves (`NEVER` where they do not), as from doing the work.
    """
    asked, asking = _above(abilities.offering_asks, abilities.offering_ask_levels, calendar.rows, held)
    given, giving = _above(abilities.offering_gives, abilities.offering_give_levels, calendar.rows, held)
    soonest = np.full((abilities.count, LEVELS), NEVER, dtype=np.int32)
    soonest[np.arange(LEVELS) <= held[:, None]] = begin
    if promised is not None:
        soonest = np.minimum(soonest, promised)
    while True:
        ready = np.full(len(calendar.rows), begin, dtype=np.int32)
        np.maximum.at(ready, asking, soonest.reshape(-1)[asked])
        ends = calendar.ends_after(ready)
        sooner = soonest.reshape(-1).copy()
        np.minimum.at(sooner, given, ends[giving])
        sooner = np.minimum.accumulate(sooner.reshape(-1, LEVELS)[:, ::-1], axis=1)[:, ::-1]
        if np.array_equal(sooner, soonest):
            return Arrival(held=soonest, ends=ends)
        soonest = np.ascontiguousarray(sooner)


def _above(abilities: Ragged, levels: Ragged, rows: Ints, held: Bytes) -> tuple[Ints, Ints]:
    """What rows ask or give beyond what is held, as flat places in an ability-by-level table, and who does."""
    places, owners = taken(abilities, rows)
    ability, level = abilities.items[places].astype(np.int64), levels.items[places]
    beyond = level > held[ability]
    return ability[beyond] * LEVELS + level[beyond], owners[beyond]
