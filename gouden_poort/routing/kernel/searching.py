"""Choosing the trainings of a route: branch and bound, backwards from what a finish asks.

A *label* is a set of trainings with the needs still open. It is extended by each training that meets the need with the
fewest ways to meet it; a training that was tried stays barred for the others, so that no set comes twice. A label whose
bound is no better than the limit is dropped. A threshold on the bound rises from round to round, so that the promising
labels come first whichever branch they stand in.
"""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.aiming import least_ending
from gouden_poort.routing.kernel.asking import ask_finish, choose, drop, unask_finish
from gouden_poort.routing.kernel.branching import ways_sooner
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import UNREACHED, whole
from gouden_poort.routing.kernel.quest import (
    AFTER_WEEK,
    BOUND,
    CUT_OFF,
    ENDED_EARLY,
    EXTRAS,
    FOUND,
    LABELS,
    LIMIT,
    MOST_STEPS,
    PLACEMENTS,
    SET_CAP,
    SETS,
    SLIPPED,
    STOP,
    THRESHOLD,
    Quest,
)
from gouden_poort.routing.kernel.scheduling import lay_on_dates
from gouden_poort.routing.kernel.weighing import flat_effort, weigh

FIRST_LABELS = 300
"""So many labels may be weighed in looking for any route at all, before the search goes round by round."""
FIRST_PART = 8
"""Or such a part of all, where that is more."""
ANY = whole(1) << 40
"""As many slips as one likes."""
FIRST_CAP = 40
"""So many placements each set gets in the first rounds; twice as many in each round after."""
PER_MILLE = 1_000


@compiled
def find_bound(quest: Quest) -> int:
    """Effort that no route to the target can beat; `UNREACHED` when there is none."""
    least = whole(UNREACHED)
    for finish in range(len(quest.target.is_job)):
        least = min(least, _root(quest, finish))
    return least


