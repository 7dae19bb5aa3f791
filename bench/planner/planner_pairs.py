"""The planner, the solver and the greedy cover on the same people and occupations, by turns."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from exact import solve, units_of
from exact_aim import NO_ROUTE
from greedy import greedy_route
from ground import Ground

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.routing.thorough import best_route
from tests.feasibility.adapters import profile_value, route_json
from tests.feasibility.checker import check_route
from tests.feasibility.reading import Catalogue

Route = Mapping[str, Any]
Done = TypeVar("Done")
CONTENDERS = ("planner", "exact", "greedy")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bundle:
    """One catalogue as the planner and as the judge read it, with its people."""

    name: str
    snapshot: Snapshot
    catalogue: Catalogue | None
    profiles: Sequence[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """What the contenders made of one pair; `best` is the least effort in units when that is proved."""

    where: str
    routes: Mapping[str, Route | None]
    seconds: Mapping[str, float]
    faults: Mapping[str, Sequence[str]]
    best: int | None
    is_settled: bool
    """Whether it is proved what the best is, or that there is none."""
    bound: int
    best_route: Route | None

    @property
    def has_route(self) -> bool:
        """Whether anyone found one."""
        return any(self.routes.values()) or self.best_route is not None


def made(generator: Path, size: str, seed: int, people: int, folder: Path) -> Path:
    """The folder of a new bundle."""
    target = folder / f"{size}-{seed}"
    options = ["--size", size, "--seed", str(seed), "--out", str(target), "--profiles", str(people)]
    subprocess.run([sys.executable, str(generator), *options], check=True, capture_output=True)
    return target


def opened(folder: Path, *, judged: bool = True) -> Bundle:
    """A bundle in memory; the judge's reading can be left out where nothing is judged."""
    return Bundle(
        name=folder.name,
        snapshot=build(read_bundle(folder)),
        catalogue=Catalogue.load(folder) if judged else None,
        profiles=json.loads((folder / "profiles.json").read_text(encoding="utf-8")),
    )


def outcomes(bundle: Bundle, count: int, seconds: float) -> Iterator[Outcome]:
    """The outcomes of so many pairs, drawn from all people and occupations of a bundle."""
    assert bundle.catalogue is not None
    random = Random(f"pairs of {bundle.name}")
    for _ in range(count):
        profile, target = random.choice(bundle.profiles), random.choice(sorted(bundle.catalogue.occupations))
        yield outcome(bundle, profile, target, seconds)


def outcome(bundle: Bundle, profile: dict[str, Any], target: str, seconds: float) -> Outcome:
    """All contenders on one pair; where the solver cannot settle it alone it may start from what others found."""
    catalogue = bundle.catalogue
    assert catalogue is not None
    took: dict[str, float] = {}
    planned = _timed(took, "planner", lambda: best_route(bundle.snapshot, profile_value(profile), target))
    proof = _timed(took, "exact", lambda: solve(Ground(catalogue, profile), target, seconds=seconds))
    greedy = _timed(took, "greedy", lambda: greedy_route(Ground(catalogue, profile), target))
    routes = {
        "planner": None if planned is None else route_json(planned),
        "exact": proof.route,
        "greedy": greedy,
    }
    found = [_units(each) for each in routes.values() if each]
    if proof.proved and found and (proof.units is None or min(found) < proof.units):
        raise ValueError(f"{profile['profile_id']} {target}: a route better than the best")
    best, is_settled, bound = proof.units, proof.proved, proof.bound
    route = proof.route
    if not proof.proved:
        known = min(found, default=NO_ROUTE)
        again = solve(Ground(catalogue, profile), target, seconds=2 * seconds, at_most=known - 1)
        best, route = min(((_units(each), each) for each in (*routes.values(), again.route) if each),
                          key=lambda one: one[0], default=(None, None))  # fmt: skip
        is_settled, bound = again.proved, max(bound, min(again.bound, known))
    return Outcome(
        where=f"{bundle.name} {profile['profile_id']} {target}",
        routes=routes,
        seconds=took,
        faults={name: check_route(catalogue, profile, dict(each)) if each else [] for name, each in routes.items()},
        best=best,
        is_settled=is_settled,
        bound=bound,
        best_route=route,
    )


def _timed(took: dict[str, float], name: str, work: Callable[[], Done]) -> Done:
    before = time.process_time()
    done = work()
    took[name] = time.process_time() - before
    return done


def _units(route: Route) -> int:
    return units_of(route["effort"])


def gap(outcome: Outcome, name: str) -> float | None:
    """How much dearer than the proved best, as a share; None when there is nothing to compare."""
    route = outcome.routes[name]
    if route is None or outcome.best is None or not outcome.is_settled:
        return None
    return (_units(route) - outcome.best) / max(outcome.best, 100_000)


def miss(catalogue: Catalogue, outcome: Outcome) -> str | None:
    """In what the planner's route differs from a better one; None when there is no better one."""
    ours, best = outcome.routes["planner"], outcome.best_route
    if best is None or (ours is not None and _units(ours) <= _units(best)):
        return None
    if ours is None:
        return "not found"
    kinds = [catalogue.positions[route["placement"]["position_id"]].kind for route in (ours, best)]
    if kinds[0] != kinds[1]:
        return f"{kinds[0]} instead of {kinds[1]}"
    taken = [sorted(step["offering_id"] for step in route["steps"]) for route in (ours, best)]
    if taken[0] == taken[1]:
        return _same_steps(ours, best)
    if len(taken[0]) != len(taken[1]):
        return f"{kinds[0]}: {'more' if len(taken[0]) > len(taken[1]) else 'fewer'} steps"
    alike = [Counter(_training(catalogue, offering) for offering in offerings) for offerings in taken]
    return f"{kinds[0]}: " + ("other offering of the same training" if alike[0] == alike[1] else "other trainings")


def _same_steps(ours: Route, best: Route) -> str:
    starts = [sorted((step["offering_id"], step["start_date"]) for step in route["steps"]) for route in (ours, best)]
    if starts[0] != starts[1]:
        return "same offerings, other starts"
    return "money" if ours["own_cost_eur"] != best["own_cost_eur"] else "other place"


def _training(catalogue: Catalogue, offering_id: str) -> tuple[object, ...]:
    offering = catalogue.offerings[offering_id]
    return (offering.teaches, offering.awards, offering.awards_cefr, offering.entry.requires)
