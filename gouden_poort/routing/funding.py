"""What schemes pay for a set of steps: the most in all, exactly, under stack groups and caps (R8).

Per step and stack group at most one scheme pays, no more than its limit; per step no more than the price; per
scheme no more than its cap over the whole route. With the choice of schemes made this is a flow from schemes
to steps, and the most that can flow is the least cut: some schemes give all of their cap, and every step takes
what it can from the others. The choice itself is searched only where caps make the obvious one doubtful.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from gouden_poort.routing.flow import Option, most_flow
from gouden_poort.routing.person import Person

MOST_CHOICES = 500
"""How many partial choices of schemes are tried for one set of steps; a route needs a handful."""

Groups = tuple[tuple[Option, ...], ...]
"""The schemes that apply to a step, by stack group."""
Priced = tuple[int, Groups]
"""The price of a step, and the schemes that apply to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """The own cost of a set of steps, and for each step (in the order given) what schemes pay."""

    own_cost_eur: int
    paid: tuple[tuple[Option, ...], ...]


class Purse:
    """Pays steps for one person; remembers what it has worked out."""

    def __init__(self, person: Person) -> None:
        self._schemes = person.schemes
        self._caps = [scheme.cap_eur for scheme in person.schemes]
        self._cost = person.snapshot.columns.offerings.cost_eur
        self._first_week = person.first_week
        self._options: dict[int, tuple[Option, ...]] = {}
        self._priced_steps: dict[tuple[int, int], Priced] = {}
        self._floors: dict[tuple[Priced, ...], int] = {}
        self._known: dict[tuple[Priced, ...], tuple[int, tuple[Priced, ...]]] = {}

    def own_cost_eur(self, steps: Sequence[tuple[int, int]]) -> int:
        """The least own cost of steps, each an offering row and a start week of the person."""
        return self._chosen([self._priced(row, week) for row, week in steps])[0]

    def own_cost_floor(self, steps: Sequence[tuple[int, int]]) -> int:
        """A bound on `own_cost_eur` that is quick to have: a step may take all schemes of a stack group."""
        key = tuple(sorted([self._priced(row, week) for row, week in steps]))
        if key not in self._floors:
            self._floors[key] = sum(price for price, _ in key) - _Choosing(self._caps).most_paid(key)
        return self._floors[key]

    def pay(self, steps: Sequence[tuple[int, int]]) -> Payment:
        """The least own cost of steps with the amounts that lead to it."""
        priced = [self._priced(row, week) for row, week in steps]
        own_cost, chosen = self._chosen(priced)
        in_order = sorted(range(len(priced)), key=lambda place: priced[place])
        amounts = most_flow([price for price, _ in chosen], self._caps, [chain(*groups) for _, groups in chosen])
        paid: list[tuple[Option, ...]] = [()] * len(steps)
        for place, amount in zip(in_order, amounts, strict=True):
            paid[place] = amount
        return Payment(own_cost_eur=own_cost, paid=tuple(paid))

    def _priced(self, row: int, week: int) -> Priced:
        if (row, week) not in self._priced_steps:
            groups: dict[str, list[Option]] = {}
            for number, limit in self._limits(row):
                scheme = self._schemes[number]
                if scheme.first_week <= week + self._first_week <= scheme.last_week:
                    groups.setdefault(scheme.stack_group, []).append((number, limit))
            options = tuple(tuple(members) for members in groups.values())
            self._priced_steps[row, week] = int(self._cost[row]), options
        return self._priced_steps[row, week]

    def _limits(self, row: int) -> tuple[Option, ...]:
        if row not in self._options:
            limits = ((number, int(scheme.limits_eur[row])) for number, scheme in enumerate(self._schemes))
            self._options[row] = tuple((number, limit) for number, limit in limits if limit > 0)
        return self._options[row]

    def _chosen(self, priced: Sequence[Priced]) -> tuple[int, tuple[Priced, ...]]:
        """The least own cost, and the steps (sorted) with one scheme chosen in every stack group."""
        key = tuple(sorted(priced))
        if key not in self._known:
            most, chosen = _Choosing(self._caps).best(key)
            self._known[key] = sum(price for price, _ in key) - most, chosen
        return self._known[key]


class _Choosing:
    """Branch and bound over which scheme of a stack group pays a step; the least cut is bound and answer."""

    def __init__(self, caps: Sequence[int]) -> None:
        self._caps = caps
        self._most = -1
        self._best: tuple[Priced, ...] = ()
        self._tries = 0

    def best(self, steps: tuple[Priced, ...]) -> tuple[int, tuple[Priced, ...]]:
        """The most that schemes can pay, and the choice that makes it so."""
        obvious = tuple(
            (price, tuple((max(group, key=lambda option: (option[1], -option[0])),) for group in groups))
            for price, groups in steps
        )
        self._most, self._best = self.most_paid(obvious), obvious
        self._branch(steps)
        return self._most, self._best

    def most_paid(self, steps: Sequence[Priced]) -> int:
        """The most that can be paid when a step may take any of its schemes (a bound while groups are open)."""
        asked: dict[int, int] = {}
        for _, groups in steps:
            for group in groups:
                for scheme, limit in group:
                    asked[scheme] = asked.get(scheme, 0) + limit
        scarce = [scheme for scheme, limits in asked.items() if limits > self._caps[scheme]]
        cuts = chain.from_iterable(combinations(scarce, size) for size in range(len(scarce) + 1))
        return min(sum(self._caps[scheme] for scheme in cut) + _from_others(steps, cut) for cut in cuts)

    def _branch(self, steps: tuple[Priced, ...]) -> None:
        most = self.most_paid(steps)
        self._tries += 1
        if most <= self._most or self._tries > MOST_CHOICES:
            return
        for place, (price, groups) in enumerate(steps):
            for number, group in enumerate(groups):
                if len(group) > 1:
                    for option in group:
                        decided = (*groups[:number], (option,), *groups[number + 1 :])
                        self._branch((*steps[:place], (price, decided), *steps[place + 1 :]))
                    return
        self._most, self._best = most, steps


def _from_others(steps: Sequence[Priced], cut: Sequence[int]) -> int:
    """What steps can take from schemes that are not cut, caps left out."""
    in_all = 0
    for price, groups in steps:
        most = 0
        for group in groups:
            limits = [limit for scheme, limit in group if scheme not in cut]
            most += max(limits, default=0)
        in_all += min(price, most)
    return in_all
