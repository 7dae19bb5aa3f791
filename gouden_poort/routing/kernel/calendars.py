"""When an offering may start."""

from __future__ import annotations

from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import NEVER, YEAR, Ints, Network, Offers, whole

NOT_ASKED = -1


@compiled
def first_at_least(weeks: Ints, low: int, high: int, week: int) -> int:
    """The place of the first week in a stretch that is not before a week; `high` when there is none."""
    while low < high:
        middle = (low + high) // 2
        if weeks[middle] < week:
            low = middle + 1
        else:
            high = middle
    return low


@compiled
def dated_start(starts: Ints, horizon: int, low: int, high: int, week: int, repeats: bool) -> int:
    """The first start in a stretch of `network.starts`, in catalogue weeks, that is not before a week.

    It is asked so often that the network itself would take longer to hand over than to read.
    """
    place = first_at_least(starts, low, high, week)
    if place < high:
        return whole(starts[place])
    if not repeats:
        return whole(NEVER)
    year_before = horizon - YEAR
    week = max(week, horizon)
    turn = (week - horizon) % YEAR
    place = first_at_least(starts, low, high, year_before + turn)
    if place < high:
        return whole(week + starts[place] - year_before - turn)
    place = first_at_least(starts, low, high, max(year_before, 0))
    if place < high:
        return whole(week + YEAR + starts[place] - year_before - turn)
    return whole(NEVER)


@compiled
def next_start(network: Network, offers: Offers, offer: int, week: int) -> int:
    """The first week, from a week on, in which an offer may start; `NEVER` when there is none."""
    week = max(week, offers.first[offer])
    if offers.rolling[offer]:
        turn = (week + offers.first_week - network.horizon) % YEAR
        # The last year of a catalogue that is shorter than a year begins before it: nothing starts then.
        if week + offers.first_week >= network.horizon and turn < YEAR - network.horizon:
            week += YEAR - network.horizon - turn
    else:
        low, high = offers.start_from[offer], offers.start_to[offer]
        week = dated_start(network.starts, network.horizon, low, high, week + offers.first_week, offers.repeats)
        if week < NEVER:
            week -= offers.first_week
    return whole(week) if week <= offers.last[offer] else whole(NEVER)


@compiled
def soonest_end(network: Network, offers: Offers, training: int, week: int) -> int:
    """The soonest end of a session of a training that starts in a week or later, hours left out."""
    end = whole(NEVER)
    for offer in range(offers.offer_from[training], offers.offer_from[training + 1]):
        if week + offers.weeks[offer] < end:
            start = next_start(network, offers, whole(offer), week)
            end = min(end, start + offers.weeks[offer])
    return end


@compiled
def known_end(network: Network, offers: Offers, training: int, week: int) -> int:
    """The same for who asks often: worked out once for each week that is asked for."""
    ends, place = offers.ends[training], week - offers.origin
    if not offers.has_ends[training]:
        offers.has_ends[training] = True
        ends[:] = NOT_ASKED
    if ends[place] == NOT_ASKED:
        ends[place] = soonest_end(network, offers, training, week)
    return whole(ends[place])
