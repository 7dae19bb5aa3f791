"""One occupation as a goal: the jobs and learn-and-work places in which a route to it can end.

A *finish* is a group of endings that ask the same: needs that must be met when the placement starts (`before`) and
needs that must be met when everything is finished (`after`). An ending is a job that may start in a stretch of weeks,
or a session of a bbl offering at a position.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gouden_poort.routing.kernel.calendars import dated_start
from gouden_poort.routing.kernel.compiled import compiled, record
from gouden_poort.routing.kernel.ground import (
    NEVER,
    UNREACHED,
    Access,
    Catalogue,
    Flags,
    Help,
    Ints,
    Longs,
    Network,
    Rates,
    whole,
)
from gouden_poort.routing.kernel.paying import alone_eur


@record
class Target(NamedTuple):
    """The finishes of one occupation, and their endings, the one with the least units first."""

    is_job: Flags
    before_from: Ints
    before: Ints
    after_from: Ints
    after: Ints
    ending_from: Ints
    first: Ints
    """First week of a job, start of a bbl session."""
    last: Ints
    """Last week in which a job may start, end of a bbl session."""
    hours: Ints
    """Lessons and paid hours of a bbl session together; 0 for a job."""
    units: Longs
    """Effort of the ending: for a job without its time, for a bbl session whole."""
    own_eur: Longs
    cost_eur: Ints
    row: Ints
    """The bbl offering; -1 for a job."""
    position: Ints
    begin: int


@compiled
def _fits(access: Access, catalogue: Catalogue, rates: Rates, position: int) -> bool:
    if not access.position_open[position] or catalogue.position_hours[position] > rates.work_hours:
        return False
    return bool(access.position_first[position] <= min(whole(access.position_last[position]), rates.horizon))


@compiled
def _same_asks(network: Network, one: int, other: int) -> bool:
    low, other_low = network.position_ask_from[one], network.position_ask_from[other]
    length = network.position_ask_from[one + 1] - low
    if network.position_ask_from[other + 1] - other_low != length:
        return False
    for place in range(length):
        if network.position_asks[low + place] != network.position_asks[other_low + place]:
            return False
    return True


@compiled
def _is_beaten(network: Network, catalogue: Catalogue, access: Access, rates: Rates, position: int, other: int) -> bool:
    """Whether another position of the same kind is as near, as light and as long open, and asks the same."""
    if (
        catalogue.position_is_job[position] != catalogue.position_is_job[other]
        or catalogue.position_credential[position] != catalogue.position_credential[other]
        or access.position_minutes[other] > access.position_minutes[position]
        or catalogue.position_hours[other] > catalogue.position_hours[position]
        or access.position_first[other] > access.position_first[position]
        or min(whole(access.position_last[other]), rates.horizon)
        < min(whole(access.position_last[position]), rates.horizon)
        or not _same_asks(network, position, other)
    ):
        return False
    as_good = (
        access.position_minutes[other] == access.position_minutes[position]
        and catalogue.position_hours[other] == catalogue.position_hours[position]
        and access.position_first[other] == access.position_first[position]
        and min(whole(access.position_last[other]), rates.horizon)
        == min(whole(access.position_last[position]), rates.horizon)
    )
    return bool(other < position if as_good else True)


@compiled
def _positions(
    network: Network, catalogue: Catalogue, access: Access, rates: Rates, occupation: int, jobs_only: bool
) -> Ints:
    """The positions of an occupation that fit the person and that no other beats."""
    low, high = network.position_from[occupation], network.position_from[occupation + 1]
    found, count = np.empty(high - low, np.int64), 0
    for place in range(low, high):
        position = whole(network.positions[place])
        if _fits(access, catalogue, rates, position) and (catalogue.position_is_job[position] or not jobs_only):
            found[count] = position
            count += 1
    kept, left = np.empty(count, np.int64), 0
    for one in range(count):
        beaten = False
        for other in range(count):
            if one != other and _is_beaten(network, catalogue, access, rates, found[one], found[other]):
                beaten = True
                break
        if not beaten:
            kept[left] = found[one]
            left += 1
    return kept[:left]


@compiled
def _merge(into: Ints, count: int, needs: Ints, low: int, high: int, lacked: Flags) -> int:
    """Add the needs of a stretch that are not held and not in the list yet, keeping it ascending."""
    for place in range(low, high):
        need = needs[place]
        if not lacked[need]:
            continue
        at = count
        while at > 0 and into[at - 1] > need:
            at -= 1
        if at > 0 and into[at - 1] == need:
            continue
        for later in range(count, at, -1):
            into[later] = into[later - 1]
        into[at] = need
        count += 1
    return count


@compiled
def _without(into: Ints, needs: Ints, count: int, network: Network, training: int) -> int:
    """The needs of a list that a training does not meet."""
    left = 0
    for place in range(count):
        met = False
        for at in range(network.give_from[training], network.give_from[training + 1]):
            if network.gives[at] == needs[place]:
                met = True
        if not met:
            into[left] = needs[place]
            left += 1
    return left


@compiled
def _same(some: Ints, count: int, needs: Ints, low: int, high: int) -> bool:
    if high - low != count:
        return False
    for place in range(count):
        if some[place] != needs[low + place]:
            return False
    return True


@compiled
def aim(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    help_: Help,
    held: Flags,
    first_week: int,
    begin: int,
    not_before: int,
    occupation: int,
    jobs_only: bool,
) -> Target:
    """The finishes of an occupation for one person."""
    lacked = ~held
    positions = _positions(network, catalogue, access, rates, occupation, jobs_only)
    low, high = network.occupation_ask_from[occupation], network.occupation_ask_from[occupation + 1]
    wanted = np.empty(high - low, np.int64)
    wanted_count = _merge(wanted, whole(0), network.occupation_asks, low, high, lacked)
    pairs, endings, needs = whole(0), whole(0), whole(0)
    for position in positions:
        asks = network.position_ask_from[position + 1] - network.position_ask_from[position]
        if catalogue.position_is_job[position]:
            pairs, endings, needs = pairs + 1, endings + 1, needs + asks + wanted_count
            continue
        credential = whole(catalogue.position_credential[position])
        for place in range(network.awarding_from[credential], network.awarding_from[credential + 1]):
            training = network.training[network.awarding[place]]
            more = network.ask_from[training + 1] - network.ask_from[training]
            pairs, needs = pairs + 1, needs + asks + more + wanted_count
            endings += _sessions(
                network, catalogue, access, rates, first_week, whole(network.awarding[place]), position
            )
    before_from, after_from = np.zeros(pairs + 1, np.int64), np.zeros(pairs + 1, np.int64)
    before, after = np.empty(needs, np.int64), np.empty(needs, np.int64)
    is_job = np.zeros(pairs, np.bool_)
    owner, first, last = np.empty(endings, np.int64), np.empty(endings, np.int64), np.empty(endings, np.int64)
    hours, units, own = np.zeros(endings, np.int64), np.empty(endings, np.int64), np.zeros(endings, np.int64)
    cost = np.zeros(endings, np.int64)
    row, place_of = np.full(endings, -1, np.int64), np.empty(endings, np.int64)
    count, finishes = whole(0), whole(0)
    some, others = np.empty(needs + 1, np.int64), np.empty(needs + 1, np.int64)
    for position in positions:
        low, high = network.position_ask_from[position], network.position_ask_from[position + 1]
        if catalogue.position_is_job[position]:
            others[:wanted_count] = wanted[:wanted_count]
            length = _merge(others, wanted_count, network.position_asks, low, high, lacked)
            finish = _finish(
                True, some, whole(0), others, length, is_job, before_from, before, after_from, after, finishes
            )
            finishes = max(finishes, finish + 1)
            owner[count], first[count] = finish, max(whole(access.position_first[position]), not_before)
            last[count] = min(whole(access.position_last[position]), rates.horizon)
            units[count], place_of[count] = rates.minute * whole(access.position_minutes[position]), position
            count += 1
            continue
        credential = whole(catalogue.position_credential[position])
        for place in range(network.awarding_from[credential], network.awarding_from[credential + 1]):
            offering = whole(network.awarding[place])
            if not _sessions(network, catalogue, access, rates, first_week, offering, position):
                continue
            training = network.training[offering]
            asked = _merge(some, whole(0), network.position_asks, low, high, lacked)
            asked = _merge(
                some, asked, network.asks, network.ask_from[training], network.ask_from[training + 1], lacked
            )
            length = _without(others, wanted, wanted_count, network, training)
            finish = _finish(
                False, some, asked, others, length, is_job, before_from, before, after_from, after, finishes
            )
            finishes = max(finishes, finish + 1)
            minutes = whole(access.offering_minutes[offering]) + access.position_minutes[position]
            week = _next_session(network, catalogue, access, rates, first_week, offering, position, whole(0))
            while week < NEVER:
                left = alone_eur(help_, offering, week, whole(catalogue.cost_eur[offering]))
                owner[count], first[count], last[count] = finish, week, week + catalogue.weeks[offering]
                hours[count] = catalogue.hours[offering] + catalogue.position_hours[position]
                units[count] = rates.week * week + rates.qualified * last[count] + rates.euro * left
                units[count] += rates.minute * minutes + rates.step
                own[count], cost[count] = left, catalogue.cost_eur[offering]
                row[count], place_of[count] = offering, position
                count += 1
                week = _next_session(network, catalogue, access, rates, first_week, offering, position, week + 1)
    ending_from = np.zeros(finishes + 1, np.int64)
    for ending in range(count):
        ending_from[owner[ending] + 1] += 1
    for finish in range(finishes):
        ending_from[finish + 1] += ending_from[finish]
    order = np.empty(count, np.int64)
    filled = ending_from[:finishes].copy()
    # In order of units; by the sort alone but for those of equal units, for a place may have thousands of sessions.
    for ending in np.argsort(units, kind="mergesort"):
        at = filled[owner[ending]]
        filled[owner[ending]] += 1
        while at > ending_from[owner[ending]] and _precedes(ending, order[at - 1], units, first, row, place_of):
            order[at] = order[at - 1]
            at -= 1
        order[at] = ending
    return Target(
        is_job[:finishes],
        before_from,
        before,
        after_from,
        after,
        ending_from,
        first[order],
        last[order],
        hours[order],
        units[order],
        own[order],
        cost[order],
        row[order],
        place_of[order],
        begin,
    )


@compiled
def _precedes(one: int, other: int, units: Longs, first: Ints, row: Ints, position: Ints) -> bool:
    if units[one] != units[other]:
        return bool(units[one] < units[other])
    if first[one] != first[other]:
        return bool(first[one] < first[other])
    if row[one] != row[other]:
        return bool(row[one] < row[other])
    return bool(position[one] < position[other])


@compiled
def _next_session(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    first_week: int,
    offering: int,
    position: int,
    week: int,
) -> int:
    """The first week from a week on in which a bbl offering and its position can start together."""
    week = max(week, max(whole(access.offering_first[offering]), whole(access.position_first[position])))
    last = min(whole(access.offering_last[offering]), min(whole(access.position_last[position]), rates.horizon))
    last = min(last, network.horizon - 1 - first_week)
    if catalogue.rolling[offering]:
        week = max(week, -first_week)
    else:
        low, high = network.start_from[offering], network.start_from[offering + 1]
        week = dated_start(network.starts, network.horizon, low, high, week + first_week, False)
        if week < NEVER:
            week -= first_week
    return whole(week) if week <= last else whole(NEVER)


@compiled
def _sessions(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    first_week: int,
    offering: int,
    position: int,
) -> int:
    """How many sessions a bbl offering has with a position."""
    if not access.offering_open[offering]:
        return 0
    if catalogue.hours[offering] + catalogue.position_hours[position] > rates.hours:
        return 0
    count = 0
    week = _next_session(network, catalogue, access, rates, first_week, offering, position, whole(0))
    while week < NEVER:
        count += 1
        week = _next_session(network, catalogue, access, rates, first_week, offering, position, week + 1)
    return count


@compiled
def _finish(
    job: bool,
    some: Ints,
    some_count: int,
    others: Ints,
    others_count: int,
    is_job: Flags,
    before_from: Ints,
    before: Ints,
    after_from: Ints,
    after: Ints,
    finishes: int,
) -> int:
    """The finish that asks these needs, written behind the others when there is none yet."""
    for finish in range(finishes):
        if (
            is_job[finish] == job
            and _same(some, some_count, before, before_from[finish], before_from[finish + 1])
            and _same(others, others_count, after, after_from[finish], after_from[finish + 1])
        ):
            return finish
    is_job[finishes] = job
    for place in range(some_count):
        before[before_from[finishes] + place] = some[place]
    for place in range(others_count):
        after[after_from[finishes] + place] = others[place]
    before_from[finishes + 1] = before_from[finishes] + some_count
    after_from[finishes + 1] = after_from[finishes] + others_count
    return finishes


@compiled
def price_of_end(target: Target, rates: Rates, finish: int, end: int) -> int:
    """The least units of starting a job of a finish when everything ends in a week; `UNREACHED` when it is too late."""
    least = whole(UNREACHED)
    for ending in range(target.ending_from[finish], target.ending_from[finish + 1]):
        start = max(end, target.first[ending])
        if start <= target.last[ending]:
            least = min(least, (rates.week + rates.qualified) * start + target.units[ending])
    return least


@compiled
def least_ending(target: Target, rates: Rates, finish: int, before_week: int, after_week: int, hours: int) -> int:
    """The least units of ending, given weeks that cannot be beaten and hours of training to fit in."""
    if target.is_job[finish]:
        worked = target.begin
        if hours:
            worked += (hours + rates.hours - 1) // rates.hours
        return price_of_end(target, rates, finish, max(before_week, max(after_week, worked)))
    for ending in range(target.ending_from[finish], target.ending_from[finish + 1]):
        if target.first[ending] < before_week or target.last[ending] < after_week:
            continue
        beside = (rates.hours - target.hours[ending]) * (target.last[ending] - target.first[ending])
        if rates.hours * (target.first[ending] - target.begin) + beside >= hours:
            return whole(target.units[ending])
    return whole(UNREACHED)
