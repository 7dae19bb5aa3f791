"""Laying out the offers of one person: which offerings can be steps, when, and what they take."""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.calendars import dated_start, first_at_least, next_start
from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import (
    NEVER,
    UNREACHED,
    Access,
    Catalogue,
    Flags,
    Help,
    Ints,
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
def _gives_new(network: Network, held: Flags, training: int) -> bool:
    for place in range(network.give_from[training], network.give_from[training + 1]):
        if not held[network.gives[place]]:
            return True
    return False


@compiled
def lay_out_offers(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    help_: Help,
    held: Flags,
    first_week: int,
    begin: int,
    latest: int,
    repeats: bool,
) -> Offers:
    """All offerings that can be steps: open, within the hours, with a start in time, and giving something new."""
    trainings = len(network.member_from) - 1
    most = len(network.members)
    row, first, last = np.empty(most, np.int64), np.empty(most, np.int64), np.empty(most, np.int64)
    start_from, start_to = np.zeros(most, np.int64), np.zeros(most, np.int64)
    own, units = np.empty(most, np.int64), np.empty(most, np.int64)
    dated = np.zeros(most, np.bool_)
    offer_from = np.zeros(trainings + 1, np.int64)
    paying, limits = np.empty(len(help_.cap_eur), np.int64), np.empty(len(help_.cap_eur), np.int64)
    count = 0
    # A rolling offering starts in every week of the catalogue, and no longer unless the last year repeats.
    last_rolling = latest if repeats else min(latest, network.horizon - 1 - first_week)
    for training in range(trainings):
        if _gives_new(network, held, training):
            begun = count
            for place in range(network.member_from[training], network.member_from[training + 1]):
                offering = whole(network.members[place])
                if (
                    not access.offering_open[offering]
                    or catalogue.kind_is_bbl[offering]
                    or catalogue.hours[offering] > rates.hours
                ):
                    continue
                first[count] = max(whole(access.offering_first[offering]), begin)
                last[count] = min(whole(access.offering_last[offering]), latest)
                if catalogue.rolling[offering]:
                    first[count] = max(first[count], -first_week)
                    last[count] = min(last[count], last_rolling)
                    if first[count] > last[count]:
                        continue
                else:
                    low, high = network.start_from[offering], network.start_from[offering + 1]
                    if not repeats:
                        low = first_at_least(network.starts, low, high, first[count] + first_week)
                        high = first_at_least(network.starts, low, high, last[count] + first_week + 1)
                    week = dated_start(network, low, high, first[count] + first_week, repeats)
                    if week >= NEVER or week - first_week > last[count]:
                        continue
                    start_from[count], start_to[count] = low, high
                row[count] = offering
                own[count] = 0
                if rates.budget_eur < UNREACHED:
                    price = whole(catalogue.cost_eur[offering])
                    able = paying_ever(help_, offering, paying, limits) if price else whole(0)
                    own[count] = left_of(help_, price, paying, limits, able, help_.bits, whole(0))
                units[count] = rates.euro * own[count] + rates.minute * access.offering_minutes[offering] + rates.step
                for scheme in range(len(help_.cap_eur)):
                    if help_.limit_eur[scheme, offering] > 0:
                        dated[count] |= help_.first[scheme] > first[count] or help_.last[scheme] < last[count]
                count += 1
            _sort(begun, count, units, row, first, last, start_from, start_to, own, dated)
        offer_from[training + 1] = count
    rows = row[:count].copy()
    # Without copies the views would keep the long arrays in memory.
    offers = Offers(
        first_week,
        begin,
        begin,
        latest,
        repeats,
        offer_from,
        rows,
        first[:count].copy(),
        last[:count].copy(),
        catalogue.weeks[rows].astype(np.int64),
        catalogue.hours[rows].astype(np.int64),
        catalogue.cost_eur[rows].astype(np.int64),
        own[:count].copy(),
        units[:count].copy(),
        catalogue.rolling[rows],
        start_from[:count].copy(),
        start_to[:count].copy(),
        dated[:count].copy(),
        np.empty((count, len(help_.cut_caps_eur)), np.int32),
        np.zeros(count, np.bool_),
        np.full((trainings, latest - begin + 2), NEVER, np.int32),
    )
    _find_ends(network, offers)
    return offers


@compiled
def _sort(
    begun: int,
    count: int,
    units: Longs,
    row: Ints,
    first: Ints,
    last: Ints,
    start_from: Ints,
    start_to: Ints,
    own: Longs,
    dated: Flags,
) -> None:
    """Put the offers of one training in order of units, then of row, in which they came."""
    for place in range(begun + 1, count):
        at = place
        while at > begun and units[at - 1] > units[at]:
            units[at - 1], units[at] = units[at], units[at - 1]
            row[at - 1], row[at] = row[at], row[at - 1]
            first[at - 1], first[at] = first[at], first[at - 1]
            last[at - 1], last[at] = last[at], last[at - 1]
            start_from[at - 1], start_from[at] = start_from[at], start_from[at - 1]
            start_to[at - 1], start_to[at] = start_to[at], start_to[at - 1]
            own[at - 1], own[at] = own[at], own[at - 1]
            dated[at - 1], dated[at] = dated[at], dated[at - 1]
            at -= 1


@compiled
def _find_ends(network: Network, offers: Offers) -> None:
    """Fill the table of soonest ends: first by start, then for all weeks before it."""
    for training in range(len(offers.offer_from) - 1):
        low, high = offers.offer_from[training], offers.offer_from[training + 1]
        if low == high:
            continue
        ends = offers.ends[training]
        for offer in range(low, high):
            if offers.repeats or offers.rolling[offer]:
                week = next_start(network, offers, whole(offer), offers.begin)
                while week < NEVER:
                    _end_here(offers, ends, whole(offer), week)
                    week = next_start(network, offers, whole(offer), week + 1)
            else:
                for place in range(offers.start_from[offer], offers.start_to[offer]):
                    _end_here(offers, ends, whole(offer), whole(network.starts[place]) - offers.first_week)
        for place in range(len(ends) - 2, -1, -1):
            ends[place] = min(ends[place], ends[place + 1])


@compiled
def _end_here(offers: Offers, ends: Ints, offer: int, week: int) -> None:
    """Know that an offer may start in a week."""
    end = week + offers.weeks[offer]
    ends[week - offers.origin] = min(ends[week - offers.origin], end)


@compiled
def least_of(offers: Offers, help_: Help) -> Least:
    """The least that the offers of each training take."""
    trainings, cuts = len(offers.offer_from) - 1, len(help_.cut_caps_eur)
    units = np.full(trainings, UNREACHED, np.int64)
    own, cost = np.full(trainings, UNREACHED, np.int64), np.full(trainings, UNREACHED, np.int64)
    weeks = np.full(trainings, NEVER, np.int64)
    hours = np.full(trainings, UNREACHED, np.int64)
    residues, known = np.empty((trainings, cuts), np.int64), np.zeros(trainings, np.bool_)
    for training in range(trainings):
        low, high = offers.offer_from[training], offers.offer_from[training + 1]
        for offer in range(low, high):
            units[training] = min(units[training], offers.units[offer])
            own[training] = min(own[training], offers.own_eur[offer])
            cost[training] = min(cost[training], offers.cost_eur[offer])
            weeks[training] = min(weeks[training], offers.weeks[offer])
            hours[training] = min(hours[training], offers.weeks[offer] * whole(offers.hours[offer]))
    shared = np.empty((trainings, cuts), np.float32)
    return Least(units, own, cost, weeks, hours, residues, shared, known)


@compiled
def from_week(offers: Offers, begin: int) -> Offers:
    """The same offers for who begins later."""
    return Offers(
        offers.first_week,
        offers.origin,
        begin,
        offers.latest,
        offers.repeats,
        offers.offer_from,
        offers.row,
        offers.first,
        offers.last,
        offers.weeks,
        offers.hours,
        offers.cost_eur,
        offers.own_eur,
        offers.units,
        offers.rolling,
        offers.start_from,
        offers.start_to,
        offers.dated,
        offers.residues,
        offers.known,
        offers.ends,
    )
