"""For all targets at once, effort that no route to them can beat: from the earliest-arrival pass alone."""

from __future__ import annotations

import numpy as np

from gouden_poort.catalogue.columns import Ints
from gouden_poort.catalogue.snapshot import POSITION_JOB
from gouden_poort.routing.calendar import NEVER
from gouden_poort.routing.earliest import Longs, soonest_weeks
from gouden_poort.routing.person import taken
from gouden_poort.routing.planner import Planner


def cheap_bounds(planner: Planner) -> dict[int, int]:
    """A bound in units for each occupation (by row) that may be feasible; the others have no route."""
    person, stage = planner.person, planner.stage
    columns, abilities, prices = person.snapshot.columns, person.abilities, person.prices
    rows = np.flatnonzero(planner.fitting).astype(np.int32)
    everywhere = np.arange(len(columns.occupations.id), dtype=np.int32)
    entry = soonest_weeks(stage.arrival.week, abilities.position_asks, abilities.position_ask_levels, rows)
    skilled = soonest_weeks(stage.arrival.week, abilities.occupation_asks, abilities.occupation_ask_levels, everywhere)
    is_job = columns.positions.kind[rows] == POSITION_JOB
    starts, lasting = _bbl_floor(planner, rows)
    ready = np.where(is_job, skilled[columns.positions.occupation[rows]], starts)
    start = np.maximum(np.maximum(ready, entry), person.position_first[rows]).astype(np.int64)
    end = start + np.where(is_job, 0, lasting)
    units = (
        prices.week * start + prices.qualified * end + prices.minute * person.position_minutes[rows].astype(np.int64)
    )
    possible = start <= np.minimum(person.position_last[rows], person.profile.horizon_weeks)
    bounds: dict[int, int] = {}
    for occupation, bound in zip(
        columns.positions.occupation[rows[possible]].tolist(), units[possible].tolist(), strict=True
    ):
        bounds[occupation] = min(bound, bounds.get(occupation, bound))
    return bounds


def _bbl_floor(planner: Planner, positions: Ints) -> tuple[Longs, Longs]:
    """For each bbl position the first start and the fewest weeks of what trains for its credential."""
    calendar = planner.bbl.calendar
    abilities = planner.person.abilities
    ready = soonest_weeks(
        planner.stage.arrival.week, abilities.offering_asks, abilities.offering_ask_levels, calendar.rows
    )
    starts = calendar.ends_after(ready) - calendar.lasting
    first = np.full(len(planner.person.snapshot.columns.credentials.id) + 1, NEVER, dtype=np.int64)
    fewest = np.full_like(first, NEVER)
    places, owners = taken(planner.person.snapshot.columns.offerings.awards, calendar.rows)
    awarded = planner.person.snapshot.columns.offerings.awards.items[places]
    np.minimum.at(first, awarded, starts[owners])
    np.minimum.at(fewest, awarded, calendar.lasting[owners])
    credential = planner.person.snapshot.columns.positions.credential[positions]
    return first[credential], fewest[credential]
