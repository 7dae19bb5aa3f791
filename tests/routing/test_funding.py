"""What schemes pay for a set of steps: stack groups, prices, limits and caps, together and exactly."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import pytest

from gouden_poort.routing.funding import Payment, Purse
from gouden_poort.routing.person import prepare
from gouden_poort.rules.doors import doors_by_format
from tests.builders import a_profile, a_snapshot


def a_scheme(number: int, **conditions: Any) -> dict[str, Any]:
    return {
        "scheme_id": f"F{number}",
        "pays_share": "1.00",
        "max_amount_eur": 10_000,
        "cap_per_person_eur": 10_000,
        "stack_group": f"group {number}",
        **conditions,
    }


def paid(costs: Sequence[int], *schemes: Mapping[str, Any]) -> Payment:
    """The payment of steps with some prices that all start in week 4."""
    offerings = [{"offering_id": f"T{place}", "cost_eur": cost} for place, cost in enumerate(costs)]
    snapshot = a_snapshot(offerings=offerings, schemes=schemes, offering_skills=[], offering_starts=[])
    return Purse(prepare(snapshot, a_profile(), doors_by_format(snapshot, a_profile()))).pay(
        [(place, 4) for place in range(len(costs))]
    )


def test_without_schemes_everything_is_paid_by_oneself() -> None:
    assert paid([400, 300]) == Payment(own_cost_eur=700, paid=((), ()))


def test_schemes_of_different_groups_add_up_to_the_price_and_no_further() -> None:
    payment = paid([400], a_scheme(1, max_amount_eur=300), a_scheme(2, max_amount_eur=300))
    assert payment.own_cost_eur == 0
    assert sum(amount for _, amount in payment.paid[0]) == 400


def test_of_one_group_only_the_most_generous_pays() -> None:
    same = {"stack_group": "public"}
    payment = paid([400], a_scheme(1, max_amount_eur=300, **same), a_scheme(2, max_amount_eur=200, **same))
    assert payment == Payment(own_cost_eur=100, paid=(((0, 300),),))


def test_a_cap_counts_over_all_steps() -> None:
    assert paid([400, 400], a_scheme(1, cap_per_person_eur=500)).own_cost_eur == 300


def test_a_capped_scheme_leaves_the_step_that_another_can_pay() -> None:
    same = {"stack_group": "public"}
    rich = a_scheme(1, cap_per_person_eur=400, **same)
    poor = a_scheme(2, pays_share="0.50", offering_kinds="module", **same)
    payment = paid([400, 400], rich, poor)
    assert payment.own_cost_eur == 200
    assert sorted(len(options) for options in payment.paid) == [1, 1]


def test_nothing_is_paid_in_amounts_of_zero() -> None:
    payment = paid([0, 300], a_scheme(1))
    assert payment.paid == ((), ((0, 300),))


def least_own_cost(costs: Sequence[int], schemes: Sequence[Mapping[str, Any]]) -> int:
    """By trying every choice of schemes and, for each, every set of schemes that give all of their cap."""
    groups = sorted({scheme["stack_group"] for scheme in schemes})
    members = [[n for n, scheme in enumerate(schemes) if scheme["stack_group"] == group] for group in groups]
    limit = [
        [min(int(scheme["pays_share"].replace(".", "")) * cost // 100, scheme["max_amount_eur"]) for scheme in schemes]
        for cost in costs
    ]

    def most(choice: Sequence[Sequence[int]]) -> int:
        cuts = product((False, True), repeat=len(schemes))
        return min(
            sum(scheme["cap_per_person_eur"] for scheme, is_cut in zip(schemes, cut, strict=True) if is_cut)
            + sum(
                min(cost, sum(limit[step][scheme] for scheme in choice[step] if not cut[scheme]))
                for step, cost in enumerate(costs)
            )
            for cut in cuts
        )

    choices = product(product(*members), repeat=len(costs))
    return sum(costs) - max(most(choice) for choice in choices)


@pytest.mark.parametrize("most", [900, 5000], ids=["some run out", "none runs out"])
@pytest.mark.parametrize("seed", range(25))
def test_the_payment_is_the_best_there_is(seed: int, most: int) -> None:
    rng = random.Random(seed)
    costs = [rng.randint(0, 900) for _ in range(3)]
    schemes = [
        a_scheme(
            number,
            pays_share=rng.choice(["1.00", "0.50", "0.30"]),
            max_amount_eur=rng.randint(100, 600),
            cap_per_person_eur=rng.randint(most - 700, most),
            stack_group=rng.choice(["public", "sector"]),
        )
        for number in range(4)
    ]
    payment = paid(costs, *schemes)
    assert payment.own_cost_eur == least_own_cost(costs, schemes)
    amounts = [sum(amount for _, amount in options) for options in payment.paid]
    assert sum(costs) - sum(amounts) == payment.own_cost_eur
