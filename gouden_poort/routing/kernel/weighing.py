"""Weighing a label: what going on from the chosen trainings takes at the least, in effort, money and weeks."""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.aiming import least_ending
from gouden_poort.routing.kernel.branching import ways_into_circle
from gouden_poort.routing.kernel.calendars import known_end
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import NEVER, UNREACHED, whole
from gouden_poort.routing.kernel.laying_out import know_training
from gouden_poort.routing.kernel.quest import (
    AFTER_WEEK,
    BEFORE_WEEK,
    BOUND,
    CUT_OFF,
    EXTRAS,
    LABELS,
    LIMIT,
    THRESHOLD,
    TICK,
    Quest,
)

MORE_THAN_ALL = np.float32(1e9)


@compiled
def flat_effort(quest: Quest, finish: int) -> int:
    """What a job of a finish takes at the least besides the hours of training before it."""
    price = quest.rates.week + quest.rates.qualified
    least = whole(UNREACHED)
    for ending in range(quest.target.ending_from[finish], quest.target.ending_from[finish + 1]):
        least = min(least, quest.target.units[ending])
    return least + price * quest.target.begin


@compiled
def weigh(quest: Quest, finish: int, depth: int, units: int, own: int, hours: int) -> int:
    """Bound the label of the chosen trainings, and find the ways to go on.

    Gives how many ways there are (in `work.ways[depth]`), 0 when the set lacks nothing, -1 when it leads nowhere.
    """
    network, work, state, least, arrival = quest.network, quest.work, quest.work.state, quest.least, quest.arrival
    rates, target = quest.rates, quest.target
    state[LABELS] -= 1
    state[TICK] += 1
    tick = state[TICK]
    state[BOUND] = UNREACHED
    asked = work.asked_list[len(work.asked)]
    for place in range(asked):
        need = work.asked_list[place]
        work.need_week[need] = quest.comes[need]
        if not work.supplied[need] and quest.comes[need] >= NEVER:
            work.mark[need] = tick
    hour = (rates.week + rates.qualified) // rates.hours if target.is_job[finish] and rates.hours else whole(0)
    more_units, more_own, more_hours, more_priced = whole(0), whole(0), whole(0), whole(0)
    others = whole(0)
    for one in range(depth):
        others += least.other_units[work.chosen[one]]
    branch, fewest, latest = whole(-1), whole(UNREACHED), whole(-1)
    for place in range(asked):
        need = work.asked_list[place]
        if work.mark[need] != tick:
            continue
        ways, soonest = whole(0), whole(NEVER)
        least_units, least_own, least_others = whole(UNREACHED), whole(UNREACHED), whole(UNREACHED)
        least_hours, least_priced = whole(UNREACHED), whole(UNREACHED)
        for at in range(network.giver_from[need], network.giver_from[need + 1]):
            giver = network.givers[at]
            if not arrival.able[giver] or work.barred[giver]:
                continue
            ways += 1
            if work.seen[giver] != tick:
                work.seen[giver], meets = tick, whole(0)
                for gift in range(network.give_from[giver], network.give_from[giver + 1]):
                    if work.mark[network.gives[gift]] == tick:
                        meets += 1
                work.meets[giver] = meets
            meets = work.meets[giver]
            least_units = min(least_units, least.units[giver] // meets)
            least_own = min(least_own, least.own_eur[giver] // meets)
            least_others = min(least_others, least.other_units[giver] // meets)
            least_hours = min(least_hours, least.hours_in_all[giver] // meets)
            least_priced = min(least_priced, (least.units[giver] + least.hours_in_all[giver] * hour) // meets)
            soonest = min(soonest, arrival.first_end[giver])
        if not ways:
            return whole(-1)
        more_units += least_units
        more_own += least_own
        others += least_others
        more_hours += least_hours
        more_priced += least_priced
        work.need_week[need] = soonest
        if ways < fewest or (ways == fewest and soonest > latest):
            branch, fewest, latest = need, ways, soonest
    if own + more_own > rates.budget_eur:
        return whole(-1)
    stuck = _find_weeks(quest, depth)
    before_week, after_week = target.begin, target.begin
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        before_week = max(before_week, work.need_week[target.before[place]])
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        after_week = max(after_week, work.need_week[target.after[place]])
    for one in range(depth):
        after_week = max(after_week, work.chosen_end[one])
    ending = whole(UNREACHED)
    if stuck >= 0:
        ending = least_ending(target, rates, finish, before_week, after_week, hours + more_hours)
    # What takes too long as it is may still be of use with one more training that gives something sooner; who looks
    # for no such training passes it over.
    sooner = units + more_units + ending >= state[LIMIT] and stuck <= 0 and state[EXTRAS] > 0
    if sooner:
        before_week, after_week = _soonest(quest, finish, depth)
        ending = least_ending(target, rates, finish, before_week, after_week, hours + more_hours)
        more_units += rates.step
        others += rates.step
    bound = units + more_units + ending
    if ending >= UNREACHED or bound >= state[LIMIT]:
        return whole(-1)
    if bound < state[THRESHOLD] and len(quest.help.cut_caps_eur) > 1:
        for one in range(depth):
            know_training(quest.offers, least, quest.help, work.chosen[one])
        dearest = _dearest(quest, depth)
        if dearest > rates.budget_eur:
            return whole(-1)
        bound = max(bound, others + ending + rates.euro * dearest)
    if hour:
        bound = max(bound, units + hours * hour + more_priced + flat_effort(quest, finish))
    state[BOUND], state[BEFORE_WEEK], state[AFTER_WEEK] = bound, before_week, after_week
    if bound >= state[LIMIT]:
        return whole(-1)
    if bound >= state[THRESHOLD]:
        state[CUT_OFF] = min(state[CUT_OFF], bound)
        return whole(-1)
    if stuck:
        return ways_into_circle(quest, depth)
    if branch < 0:
        if sooner:
            state[BOUND] = UNREACHED
        return whole(0)
    count = whole(0)
    for at in range(network.giver_from[branch], network.giver_from[branch + 1]):
        giver = network.givers[at]
        if arrival.able[giver] and not work.barred[giver]:
            work.ways[depth, count] = giver
            count += 1
    return count


@compiled
def _soonest(quest: Quest, finish: int, depth: int) -> tuple[int, int]:
    """The weeks in which the finish can begin and end at the soonest, whatever is added to the chosen trainings."""
    target, arrival = quest.target, quest.arrival
    before_week, after_week = target.begin, target.begin
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        before_week = max(before_week, arrival.need_week[target.before[place]])
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        after_week = max(after_week, arrival.need_week[target.after[place]])
    for one in range(depth):
        after_week = max(after_week, arrival.first_end[quest.work.chosen[one]])
    return before_week, after_week


@compiled
def _dearest(quest: Quest, depth: int) -> int:
    """The least own cost of going on from the label being weighed, by the dearest way of cutting schemes off."""
    network, work, least, arrival = quest.network, quest.work, quest.least, quest.arrival
    tick, cuts = work.state[TICK], len(quest.help.cuts)
    sums, cheapest, shared = work.open_sums, work.open_left, least.shared
    sums[:] = 0
    for place in range(work.asked_list[len(work.asked)]):
        need = work.asked_list[place]
        if work.mark[need] != tick:
            continue
        cheapest[:] = MORE_THAN_ALL
        for at in range(network.giver_from[need], network.giver_from[need + 1]):
            giver = network.givers[at]
            if not arrival.able[giver] or work.barred[giver]:
                continue
            if least.cost_eur[giver] == 0:
                cheapest[:] = 0
                break
            know_training(quest.offers, least, quest.help, giver)
            part, row = np.float32(1) / np.float32(work.meets[giver]), shared[giver]
            for cut in range(cuts):
                share = row[cut] * part
                cheapest[cut] = min(cheapest[cut], share)
        for cut in range(cuts):
            sums[cut] += cheapest[cut]
    dearest = whole(0)
    for cut in range(cuts):
        total = whole(sums[cut]) - quest.help.cut_caps_eur[cut]
        for one in range(depth):
            total += least.residues[work.chosen[one], cut]
        dearest = max(dearest, total)
    return dearest


@compiled
def _find_weeks(quest: Quest, depth: int) -> int:
    """The soonest week of each need that the chosen meet; 1 when some wait in a circle, -1 when it is never met."""
    network, work, arrival, offers = quest.network, quest.work, quest.arrival, quest.offers
    for one in range(depth):
        work.chosen_end[one] = NEVER
    circle = whole(0)
    while True:
        changed = True
        while changed:
            changed = False
            for one in range(depth):
                training, ready = work.chosen[one], arrival.begin
                for place in range(network.ask_from[training], network.ask_from[training + 1]):
                    need = network.asks[place]
                    if not arrival.held[need]:
                        ready = max(ready, work.need_week[need])
                if ready >= NEVER:
                    continue
                if ready > offers.latest:
                    return whole(-1)
                end = known_end(network, offers, training, ready)
                if end >= NEVER:
                    return whole(-1)
                if end < work.chosen_end[one]:
                    work.chosen_end[one], changed = end, True
                    for place in range(network.give_from[training], network.give_from[training + 1]):
                        need = network.gives[place]
                        if work.asked[need] and end < work.need_week[need]:
                            work.need_week[need] = end
        waiting = False
        for one in range(depth):
            if work.chosen_end[one] >= NEVER:
                waiting = True
                training = work.chosen[one]
                for place in range(network.ask_from[training], network.ask_from[training + 1]):
                    need = network.asks[place]
                    if not arrival.held[need] and work.need_week[need] >= NEVER:
                        work.need_week[need] = arrival.need_week[need]
                        # Remembered as a need of the circle: something from outside must meet one of them.
                        work.mark[need] = -work.state[TICK]
        if not waiting:
            return circle
        if circle:
            return whole(-1)
        circle = whole(1)