@compiled
def search(quest: Quest, limit: int, labels: int, placements: int, extras: int) -> bool:
    """Look for the best route of less effort than the limit; True when nothing was left untried."""
    state, target = quest.work.state, quest.target
    finishes = len(target.is_job)
    state[LIMIT], state[LABELS], state[PLACEMENTS] = limit, labels, placements
    state[FOUND], state[ENDED_EARLY], state[STOP], state[EXTRAS] = 0, 0, 0, extras
    quest.best.ending[4] = UNREACHED
    bounds = np.empty(finishes, np.int64)
    for finish in range(finishes):
        bounds[finish] = _root(quest, finish)
    order = np.argsort(bounds, kind="mergesort")
    if not finishes or bounds[order[0]] >= limit:
        return True
    quest.work.sets[:] = 0
    quest.work.paid_keys[:] = 0
    for finish in order:
        if bounds[finish] < state[LIMIT]:
            labels = _find_any(quest, finish, labels)
    state[STOP] = 0
    state[LABELS] = labels
    slack = 20
    part = max(bounds[order[0]] // PER_MILLE, 1)  # where little or nothing counts, the threshold must rise too
    while True:
        state[CUT_OFF], state[ENDED_EARLY] = UNREACHED, 0
        state[THRESHOLD] = bounds[order[0]] + part * slack
        for finish in order:
            if bounds[finish] < min(state[LIMIT], state[THRESHOLD]):
                ask_finish(quest, finish)
                _descend(quest, finish, whole(0), whole(0), ANY, whole(0), whole(0), whole(0))
                unask_finish(quest, finish)
            elif bounds[finish] < state[LIMIT]:
                state[CUT_OFF] = min(state[CUT_OFF], bounds[finish])
        if state[CUT_OFF] >= state[LIMIT] and not state[ENDED_EARLY]:
            break
        if state[LABELS] <= 0 or state[PLACEMENTS] <= 0:
            break
        slack = slack * 2
        state[SET_CAP] *= 2
    return bool(state[LABELS] > 0 and state[PLACEMENTS] > 0 and not state[ENDED_EARLY])


@compiled
def _find_any(quest: Quest, finish: int, labels: int) -> int:
    """Look for any route at all, the first of the most promising ones; gives the labels that are left.

    More and more slips are allowed, so that a wrong choice high up does not keep the search below it.
    """
    state = quest.work.state
    first = min(labels, max(FIRST_LABELS, labels // FIRST_PART))
    state[LABELS], state[STOP], state[SLIPPED] = first, 1, 1
    state[THRESHOLD], state[SET_CAP] = UNREACHED, FIRST_CAP
    slips, before = whole(0), state[FOUND]
    state[FOUND] = 0
    ask_finish(quest, finish)
    while state[SLIPPED] and state[LABELS] > 0 and not state[FOUND]:
        state[SLIPPED] = 0
        _descend(quest, finish, whole(0), whole(0), slips, whole(0), whole(0), whole(0))
        slips += 1 + slips // 2
    unask_finish(quest, finish)
    state[FOUND] |= before
    return whole(labels - (first - max(state[LABELS], 0)))


@compiled
def _root(quest: Quest, finish: int) -> int:
    """The bound of a finish with nothing chosen yet."""
    state = quest.work.state
    state[THRESHOLD], state[CUT_OFF] = UNREACHED, UNREACHED
    limit, labels = state[LIMIT], state[LABELS]
    state[LIMIT], state[LABELS] = UNREACHED, 1
    ask_finish(quest, finish)
    weigh(quest, finish, whole(0), whole(0), whole(0), whole(0))
    unask_finish(quest, finish)
    state[LIMIT], state[LABELS] = limit, labels
    return whole(state[BOUND])


@compiled
def _descend(quest: Quest, finish: int, depth: int, extras: int, slips: int, units: int, own: int, hours: int) -> int:
    """Weigh the label of the chosen trainings, and go on from it.

    `slips` is how many places further than the most promising way may be chosen on the way down together.
    """
    work, state, least = quest.work, quest.work.state, quest.least
    if state[LABELS] <= 0 or (state[STOP] and state[FOUND]):
        return whole(0)
    count = weigh(quest, finish, depth, units, own, hours)
    if count < 0:
        return whole(0)
    bound, after_week = state[BOUND], state[AFTER_WEEK]
    if count == 0:
        if bound < state[LIMIT]:
            _lay_out(quest, finish, depth)
        # More trainings take more of everything but weeks: what is known of weeks does not bound them.
        bound, after_week = whole(0), whole(0)
        if extras >= state[EXTRAS] or state[PLACEMENTS] <= 0 or (state[STOP] and state[FOUND]):
            return whole(0)
        extras += 1
        count = ways_sooner(quest, depth)
    if depth >= MOST_STEPS:
        return whole(0)
    for place in range(count):
        training = work.ways[depth, place]
        after = max(after_week, quest.arrival.first_end[training])
        together = hours + least.hours_in_all[training]
        ending = least_ending(quest.target, quest.rates, finish, whole(0), after, together)
        quick = max(bound, units + least.units[training] + ending)
        if quest.target.is_job[finish]:
            flat = flat_effort(quest, finish)
            quick = max(quick, quest.arrival.route_units[training] + flat)
        work.way_bounds[depth, place] = quick
    begun = 0
    for place in range(count):
        first = place
        for other in range(place + 1, count):
            if (work.way_bounds[depth, other], least.units[work.ways[depth, other]], work.ways[depth, other]) < (
                work.way_bounds[depth, first],
                least.units[work.ways[depth, first]],
                work.ways[depth, first],
            ):
                first = other
        work.ways[depth, place], work.ways[depth, first] = work.ways[depth, first], work.ways[depth, place]
        quick = work.way_bounds[depth, first]
        work.way_bounds[depth, first] = work.way_bounds[depth, place]
        if quick >= state[THRESHOLD] and quick < state[LIMIT]:
            state[CUT_OFF] = min(state[CUT_OFF], quick)
        if quick >= state[THRESHOLD] or quick >= state[LIMIT]:
            break
        if place > slips:
            state[SLIPPED] = 1
            break
        training = work.ways[depth, place]
        before = choose(quest, training, depth)
        _descend(
            quest,
            finish,
            depth + 1,
            extras,
            slips - place if slips < ANY else slips,
            units + least.units[training],
            own + least.own_eur[training],
            hours + least.hours_in_all[training],
        )
        drop(quest, training, before)
        # Not all sets with it were tried when few slips were allowed.
        if slips >= ANY:
            work.barred[training] += 1
            begun = place + 1
        if state[LABELS] <= 0 or (state[STOP] and state[FOUND]):
            break
    for place in range(begun):
        work.barred[work.ways[depth, place]] -= 1
    return whole(0)


@compiled
def _lay_out(quest: Quest, finish: int, depth: int) -> None:
    """Lay a set on dates, unless the same set was laid out with no less room before."""
    work, state = quest.work, quest.work.state
    key = whole(finish + 1)
    for one in range(depth):
        key ^= work.chance[work.chosen[one]]
    place = (key & whole(0x7FFFFFFFFFFFFFFF)) % SETS
    for _ in range(8):
        if work.sets[place] == 0 or work.sets[place] == key:
            break
        place = (place + 1) % SETS
    limit, cap, ended_early = state[LIMIT], state[SET_CAP], state[ENDED_EARLY]
    if work.sets[place] == key and work.set_limits[place] >= limit:
        if work.set_caps[place] == 0:
            return
        if work.set_caps[place] >= cap:
            state[ENDED_EARLY] = 1
            return
    state[ENDED_EARLY] = 0
    lay_on_dates(quest, finish, depth)
    work.sets[place], work.set_limits[place] = key, limit
    work.set_caps[place] = cap if state[ENDED_EARLY] else 0
    state[ENDED_EARLY] |= ended_early
