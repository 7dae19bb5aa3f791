"""What schemes pay for a set of steps: the most in all, exactly, under stack groups and caps (R8).

Per step and stack group at most one scheme pays, no more than its limit; per step no more than the price; per
scheme no more than its cap over the whole route. With the choice of schemes made this is a flow from schemes
to steps; the choice itself is searched only where caps make the obvious one doubtful.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gouden_poort.routing.person import Person

MOST_CHOICES = 2_000
"""How many choices of schemes are tried for one set of steps; far above what routes of a dozen steps need."""

Option = tuple[int, int]
"""A scheme (its place in `Person.schemes`) and the most it pays for a step."""
Offer = tuple[int, tuple[Option, ...]]
"""The price of a step, and the schemes that apply to it."""
Paid = dict[tuple[int, int], int]
"""Amounts by step (its place) and scheme."""
Allowed = Mapping[tuple[int, str], tuple[Option, ...]]
"""For each step and stack group the schemes still in the running."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """The own cost of a set of steps, and for each step (in the order given) what schemes pay."""

    own_cost_eur: int
    paid: tuple[tuple[Option, ...], ...]


class Purse:
    """Pays steps for one person; remembers what it has worked out."""

    def __init__(self, person: Person) -> None:
        self._schemes = person.schemes
        self._cost = person.snapshot.columns.offerings.cost_eur
        self._first_week = person.first_week
        self._options: dict[int, tuple[Option, ...]] = {}
        self._known: dict[tuple[Offer, ...], Payment] = {}

    def pay(self, steps: Sequence[tuple[int, int]]) -> Payment:
        """The best payment of steps, each an offering row and a start week of the person."""
        offers = [(int(self._cost[row]), self._applying(row, week)) for row, week in steps]
        order = sorted(range(len(offers)), key=lambda place: offers[place])
        key = tuple(offers[place] for place in order)
        if key not in self._known:
            self._known[key] = self._best(key)
        known = self._known[key]
        paid: list[tuple[Option, ...]] = [()] * len(steps)
        for place, options in zip(order, known.paid, strict=True):
            paid[place] = options
        return Payment(own_cost_eur=known.own_cost_eur, paid=tuple(paid))

    def _applying(self, row: int, week: int) -> tuple[Option, ...]:
        if row not in self._options:
            limits = ((number, int(scheme.limits_eur[row])) for number, scheme in enumerate(self._schemes))
            self._options[row] = tuple((number, limit) for number, limit in limits if limit > 0)
        at = week + self._first_week
        return tuple(
            option
            for option in self._options[row]
            if self._schemes[option[0]].first_week <= at <= self._schemes[option[0]].last_week
        )

    def _best(self, offers: Sequence[Offer]) -> Payment:
        allowed = {
            (step, group): options
            for step, (_, applying) in enumerate(offers)
            for group, options in self._by_group(applying)
        }
        prices = [price for price, _ in offers]
        paid = _Choosing(prices, [scheme.cap_eur for scheme in self._schemes]).best(allowed)
        return Payment(
            own_cost_eur=sum(prices) - sum(paid.values()),
            paid=tuple(
                tuple(sorted((scheme, amount) for (at, scheme), amount in paid.items() if at == step and amount))
                for step in range(len(offers))
            ),
        )

    def _by_group(self, options: Iterable[Option]) -> list[tuple[str, tuple[Option, ...]]]:
        groups: dict[str, list[Option]] = {}
        for option in options:
            groups.setdefault(self._schemes[option[0]].stack_group, []).append(option)
        return [(group, tuple(members)) for group, members in groups.items()]


class _Choosing:
    """Branch and bound over which scheme of a stack group pays a step; flows give bound and answer."""

    def __init__(self, prices: Sequence[int], caps: Sequence[int]) -> None:
        self._prices = prices
        self._caps = caps
        self._most = 0
        self._paid: Paid = {}
        self._tries = 0

    def best(self, allowed: Allowed) -> Paid:
        obvious = {
            where: (max(options, key=lambda option: (option[1], -option[0])),) for where, options in allowed.items()
        }
        self._paid = _flow(self._prices, self._caps, obvious)
        self._most = sum(self._paid.values())
        if self._capped(obvious):
            self._branch(allowed)
        return self._paid

    def _capped(self, obvious: Allowed) -> bool:
        """Whether some scheme would run out, so that another than the most generous one may do better."""
        asked: dict[int, int] = {}
        for ((scheme, limit),) in obvious.values():
            asked[scheme] = asked.get(scheme, 0) + limit
        return any(amount > self._caps[scheme] for scheme, amount in asked.items())

    def _branch(self, allowed: Allowed) -> None:
        self._tries += 1
        paid = _flow(self._prices, self._caps, allowed)
        if sum(paid.values()) <= self._most or self._tries > MOST_CHOICES:
            return
        doubled = self._doubled(paid, allowed)
        if doubled is None:
            self._paid, self._most = paid, sum(paid.values())
            return
        for option in allowed[doubled]:
            self._branch({**allowed, doubled: (option,)})

    @staticmethod
    def _doubled(paid: Paid, allowed: Allowed) -> tuple[int, str] | None:
        for (step, group), options in allowed.items():
            if sum(paid.get((step, scheme), 0) > 0 for scheme, _ in options) > 1:
                return step, group
        return None


def _flow(prices: Sequence[int], caps: Sequence[int], allowed: Allowed) -> Paid:
    """The most that can flow from schemes through stack groups to steps; whole euros throughout."""
    room: dict[object, dict[object, int]] = {"source": {}, "sink": {}}

    def join(a: object, b: object, limit: int) -> None:
        room.setdefault(a, {})[b] = limit
        room.setdefault(b, {}).setdefault(a, 0)

    for step, price in enumerate(prices):
        join(("step", step), "sink", price)
    for (step, group), options in allowed.items():
        join((step, group), ("step", step), max(limit for _, limit in options))
        for scheme, limit in options:
            join("source", ("scheme", scheme), caps[scheme])
            join(("scheme", scheme), (step, group), limit)
    while path := _augmenting(room):
        amount = min(room[a][b] for a, b in path)
        for a, b in path:
            room[a][b] -= amount
            room[b][a] += amount
    return {
        (step, scheme): room[step, group]["scheme", scheme]
        for (step, group), options in allowed.items()
        for scheme, _ in options
        if room[step, group]["scheme", scheme]
    }


def _augmenting(room: Mapping[object, Mapping[object, int]]) -> list[tuple[object, object]]:
    """A shortest path with room from source to sink, empty when there is none."""
    came_from: dict[object, object] = {"source": None}
    queue: deque[object] = deque(["source"])
    while queue and "sink" not in came_from:
        here = queue.popleft()
        for there, left in room[here].items():
            if left and there not in came_from:
                came_from[there] = here
                queue.append(there)
    if "sink" not in came_from:
        return []
    path: list[tuple[object, object]] = []
    end: object = "sink"
    while (before := came_from[end]) is not None:
        path.append((before, end))
        end = before
    return path
