"""Laying a set of trainings on real dates: which offering of each, and when, for the least effort.

Steps are placed in order of their start, each at the first moment that its needs, its calendar and the hours of the
person allow. Every schedule in which no step could start sooner is made that way, so trying all orders and offerings
finds the best one. Bounds cut off what cannot be better, and a bag of partial schedules what another one dominates.
"""

from __future__ import annotations

from gouden_poort.routing.kernel.aiming import price_of_end
from gouden_poort.routing.kernel.calendars import next_start
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.dominating import is_beaten, is_dominated, paid_for
from gouden_poort.routing.kernel.flooring import (
    bound_in_time,
    bound_of_schedule,
    cheapest_end,
    floor_of_set,
    floor_with_step,
)
from gouden_poort.routing.kernel.ground import NEVER, UNREACHED, whole
from gouden_poort.routing.kernel.paying import alone_eur
from gouden_poort.routing.kernel.quest import (
    AFTER_WEEK,
    BAGGED,
    BEFORE_WEEK,
    ENDED_EARLY,
    FOUND,
    LIMIT,
    MOST_CANDIDATES,
    PLACEMENTS,
    SET_CAP,
    SET_FLOOR,
    SET_LEFT,
    Quest,
)


@compiled
def lay_on_dates(quest: Quest, finish: int, count: int) -> None:
    """Search for schedules of the chosen trainings below the limit; the best goes into `quest.best`."""
    state, target, schedule = quest.work.state, quest.target, quest.schedule
    for step in range(count):
        schedule.training[step] = quest.work.chosen[step]
    needed, units = whole(0), whole(0)
    for step in range(count):
        needed += quest.least.hours_in_all[schedule.training[step]]
        units += quest.least.units[schedule.training[step]]
    if not _link(quest, finish, count):
        return
    if target.is_job[finish]:
        _around(quest, finish, whole(-1), count)
        return
    before_week, after_week = state[BEFORE_WEEK], state[AFTER_WEEK]
    for ending in range(target.ending_from[finish], target.ending_from[finish + 1]):
        if target.units[ending] + units >= state[LIMIT] or state[PLACEMENTS] <= 0:
            return
        if target.first[ending] < before_week or target.last[ending] < after_week:
            continue
        beside = (quest.rates.hours - target.hours[ending]) * (target.last[ending] - target.first[ending])
        if quest.rates.hours * (target.first[ending] - target.begin) + beside >= needed:
            _around(quest, finish, ending, count)


@compiled
def _link(quest: Quest, finish: int, count: int) -> bool:
    """Who meets what within the set, and an order in which steps can follow each other; False when there is none."""
    network, schedule, arrival, target = quest.network, quest.schedule, quest.arrival, quest.target
    for step in range(count):
        training, asks = schedule.training[step], 0
        for place in range(network.ask_from[training], network.ask_from[training + 1]):
            need = network.asks[place]
            if not arrival.held[need]:
                schedule.ask_givers[step, asks] = _givers(quest, need, count)
                schedule.ask_comes[step, asks] = quest.comes[need]
                asks += 1
        schedule.ask_count[step] = asks
    low = target.before_from[finish]
    for place in range(low, target.before_from[finish + 1]):
        need = target.before[place]
        schedule.before_givers[place - low] = _givers(quest, need, count)
        schedule.before_comes[place - low] = quest.comes[need]
    ordered, done = 0, whole(0)
    while ordered < count:
        before = ordered
        for step in range(count):
            if done >> step & 1:
                continue
            able = True
            for ask in range(schedule.ask_count[step]):
                if not schedule.ask_givers[step, ask] & done and schedule.ask_comes[step, ask] >= NEVER:
                    able = False
                    break
            if able:
                done |= whole(1) << step
                schedule.order[ordered] = step
                ordered += 1
        if ordered == before:
            return False
    return True


@compiled
def _givers(quest: Quest, need: int, count: int) -> int:
    network, givers = quest.network, whole(0)
    for step in range(count):
        training = quest.schedule.training[step]
        for place in range(network.give_from[training], network.give_from[training + 1]):
            if network.gives[place] == need:
                givers |= whole(1) << step
                break
    return givers


