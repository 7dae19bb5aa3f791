"""The ways to go on from a label other than by a need that is open: into a circle, and to what comes sooner."""

from __future__ import annotations

from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import whole
from gouden_poort.routing.kernel.quest import TICK, Quest


@compiled
def ways_into_circle(quest: Quest, depth: int) -> int:
    """Trainings from outside that meet a need in the circle."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    tick, count = work.state[TICK], whole(0)
    for place in range(work.asked_list[len(work.asked)]):
        need = work.asked_list[place]
        if work.mark[need] != -tick:
            continue
        for at in range(network.giver_from[need], network.giver_from[need + 1]):
            giver = network.givers[at]
            if arrival.able[giver] and not work.barred[giver] and not _is_chosen(quest, giver, depth):
                count = _add_way(quest, depth, giver, count)
    return count if count else whole(-1)


@compiled
def ways_sooner(quest: Quest, depth: int) -> int:
    """Trainings that would give something that the chosen need or give, sooner than the chosen give it."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    count = whole(0)
    for place in range(work.asked_list[len(work.asked)]):
        need = work.asked_list[place]
        for at in range(network.giver_from[need], network.giver_from[need + 1]):
            giver = network.givers[at]
            if (
                arrival.able[giver]
                and not work.barred[giver]
                and arrival.first_end[giver] < work.need_week[need]
                and not _is_chosen(quest, giver, depth)
            ):
                count = _add_way(quest, depth, giver, count)
    return count


@compiled
def _add_way(quest: Quest, depth: int, training: int, count: int) -> int:
    ways = quest.work.ways[depth]
    for place in range(count):
        if ways[place] == training:
            return count
    if count < len(ways):
        ways[count] = training
        return count + 1
    return count


@compiled
def _is_chosen(quest: Quest, training: int, depth: int) -> bool:
    for one in range(depth):
        if quest.work.chosen[one] == training:
            return True
    return False
