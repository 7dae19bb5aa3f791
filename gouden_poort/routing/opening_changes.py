"""Which changes open a route: found by making every change, and then taking back whatever can be missed.

The dearest kinds are taken back first, and of what stays as many rungs as possible. What remains was planned for as a
whole, so it really opens a route; no part of it can be left out, as far as the planner can see.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.change import Change, ChangeKind, Ladder, ladders, made
from gouden_poort.routing.planner import PATIENCE_FOR_ONE, Planner
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import worth_of
from gouden_poort.routing.thorough import best_route
from gouden_poort.routing.verification import company_minutes, site_minutes

NEARLY_OPEN = 5
"""So many occupations that are nearly open are worked out."""
ROUND_MINUTES = 5
"""Nobody plans a journey to the minute."""
MOST_TRIED = 2_000
"""So many plans are made at most to find them; the built-in catalogue needs a few hundred."""


IN_ORDER = tuple(ChangeKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An occupation that some changes open, and the route that is there then."""

    occupation_id: str
    changes: tuple[Change, ...]
    route: Route


class _Trials:
    """Plans for one person as they would be after changes; each such planner is made once."""

    def __init__(self, snapshot: Snapshot, profile: Profile, *, patience: int = 1) -> None:
        self.snapshot = snapshot
        self.profile = profile
        self._patience = patience
        self._planners: dict[frozenset[Change], Planner] = {}

    def after(self, changes: Iterable[Change]) -> Planner:
        """The planner of someone who made some changes."""
        key = frozenset(changes)
        if key not in self._planners:
            self._planners[key] = Planner(self.snapshot, made(key, self.profile), patience=self._patience)
        return self._planners[key]

    def route(self, changes: Iterable[Change], occupation: int) -> Route | None:
        return self.after(changes).best(occupation)


def cheapest_opening(snapshot: Snapshot, profile: Profile, occupation_id: str) -> Opened | None:
    """The changes that open an occupation which is closed now; None when all of them together do not."""
    occupation = snapshot.columns.occupations.id.row(occupation_id)
    trials = _Trials(snapshot, profile, patience=PATIENCE_FOR_ONE)
    climbs = ladders(snapshot, profile)
    for kept in _everything(climbs):
        route = trials.route(kept, occupation)
        if route is not None:
            break
    else:
        return None
    for change in tuple(reversed(kept)):
        rest = [other for other in kept if other is not change]
        without = trials.route(rest, occupation)
        if without is not None:
            kept, route = rest, without
    rungs = {rung: ladder[: place + 1] for ladder in climbs for place, rung in enumerate(ladder)}
    for top in tuple(reversed(kept)):
        kept, route = _lowered(trials, kept, rungs[top], route, occupation)
    return _fitted(trials, Opened(occupation_id=occupation_id, changes=tuple(kept), route=route))


def _everything(climbs: Iterable[Ladder]) -> Iterator[list[Change]]:
    """All changes at their highest; of beginning later also less, for it misses what starts before."""
    later = [rung for ladder in climbs for rung in ladder if rung.kind is ChangeKind.LATER_START]
    tops = [ladder[-1] for ladder in climbs if ladder[0].kind is not ChangeKind.LATER_START]
    for rung in reversed(later):
        yield sorted((*tops, rung), key=lambda change: IN_ORDER.index(change.kind))
    yield tops


def _lowered(
    trials: _Trials, kept: Sequence[Change], ladder: Ladder, route: Route, occupation: int
) -> tuple[list[Change], Route]:
    """The changes with one of them taken back to the lowest rung that still opens a route, and that route."""
    for rung in ladder[:-1]:
        lower = [rung if change == ladder[-1] else change for change in kept]
        found = trials.route(lower, occupation)
        if found is not None:
            return lower, found
    return list(kept), route


def nearly_open(snapshot: Snapshot, profile: Profile, most: int = NEARLY_OPEN) -> tuple[Opened, ...]:
    """Occupations that are closed now and that one change opens; those that would suit best first."""
    trials = _Trials(snapshot, profile)
    found: list[Opened] = []
    tried = 0
    for occupation, rungs in _prospects(trials, _single(ladders(snapshot, profile))):
        tried += 1 + len(rungs)
        if len(found) == most or tried > MOST_TRIED:
            break
        if trials.route((), occupation) is None:
            found.extend(opened for opened in _opened_by_one(trials, rungs, occupation) if _is_closed(trials, opened))
    return tuple(found)


def _single(climbs: Iterable[Ladder]) -> Iterator[Ladder]:
    """The ladders; each way to begin later by itself, for the longest wait may miss what a shorter one meets."""
    for ladder in climbs:
        if ladder[0].kind is ChangeKind.LATER_START:
            yield from ((rung,) for rung in ladder)
        else:
            yield ladder


def _is_closed(trials: _Trials, opened: Opened) -> bool:
    """Whether there is really no route now: here many share the patience that one alone would get."""
    return best_route(trials.snapshot, trials.profile, opened.occupation_id) is None


def _prospects(trials: _Trials, changes: Iterable[Ladder]) -> list[tuple[int, list[Ladder]]]:
    """Occupations that some change may open, each with the ladders that may do it; those that would suit best first."""
    ways: dict[int, list[Ladder]] = {}
    least: dict[int, int] = {}
    for ladder in changes:
        planner = trials.after(ladder[-1:])
        worth = worth_of(planner)
        for occupation, bound in planner.prospects():
            ways.setdefault(occupation, []).append(ladder)
            least[occupation] = min(bound - worth[occupation], least.get(occupation, bound - worth[occupation]))
    return sorted(ways.items(), key=lambda way: (least[way[0]], way[0]))


def _opened_by_one(trials: _Trials, rungs: Iterable[Ladder], occupation: int) -> Iterator[Opened]:
    """The occupation with the first ladder that opens it, climbed no higher than needed; nothing if none does."""
    for ladder in rungs:
        route = trials.route(ladder[-1:], occupation)
        if route is not None:
            changes, lowest = _lowered(trials, ladder[-1:], ladder, route, occupation)
            occupation_id = trials.snapshot.columns.occupations.id[occupation]
            yield _fitted(trials, Opened(occupation_id=occupation_id, changes=tuple(changes), route=lowest))
            return


def _fitted(trials: _Trials, opened: Opened) -> Opened:
    """The same with minutes and euros that are no more than the route takes, once that too is seen to open it."""
    changed = made(opened.changes, trials.profile)
    furthest = max(_minutes(trials.snapshot, changed, opened.route))
    fitting = [_no_more_than(change, furthest, opened.route.own_cost_eur) for change in opened.changes]
    if fitting == list(opened.changes):
        return opened
    occupation = trials.snapshot.columns.occupations.id.row(opened.occupation_id)
    route = trials.route(fitting, occupation)
    return opened if route is None else replace(opened, changes=tuple(fitting), route=route)


def _no_more_than(change: Change, minutes: int, euros: int) -> Change:
    if change.kind is ChangeKind.BUDGET:
        return replace(change, after=max(euros, change.before + 1))
    if change.kind is ChangeKind.TRAVEL_MINUTES:
        return replace(change, after=min(change.after, -(-minutes // ROUND_MINUTES) * ROUND_MINUTES))
    return change


def _minutes(snapshot: Snapshot, profile: Profile, route: Route) -> Iterator[int]:
    """One way, to each place on the route."""
    columns = snapshot.columns
    for step in route.steps:
        yield site_minutes(snapshot, profile, columns.offerings.id.row(step.offering_id))
    yield company_minutes(snapshot, profile, columns.positions.id.row(route.placement.position_id))
