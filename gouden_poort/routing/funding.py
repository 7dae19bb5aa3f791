"""What schemes pay for a set of steps: the most in all, exactly, under stack groups and caps (R8).

Per step and stack group at most one scheme pays, no more than its limit; per step no more than the price; per
scheme no more than its cap over the whole route. With the choice of schemes made this is a flow from schemes
to steps, and what stays to be paid is the dearest cut (see `caps`). The choice itself is a branch and bound
over the steps for which more than one choice can be right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, product

from gouden_poort.routing.caps import Cuts, Longs
from gouden_poort.routing.flow import Option, most_flow
from gouden_poort.routing.person import Person

MOST_CHOICES = 1_000
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


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """At most one scheme in each stack group of a step, and what they leave to be paid for each cut."""

    groups: Groups
    residues: Longs


class Purse:
    """Pays steps for one person; remembers what it has worked out."""

    def __init__(self, person: Person) -> None:
        self._schemes = person.schemes
        self._caps = [scheme.cap_eur for scheme in person.schemes]
        self._cost = person.snapshot.columns.offerings.cost_eur
        self._first_week = person.first_week
        self._cuts = person.cuts
        self._limits: dict[int, tuple[Option, ...]] = {}
        self._priced_steps: dict[tuple[int, int], Priced] = {}
        self._residues: dict[Priced, Longs] = {}
        self._choices: dict[Priced, list[Choice]] = {}
        self._known: dict[tuple[Priced, ...], tuple[int, list[Groups]]] = {}

    def own_cost_eur(self, steps: Sequence[tuple[int, int]]) -> int:
        """The least own cost of steps, each an offering row and a start week of the person."""
        return self._settled(tuple(sorted(self._priced(row, week) for row, week in steps)))[0]

    def own_cost_floor(self, steps: Sequence[tuple[int, int]]) -> int:
        """A bound on `own_cost_eur` that is quick to have."""
        return self._cuts.least_eur(sum((self._residues_of(row, week) for row, week in steps), self._cuts.nothing))

    def pay(self, steps: Sequence[tuple[int, int]]) -> Payment:
        """The least own cost of steps with the amounts that lead to it."""
        priced = [self._priced(row, week) for row, week in steps]
        in_order = sorted(range(len(priced)), key=lambda place: priced[place])
        own_cost, chosen = self._settled(tuple(priced[place] for place in in_order))
        amounts = self._amounts([priced[place][0] for place in in_order], chosen)
        paid: list[tuple[Option, ...]] = [()] * len(steps)
        for place, amount in zip(in_order, amounts, strict=True):
            paid[place] = amount
        return Payment(own_cost_eur=own_cost, paid=tuple(paid))

    def _amounts(self, prices: Sequence[int], chosen: Sequence[Groups]) -> list[tuple[Option, ...]]:
        return most_flow(prices, self._caps, [chain(*groups) for groups in chosen])

    def _settled(self, steps: tuple[Priced, ...]) -> tuple[int, list[Groups]]:
        """The least own cost of steps, and the choice of schemes for each."""
        if steps not in self._known:
            chosen = self._settling(steps).best()
            prices = [price for price, _ in steps]
            paid = sum(amount for amounts in self._amounts(prices, chosen) for _, amount in amounts)
            self._known[steps] = sum(prices) - paid, chosen
        return self._known[steps]

    def _settling(self, steps: tuple[Priced, ...]) -> Settling:
        if self._cuts.is_complete:
            return Settling(self._cuts, [self._choices_of(step) for step in steps])
        asked = [0] * len(self._schemes)
        for number, limit in chain.from_iterable(chain.from_iterable(groups for _, groups in steps)):
            asked[number] += limit
        cuts = Cuts(self._schemes, [number for number, limit in enumerate(asked) if limit > self._caps[number]])
        return Settling(cuts, [_choices(cuts, step) for step in steps])

    def _priced(self, row: int, week: int) -> Priced:
        if (row, week) not in self._priced_steps:
            groups: dict[str, list[Option]] = {}
            for number, limit in self._limits_of(row):
                scheme = self._schemes[number]
                if scheme.first_week <= week + self._first_week <= scheme.last_week:
                    groups.setdefault(scheme.stack_group, []).append((number, limit))
            options = tuple(tuple(members) for members in groups.values())
            self._priced_steps[row, week] = int(self._cost[row]), options
        return self._priced_steps[row, week]

    def _limits_of(self, row: int) -> tuple[Option, ...]:
        if row not in self._limits:
            limits = ((number, int(scheme.limits_eur[row])) for number, scheme in enumerate(self._schemes))
            self._limits[row] = tuple((number, limit) for number, limit in limits if limit > 0)
        return self._limits[row]

    def _residues_of(self, row: int, week: int) -> Longs:
        priced = self._priced(row, week)
        if priced not in self._residues:
            self._residues[priced] = self._cuts.residues_of(*priced)
        return self._residues[priced]

    def _choices_of(self, step: Priced) -> list[Choice]:
        if step not in self._choices:
            self._choices[step] = _choices(self._cuts, step)
        return self._choices[step]


def _choices(cuts: Cuts, step: Priced) -> list[Choice]:
    """The choices of schemes for a step that are not worse than another whatever is cut."""
    price, groups = step
    kept: list[Choice] = []
    for options in product(*groups):
        chosen = tuple((option,) for option in options)
        choice = Choice(chosen, cuts.residues_of(price, chosen))
        if not any((other.residues <= choice.residues).all() for other in kept):
            kept = [other for other in kept if not (choice.residues <= other.residues).all()]
            kept.append(choice)
    return kept


class Settling:
    """Branch and bound over the choices of all steps; the dearest cut is both the bound and the answer."""

    def __init__(self, cuts: Cuts, choices: Sequence[Sequence[Choice]]) -> None:
        self._cuts = cuts
        self._choices = choices
        self._open = [place for place, among in enumerate(choices) if len(among) > 1]
        self._chosen = [among[0] for among in choices]
        self._least: int | None = None
        self._best: list[Choice] = []
        self._tries = 0

    def best(self) -> list[Groups]:
        """The choice for each step with which the least is left to pay."""
        settled = [among[0].residues for among in self._choices if len(among) == 1]
        rest = [self._cuts.nothing]
        for place in reversed(self._open):
            loosest = self._choices[place][0].residues
            for choice in self._choices[place][1:]:
                loosest = self._cuts.lower(loosest, choice.residues)
            rest.append(rest[-1] + loosest)
        self._branch(0, sum(settled, self._cuts.nothing), rest[::-1])
        return [choice.groups for choice in self._best]

    def _branch(self, depth: int, residues: Longs, rest: Sequence[Longs]) -> None:
        left = self._cuts.least_eur(residues + rest[depth])
        self._tries += 1
        if self._least is not None and (left >= self._least or self._tries > MOST_CHOICES):
            return
        if depth == len(self._open):
            self._least, self._best = left, list(self._chosen)
            return
        place = self._open[depth]
        for choice in self._choices[place]:
            self._chosen[place] = choice
            self._branch(depth + 1, residues + choice.residues, rest)
