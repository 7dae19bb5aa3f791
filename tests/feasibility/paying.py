"""The most that schemes can pay for a set of steps: every choice of schemes is tried, each filled by a maximum flow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from tests.feasibility.itinerary import Taken
from tests.feasibility.money import applies, most_for_step
from tests.feasibility.person import Person
from tests.feasibility.reading import Catalogue, Scheme

Paid = dict[tuple[int, str], int]
"""Euros by number of the step and scheme."""


def most_paid(catalogue: Catalogue, person: Person, steps: list[Taken]) -> Paid:
    """One way to have the schemes pay as much as they can together."""
    ways = (_filled(catalogue, steps, chosen) for chosen in _choices(catalogue, person, steps))
    return max(ways, key=lambda paid: sum(paid.values()))


def _choices(catalogue: Catalogue, person: Person, steps: list[Taken]) -> Iterator[list[tuple[int, Scheme]]]:
    """Each way to take one scheme of every stack group for every step that has any."""
    options: dict[tuple[int, str], list[tuple[int, Scheme]]] = defaultdict(list)
    for number, step in enumerate(steps):
        for scheme in catalogue.schemes.values():
            if applies(scheme, person, step.offering, step.start) and most_for_step(scheme, step.offering) >= 1:
                options[number, scheme.stack_group].append((number, scheme))
    for chosen in product(*options.values()):
        yield list(chosen)


def _filled(catalogue: Catalogue, steps: list[Taken], chosen: list[tuple[int, Scheme]]) -> Paid:
    """A maximum flow from the costs of the steps to the caps of the schemes."""
    cost = {number: step.offering.cost_eur for number, step in enumerate(steps)}
    cap = {scheme_id: scheme.cap_per_person_eur for scheme_id, scheme in catalogue.schemes.items()}
    room = {(number, s.scheme_id): most_for_step(s, steps[number].offering) for number, s in chosen}
    paid: Paid = dict.fromkeys(room, 0)
    while path := _path(cost, cap, room, paid):
        ways = [room[edge] if forward else paid[edge] for edge, forward in path]
        (first, _), (_, last) = path[0][0], path[-1][0]
        amount = min(cost[first], cap[last], *ways)
        cost[first] -= amount
        cap[last] -= amount
        for edge, forward in path:
            room[edge] -= amount if forward else -amount
            paid[edge] += amount if forward else -amount
    return {edge: amount for edge, amount in paid.items() if amount}


def _path(cost: dict[int, int], cap: dict[str, int], room: Paid, paid: Paid) -> list[tuple[tuple[int, str], bool]]:
    """A way from a step with cost left to a scheme with money left, perhaps by freeing money spent elsewhere."""
    paths: list[list[tuple[tuple[int, str], bool]]] = [[]]
    steps_seen, schemes_seen = {number for number, left in cost.items() if left}, set()
    ends: list[tuple[int, list[tuple[tuple[int, str], bool]]]] = [(number, []) for number in sorted(steps_seen)]
    while ends:
        step, path = ends.pop(0)
        for edge in [e for e in room if e[0] == step and room[e] and e[1] not in schemes_seen]:
            longer = [*path, (edge, True)]
            schemes_seen.add(edge[1])
            if cap[edge[1]]:
                return longer
            for back in [e for e in paid if e[1] == edge[1] and paid[e] and e[0] not in steps_seen]:
                steps_seen.add(back[0])
                ends.append((back[0], [*longer, (back, False)]))
    return paths[0]
