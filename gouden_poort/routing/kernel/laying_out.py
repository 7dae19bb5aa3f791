"""Laying out the offers of one person: which offerings can be steps, when, and what they take."""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.calendars import dated_start, first_at_least
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import (
    NEVER,
    UNREACHED,
    Access,
    Catalogue,
    Flags,
    Help,
    Least,
    Longs,
    Network,
    Offers,
    Rates,
    whole,
)
from gouden_poort.routing.kernel.paying import left_of, paying_ever

JUST_BELOW_ONE = 0.999999


@compiled
def know_offer(offers: Offers, help_: Help, offer: int) -> None:
    """Work out what is left to pay of an offer for each cut, once."""
    if offers.known[offer]:
        return
    offers.known[offer] = True
    schemes = len(help_.cap_eur)
    paying, limits, count = np.empty(schemes, np.int64), np.empty(schemes, np.int64), whole(0)
    if offers.cost_eur[offer]:
        count = paying_ever(help_, offers.row[offer], paying, limits)
    for place in range(len(help_.cuts)):
        left = left_of(help_, offers.cost_eur[offer], paying, limits, count, help_.bits, help_.cuts[place])
        offers.residues[offer, place] = left


@compiled
def know_training(offers: Offers, least: Least, help_: Help, training: int) -> None:
    """The same for a training: the least of its offers for each cut."""
    if least.known[training]:
        return
    least.known[training] = True
    low, high = offers.offer_from[training], offers.offer_from[training + 1]
    least.residues[training, :] = UNREACHED
    for offer in range(low, high):
        know_offer(offers, help_, whole(offer))
        for cut in range(len(help_.cuts)):
            least.residues[training, cut] = min(least.residues[training, cut], whole(offers.residues[offer, cut]))
    # Rounded down a little, so that shares of it are never too high.
    for cut in range(len(help_.cuts)):
        least.shared[training, cut] = least.residues[training, cut] * JUST_BELOW_ONE


@compiled
def _giving_new(network: Network, held: Flags) -> Flags:
    """Of each training whether it gives something that is not held."""
    new = np.zeros(len(network.member_from) - 1, np.bool_)
    for training in range(len(new)):
        for place in range(network.give_from[training], network.give_from[training + 1]):
            if not held[network.gives[place]]:
                new[training] = True
                break
    return new


@compiled
def _can_be_steps(network: Network, catalogue: Catalogue, access: Access, rates: Rates, held: Flags) -> Longs:
    """The offerings that are open, no bbl, within the hours, and give something new; in order of row."""
    new = _giving_new(network, held)
    rows, count = np.empty(np.count_nonzero(access.offering_open), np.int64), 0
    for row in range(len(access.offering_open)):
        if (
            access.offering_open[row]
            and not catalogue.kind_is_bbl[row]
            and catalogue.hours[row] <= rates.hours
            and new[network.training[row]]
        ):
            rows[count] = row
            count += 1
    return rows[:count]


