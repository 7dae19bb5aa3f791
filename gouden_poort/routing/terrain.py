"""One person laid out for the inner loops: the ground on which routes and careers are searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from gouden_poort.routing.kernel import entries
from gouden_poort.routing.kernel.entries import Ground
from gouden_poort.routing.kernel.ground import NEVER, UNREACHED, Access, Arrival, Flags, Help, Ints, Longs
from gouden_poort.routing.network import Network, network_of
from gouden_poort.routing.person import Person
from gouden_poort.rules.schemes import PersonalScheme

MANY_SCHEMES = 6
"""Up to this many schemes all ways of cutting them off are looked at, above it only those of few or nearly all."""
MOST_CUT = 62
"""So many schemes have a bit in a cut; what comes after them is never cut off."""
NOBODY = np.zeros(0, dtype=bool)
NOTHING = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """What counts as effort, in units: a week until work, a week until qualified, a euro, a minute, a step."""

    week: int
    qualified: int
    euro: int
    minute: int
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A schedule: offering row and start week of each step, and where it ends."""

    effort: int
    """In units."""
    own_cost_eur: int
    work_week: int
    qualified_week: int
    position: int
    bbl: int | None
    """The row of the offering that is followed while working."""
    steps: tuple[tuple[int, int], ...]
    """In order of week; the bbl step is not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one search came to."""

    solution: Solution | None
    is_proved: bool
    """Whether nothing was left untried, so that there is no better one."""
    spent: int
    """Labels and placements that were tried."""


def route_ground(person: Person) -> tuple[Network, Ground, Arrival]:
    """The ground before the placement, and how soon and cheaply everything comes there."""
    profile, prices = person.profile, person.prices
    network = network_of(person.snapshot)
    held = network.held(person.held)
    last_of_catalogue = person.snapshot.horizon_weeks - 1 - person.first_week
    ground = entries.make_ground(
        network.walked,
        network.catalogue,
        access_of(person, person.position_open, person.position_first, person.position_last),
        entries.make_rates(
            prices.week,
            prices.qualified,
            prices.euro,
            prices.minute,
            prices.step,
            profile.hours_per_week,
            profile.hours_per_week,
            profile.budget_eur,
            profile.horizon_weeks,
        ),
        help_of(person.schemes, person.first_week, len(person.offering_open)),
        held,
        person.first_week,
        max(-1, min(profile.horizon_weeks, last_of_catalogue)),
        False,
        False,
        network.chance,
    )
    return network, ground, entries.make_arrival(ground, 0, held, network.weeks((), NEVER))


def access_of(person: Person, position_open: Flags, position_first: Ints, position_last: Ints) -> Access:
    """What is open to a person, as the inner loops read it; the flags of positions are read where they stand."""
    return entries.make_access(
        np.ascontiguousarray(person.offering_open, dtype=bool),
        _narrow(person.offering_first),
        _narrow(person.offering_last),
        _narrow(person.offering_minutes),
        np.ascontiguousarray(position_open, dtype=bool),
        _narrow(position_first),
        _narrow(position_last),
        _narrow(person.position_minutes),
    )


def _narrow(weeks: Ints) -> Ints:
    """One kind of number, so that the loops are compiled once."""
    return np.ascontiguousarray(weeks, dtype=np.int32)


def help_of(schemes: Sequence[PersonalScheme], first_week: int, offerings: int) -> Help:
    """Schemes as the inner loops read them."""
    groups = {group: number for number, group in enumerate(dict.fromkeys(scheme.stack_group for scheme in schemes))}
    caps = _longs(scheme.cap_eur for scheme in schemes)
    bits, cuts = _bits(len(schemes)), _cuts(min(len(schemes), MOST_CUT))
    limits = np.empty((len(schemes), offerings), dtype=np.int32)
    for number, scheme in enumerate(schemes):
        limits[number] = scheme.limits_eur
    return entries.make_help(
        limits,
        caps,
        _longs(scheme.first_week - first_week for scheme in schemes),
        _longs(scheme.last_week - first_week for scheme in schemes),
        _longs(groups[scheme.stack_group] for scheme in schemes),
        bits,
        cuts,
        ((cuts[:, None] & bits) != 0) @ caps,
    )


def _bits(schemes: int) -> Longs:
    return _longs(1 << scheme if scheme < MOST_CUT else 0 for scheme in range(schemes))


@lru_cache(maxsize=32)
def _cuts(schemes: int) -> Longs:
    """The ways of cutting some schemes off that are looked at, as bits."""
    sizes = range(schemes + 1) if schemes <= MANY_SCHEMES else (0, 1, 2, schemes - 1, schemes)
    return _longs(sum(1 << scheme for scheme in cut) for size in sizes for cut in combinations(range(schemes), size))


def _longs(numbers: object) -> Longs:
    return np.fromiter(numbers, dtype=np.int64)  # type: ignore[call-overload, no-any-return]


def solve(
    ground: Ground,
    arrival: Arrival,
    occupation: int,
    *,
    limit: int = UNREACHED,
    labels: int,
    placements: int,
    extras: int,
    not_before: int = 0,
    used: Flags = NOBODY,
    comes: Longs = NOTHING,
    taken: tuple[Longs, Longs, Longs] = (NOTHING, NOTHING, NOTHING),
) -> Answer:
    """Search for the best way to an occupation of less effort (in units) than a limit.

    So many labels may be weighed, so many steps laid on dates, and so many trainings added to a set that lacks nothing
    (`extras`). `used` are offerings that may not be followed, `comes` the weeks in which needs are met without
    training, `taken` weeks (from, up to) with hours that are taken already.
    """
    found, proved, numbers, steps = entries.solve(
        ground, arrival, occupation, not_before, limit, labels, placements, extras, used, comes, *taken
    )
    effort, own, work, qualified, position, bbl, spent = numbers.tolist()
    if not found:
        return Answer(solution=None, is_proved=proved, spent=spent)
    solution = Solution(
        effort=effort,
        own_cost_eur=own,
        work_week=work,
        qualified_week=qualified,
        position=position,
        bbl=None if bbl < 0 else bbl,
        steps=tuple(sorted(((row, week) for row, week in steps.tolist()), key=lambda step: (step[1], step[0]))),
    )
    return Answer(solution=solution, is_proved=proved, spent=spent)
