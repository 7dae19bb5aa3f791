"""What schemes pay for a set of steps: the most in all, exactly, under stack groups and caps (R8).

Per step and stack group at most one scheme pays, no more than its limit; per step no more than the price; per
scheme no more than its cap over the whole route. With the choice of schemes made this is a flow from schemes
to steps, and what stays to be paid is the dearest cut (see `caps`). The choice itself is a branch and bound
over the steps for which more than one choice can be right; when no scheme runs out, each step has its own best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice, product

from gouden_poort.routing.caps import Cuts, Residues, added, is_never_above, lower
from gouden_poort.routing.flow import Option, most_flow
from gouden_poort.routing.person import Person

MOST_OF_A_STEP = 128
"""How many choices of schemes are looked at for one step; two groups of four have sixteen."""
MOST_CHOICES = 1_000
"""How many partial choices of schemes are tried for one set of steps; a route needs a handful."""

Paying = tuple[Option, ...]
"""At most one scheme of each stack group of a step, with the most that it pays."""
Groups = tuple[tuple[Option, ...], ...]
"""The schemes that apply to a step, by stack group."""
Priced = tuple[int, Groups]
"""The price of a step, and the schemes that apply to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """The own cost of a set of steps, and for each step (in the order given) what schemes pay."""

    own_cost_eur: int
    paid: tuple[Paying, ...]


class Purse:
    """Pays steps for one person."""

    def __init__(self, person: Person) -> None:
        self._schemes = person.schemes
        self._caps = [scheme.cap_eur for scheme in person.schemes]
        self._cost = person.snapshot.columns.offerings.cost_eur
        self._first_week = person.first_week

    def pay(self, steps: Sequence[tuple[int, int]]) -> Payment:
        """The least own cost of steps, each an offering row and a start week of the person, and how to come to it."""
        priced = [self._priced(row, week) for row, week in steps]
        in_order = sorted(range(len(priced)), key=lambda place: priced[place])
        sorted_steps = [priced[place] for place in in_order]
        prices = [price for price, _ in sorted_steps]
        amounts = most_flow(prices, self._caps, self._chosen(sorted_steps))
        paid: list[Paying] = [()] * len(steps)
        for place, amount in zip(in_order, amounts, strict=True):
            paid[place] = amount
        own_cost = sum(prices) - sum(amount for one in paid for _, amount in one)
        return Payment(own_cost_eur=own_cost, paid=tuple(paid))

    def _priced(self, row: int, week: int) -> Priced:
        groups: dict[str, list[Option]] = {}
        for number, scheme in enumerate(self._schemes):
            if scheme.first_week <= week + self._first_week <= scheme.last_week:
                limit = int(scheme.limits_eur[row])
                if limit > 0:
                    groups.setdefault(scheme.stack_group, []).append((number, limit))
        return int(self._cost[row]), tuple(tuple(members) for members in groups.values())

    def _chosen(self, steps: Sequence[Priced]) -> list[Paying]:
        """The schemes for each step with which the least is left to pay."""
        asked = [0] * len(self._schemes)
        for _, groups in steps:
            for number, limit in chain.from_iterable(groups):
                asked[number] += limit
        scarce = [(number, cap) for number, cap in enumerate(self._caps) if asked[number] > cap]
        return Settling(Cuts(scarce), steps).best() if scarce else [_alone(*step) for step in steps]


def _alone(price: int, groups: Groups) -> Paying:
    """The first choice of schemes for a step that leaves the least when none of them runs out."""
    most = [max(limit for _, limit in group) for group in groups]
    to_spare = max(sum(most) - price, 0)
    paying = []
    for group, highest in zip(groups, most, strict=True):
        option = next(option for option in group if highest - option[1] <= to_spare)
        to_spare -= highest - option[1]
        paying.append(option)
    return tuple(paying)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Schemes for a step, and what they leave to be paid for each cut."""

    paying: Paying
    residues: Residues


class Settling:
    """Branch and bound over the choices of all steps; the dearest cut is both the bound and the answer."""

    def __init__(self, cuts: Cuts, steps: Sequence[Priced]) -> None:
        self._cuts = cuts
        self._choices = [self._useful(*step) for step in steps]
        self._open = [place for place, among in enumerate(self._choices) if len(among) > 1]
        self._chosen = [among[0] for among in self._choices]
        self._least: int | None = None
        self._best: list[Choice] = []
        self._tries = 0

    def _useful(self, price: int, groups: Groups) -> list[Choice]:
        """The choices that are not worse than another whatever is cut."""
        kept: list[Choice] = []
        for paying in islice(product(*groups), MOST_OF_A_STEP):
            choice = Choice(paying, self._cuts.residues_of(price, paying))
            if not any(is_never_above(other.residues, choice.residues) for other in kept):
                kept = [other for other in kept if not is_never_above(choice.residues, other.residues)]
                kept.append(choice)
        return kept

    def best(self) -> list[Paying]:
        """The choice for each step with which the least is left to pay, the first of several."""
        settled = self._cuts.nothing
        for among in self._choices:
            if len(among) == 1:
                settled = added(settled, among[0].residues)
        rest = [self._cuts.nothing]
        for place in reversed(self._open):
            loosest = self._choices[place][0].residues
            for choice in self._choices[place][1:]:
                loosest = lower(loosest, choice.residues)
            rest.append(added(rest[-1], loosest))
        self._branch(0, settled, rest[::-1])
        return [choice.paying for choice in self._best]

    def _branch(self, depth: int, residues: Residues, rest: Sequence[Residues]) -> None:
        left = self._cuts.least_eur(added(residues, rest[depth]))
        self._tries += 1
        if self._least is not None and (left >= self._least or self._tries > MOST_CHOICES):
            return
        if depth == len(self._open):
            self._least, self._best = left, list(self._chosen)
            return
        place = self._open[depth]
        for choice in self._choices[place]:
            self._chosen[place] = choice
            self._branch(depth + 1, added(residues, choice.residues), rest)