@compiled
def lay_out_offers(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    help_: Help,
    held: Flags,
    first_week: int,
    latest: int,
    repeats: bool,
) -> Offers:
    """All offerings that can be steps: open, within the hours, with a start in time, and giving something new.

    They are read in order of row, so that the columns are read from front to end, and put by training after that.
    """
    trainings = len(network.member_from) - 1
    rows = _can_be_steps(network, catalogue, access, rates, held)
    first, last = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
    start_from, start_to = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
    own, units = np.empty(len(rows), np.int64), np.empty(len(rows), np.int64)
    dated = np.zeros(len(rows), np.bool_)
    offer_from = np.zeros(trainings + 1, np.int64)
    paying, limits = np.empty(len(help_.cap_eur), np.int64), np.empty(len(help_.cap_eur), np.int64)
    count = whole(0)
    # A rolling offering starts in every week of the catalogue, and no longer unless the last year repeats.
    last_rolling = latest if repeats else min(latest, network.horizon - 1 - first_week)
    for place in range(len(rows)):
        offering = rows[place]
        begin = max(whole(access.offering_first[offering]), whole(0))
        end = min(whole(access.offering_last[offering]), latest)
        low, high = whole(0), whole(0)
        if catalogue.rolling[offering]:
            begin, end = max(begin, -first_week), min(end, last_rolling)
        else:
            low, high = network.start_from[offering], network.start_from[offering + 1]
            if repeats:
                week = dated_start(network.starts, network.horizon, low, high, begin + first_week, repeats)
                if week - first_week > end:
                    continue
            else:
                low = first_at_least(network.starts, low, high, begin + first_week)
                high = first_at_least(network.starts, low, high, end + first_week + 1)
                if low == high:
                    continue
        if begin > end:
            continue
        first[count], last[count], start_from[count], start_to[count] = begin, end, low, high
        own[count] = 0
        price = whole(catalogue.cost_eur[offering])
        if rates.budget_eur < UNREACHED and price:
            able = paying_ever(help_, offering, paying, limits)
            own[count] = left_of(help_, price, paying, limits, able, help_.bits, whole(0))
            for one in range(able):
                scheme = paying[one]
                dated[count] |= help_.first[scheme] > first[count] or help_.last[scheme] < last[count]
        minutes = whole(access.offering_minutes[offering])
        units[count] = rates.euro * own[count] + rates.minute * minutes + rates.step
        rows[count] = offering
        offer_from[network.training[offering] + 1] += 1
        count += 1
    for training in range(trainings):
        offer_from[training + 1] += offer_from[training]
    order = _by_training(network, rows[:count], offer_from, units)
    rows = rows[order]
    return Offers(
        first_week,
        whole(0),
        latest,
        repeats,
        offer_from,
        rows,
        first[order],
        last[order],
        catalogue.weeks[rows].astype(np.int64),
        catalogue.hours[rows].astype(np.int64),
        catalogue.cost_eur[rows].astype(np.int64),
        own[order],
        units[order],
        catalogue.rolling[rows],
        start_from[order],
        start_to[order],
        dated[order],
        np.empty((count, len(help_.cut_caps_eur)), np.int32),
        np.zeros(count, np.bool_),
        np.empty((trainings, latest + 2), np.int32),
        np.zeros(trainings, np.bool_),
    )


@compiled
def _by_training(network: Network, rows: Longs, offer_from: Longs, units: Longs) -> Longs:
    """Offers by training, and those of one training in order of units, then of row, in which they come."""
    order, filled = np.empty(len(rows), np.int64), np.zeros(len(offer_from) - 1, np.int64)
    for one in range(len(rows)):
        training = network.training[rows[one]]
        at = offer_from[training] + filled[training]
        filled[training] += 1
        while at > offer_from[training] and units[order[at - 1]] > units[one]:
            order[at] = order[at - 1]
            at -= 1
        order[at] = one
    return order


@compiled
def least_of(offers: Offers, rates: Rates, help_: Help) -> Least:
    """The least that the offers of each training take."""
    trainings, cuts = len(offers.offer_from) - 1, len(help_.cut_caps_eur)
    units, others = np.full(trainings, UNREACHED, np.int64), np.full(trainings, UNREACHED, np.int64)
    own, cost = np.full(trainings, UNREACHED, np.int64), np.full(trainings, UNREACHED, np.int64)
    weeks = np.full(trainings, NEVER, np.int64)
    hours = np.full(trainings, UNREACHED, np.int64)
    residues, known = np.empty((trainings, cuts), np.int64), np.zeros(trainings, np.bool_)
    for training in range(trainings):
        low, high = offers.offer_from[training], offers.offer_from[training + 1]
        for offer in range(low, high):
            units[training] = min(units[training], offers.units[offer])
            others[training] = min(others[training], offers.units[offer] - rates.euro * offers.own_eur[offer])
            own[training] = min(own[training], offers.own_eur[offer])
            cost[training] = min(cost[training], offers.cost_eur[offer])
            weeks[training] = min(weeks[training], offers.weeks[offer])
            hours[training] = min(hours[training], offers.weeks[offer] * whole(offers.hours[offer]))
    shared = np.empty((trainings, cuts), np.float32)
    return Least(units, own, cost, others, weeks, hours, residues, shared, known)