@compiled
def _around(quest: Quest, finish: int, ending: int, count: int) -> None:
    """Schedule the set before a job (`ending` -1) or around a bbl session."""
    state, target, schedule, rates = quest.work.state, quest.target, quest.schedule, quest.rates
    begin = quest.arrival.begin
    schedule.load[:] = 0
    for block in range(len(quest.taken_from)):
        for week in range(max(quest.taken_from[block], begin), quest.taken_to[block]):
            schedule.load[week - begin] += quest.taken_hours[block]
    units, cost, own = whole(0), whole(0), whole(0)
    if ending >= 0:
        own, cost = target.own_eur[ending], whole(target.cost_eur[ending])
    for step in range(count):
        training, dearest = schedule.training[step], whole(0)
        units += quest.least.units[training]
        for offer in range(quest.offers.offer_from[training], quest.offers.offer_from[training + 1]):
            dearest = max(dearest, whole(quest.offers.cost_eur[offer]))
        cost += dearest
    # Caps can only matter when all steps together may cost more than the smallest cap.
    caps_may_bind = False
    if rates.budget_eur < UNREACHED:
        for scheme in range(len(quest.help.cap_eur)):
            caps_may_bind |= cost > quest.help.cap_eur[scheme]
    if ending >= 0:
        for week in range(target.first[ending], target.last[ending]):
            schedule.load[week - begin] += target.hours[ending]
        deadline = target.last[ending]
    else:
        deadline = 0
        for one in range(target.ending_from[finish], target.ending_from[finish + 1]):
            deadline = max(deadline, target.last[one])
        # Ending later than this costs more than the limit leaves.
        while deadline > begin and units + price_of_end(target, rates, finish, deadline) >= state[LIMIT]:
            deadline -= 1
    bound_in_time(quest, finish, ending, count, deadline)
    state[SET_FLOOR] = floor_of_set(quest, ending, count) if caps_may_bind else whole(0)
    if state[SET_FLOOR] > rates.budget_eur:
        return
    given = min(state[PLACEMENTS], state[SET_CAP])
    state[SET_LEFT], state[BAGGED] = given, 0
    _extend(
        quest,
        finish,
        ending,
        count,
        whole(0),
        whole(0),
        begin - 1,
        whole(-1),
        begin,
        whole(0),
        own,
        caps_may_bind,
    )
    if state[SET_LEFT] <= 0:
        state[ENDED_EARLY] = 1
    state[PLACEMENTS] -= given - max(state[SET_LEFT], 0)


