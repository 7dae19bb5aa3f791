"""What need not be tried: a way that another one beats, and a partial schedule that another one dominates."""

from __future__ import annotations

from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import NEVER, whole
from gouden_poort.routing.kernel.paying import limit_in, own_cost
from gouden_poort.routing.kernel.quest import BAG, BAGGED, PAID, Quest


@compiled
def is_beaten(
    quest: Quest,
    depth: int,
    offer: int,
    start: int,
    units: int,
    own: int,
    fits_from: int,
    found: int,
    caps_may_bind: bool,
) -> bool:
    """Whether a way that was found for the same training is as good as an offer on a start in every respect."""
    schedule, offers = quest.schedule, quest.offers
    stop = start + offers.weeks[offer]
    for place in range(fits_from, found):
        other = schedule.cand_offer[depth, place]
        if (
            schedule.cand_start[depth, place] + offers.weeks[other] <= stop
            and offers.hours[other] <= offers.hours[offer]
            and schedule.cand_units[depth, place] <= units
            and schedule.cand_own[depth, place] <= own
            and (
                not caps_may_bind
                or _is_paid_as_well(quest, whole(other), whole(schedule.cand_start[depth, place]), offer, start)
            )
        ):
            return True
    return False


@compiled
def _is_paid_as_well(quest: Quest, other: int, other_start: int, offer: int, start: int) -> bool:
    """Whether all ways of paying an offer on a start would pay the other one as well."""
    offers, help_ = quest.offers, quest.help
    cost = offers.cost_eur[other]
    if cost > offers.cost_eur[offer]:
        return False
    if cost == 0:
        return True
    for scheme in range(len(help_.cap_eur)):
        limit = min(limit_in(help_, whole(scheme), offers.row[offer], start), cost)
        if limit > limit_in(help_, whole(scheme), offers.row[other], other_start):
            return False
    return True


@compiled
def is_dominated(
    quest: Quest,
    count: int,
    placed: int,
    last_start: int,
    last_step: int,
    units: int,
    own: int,
    caps_may_bind: bool,
) -> bool:
    """Whether a partial schedule in the bag is as good in every way; if not, this one goes into the bag."""
    schedule, offers, state = quest.schedule, quest.offers, quest.work.state
    for bagged in range(state[BAGGED]):
        if schedule.bag_mask[bagged] != placed:
            continue
        sums = schedule.bag_sums[bagged]
        if sums[0] > units or sums[1] > own:
            continue
        if sums[2] > last_start or (sums[2] == last_start and sums[3] > last_step):
            continue
        dominates = True
        for step in range(count):
            goes_on = placed >> step & 1 and schedule.bag_end[bagged, step] > last_start
            if goes_on and (
                schedule.bag_end[bagged, step] > schedule.end[step]
                or schedule.bag_hours[bagged, step] > offers.hours[schedule.offer[step]]
            ):
                dominates = False
                break
            # Where schemes may run out, only the same offers are sure to be paid as well.
            if caps_may_bind and placed >> step & 1 and schedule.bag_offer[bagged, step] != _paid_as(quest, step):
                dominates = False
                break
        if dominates:
            return True
    if state[BAGGED] < BAG:
        bagged = state[BAGGED]
        state[BAGGED] += 1
        schedule.bag_mask[bagged] = placed
        sums = schedule.bag_sums[bagged]
        sums[0], sums[1], sums[2], sums[3] = units, own, last_start, last_step
        for step in range(count):
            if placed >> step & 1:
                schedule.bag_end[bagged, step] = schedule.end[step]
                schedule.bag_offer[bagged, step] = _paid_as(quest, step)
                schedule.bag_hours[bagged, step] = offers.hours[schedule.offer[step]]
    return False


@compiled
def _paid_as(quest: Quest, step: int) -> int:
    """A number that is the same for steps that the same schemes pay alike."""
    offer = quest.schedule.offer[step]
    return whole(offer * whole(NEVER) + quest.schedule.start[step] if quest.offers.dated[offer] else -offer - 1)


@compiled
def paid_for(quest: Quest, ending: int, count: int) -> int:
    """The least own cost of all steps with the bbl step; remembered, for many schedules differ only in their dates."""
    schedule, offers, work = quest.schedule, quest.offers, quest.work
    key = whole(ending + 2) * whole(0x9E3779B97F4A7C1)
    for step in range(count):
        offer = schedule.offer[step]
        schedule.paid_row[step], schedule.paid_week[step] = offers.row[offer], schedule.start[step]
        schedule.paid_cost[step] = offers.cost_eur[offer]
        mixed = (_paid_as(quest, step) + whole(NEVER)) * whole(0x2545F4914F6CDD1D)
        key ^= mixed ^ (mixed >> whole(29))
    place = key & whole(PAID - 1)
    if work.paid_keys[place] == key:
        return whole(work.paid_eur[place])
    steps = count
    if ending >= 0:
        schedule.paid_row[steps], schedule.paid_week[steps] = quest.target.row[ending], quest.target.first[ending]
        schedule.paid_cost[steps] = quest.target.cost_eur[ending]
        steps += 1
    own = own_cost(quest.help, schedule.paid_row, schedule.paid_week, schedule.paid_cost, steps)
    work.paid_keys[place], work.paid_eur[place] = key, own
    return own
