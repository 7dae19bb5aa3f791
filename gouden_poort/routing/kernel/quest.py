"""One search: what it reads, what it has room to write, and what it has found."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gouden_poort.routing.kernel.aiming import Target
from gouden_poort.routing.kernel.compiled import compiled, record
from gouden_poort.routing.kernel.ground import (
    UNREACHED,
    Arrival,
    Flags,
    Help,
    Ints,
    Least,
    Longs,
    Network,
    Offers,
    Rates,
)

MOST_STEPS = 24
"""A route has no more steps than this, the bbl step not counted."""
MOST_CANDIDATES = 96
"""Of more ways to go on with a schedule only the first are tried."""
SETS = 1 << 12
"""Room to remember sets of trainings that were laid on dates."""
PAID = 1 << 9
"""Room to remember what sets of offers cost."""
BAG = 256
"""Room to remember partial schedules of one set."""

LIMIT, LABELS, PLACEMENTS, TICK, BOUND, CUT_OFF, THRESHOLD, FOUND = 0, 1, 2, 3, 4, 5, 6, 7
"""Places in `Work.state`: routes of less effort are of use; labels and placements that may still be tried; a clock;
the bound of the label weighed last; the least bound that the threshold cut off; the threshold; whether a route is
found."""
BEFORE_WEEK, AFTER_WEEK, SET_LEFT, SET_CAP, BAGGED, STOP, ENDED_EARLY, SET_FLOOR = 8, 9, 10, 11, 12, 13, 14, 15
SLIPPED, EXTRAS = 16, 17
"""The soonest weeks of the label weighed last; placements left for one set, and how many each set gets; schedules in
the bag; whether the first route is enough; whether a set was given up before all was tried; the least
own cost of the set; whether less promising ways were left aside; how many trainings may be added to a set that lacks
nothing, because they give something sooner."""
STATES = 18


@record
class Work(NamedTuple):
    """Room for the search to write in; made once for a person, and clean between searches."""

    state: Longs
    barred: Ints
    supplied: Ints
    asked: Ints
    mark: Longs
    seen: Longs
    meets: Ints
    need_week: Ints
    asked_list: Ints
    chosen: Ints
    chosen_end: Ints
    ways: Ints
    """By depth: the trainings of which one must follow."""
    way_bounds: Longs
    open_left: NDArray[Any]
    """By cut: what a need and all open needs leave to pay at the least, in few bits and in many."""
    open_sums: NDArray[Any]
    chance: Longs
    """A number drawn for each training, to tell sets apart by."""
    sets: Longs
    set_limits: Longs
    paid_keys: Longs
    paid_eur: Longs
    set_caps: Longs
    """What each set was laid out with; a cap of 0 says that nothing was left untried."""


@record
class Schedule(NamedTuple):
    """Room to lay one set of trainings on dates."""

    training: Ints
    start: Ints
    end: Ints
    offer: Ints
    own: Longs
    units: Longs
    ask_count: Ints
    ask_givers: Longs
    """By step and ask: the steps of the set that meet it, as bits."""
    ask_comes: Ints
    before_givers: Longs
    before_comes: Ints
    latest: Ints
    order: Ints
    residues: Longs
    """By depth and cut: what all steps leave to pay at the least, those that are placed by their offers."""
    load: Ints
    """Hours that are taken in each week from the beginning."""
    estimate: Ints
    cand_bound: Longs
    cand_step: Ints
    cand_offer: Ints
    cand_start: Ints
    cand_own: Longs
    cand_units: Longs
    bag_mask: Longs
    bag_end: Ints
    bag_hours: Ints
    bag_offer: Longs
    bag_sums: Longs
    paid_row: Ints
    paid_week: Ints
    paid_cost: Ints


@record
class Best(NamedTuple):
    """The best route so far."""

    set_count: Ints
    """How many steps, at place 0."""
    training: Ints
    offer: Ints
    start: Ints
    ending: Longs
    """Finish, ending, week in which work begins, own cost, effort."""


@record
class Quest(NamedTuple):
    """A target with all that a search for it reads and writes."""

    network: Network
    offers: Offers
    least: Least
    arrival: Arrival
    rates: Rates
    help: Help
    target: Target
    used: Flags
    """Offerings that may not be followed again, by row."""
    comes: Longs
    """The week in which a need is met without training; `NEVER` when it is not."""
    taken_from: Ints
    taken_to: Ints
    taken_hours: Ints
    """Hours a week that are taken before the search begins."""
    work: Work
    schedule: Schedule
    best: Best


@compiled
def make_work(trainings: int, needs: int, most_givers: int, cuts: int, chance: Longs) -> Work:
    """Clean room for searches in a catalogue of that size."""
    return Work(
        np.zeros(STATES, np.int64),
        np.zeros(trainings, np.int64),
        np.zeros(needs, np.int64),
        np.zeros(needs, np.int64),
        np.zeros(needs, np.int64),
        np.zeros(trainings, np.int64),
        np.zeros(trainings, np.int64),
        np.zeros(needs, np.int64),
        np.zeros(needs + 1, np.int64),
        np.zeros(MOST_STEPS + 1, np.int64),
        np.zeros(MOST_STEPS + 1, np.int64),
        np.zeros((MOST_STEPS + 2, 4 * most_givers + 64), np.int64),
        np.zeros((MOST_STEPS + 2, 4 * most_givers + 64), np.int64),
        np.zeros(cuts, np.float32),
        np.zeros(cuts, np.float64),
        chance,
        np.zeros(SETS, np.int64),
        np.zeros(SETS, np.int64),
        np.zeros(PAID, np.int64),
        np.zeros(PAID, np.int64),
        np.zeros(SETS, np.int64),
    )


@compiled
def make_schedule(weeks: int, cuts: int, most_asks: int) -> Schedule:
    """Room to lay sets of trainings on dates within so many weeks; nothing asks more needs than `most_asks`."""
    steps, wide = MOST_STEPS + 1, MOST_CANDIDATES
    return Schedule(
        np.zeros(steps, np.int64),
        np.zeros(steps, np.int64),
        np.zeros(steps, np.int64),
        np.zeros(steps, np.int64),
        np.zeros(steps, np.int64),
        np.zeros(steps, np.int64),
        np.zeros(steps, np.int64),
        np.zeros((steps, most_asks), np.int64),
        np.zeros((steps, most_asks), np.int64),
        np.zeros(most_asks, np.int64),
        np.zeros(most_asks, np.int64),
        np.zeros(steps, np.int64),
        np.zeros(steps, np.int64),
        np.zeros((steps + 1, cuts), np.int64),
        np.zeros(weeks, np.int64),
        np.zeros(steps, np.int64),
        np.zeros((steps, wide), np.int64),
        np.zeros((steps, wide), np.int64),
        np.zeros((steps, wide), np.int64),
        np.zeros((steps, wide), np.int64),
        np.zeros((steps, wide), np.int64),
        np.zeros((steps, wide), np.int64),
        np.zeros(BAG, np.int64),
        np.zeros((BAG, steps), np.int64),
        np.zeros((BAG, steps), np.int64),
        np.zeros((BAG, steps), np.int64),
        np.zeros((BAG, 4), np.int64),
        np.zeros(steps + 1, np.int64),
        np.zeros(steps + 1, np.int64),
        np.zeros(steps + 1, np.int64),
    )


@compiled
def make_best() -> Best:
    """Nothing found yet."""
    steps = MOST_STEPS + 1
    ending = np.zeros(5, np.int64)
    ending[4] = UNREACHED
    return Best(
        np.zeros(1, np.int64), np.zeros(steps, np.int64), np.zeros(steps, np.int64), np.zeros(steps, np.int64), ending
    )
