"""Which changes open a route: found by making every change, and then taking back whatever can be missed.

The dearest kinds are taken back first, and of what stays as many rungs as possible. What remains was planned for as a
whole, so it really opens a route; no part of it can be left out, as far as the planner can see.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.change import Change, Ladder, ladders, made
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.prospect import cheap_bounds
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import worth_of

NEARLY_OPEN = 5
"""So many occupations that are nearly open are worked out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An occupation that some changes open, and the route that is there then."""

    occupation_id: str
    changes: tuple[Change, ...]
    route: Route


class _Trials:
    """Plans for one person as they would be after changes; each such planner is made once."""

    def __init__(self, snapshot: Snapshot, profile: Profile) -> None:
        self.snapshot = snapshot
        self._profile = profile
        self._planners: dict[frozenset[Change], Planner] = {}

    def after(self, changes: Iterable[Change]) -> Planner:
        """The planner of someone who made some changes."""
        key = frozenset(changes)
        if key not in self._planners:
            in_order = sorted(key, key=lambda change: change.kind.value)
            self._planners[key] = Planner(self.snapshot, made(in_order, self._profile))
        return self._planners[key]

    def route(self, changes: Iterable[Change], occupation: int) -> Route | None:
        return self.after(changes).best(occupation)


def cheapest_opening(snapshot: Snapshot, profile: Profile, occupation_id: str) -> Opened | None:
    """The changes that open an occupation which is closed now; None when all of them together do not."""
    occupation = snapshot.columns.occupations.id.row(occupation_id)
    trials = _Trials(snapshot, profile)
    kept = [ladder[-1] for ladder in ladders(snapshot, profile)]
    route = trials.route(kept, occupation)
    if route is None:
        return None
    for change in tuple(reversed(kept)):
        rest = [other for other in kept if other is not change]
        without = trials.route(rest, occupation)
        if without is not None:
            kept, route = rest, without
    rungs = {ladder[-1]: ladder for ladder in ladders(snapshot, profile)}
    for top in tuple(reversed(kept)):
        kept, route = _lowered(trials, kept, rungs[top], route, occupation)
    return Opened(occupation_id=occupation_id, changes=tuple(kept), route=route)


def _lowered(
    trials: _Trials, kept: Sequence[Change], ladder: Ladder, route: Route, occupation: int
) -> tuple[list[Change], Route]:
    """The changes with one of them taken back to the lowest rung that still opens a route, and that route."""
    for rung in ladder[:-1]:
        lower = [rung if change is ladder[-1] else change for change in kept]
        found = trials.route(lower, occupation)
        if found is not None:
            return lower, found
    return list(kept), route


def nearly_open(snapshot: Snapshot, profile: Profile, most: int = NEARLY_OPEN) -> tuple[Opened, ...]:
    """Occupations that are closed now and that one change opens; those that would suit best first."""
    trials = _Trials(snapshot, profile)
    open_now = cheap_bounds(trials.after(()))
    prospects: dict[int, tuple[int, Ladder]] = {}
    for ladder in ladders(snapshot, profile):
        planner = trials.after(ladder[-1:])
        worth = worth_of(planner)
        for occupation, bound in cheap_bounds(planner).items():
            if occupation not in open_now and occupation not in prospects:
                prospects[occupation] = (bound - worth[occupation], ladder)
    found: list[Opened] = []
    for occupation, (_, ladder) in sorted(prospects.items(), key=lambda prospect: (prospect[1][0], prospect[0])):
        route = trials.route(ladder[-1:], occupation)
        if route is not None:
            changes, lowest = _lowered(trials, ladder[-1:], ladder, route, occupation)
            occupation_id = snapshot.columns.occupations.id[occupation]
            found.append(Opened(occupation_id=occupation_id, changes=tuple(changes), route=lowest))
        if len(found) == most:
            break
    return tuple(found)
