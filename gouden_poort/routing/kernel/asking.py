"""What the chosen trainings and the finish ask, kept up to date while a set grows and shrinks."""

from __future__ import annotations

from gouden_poort.routing.kernel.compiled import compiled
from gouden_poort.routing.kernel.ground import whole
from gouden_poort.routing.kernel.quest import Quest


@compiled
def ask_finish(quest: Quest, finish: int) -> None:
    """Ask what the finish asks."""
    target, work = quest.target, quest.work
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        work.asked[target.before[place]] += 1
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        work.asked[target.after[place]] += 1
    count = whole(0)
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        count = _listed(quest, target.before[place], count)
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        count = _listed(quest, target.after[place], count)
    work.asked_list[len(work.asked)] = count


@compiled
def _listed(quest: Quest, need: int, count: int) -> int:
    """Add a need to the list of what is asked, once."""
    work = quest.work
    for place in range(count):
        if work.asked_list[place] == need:
            return count
    work.asked_list[count] = need
    return count + 1


@compiled
def unask_finish(quest: Quest, finish: int) -> None:
    """Ask no longer what the finish asks."""
    target, work = quest.target, quest.work
    for place in range(target.before_from[finish], target.before_from[finish + 1]):
        work.asked[target.before[place]] -= 1
    for place in range(target.after_from[finish], target.after_from[finish + 1]):
        work.asked[target.after[place]] -= 1


@compiled
def choose(quest: Quest, training: int, depth: int) -> int:
    """Take a training into the set; gives how long the list of what is asked was before."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    count = work.asked_list[len(work.asked)]
    before = count
    work.chosen[depth] = training
    for place in range(network.give_from[training], network.give_from[training + 1]):
        work.supplied[network.gives[place]] += 1
    for place in range(network.ask_from[training], network.ask_from[training + 1]):
        need = network.asks[place]
        if not arrival.held[need]:
            if not work.asked[need]:
                work.asked_list[count] = need
                count += 1
            work.asked[need] += 1
    work.asked_list[len(work.asked)] = count
    return whole(before)


@compiled
def drop(quest: Quest, training: int, before: int) -> None:
    """Undo `choose`."""
    network, work, arrival = quest.network, quest.work, quest.arrival
    for place in range(network.give_from[training], network.give_from[training + 1]):
        work.supplied[network.gives[place]] -= 1
    for place in range(network.ask_from[training], network.ask_from[training + 1]):
        need = network.asks[place]
        if not arrival.held[need]:
            work.asked[need] -= 1
    work.asked_list[len(work.asked)] = before
