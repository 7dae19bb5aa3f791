"""The least own cost of a set of dated steps, under groups of schemes and their caps (docs/formats.md, R8).

With one scheme chosen in each group of each step, what stays to be paid is a flow: the dearest way of cutting off
schemes that run out. The choice is a branch and bound over the steps.
"""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import UNREACHED, Help, Longs, whole

MOST_CHOICES = 2_000
"""How many partial choices of schemes are tried for one set of steps; a route needs a handful."""
MOST_SCARCE = 8
"""Of more schemes that run out only this many are cut off; the result is then a bound."""


@compiled
def limit_in(help_: Help, scheme: int, row: int, week: int) -> int:
    """The most a scheme pays for a step that starts in a week."""
    if help_.first[scheme] <= week <= help_.last[scheme]:
        return whole(min(whole(help_.limit_eur[scheme, row]), help_.cap_eur[scheme]))
    return whole(0)


@compiled
def paying_in(help_: Help, row: int, week: int, paying: Longs, limits: Longs) -> int:
    """How many schemes pay for a step that starts in a week; which, in order of group, and how much at the most."""
    count = whole(0)
    for scheme in range(len(help_.cap_eur)):
        limit = limit_in(help_, whole(scheme), row, week)
        if limit:
            at = count
            while at > 0 and help_.group[paying[at - 1]] > help_.group[scheme]:
                paying[at], limits[at] = paying[at - 1], limits[at - 1]
                at -= 1
            paying[at], limits[at] = scheme, limit
            count += 1
    return count


@compiled
def paying_ever(help_: Help, row: int, paying: Longs, limits: Longs) -> int:
    """The same for the schemes that ever pay for an offering."""
    count = whole(0)
    for scheme in range(len(help_.cap_eur)):
        limit = min(whole(help_.limit_eur[scheme, row]), help_.cap_eur[scheme])
        if limit:
            at = count
            while at > 0 and help_.group[paying[at - 1]] > help_.group[scheme]:
                paying[at], limits[at] = paying[at - 1], limits[at - 1]
                at -= 1
            paying[at], limits[at] = scheme, limit
            count += 1
    return count


@compiled
def left_of(help_: Help, cost_eur: int, paying: Longs, limits: Longs, count: int, bits: Longs, cut: int) -> int:
    """What is left of a price when in each group the most is paid by schemes whose bit is not in the cut."""
    left, most = cost_eur, whole(0)
    for place in range(count):
        if place > 0 and help_.group[paying[place]] != help_.group[paying[place - 1]]:
            left -= most
            most = whole(0)
        if not bits[paying[place]] & cut:
            most = max(most, limits[place])
    return max(left - most, whole(0))


@compiled
def alone_eur(help_: Help, row: int, week: int, cost_eur: int) -> int:
    """What is left to pay of one step by itself."""
    schemes = len(help_.cap_eur)
    if not schemes or not cost_eur:
        return cost_eur
    paying, limits = np.empty(schemes, np.int64), np.empty(schemes, np.int64)
    count = paying_in(help_, row, week, paying, limits)
    return left_of(help_, cost_eur, paying, limits, count, help_.bits, whole(0))


@compiled
def own_cost(help_: Help, rows: Longs, weeks: Longs, costs: Longs, steps: int) -> int:
    """The least own cost of steps: exact while no more than `MOST_SCARCE` schemes run out."""
    schemes = len(help_.cap_eur)
    paying, limits = np.empty((steps, schemes), np.int64), np.empty((steps, schemes), np.int64)
    counts, asked = np.empty(steps, np.int64), np.zeros(schemes, np.int64)
    for step in range(steps):
        counts[step] = paying_in(help_, rows[step], weeks[step], paying[step], limits[step])
        for place in range(counts[step]):
            asked[paying[step, place]] += limits[step, place]
    bits, scarce = np.zeros(schemes, np.int64), whole(0)
    for scheme in range(schemes):
        if asked[scheme] > help_.cap_eur[scheme] and scarce < MOST_SCARCE:
            bits[scheme] = whole(1) << scarce
            scarce += 1
    cuts = 1 << scarce
    caps = np.zeros(cuts, np.int64)
    for cut in range(cuts):
        for scheme in range(schemes):
            if bits[scheme] & cut:
                caps[cut] += help_.cap_eur[scheme]
    loosest = np.zeros((steps + 1, cuts), np.int64)
    for step in range(steps - 1, -1, -1):
        for cut in range(cuts):
            left = left_of(help_, costs[step], paying[step], limits[step], counts[step], bits, whole(cut))
            loosest[step, cut] = loosest[step + 1, cut] + left
    state = np.array([UNREACHED, MOST_CHOICES], np.int64)
    residues = np.zeros((steps + 1, cuts), np.int64)
    taken = np.zeros(schemes, np.bool_)
    _settle(help_, paying, limits, counts, costs, bits, caps, loosest, residues, whole(0), whole(0), taken, state)
    return whole(state[0])


@compiled
def _settle(
    help_: Help,
    paying: Longs,
    limits: Longs,
    counts: Longs,
    costs: Longs,
    bits: Longs,
    caps: Longs,
    loosest: Longs,
    residues: Longs,
    step: int,
    place: int,
    taken: np.ndarray,
    state: Longs,
) -> None:
    """Choose schemes for a step, one after the other, then for the next; `state`: the least so far, the tries left."""
    if state[1] < 0:
        return
    if place == 0:
        dearest = whole(0)
        for cut in range(len(caps)):
            dearest = max(dearest, residues[step, cut] + loosest[step, cut] - caps[cut])
        state[1] -= 1
        if dearest >= state[0]:
            return
        if step == len(counts):
            state[0] = dearest
            return
    if place == counts[step]:
        for cut in range(len(caps)):
            left = costs[step]
            for at in range(place):
                if taken[at] and not bits[paying[step, at]] & cut:
                    left -= limits[step, at]
            residues[step + 1, cut] = residues[step, cut] + max(left, whole(0))
        kept = taken.copy()
        taken[:] = False
        _settle(help_, paying, limits, counts, costs, bits, caps, loosest, residues, step + 1, whole(0), taken, state)
        taken[:] = kept
        return
    free, rival = True, False
    for at in range(counts[step]):
        if at != place and help_.group[paying[step, at]] == help_.group[paying[step, place]]:
            free = free and not (at < place and taken[at])
            rival = rival or at > place
    if free:
        taken[place] = True
        _settle(help_, paying, limits, counts, costs, bits, caps, loosest, residues, step, place + 1, taken, state)
        taken[place] = False
    # Leaving a scheme out is of use only when another of its group can pay instead.
    if not free or rival:
        _settle(help_, paying, limits, counts, costs, bits, caps, loosest, residues, step, place + 1, taken, state)
