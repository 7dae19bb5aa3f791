"""What the planner calls: making a network and a person's ground, bounds on all occupations, and one search."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from gouden_poort.routing.kernel.aiming import Target, aim
from gouden_poort.routing.kernel.arriving import arrive
from gouden_poort.routing.kernel.bounding import soonest_work, units_at_least
from gouden_poort.routing.kernel.compiled import compiled, record
from gouden_poort.routing.kernel.ground import (
    NEVER,
    Access,
    Arrival,
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
from gouden_poort.routing.kernel.laying_out import lay_out_offers, least_of
from gouden_poort.routing.kernel.quest import FOUND, Quest, Schedule, Work, make_best, make_schedule, make_work
from gouden_poort.routing.kernel.searching import find_bound, search


@record
class Ground(NamedTuple):
    """One person in one catalogue; with an `Arrival`, from some week on, ready for searches."""

    network: Network
    catalogue: Catalogue
    access: Access
    rates: Rates
    help: Help
    offers: Offers
    least: Least
    jobs_only: bool
    work: Work
    schedule: Schedule


@compiled
def make_network(
    need_ability: Longs,
    need_level: Longs,
    training: Longs,
    member_from: Longs,
    members: Longs,
    ask_from: Longs,
    asks: Longs,
    give_from: Longs,
    gives: Longs,
    asker_from: Longs,
    askers: Longs,
    giver_from: Longs,
    givers: Longs,
    position_ask_from: Longs,
    position_asks: Longs,
    occupation_ask_from: Longs,
    occupation_asks: Longs,
    position_from: Longs,
    positions: Longs,
    awarding_from: Longs,
    awarding: Longs,
    start_from: Longs,
    starts: Ints,
    horizon: int,
    most_givers: int,
    most_asks: int,
) -> Network:
    """The network of a catalogue, from its lists (`ground.Network` says what each is)."""
    return Network(
        need_ability,
        need_level,
        training,
        member_from,
        members,
        ask_from,
        asks,
        give_from,
        gives,
        asker_from,
        askers,
        giver_from,
        givers,
        position_ask_from,
        position_asks,
        occupation_ask_from,
        occupation_asks,
        position_from,
        positions,
        awarding_from,
        awarding,
        start_from,
        starts,
        horizon,
        most_givers,
        most_asks,
    )


@compiled
def make_catalogue(
    kind_is_bbl: Flags,
    weeks: Ints,
    hours: Ints,
    cost_eur: Ints,
    rolling: np.ndarray,
    position_is_job: Flags,
    position_credential: Ints,
    position_hours: Ints,
) -> Catalogue:
    """The columns of a catalogue that the loops read."""
    return Catalogue(kind_is_bbl, weeks, hours, cost_eur, rolling, position_is_job, position_credential, position_hours)


@compiled
def make_access(
    offering_open: Flags,
    offering_first: Ints,
    offering_last: Ints,
    offering_minutes: Ints,
    position_open: Flags,
    position_first: Ints,
    position_last: Ints,
    position_minutes: Ints,
) -> Access:
    """What is open to a person."""
    return Access(
        offering_open,
        offering_first,
        offering_last,
        offering_minutes,
        position_open,
        position_first,
        position_last,
        position_minutes,
    )


@compiled
def make_rates(
    week: int,
    qualified: int,
    euro: int,
    minute: int,
    step: int,
    hours: int,
    work_hours: int,
    budget_eur: int,
    horizon: int,
) -> Rates:
    """What counts as effort, and what there is to spend."""
    return Rates(week, qualified, euro, minute, step, hours, work_hours, budget_eur, horizon)


@compiled
def make_help(
    limit_eur: Ints,
    cap_eur: Longs,
    first: Longs,
    last: Longs,
    group: Longs,
    bits: Longs,
    cuts: Longs,
    cut_caps_eur: Longs,
) -> Help:
    """The schemes that pay for a person."""
    return Help(limit_eur, cap_eur, first, last, group, bits, cuts, cut_caps_eur)


@compiled
def make_ground(
    network: Network,
    catalogue: Catalogue,
    access: Access,
    rates: Rates,
    help_: Help,
    held: Flags,
    first_week: int,
    latest: int,
    repeats: bool,
    jobs_only: bool,
    chance: Longs,
) -> Ground:
    """Lay out the offers of a person."""
    offers = lay_out_offers(network, catalogue, access, rates, help_, held, first_week, latest, repeats)
    least = least_of(offers, rates, help_)
    trainings, cuts = len(network.member_from) - 1, len(help_.cut_caps_eur)
    longest = whole(1)
    for place in range(len(catalogue.weeks)):
        longest = max(longest, whole(catalogue.weeks[place]))
    return Ground(
        network,
        catalogue,
        access,
        rates,
        help_,
        offers,
        least,
        jobs_only,
        make_work(trainings, len(held), network.most_givers, cuts, chance),
        make_schedule(latest + 2 * longest + 2, cuts, network.most_asks),
    )


@compiled
def make_arrival(ground: Ground, begin: int, held: Flags, promised: Longs) -> Arrival:
    """How soon and cheaply everything comes to who begins in a week; `promised` are bounds (`NEVER`: none) on when
    needs may come without training."""
    return arrive(ground.network, ground.offers, ground.least, ground.rates, begin, held, promised)


@compiled
def need_weeks(arrival: Arrival) -> Longs:
    """For each need the soonest week in which it can be met."""
    return arrival.need_week.copy()


@compiled
def able_trainings(arrival: Arrival) -> Flags:
    """The trainings that can be finished and paid."""
    return arrival.able.copy()


@compiled
def cheap_bounds(ground: Ground, arrival: Arrival) -> Longs:
    """For each occupation effort that no route to it can beat, quick to have; `UNREACHED` where there is no route."""
    occupations = len(ground.network.occupation_ask_from) - 1
    bounds = np.empty(occupations, np.int64)
    for occupation in range(occupations):
        bounds[occupation] = units_at_least(
            ground.network,
            ground.catalogue,
            ground.access,
            ground.rates,
            ground.help,
            arrival,
            ground.offers.first_week,
            whole(occupation),
        )
    return bounds


@compiled
def soonest_jobs(ground: Ground, arrival: Arrival) -> Longs:
    """For each occupation the week before which no job of it can be had."""
    occupations = len(ground.network.occupation_ask_from) - 1
    weeks = np.empty(occupations, np.int64)
    for occupation in range(occupations):
        weeks[occupation] = soonest_work(
            ground.network, ground.catalogue, ground.access, ground.rates, arrival, whole(occupation)
        )
    return weeks


@compiled
def _quest(
    ground: Ground,
    arrival: Arrival,
    target: Target,
    used: Flags,
    comes: Longs,
    taken_from: Longs,
    taken_to: Longs,
    taken_hours: Longs,
) -> Quest:
    return Quest(
        ground.network,
        ground.offers,
        ground.least,
        arrival,
        ground.rates,
        ground.help,
        target,
        used,
        comes if len(comes) else np.full(len(arrival.held), NEVER, np.int64),
        taken_from,
        taken_to,
        taken_hours,
        ground.work,
        ground.schedule,
        make_best(),
    )


@compiled
def _target(ground: Ground, arrival: Arrival, occupation: int, not_before: int) -> Target:
    return aim(
        ground.network,
        ground.catalogue,
        ground.access,
        ground.rates,
        ground.help,
        arrival.held,
        ground.offers.first_week,
        arrival.begin,
        not_before,
        occupation,
        ground.jobs_only,
    )


@compiled
def bound_of(ground: Ground, arrival: Arrival, occupation: int) -> int:
    """Effort that no route to an occupation can beat; `UNREACHED` when there is none."""
    nothing, unused = np.empty(0, np.int64), np.empty(0, np.bool_)
    target = _target(ground, arrival, occupation, whole(0))
    return find_bound(_quest(ground, arrival, target, unused, nothing, nothing, nothing, nothing))


@compiled
def solve(
    ground: Ground,
    arrival: Arrival,
    occupation: int,
    not_before: int,
    limit: int,
    labels: int,
    placements: int,
    extras: int,
    used: Flags,
    comes: Longs,
    taken_from: Longs,
    taken_to: Longs,
    taken_hours: Longs,
) -> tuple[bool, bool, Longs, Longs]:
    """The best route found of less effort than the limit.

    `used` are offerings that may not be followed (empty: none), `comes` the weeks in which needs are met without
    training (empty: never), `taken` hours a week that are taken already.

    Gives whether there is one; whether nothing was left untried; effort, own cost, first week of work, week of being
    qualified, position and bbl offering (-1: none), and what was spent of labels and placements; and for each step
    the offering and the week in which it starts.
    """
    target = _target(ground, arrival, occupation, not_before)
    quest = _quest(ground, arrival, target, used, comes, taken_from, taken_to, taken_hours)
    return _searched(quest, limit, labels, placements, extras)


@compiled
def _searched(quest: Quest, limit: int, labels: int, placements: int, extras: int) -> tuple[bool, bool, Longs, Longs]:
    """Search, and write what came of it as `solve` gives it."""
    proved = search(quest, limit, labels, placements, extras)
    state, target, best, ending = quest.work.state, quest.target, quest.best, quest.best.ending
    numbers = np.full(7, -1, np.int64)
    numbers[6] = labels - max(state[1], 0) + placements - max(state[2], 0)
    if not state[FOUND]:
        return False, proved, numbers, np.empty((0, 2), np.int64)
    numbers[0], numbers[1], numbers[2] = ending[4], ending[3], ending[2]
    numbers[3] = target.last[ending[1]] if target.row[ending[1]] >= 0 else ending[2]
    numbers[4], numbers[5] = target.position[ending[1]], target.row[ending[1]]
    count = best.set_count[0]
    steps = np.empty((count, 2), np.int64)
    for step in range(count):
        steps[step, 0], steps[step, 1] = quest.offers.row[best.offer[step]], best.start[step]
    return True, proved, numbers, steps
