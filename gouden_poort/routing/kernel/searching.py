"""Choosing the trainings of a route: branch and bound, backwards from what a finish asks.

A *label* is a set of trainings with the needs still open. It is extended by each training that meets the need with the
fewest ways to meet it; a training that was tried stays barred for the others, so that no set comes twice. A label whose
bound is no better than the limit is dropped. A threshold on the bound rises from round to round, so that the promising
labels come first whichever branch they stand in.
"""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.aiming import least_ending
from gouden_poort.routing.kernel.calendars import known_end
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import NEVER, UNREACHED, whole
from gouden_poort.routing.kernel.laying_out import know_training
from gouden_poort.routing.kernel.quest import (
    AFTER_WEEK,
    BEFORE_WEEK,
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
    TICK,
    Quest,
)
from gouden_poort.routing.kernel.scheduling import lay_on_dates

FIRST_LABELS = 300
"""So many labels may be weighed in looking for any route at all, before the search goes round by round."""
FIRST_PART = 8
"""Or such a part of all, where that is more."""
ANY = whole(1) << 40
"""As many slips as one likes."""
FIRST_CAP = 40
"""So many placements each set gets in the first rounds; twice as many in each round after."""
MORE_THAN_ALL = np.float32(1e9)
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
                _begin(quest, finish)
                _descend(quest, finish, whole(0), whole(0), ANY, whole(0), whole(0), whole(0))
                _end(quest, finish)
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
    _begin(quest, finish)
    while state[SLIPPED] and state[LABELS] > 0 and not state[FOUND]:
        state[SLIPPED] = 0
        _descend(quest, finish, whole(0), whole(0), slips, whole(0), whole(0), whole(0))
        slips += 1 + slips // 2
    _end(quest, finish)
    state[FOUND] |= before
    return whole(labels - (first - max(state[LABELS], 0)))


@compiled
def _root(quest: Quest, finish: int) -> int:
    """The bound of a finish with nothing chosen yet."""
    state = quest.work.state
    state[THRESHOLD], state[CUT_OFF] = UNREACHED, UNREACHED
    limit, labels = state[LIMIT], state[LABELS]
    state[LIMIT], state[LABELS] = UNREACHED, 1
    _begin(quest, finish)
    _weigh(quest, finish, whole(0), whole(0), whole(0), whole(0))
    _end(quest, finish)
    state[LIMIT], state[LABELS] = limit, labels
    return whole(state[BOUND])


@compiled
def _begin(quest: Quest, finish: int) -> None:
    """Ask what the finish asks."""
    target, work = quest.target, quest.work
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        work.asked[target.before[place]] += 1
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        work.asked[target.after[place]] += 1
    count = whole(0)
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        count = _listed(quest, target.before[place], count)
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        count = _listed(quest, target.after[place], count)
    work.asked_list[len(work.asked)] = count


@compiled
def _listed(quest: Quest, need: int, count: int) -> int:
    """Add a need to the list of what is asked, once."""
    work = quest.work
    for place in range(count):
        if work.asked_list[place] == need:
            return count
    work.asked_list[count] = need
    return count + 1


@compiled
def _end(quest: Quest, finish: int) -> None:
    target, work = quest.target, quest.work
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        work.asked[target.before[place]] -= 1
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        work.asked[target.after[place]] -= 1


@compiled
def _choose(quest: Quest, training: int, depth: int) -> int:
    """Take a training into the set; gives how long the list of what is asked was before."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    count = work.asked_list[len(work.asked)]
    before = count
    work.chosen[depth] = training
    for place in range(network.give_from[training], network.give_from[training + 1]):
        work.supplied[network.gives[place]] += 1
    for place in range(network.ask_from[training], network.ask_from[training + 1]):
        need = network.asks[place]
        if not arrival.held[need]:
            if not work.asked[need]:
                work.asked_list[count] = need
                count += 1
            work.asked[need] += 1
    work.asked_list[len(work.asked)] = count
    return whole(before)


@compiled
def _drop(quest: Quest, training: int, before: int) -> None:
    """Undo `_choose`."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    for place in range(network.give_from[training], network.give_from[training + 1]):
        work.supplied[network.gives[place]] -= 1
    for place in range(network.ask_from[training], network.ask_from[training + 1]):
        need = network.asks[place]
        if not arrival.held[need]:
            work.asked[need] -= 1
    work.asked_list[len(work.asked)] = before


