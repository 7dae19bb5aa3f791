"""The relaxed pass: the least week, effort and money with which each need can be met and each training finished.

Hours are no matter here, and of all that a training asks only the hardest counts, so no route beats these figures:
they bound the search, and what is never reached here can never be reached.
"""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.calendars import soonest_end
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import (
    NEVER,
    UNREACHED,
    Arrival,
    Flags,
    Ints,
    Least,
    Longs,
    Network,
    Offers,
    Rates,
    whole,
)


@compiled
def arrive(
    network: Network, offers: Offers, least: Least, rates: Rates, begin: int, held: Flags, promised: Ints
) -> Arrival:
    """Weeks, then money, then effort; `promised` are bounds on when needs may be met without training."""
    trainings, needs = len(offers.offer_from) - 1, len(held)
    need_week = np.full(needs, NEVER, np.int64)
    need_own = np.full(needs, UNREACHED, np.int64)
    need_units = np.full(needs, UNREACHED, np.int64)
    for need in range(needs):
        if held[need]:
            need_week[need], need_own[need], need_units[need] = begin, 0, 0
        elif promised[need] < NEVER:
            need_week[need], need_own[need], need_units[need] = promised[need], 0, 0
    first_end = np.full(trainings, NEVER, np.int64)
    queue, waits = np.empty(trainings, np.int64), np.zeros(trainings, np.bool_)
    _spread_weeks(network, offers, begin, need_week, first_end, queue, waits)
    priced, reached = np.zeros(trainings, np.int64), np.zeros(trainings, np.bool_)
    for training in range(trainings):
        reached[training] = first_end[training] < NEVER
    route_own = np.full(trainings, UNREACHED, np.int64)
    _spread_sums(network, least.own_eur, reached, need_own, route_own, queue, waits)
    hour = rates.week // rates.hours if rates.hours else 0
    for training in range(trainings):
        reached[training] = reached[training] and route_own[training] <= rates.budget_eur
        if reached[training]:
            priced[training] = least.units[training] + least.hours_in_all[training] * hour
    route_units = np.full(trainings, UNREACHED, np.int64)
    _spread_sums(network, priced, reached, need_units, route_units, queue, waits)
    return Arrival(begin, held, need_week, need_units, reached, first_end, route_units)


@compiled
def _spread_weeks(
    network: Network, offers: Offers, begin: int, need_week: Ints, first_end: Ints, queue: Ints, waits: Flags
) -> None:
    trainings = len(first_end)
    head, filled = 0, 0
    for training in range(trainings):
        if offers.offer_from[training] < offers.offer_from[training + 1]:
            queue[filled], waits[training] = training, True
            filled += 1
    while filled:
        training = queue[head]
        head = (head + 1) % trainings
        filled -= 1
        waits[training] = False
        ready = begin
        for place in range(network.ask_from[training], network.ask_from[training + 1]):
            ready = max(ready, need_week[network.asks[place]])
        if ready > offers.latest:
            continue
        end = soonest_end(network, offers, whole(training), ready)
        if end >= first_end[training]:
            continue
        first_end[training] = end
        for place in range(network.give_from[training], network.give_from[training + 1]):
            need = network.gives[place]
            if end < need_week[need]:
                need_week[need] = end
                for at in range(network.asker_from[need], network.asker_from[need + 1]):
                    asker = network.askers[at]
                    if not waits[asker] and offers.offer_from[asker] < offers.offer_from[asker + 1]:
                        queue[(head + filled) % trainings], waits[asker] = asker, True
                        filled += 1


@compiled
def _spread_sums(
    network: Network, own: Longs, reached: Flags, need_sum: Longs, route_sum: Longs, queue: Ints, waits: Flags
) -> None:
    trainings = len(route_sum)
    head, filled = 0, 0
    for training in range(trainings):
        if reached[training]:
            queue[filled], waits[training] = training, True
            filled += 1
    while filled:
        training = queue[head]
        head = (head + 1) % trainings
        filled -= 1
        waits[training] = False
        hardest = 0
        for place in range(network.ask_from[training], network.ask_from[training + 1]):
            hardest = max(hardest, need_sum[network.asks[place]])
        if hardest >= UNREACHED or hardest + own[training] >= route_sum[training]:
            continue
        total = hardest + own[training]
        route_sum[training] = total
        for place in range(network.give_from[training], network.give_from[training + 1]):
            need = network.gives[place]
            if total < need_sum[need]:
                need_sum[need] = total
                for at in range(network.asker_from[need], network.asker_from[need + 1]):
                    asker = network.askers[at]
                    if not waits[asker] and reached[asker]:
                        queue[(head + filled) % trainings], waits[asker] = asker, True
                        filled += 1