@compiled
def _extend(
    quest: Quest,
    finish: int,
    ending: int,
    count: int,
    depth: int,
    placed: int,
    last_start: int,
    last_step: int,
    end: int,
    units: int,
    own: int,
    caps_may_bind: bool,
) -> int:
    """Place the next step in all ways that can still be better than the limit."""
    state, schedule, offers = quest.work.state, quest.schedule, quest.offers
    if depth == count:
        _complete(quest, finish, ending, count, end, units, own, caps_may_bind)
        return whole(0)
    if depth > 1 and is_dominated(quest, count, placed, last_start, last_step, units, own, caps_may_bind):
        return whole(0)
    found = whole(0)
    begin = quest.arrival.begin
    cheapest = units + cheapest_end(quest, finish, ending, end)
    for step in range(count):
        if not placed >> step & 1:
            cheapest += quest.least.units[schedule.training[step]]
    for step in range(count):
        if placed >> step & 1:
            continue
        ready = begin
        for ask in range(schedule.ask_count[step]):
            ready = max(
                ready, _met(quest, schedule.ask_givers[step, ask] & placed, schedule.ask_comes[step, ask], count)
            )
        if ready >= NEVER:
            continue
        training = schedule.training[step]
        fits_from = found
        for offer in range(offers.offer_from[training], offers.offer_from[training + 1]):
            # All that follow take more units.
            if cheapest + offers.units[offer] - quest.least.units[training] >= state[LIMIT]:
                break
            if len(quest.used) and quest.used[offers.row[offer]]:
                continue
            units_here, own_here = offers.units[offer], offers.own_eur[offer]
            if not caps_may_bind and is_beaten(
                quest, depth, offer, ready, units_here, own_here, fits_from, found, caps_may_bind
            ):
                continue
            moment, scheme = ready, -1
            while True:
                start = _first_fit(quest, offer, moment)
                is_next = start > last_start or (start == last_start and step > last_step)
                if start < NEVER and is_next and start + offers.weeks[offer] <= schedule.latest[step]:
                    found = _offer_way(
                        quest, finish, ending, count, depth, placed, step, offer, start, end, units, own,
                        fits_from, found, caps_may_bind,
                    )  # fmt: skip
                if not offers.dated[offer]:
                    break
                # Another moment to look at: when one more scheme begins to pay.
                scheme += 1
                while scheme < len(quest.help.cap_eur) and not (
                    quest.help.first[scheme] > ready and quest.help.limit_eur[scheme, offers.row[offer]] > 0
                ):
                    scheme += 1
                if scheme >= len(quest.help.cap_eur):
                    break
                moment = quest.help.first[scheme]
    for place in range(found):
        least = place
        for other in range(place + 1, found):
            if _comes_before(quest, depth, other, least):
                least = other
        _swap(quest, depth, place, least)
        if schedule.cand_bound[depth, place] >= state[LIMIT] or state[SET_LEFT] <= 0:
            return whole(0)
        state[SET_LEFT] -= 1
        step, offer = schedule.cand_step[depth, place], schedule.cand_offer[depth, place]
        start = schedule.cand_start[depth, place]
        stop = start + offers.weeks[offer]
        schedule.start[step], schedule.end[step], schedule.offer[step] = start, stop, offer
        schedule.own[step], schedule.units[step] = schedule.cand_own[depth, place], schedule.cand_units[depth, place]
        floor = state[SET_FLOOR]
        if caps_may_bind:
            state[SET_FLOOR] = floor_with_step(quest, depth, step, offer)
            # The bound was made with the floor before: only what this offer adds to it is new.
            if state[SET_FLOOR] > quest.rates.budget_eur:
                state[SET_FLOOR] = floor
                continue
        schedule.load[start - begin : stop - begin] += offers.hours[offer]
        _extend(
            quest,
            finish,
            ending,
            count,
            depth + 1,
            placed | whole(1) << step,
            start,
            step,
            max(end, stop),
            units + schedule.units[step],
            own + schedule.own[step],
            caps_may_bind,
        )
        schedule.load[start - begin : stop - begin] -= offers.hours[offer]
        state[SET_FLOOR] = floor
    return whole(0)


@compiled
def _met(quest: Quest, givers: int, comes: int, count: int) -> int:
    """The week in which a need is met by placed steps or by itself."""
    week = comes
    for step in range(count):
        if givers >> step & 1:
            week = min(week, quest.schedule.end[step])
    return week


@compiled
def _first_fit(quest: Quest, offer: int, week: int) -> int:
    """The first start of an offer from a week on at which the hours in all never exceed what the person has."""
    offers, load, begin = quest.offers, quest.schedule.load, quest.arrival.begin
    room, lasting = quest.rates.hours - offers.hours[offer], offers.weeks[offer]
    week = next_start(quest.network, offers, offer, week)
    while week < NEVER:
        clash = -1
        for place in range(week - begin + lasting - 1, week - begin - 1, -1):
            if load[place] > room:
                clash = place + begin
                break
        if clash < 0:
            return week
        week = next_start(quest.network, offers, offer, clash + 1)
    return whole(NEVER)


