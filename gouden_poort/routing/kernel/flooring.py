"""Before a set is laid on dates: the money, the weeks and the effort that it takes at the least."""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.aiming import price_of_end
from gouden_poort.routing.kernel.calendars import known_end
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import NEVER, UNREACHED, whole
from gouden_poort.routing.kernel.laying_out import know_offer, know_training
from gouden_poort.routing.kernel.paying import left_of, paying_in
from gouden_poort.routing.kernel.quest import SET_FLOOR, Quest


@compiled
def floor_of_set(quest: Quest, ending: int, count: int) -> int:
    """The least own cost of a whole set, caps counted; leaves what it leaves to pay for each cut at depth 0."""
    help_, target = quest.help, quest.target
    sums = quest.schedule.residues[0]
    sums[:] = -help_.cut_caps_eur
    for step in range(count):
        training = quest.schedule.training[step]
        know_training(quest.offers, quest.least, help_, training)
        sums += quest.least.residues[training]
    if ending >= 0 and target.cost_eur[ending]:
        paying, limits = np.empty(len(help_.cap_eur), np.int64), np.empty(len(help_.cap_eur), np.int64)
        able = paying_in(help_, target.row[ending], target.first[ending], paying, limits)
        for place in range(len(sums)):
            sums[place] += left_of(help_, target.cost_eur[ending], paying, limits, able, help_.bits, help_.cuts[place])
    return whole(max(sums.max(), whole(0)))


@compiled
def floor_with_step(quest: Quest, depth: int, step: int, offer: int) -> int:
    """The same when one more step is placed."""
    dearest, residues = whole(0), quest.schedule.residues
    training = quest.schedule.training[step]
    know_offer(quest.offers, quest.help, offer)
    for cut in range(len(quest.help.cuts)):
        left = residues[depth, cut] - quest.least.residues[training, cut] + quest.offers.residues[offer, cut]
        residues[depth + 1, cut] = left
        dearest = max(dearest, left)
    return dearest


@compiled
def bound_in_time(quest: Quest, finish: int, ending: int, count: int, deadline: int) -> None:
    """By when each step must be over, for what only it can meet."""
    schedule, target = quest.schedule, quest.target
    for step in range(count):
        schedule.latest[step] = deadline
    if ending >= 0:
        for place in range(target.before_from[finish + 1] - target.before_from[finish]):
            givers = schedule.before_givers[place]
            if schedule.before_comes[place] >= NEVER and givers and not givers & (givers - 1):
                for step in range(count):
                    if givers >> step & 1:
                        schedule.latest[step] = min(schedule.latest[step], target.first[ending])
    changed = True
    while changed:
        changed = False
        for step in range(count):
            latest = schedule.latest[step] - quest.least.weeks[schedule.training[step]]
            for ask in range(schedule.ask_count[step]):
                givers = schedule.ask_givers[step, ask]
                if schedule.ask_comes[step, ask] < NEVER or not givers or givers & (givers - 1):
                    continue
                for other in range(count):
                    if givers >> other & 1 and schedule.latest[other] > latest:
                        schedule.latest[other] = latest
                        changed = True


@compiled
def cheapest_end(quest: Quest, finish: int, ending: int, end: int) -> int:
    """What ending takes at the least, when something placed already lasts until a week."""
    if ending >= 0:
        return whole(quest.target.units[ending])
    return price_of_end(quest.target, quest.rates, finish, end)


@compiled
def bound_of_schedule(
    quest: Quest,
    finish: int,
    ending: int,
    count: int,
    placed: int,
    step: int,
    offer: int,
    start: int,
    end: int,
    units: int,
    own: int,
) -> int:
    """The least effort of any schedule that goes on with a step; `UNREACHED` when there is none."""
    schedule, offers, least, target = quest.schedule, quest.offers, quest.least, quest.target
    stop = start + offers.weeks[offer]
    hours = whole(offers.hours[offer]) * offers.weeks[offer]
    last = max(end, stop)
    others = units - quest.rates.euro * own
    for place in range(count):
        one = schedule.order[place]
        if placed >> one & 1:
            schedule.estimate[one] = schedule.end[one]
            if schedule.end[one] > start:
                hours += whole(schedule.end[one] - start) * offers.hours[schedule.offer[one]]
            continue
        if one == step:
            schedule.estimate[one] = stop
            continue
        training = schedule.training[one]
        ready = start
        for ask in range(schedule.ask_count[one]):
            week, givers = schedule.ask_comes[one, ask], schedule.ask_givers[one, ask]
            for before in range(place):
                if givers >> schedule.order[before] & 1:
                    week = min(week, schedule.estimate[schedule.order[before]])
            for after in range(place + 1, count):
                # One that stands later in the order may still be sooner: nothing is known but that it cannot start now.
                if givers >> schedule.order[after] & 1:
                    week = min(week, start)
            ready = max(ready, week)
        if ready > offers.latest:
            return whole(UNREACHED)
        stop_here = known_end(quest.network, offers, training, ready)
        if stop_here > schedule.latest[one]:
            return whole(UNREACHED)
        schedule.estimate[one] = stop_here
        last = max(last, stop_here)
        units += least.units[training]
        others += least.other_units[training]
        own += least.own_eur[training]
        hours += least.hours_in_all[training]
    if own > quest.rates.budget_eur:
        return whole(UNREACHED)
    units = max(units, others + quest.rates.euro * quest.work.state[SET_FLOOR])
    if ending >= 0:
        return units + target.units[ending] if last <= target.last[ending] else whole(UNREACHED)
    last = max(last, start + (hours + quest.rates.hours - 1) // quest.rates.hours)
    price = price_of_end(target, quest.rates, finish, last)
    return units + price if price < UNREACHED else whole(UNREACHED)
