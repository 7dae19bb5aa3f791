"""The most that can flow from capped schemes to priced steps, in whole euros."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence

Option = tuple[int, int]
"""A scheme (its number) with an amount: the most it may pay for a step, or what it does pay."""


def most_flow(
    prices: Sequence[int], caps: Sequence[int], options: Sequence[Iterable[Option]]
) -> list[tuple[Option, ...]]:
    """For each step what schemes pay it, so that the sum is greatest (shortest augmenting paths).

    >>> most_flow([100, 50], [60, 90], [[(0, 80), (1, 30)], [(0, 50), (1, 50)]])
    [((0, 60), (1, 30)), ((1, 50),)]
    """
    limits = [dict(among) for among in options]
    paid: list[dict[int, int]] = [{} for _ in prices]
    left = list(caps)
    to_pay = _pay_directly(prices, left, limits, paid)
    if any(to_pay) and not all(left):  # otherwise all is paid, or every scheme pays as much as it may
        while path := _augmenting(prices, left, limits, paid):
            _push(path, prices, left, limits, paid)
    return [tuple(sorted((scheme, amount) for scheme, amount in by.items() if amount)) for by in paid]


def _pay_directly(
    prices: Sequence[int], left: list[int], limits: Sequence[dict[int, int]], paid: Sequence[dict[int, int]]
) -> list[int]:
    """The shortest paths of all: each scheme pays for one step after the other as much as it can.

    Gives what is left to pay of each step.
    """
    to_pay = list(prices)
    for scheme in sorted({scheme for limit in limits for scheme in limit}):
        for step, limit in enumerate(limits):
            amount = min(left[scheme], to_pay[step], limit.get(scheme, 0))
            if amount > 0:
                paid[step][scheme] = amount
                left[scheme] -= amount
                to_pay[step] -= amount
    return to_pay


def _augmenting(
    prices: Sequence[int], left: Sequence[int], limits: Sequence[dict[int, int]], paid: Sequence[dict[int, int]]
) -> list[int]:
    """Scheme, step, scheme, step ...: the first has money left, the last step has something left to pay."""
    queue = deque([scheme] for scheme, money in enumerate(left) if money > 0)
    seen: set[int] = set()
    while queue:
        path = queue.popleft()
        for step, limit in enumerate(limits):
            scheme = path[-1]
            if step in seen or limit.get(scheme, 0) <= paid[step].get(scheme, 0):
                continue
            seen.add(step)
            if sum(paid[step].values()) < prices[step]:
                return [*path, step]
            queue.extend([*path, step, other] for other, amount in paid[step].items() if amount > 0)
    return []


def _push(
    path: Sequence[int],
    prices: Sequence[int],
    left: list[int],
    limits: Sequence[dict[int, int]],
    paid: Sequence[dict[int, int]],
) -> None:
    """Send as much along a path as it lets through."""
    schemes, steps = path[0::2], path[1::2]
    room = [left[schemes[0]], prices[steps[-1]] - sum(paid[steps[-1]].values())]
    room += [limits[step][scheme] - paid[step].get(scheme, 0) for scheme, step in zip(schemes, steps, strict=True)]
    room += [paid[step][scheme] for step, scheme in zip(steps, schemes[1:], strict=False)]
    amount = min(room)
    left[schemes[0]] -= amount
    for scheme, step in zip(schemes, steps, strict=True):
        paid[step][scheme] = paid[step].get(scheme, 0) + amount
    for step, scheme in zip(steps, schemes[1:], strict=False):
        paid[step][scheme] -= amount