@compiled
def _offer_way(
    quest: Quest,
    finish: int,
    ending: int,
    count: int,
    depth: int,
    placed: int,
    step: int,
    offer: int,
    start: int,
    end: int,
    units: int,
    own: int,
    fits_from: int,
    found: int,
    caps_may_bind: bool,
) -> int:
    """Add an offer on a start to the ways to go on, unless another of its training beats it or the limit is passed."""
    schedule, offers, rates = quest.schedule, quest.offers, quest.rates
    own_here, units_here = offers.own_eur[offer], offers.units[offer]
    if offers.dated[offer]:
        own_here = alone_eur(quest.help, offers.row[offer], start, offers.cost_eur[offer])
        units_here += (own_here - offers.own_eur[offer]) * rates.euro
    if is_beaten(quest, depth, offer, start, units_here, own_here, fits_from, found, caps_may_bind):
        return found
    bound = bound_of_schedule(
        quest, finish, ending, count, placed, step, offer, start, end,
        units + units_here, own + own_here,
    )  # fmt: skip
    if bound >= quest.work.state[LIMIT] or found >= MOST_CANDIDATES:
        return found
    schedule.cand_bound[depth, found] = bound
    schedule.cand_step[depth, found] = step
    schedule.cand_offer[depth, found] = offer
    schedule.cand_start[depth, found] = start
    schedule.cand_own[depth, found] = own_here
    schedule.cand_units[depth, found] = units_here
    return found + 1


@compiled
def _comes_before(quest: Quest, depth: int, one: int, other: int) -> bool:
    schedule = quest.schedule
    if schedule.cand_bound[depth, one] != schedule.cand_bound[depth, other]:
        return bool(schedule.cand_bound[depth, one] < schedule.cand_bound[depth, other])
    if schedule.cand_start[depth, one] != schedule.cand_start[depth, other]:
        return bool(schedule.cand_start[depth, one] < schedule.cand_start[depth, other])
    return bool(schedule.cand_offer[depth, one] < schedule.cand_offer[depth, other])


@compiled
def _swap(quest: Quest, depth: int, one: int, other: int) -> None:
    if one == other:
        return
    schedule = quest.schedule
    for column in (schedule.cand_bound, schedule.cand_own, schedule.cand_units):
        column[depth, one], column[depth, other] = column[depth, other], column[depth, one]
    for narrow in (schedule.cand_step, schedule.cand_offer, schedule.cand_start):
        narrow[depth, one], narrow[depth, other] = narrow[depth, other], narrow[depth, one]


@compiled
def _complete(
    quest: Quest, finish: int, ending: int, count: int, end: int, units: int, own: int, caps_may_bind: bool
) -> None:
    """Keep a whole schedule when it is feasible and takes less effort than any before."""
    state, schedule, target, rates = quest.work.state, quest.schedule, quest.target, quest.rates
    if ending >= 0:
        for place in range(target.before_from[finish + 1] - target.before_from[finish]):
            if _met(quest, schedule.before_givers[place], schedule.before_comes[place], count) > target.first[ending]:
                return
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        need = target.after[place]
        if quest.comes[need] < NEVER:
            end = max(end, _met(quest, _givers(quest, need, count), quest.comes[need], count))
    if caps_may_bind:
        exact = paid_for(quest, ending, count)
        units += (exact - own) * rates.euro
        own = exact
    if own > rates.budget_eur:
        return
    chosen, week, total = ending, whole(0), whole(UNREACHED)
    if ending >= 0:
        week = target.first[ending]
        total = units + target.units[ending] if end <= target.last[ending] else whole(UNREACHED)
    else:
        for one in range(target.ending_from[finish], target.ending_from[finish + 1]):
            start = max(end, target.first[one])
            if start <= target.last[one]:
                price = units + (rates.week + rates.qualified) * start + target.units[one]
                if price < total:
                    total, chosen, week = price, one, start
    if total >= state[LIMIT]:
        return
    state[LIMIT], state[FOUND] = total, 1
    best = quest.best
    best.set_count[0] = count
    for step in range(count):
        best.training[step], best.offer[step] = schedule.training[step], schedule.offer[step]
        best.start[step] = schedule.start[step]
    best.ending[0], best.ending[1], best.ending[2], best.ending[3], best.ending[4] = finish, chosen, week, own, total
