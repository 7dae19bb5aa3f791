"""The least own cost of a set of dated steps, under groups of schemes and their caps (docs/formats.md, R8).

With one scheme chosen in each group of each step, what stays to be paid is a flow: the dearest way of cutting off
schemes that run out. The choice is a branch and bound over the steps.
"""

from __future__ import annotations

import numpy as np

from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import UNREACHED, Help, Ints, Longs

MOST_CHOICES = 2_000
"""How many partial choices of schemes are tried for one set of steps; a route needs a handful."""
MOST_SCARCE = 8
"""Of more schemes that run out only this many are cut off; the result is then a bound."""


@compiled
def limit_in(help_: Help, scheme: int, row: int, week: int) -> int:
    """The most a scheme pays for a step that starts in a week."""
    if help_.first[scheme] <= week <= help_.last[scheme]:
        return min(np.int64(help_.limit_eur[scheme, row]), help_.cap_eur[scheme])
    return np.int64(0)


@compiled
def alone_eur(help_: Help, row: int, week: int, cost_eur: int) -> int:
    """What is left to pay of one step by itself."""
    left = np.int64(cost_eur)
    schemes = len(help_.cap_eur)
    for scheme in range(schemes):
        paid = limit_in(help_, scheme, row, week)
        if not paid:
            continue
        is_most = True
        for other in range(schemes):
            if other != scheme and help_.group[other] == help_.group[scheme]:
                more = limit_in(help_, other, row, week)
                if more > paid or (more == paid and other < scheme):
                    is_most = False
        if is_most:
            left -= paid
    return max(left, np.int64(0))


@compiled
def left_by_cut(help_: Help, cut: int, row: int, week: int, cost_eur: int) -> int:
    """What is left to pay of a dated step by schemes that are not cut off."""
    left = np.int64(cost_eur)
    schemes = len(help_.cap_eur)
    for scheme in range(schemes):
        paid = np.int64(0) if help_.cut[cut, scheme] else limit_in(help_, np.int64(scheme), row, week)
        if not paid:
            continue
        is_most = True
        for other in range(schemes):
            if other != scheme and help_.group[other] == help_.group[scheme] and not help_.cut[cut, other]:
                more = limit_in(help_, np.int64(other), row, week)
                if more > paid or (more == paid and other < scheme):
                    is_most = False
        if is_most:
            left -= paid
    return max(left, np.int64(0))


@compiled
def own_cost(help_: Help, rows: Ints, weeks: Ints, costs: Ints, count: int) -> int:
    """The least own cost of steps: exact while no more than `MOST_SCARCE` schemes run out."""
    schemes = len(help_.cap_eur)
    scarce = np.empty(schemes, np.int64)
    scarce_count = np.int64(0)
    for scheme in range(schemes):
        asked = np.int64(0)
        for step in range(count):
            asked += limit_in(help_, scheme, rows[step], weeks[step])
        if asked > help_.cap_eur[scheme] and scarce_count < MOST_SCARCE:
            scarce[scarce_count] = scheme
            scarce_count += 1
    if not scarce_count:
        total = np.int64(0)
        for step in range(count):
            total += alone_eur(help_, rows[step], weeks[step], costs[step])
        return total
    cuts = 1 << scarce_count
    caps = np.zeros(cuts, np.int64)
    for cut in range(cuts):
        for place in range(scarce_count):
            if cut >> place & 1:
                caps[cut] += help_.cap_eur[scarce[place]]
    limits = np.zeros((count, schemes), np.int64)
    loosest = np.zeros((count + 1, cuts), np.int64)
    """What all steps from one on leave at the least, for each cut."""
    for step in range(count):
        for scheme in range(schemes):
            limits[step, scheme] = limit_in(help_, scheme, rows[step], weeks[step])
    for step in range(count - 1, -1, -1):
        for cut in range(cuts):
            loosest[step, cut] = loosest[step + 1, cut] + _left(
                help_, scarce[:scarce_count], limits[step], cut, costs[step]
            )
    state = np.array([UNREACHED, MOST_CHOICES], np.int64)
    taken = np.zeros(schemes, np.bool_)
    _settle(
        help_,
        scarce[:scarce_count],
        limits,
        costs,
        caps,
        loosest,
        np.zeros(cuts, np.int64),
        np.int64(0),
        np.int64(0),
        taken,
        state,
    )
    return state[0]


@compiled
def _left(help_: Help, scarce: Longs, limits: Longs, cut: int, cost: int) -> int:
    """What a step leaves when in each group the scheme pays that pays most of those that are not cut off."""
    schemes = len(limits)
    left = np.int64(cost)
    for scheme in range(schemes):
        paid = limits[scheme]
        if not paid or _is_cut(scarce, scheme, cut):
            continue
        is_most = True
        for other in range(schemes):
            if other != scheme and help_.group[other] == help_.group[scheme] and not _is_cut(scarce, other, cut):
                if limits[other] > paid or (limits[other] == paid and other < scheme):
                    is_most = False
        if is_most:
            left -= paid
    return max(left, np.int64(0))


@compiled
def _is_cut(scarce: Longs, scheme: int, cut: int) -> bool:
    for place in range(len(scarce)):
        if scarce[place] == scheme:
            return bool(cut >> place & 1)
    return False


@compiled
def _settle(
    help_: Help,
    scarce: Longs,
    limits: Longs,
    costs: Ints,
    caps: Longs,
    loosest: Longs,
    residues: Longs,
    step: int,
    scheme: int,
    taken: np.ndarray,
    state: Longs,
) -> None:
    """Choose schemes for a step, group by group, then for the next; `state` holds the least so far and the tries left."""
    steps, schemes = limits.shape
    if scheme == 0:
        dearest = np.int64(0)
        for cut in range(len(caps)):
            dearest = max(dearest, residues[cut] + loosest[step, cut] - caps[cut])
        state[1] -= 1
        if dearest >= state[0] or state[1] < 0:
            return
        if step == steps:
            state[0] = dearest
            return
    if scheme == schemes:
        more = residues.copy()
        for cut in range(len(caps)):
            left = np.int64(costs[step])
            for one in range(schemes):
                if taken[one] and not _is_cut(scarce, one, cut):
                    left -= limits[step, one]
            more[cut] += max(left, np.int64(0))
        kept = taken.copy()
        taken[:] = False
        _settle(help_, scarce, limits, costs, caps, loosest, more, step + 1, np.int64(0), taken, state)
        taken[:] = kept
        return
    free = limits[step, scheme] > 0
    for other in range(scheme):
        if taken[other] and help_.group[other] == help_.group[scheme]:
            free = False
    if free:
        taken[scheme] = True
        _settle(help_, scarce, limits, costs, caps, loosest, residues, step, scheme + 1, taken, state)
        taken[scheme] = False
    # Leaving a scheme out is of use only when another of its group can pay instead.
    if not free or _has_rival(help_, limits[step], scheme):
        _settle(help_, scarce, limits, costs, caps, loosest, residues, step, scheme + 1, taken, state)


@compiled
def _has_rival(help_: Help, limits: Longs, scheme: int) -> bool:
    for other in range(scheme + 1, len(limits)):
        if limits[other] > 0 and help_.group[other] == help_.group[scheme]:
            return True
    return False
