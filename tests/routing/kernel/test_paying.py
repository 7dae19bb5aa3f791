"""What steps cost under groups of schemes and caps, against trying every choice and every amount."""

from __future__ import annotations

from itertools import product
from random import Random

import numpy as np
import pytest

from gouden_poort.routing.flow import most_flow
from gouden_poort.routing.kernel import entries
from gouden_poort.routing.kernel.paying import own_cost

STEPS = 4
SCHEMES = 4


def tried(prices: list[int], limits: list[list[int]], caps: list[int], groups: list[int]) -> int:
    """The least own cost over every choice of schemes, the amounts by the most that can flow."""
    least = sum(prices)
    per_step = []
    for step in range(len(prices)):
        sides = [
            [None, *(scheme for scheme in range(len(caps)) if groups[scheme] == group and limits[step][scheme])]
            for group in sorted(set(groups))
        ]
        per_step.append(list(product(*sides)))
    for choice in product(*per_step):
        options = [
            [(one, limits[step][one]) for one in chosen if one is not None] for step, chosen in enumerate(choice)
        ]
        paid = most_flow(prices, caps, options)
        least = min(least, sum(prices) - sum(amount for amounts in paid for _, amount in amounts))
    return least


@pytest.mark.parametrize("seed", range(60))
def test_steps_cost_no_more_and_no_less_than_they_must(seed: int) -> None:
    random = Random(seed)
    steps, schemes = random.randint(1, STEPS), random.randint(0, SCHEMES)
    prices = [random.choice([0, 100, 250, 400, 900]) for _ in range(steps)]
    limits = [[random.choice([0, 0, 50, 120, 300]) for _ in range(schemes)] for _ in range(steps)]
    limits = [[min(limit, price) for limit in row] for row, price in zip(limits, prices, strict=True)]
    caps = [random.choice([100, 200, 350, 1000]) for _ in range(schemes)]
    groups = [random.randint(0, 2) for _ in range(schemes)]
    help_ = entries.make_help(
        np.array(limits, dtype=np.int32).reshape(steps, schemes).T.copy(),
        *(np.array(column, dtype=np.int64) for column in (caps, [0] * schemes, [100] * schemes, groups)),
        *(np.array(column, dtype=np.int64) for column in ([1 << one for one in range(schemes)], [0], [0])),
    )
    rows, weeks = np.arange(steps, dtype=np.int64), np.zeros(steps, dtype=np.int64)
    exact = own_cost(help_, rows, weeks, np.array(prices, dtype=np.int64), steps)
    assert exact == tried(prices, limits, caps, groups)


def test_a_scheme_pays_only_in_its_weeks() -> None:
    whole = np.array([[400]], dtype=np.int32)
    numbers = (np.array([one], dtype=np.int64) for one in (1000, 5, 9, 0, 1, 0, 0))
    help_ = entries.make_help(whole, *numbers)
    row, price = np.zeros(1, dtype=np.int64), np.array([400], dtype=np.int64)
    costs = [own_cost(help_, row, np.array([week], dtype=np.int64), price, 1) for week in (4, 5, 9, 10)]
    assert costs == [400, 0, 0, 400]
