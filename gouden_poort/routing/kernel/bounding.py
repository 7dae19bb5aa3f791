"""For all occupations at once: effort that no route to them can beat, from the relaxed pass alone."""

from __future__ import annotations

from gouden_poort.routing.kernel.calendars import dated_start
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import (
    NEVER,
    UNREACHED,
    Access,
    Arrival,
    Catalogue,
    Help,
    Longs,
    Network,
    Rates,
    whole,
)
from gouden_poort.routing.kernel.paying import alone_eur


@compiled
def _asked_week(asks: Longs, low: int, high: int, arrival: Arrival) -> int:
    """The soonest week in which a stretch of needs can be met; a week before the beginning when all are held."""
    week = whole(-NEVER)
    for place in range(low, high):
        if not arrival.held[asks[place]]:
            week = max(week, arrival.need_week[asks[place]])
    return week


@compiled
def _hardest(asks: Longs, low: int, high: int, arrival: Arrival) -> int:
    """The effort of the hardest of a stretch of needs, hours priced."""
    units = whole(0)
    for place in range(low, high):
        units = max(units, arrival.need_units[asks[place]])
    return units


@compiled
def soonest_work(
    network: Network, catalogue: Catalogue, access: Access, rates: Rates, arrival: Arrival, occupation: int
) -> int:
    """The week before which no job of an occupation can be had."""
    skilled = _asked_week(
        network.occupation_asks,
        network.occupation_ask_from[occupation],
        network.occupation_ask_from[occupation + 1],
        arrival,
    )
    soonest = whole(NEVER)
    for place in range(network.position_from[occupation], network.position_from[occupation + 1]):
        position = network.positions[place]
        if (
            access.position_open[position]
            and catalogue.position_is_job[position]
            and catalogue.position_hours[position] <= rates.work_hours
        ):
            low, high = network.position_ask_from[position], network.position_ask_from[position + 1]
            week = max(skilled, _asked_week(network.position_asks, low, high, arrival))
            soonest = min(soonest, max(week, whole(0)))
    return soonest


@compiled
def units_at_least(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    help_: Help,
    arrival: Arrival,
    first_week: int,
    occupation: int,
) -> int:
    """Effort that no route to an occupation can beat; `UNREACHED` when there is none."""
    low, high = network.occupation_ask_from[occupation], network.occupation_ask_from[occupation + 1]
    skilled = _asked_week(network.occupation_asks, low, high, arrival)
    learnt = _hardest(network.occupation_asks, low, high, arrival)
    least = whole(UNREACHED)
    for place in range(network.position_from[occupation], network.position_from[occupation + 1]):
        position = network.positions[place]
        if not access.position_open[position] or catalogue.position_hours[position] > rates.work_hours:
            continue
        first = whole(access.position_first[position])
        last = min(whole(access.position_last[position]), rates.horizon)
        if first > last:
            continue
        minutes = rates.minute * whole(access.position_minutes[position])
        low, high = network.position_ask_from[position], network.position_ask_from[position + 1]
        first = max(first, _asked_week(network.position_asks, low, high, arrival))
        if catalogue.position_is_job[position]:
            start = max(first, skilled)
            if start <= last:
                learning = max(learnt, _hardest(network.position_asks, low, high, arrival))
                units = max((rates.week + rates.qualified) * start, learning)
                least = min(least, units + minutes)
            continue
        credential = whole(catalogue.position_credential[position])
        for at in range(network.awarding_from[credential], network.awarding_from[credential + 1]):
            # Nothing that starts then can be better than what was found already.
            if (rates.week + rates.qualified) * max(first, whole(0)) + minutes >= least:
                break
            units = _session(
                network, catalogue, access, rates, help_, arrival, first_week, network.awarding[at], position, first
            )
            if units < UNREACHED:
                least = min(least, units + minutes)
    return least


@compiled
def _session(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    help_: Help,
    arrival: Arrival,
    first_week: int,
    offering: int,
    position: int,
    first: int,
) -> int:
    """What the first session of a bbl offering takes at a position, travel to the position left out."""
    hours = whole(catalogue.hours[offering]) + whole(catalogue.position_hours[position])
    if not access.offering_open[offering] or hours > rates.hours:
        return whole(UNREACHED)
    training = network.training[offering]
    low, high = network.ask_from[training], network.ask_from[training + 1]
    week = max(first, max(whole(access.offering_first[offering]), _asked_week(network.asks, low, high, arrival)))
    last = min(whole(access.offering_last[offering]), min(whole(access.position_last[position]), rates.horizon))
    if catalogue.rolling[offering]:
        week = max(week, -first_week)
        last = min(last, network.horizon - 1 - first_week)
    else:
        low, high = network.start_from[offering], network.start_from[offering + 1]
        week = dated_start(network.starts, network.horizon, low, high, week + first_week, False)
        if week < NEVER:
            week -= first_week
    if week > last:
        return whole(UNREACHED)
    own = alone_eur(help_, offering, week, whole(catalogue.cost_eur[offering]))
    units = rates.week * week + rates.qualified * (week + catalogue.weeks[offering]) + rates.euro * own
    return whole(units + rates.minute * whole(access.offering_minutes[offering]) + rates.step)