@compiled
def _descend(quest: Quest, finish: int, depth: int, extras: int, slips: int, units: int, own: int, hours: int) -> int:
    """Weigh the label of the chosen trainings, and go on from it.

    `slips` is how many places further than the most promising way may be chosen on the way down together.
    """
    work, state, least = quest.work, quest.work.state, quest.least
    if state[LABELS] <= 0 or (state[STOP] and state[FOUND]):
        return whole(0)
    count = _weigh(quest, finish, depth, units, own, hours)
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
        count = _sooner(quest, depth)
    if depth >= MOST_STEPS:
        return whole(0)
    for place in range(count):
        training = work.ways[depth, place]
        after = max(after_week, quest.arrival.first_end[training])
        together = hours + least.hours_in_all[training]
        ending = least_ending(quest.target, quest.rates, finish, whole(0), after, together)
        quick = max(bound, units + least.units[training] + ending)
        if quest.target.is_job[finish]:
            flat = _flat(quest, finish)
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
        before = _choose(quest, training, depth)
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
        _drop(quest, training, before)
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
def _flat(quest: Quest, finish: int) -> int:
    """What a job of a finish takes at the least besides the hours of training before it."""
    price = quest.rates.week + quest.rates.qualified
    least = whole(UNREACHED)
    for ending in range(quest.target.ending_from[finish], quest.target.ending_from[finish + 1]):
        least = min(least, quest.target.units[ending])
    return least + price * quest.target.begin


@compiled
def _weigh(quest: Quest, finish: int, depth: int, units: int, own: int, hours: int) -> int:
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
        bound = max(bound, units + hours * hour + more_priced + _flat(quest, finish))
    state[BOUND], state[BEFORE_WEEK], state[AFTER_WEEK] = bound, before_week, after_week
    if bound >= state[LIMIT]:
        return whole(-1)
    if bound >= state[THRESHOLD]:
        state[CUT_OFF] = min(state[CUT_OFF], bound)
        return whole(-1)
    if stuck:
        return _ways_into_circle(quest, depth)
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


@compiled
def _ways_into_circle(quest: Quest, depth: int) -> int:
    """Trainings from outside that meet a need in the circle."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    tick, count = work.state[TICK], whole(0)
    for place in range(work.asked_list[len(work.asked)]):
        need = work.asked_list[place]
        if work.mark[need] != -tick:
            continue
        for at in range(network.giver_from[need], network.giver_from[need + 1]):
            giver = network.givers[at]
            if arrival.able[giver] and not work.barred[giver] and not _is_chosen(quest, giver, depth):
                count = _add_way(quest, depth, giver, count)
    return count if count else whole(-1)


@compiled
def _sooner(quest: Quest, depth: int) -> int:
    """Trainings that would give something that the chosen need or give, sooner than the chosen give it."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    count = whole(0)
    for place in range(work.asked_list[len(work.asked)]):
        need = work.asked_list[place]
        for at in range(network.giver_from[need], network.giver_from[need + 1]):
            giver = network.givers[at]
            if (
                arrival.able[giver]
                and not work.barred[giver]
                and arrival.first_end[giver] < work.need_week[need]
                and not _is_chosen(quest, giver, depth)
            ):
                count = _add_way(quest, depth, giver, count)
    return count


@compiled
def _add_way(quest: Quest, depth: int, training: int, count: int) -> int:
    ways = quest.work.ways[depth]
    for place in range(count):
        if ways[place] == training:
            return count
    if count < len(ways):
        ways[count] = training
        return count + 1
    return count


@compiled
def _is_chosen(quest: Quest, training: int, depth: int) -> bool:
    for one in range(depth):
        if quest.work.chosen[one] == training:
            return True
    return False


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
