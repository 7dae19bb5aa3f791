"""How good and how quick the planner is, beside an exact solver and a greedy cover, on made-up catalogues.

`make bench-planner GENERATOR=make_catalogue.py ASKING="--seeds 7 8"`. Processor time, so that a busy machine disturbs
less; the contenders take turns on each pair. Every route is judged by the checker of tests/feasibility.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from planner_pairs import CONTENDERS, Bundle, Outcome, gap, made, miss, opened, outcomes
from planner_suggestions import Regret, clocked, regret

from gouden_poort.catalogue.bundle import read_bundle
from gouden_poort.catalogue.snapshot_building import build

EPSILON = 1e-9
Done = TypeVar("Done")


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def share(part: int, whole: int) -> str:
    """A percentage, or a dash."""
    return f"{100 * part / whole:5.1f}%" if whole else "    -"


def row(name: str, seen: Sequence[Outcome]) -> str:
    """One line of the table of pairs."""
    able = [each for each in seen if each.has_route]
    settled = [each for each in able if each.is_settled]
    gaps = [found for each in settled if (found := gap(each, name)) is not None]
    times = [each.seconds[name] * 1000 for each in seen]
    spread = f"{100 * statistics.mean(gaps):7.2f}% {100 * p95(gaps):7.2f}%" if gaps else "      -        -"
    exact = sum(found < EPSILON for found in gaps)
    return (
        f"  {name:<8} {statistics.median(times):9.1f} {p95(times):9.1f}   "
        f"{share(sum(bool(each.routes[name]) for each in able), len(able))}  {share(exact, len(settled))}  {spread}"
        f"  {sum(bool(each.faults[name]) for each in seen):4d}"
    )


def told_pairs(size: str, seen: Sequence[Outcome], bundles: Sequence[Bundle]) -> None:
    """The table of one size, and where the planner missed the best."""
    able = [each for each in seen if each.has_route]
    settled = sum(each.is_settled for each in seen)
    alone = sum(each.is_settled and each.routes["exact"] is not None for each in able)
    print(f"\n{size}: {len(seen)} pairs, {len(able)} with a route, {settled} settled ({alone} with a route)")
    print("  contender  median ms   p95 ms    found   exact    mean gap  p95 gap  infeasible")
    for name in CONTENDERS:
        print(row(name, seen))
    for each in seen:
        for name, faults in each.faults.items():
            if faults:
                print(f"  INFEASIBLE {each.where} {name}: {faults[0]}")
    catalogues = {bundle.name: bundle.catalogue for bundle in bundles}
    misses: Counter[str] = Counter()
    for each in seen:
        catalogue = catalogues[each.where.split()[0]]
        assert catalogue is not None
        kind = miss(catalogue, each)
        if kind:
            misses[kind] += 1
            print(f"    {each.where}: {_numbers(each)}  {kind}{'' if each.is_settled else ' (best not proved)'}")
    print(f"  misses of the planner: {dict(misses)}")


def _numbers(outcome: Outcome) -> str:
    ours, best = outcome.routes["planner"], outcome.best_route
    assert best is not None
    told = [
        "none"
        if route is None
        else f"{route['effort']:.2f} (week {route['weeks_to_work']:.0f}, {len(route['steps'])} steps, "
        f"{route['own_cost_eur']:.0f} euro)"
        for route in (ours, best)
    ]
    return f"{told[0]}, best {told[1]}"


def told_suggestions(size: str, bundles: Iterable[Bundle]) -> None:
    """How long full suggestions take."""
    times = []
    for bundle in bundles:
        clocked(bundle.snapshot, bundle.profiles[0])  # what a running server has warm
        times += [clocked(bundle.snapshot, profile) for profile in bundle.profiles]
    spread = f"median {statistics.median(times):.0f} ms, p95 {p95(times):.0f}, most {max(times):.0f}"
    print(f"{size}: full suggestion, {len(times)} people: {spread}")


def losses(regrets: Sequence[Regret]) -> str:
    """The mean, the worst, and how many lose nothing."""
    points = [each.points for each in regrets]
    none = share(sum(lost < EPSILON for lost in points), len(points))
    return f"mean {statistics.mean(points):.3f} points, worst {max(points):.2f}, none {none}"


def told_regrets(size: str, regrets: Sequence[Regret]) -> None:
    """What suggestions lose; where the best five are not proved, what the best that was found shows of it."""
    whole = [each for each in regrets if not each.missing]
    proved = [each for each in whole if each.proved]
    if proved:
        print(f"{size}: regret of {len(proved)} suggestions proved: {losses(proved)}")
    if len(whole) > len(proved):
        print(f"{size}: regret of all {len(whole)} suggestions, at the least: {losses(whole)}")
    for each in regrets:
        notes = [f"regret {each.points:.2f}" if each.points else "", "" if each.proved else "not proved",
                 f"{each.missing} routes too few" if each.missing else "", *each.faults]  # fmt: skip
        if any(notes):
            print(f"    {each.profile_id}: {', '.join(note for note in notes if note)}")


def told_along(things: Iterable[Done], many: int, name: str) -> list[Done]:
    """All of them, saying on the error stream how far it is: a solver can take an hour for a hundred."""
    done: list[Done] = []
    for thing in things:
        done.append(thing)
        print(f"\r  {name} {len(done)} of {many}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return done


def told_memory(size: str, folder: Path) -> None:
    """What building and opening a snapshot take."""
    began = time.perf_counter()
    snapshot = build(read_bundle(folder))
    built, path = time.perf_counter() - began, folder / "bench.snapshot"
    snapshot.save(path)
    program = [sys.executable, str(Path(__file__).with_name("planner_memory.py"))]
    told = json.loads(subprocess.check_output([*program, str(path), str(folder / "profiles.json")], text=True))
    own, files = ([told[when][kind] for when in ("bare", "after")] for kind in ("own", "files"))
    print(f"{size}: snapshot built in {built:.1f} s, {path.stat().st_size / 1e6:.1f} MB")
    print(f"  opened in {told['open_s'] * 1000:.0f} ms, the first suggestion ever {told['first_s'] * 1000:.0f} ms")
    print(f"  memory of its own {own[0]} -> {own[1]} MB, of files {files[0]} -> {files[1]} MB")
    pages = told["mapped"]
    print(f"  of the snapshot {pages['seen']:.1f} MB: its share beside another worker {pages['share']:.1f}")


def main() -> None:
    """Print the tables that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--generator", type=Path, required=True, help="the script that makes catalogues")
    parser.add_argument("--sizes", nargs="+", default=["small", "region", "national"])
    parser.add_argument("--seeds", nargs="+", type=int, default=[1, 2, 3], help="of small; the others take the first")
    parser.add_argument("--pairs", nargs=2, type=int, default=[300, 100], help="how many of small, and of region")
    parser.add_argument(
        "--regrets", nargs=2, type=int, default=[60, 20], help="how many people of small, and of region"
    )
    parser.add_argument("--people", type=int, default=50, help="in each bundle")
    parser.add_argument("--seconds", type=float, default=20, help="that the solver may take for a pair")
    parser.add_argument("--memory", action="store_true", help="also tell what snapshots take")
    asked = parser.parse_args()
    for size in asked.sizes:
        seeds = asked.seeds if size == "small" else asked.seeds[:1]
        with TemporaryDirectory() as folder:
            folders = [made(asked.generator, size, seed, asked.people, Path(folder)) for seed in seeds]
            bundles = [opened(each, judged=size != "national") for each in folders]
            told_suggestions(size, bundles)
            if asked.memory:
                told_memory(size, folders[0])
            if size == "national":
                continue
            place = 0 if size == "small" else 1
            few = -(-asked.pairs[place] // len(bundles))
            if few:
                solved = (o for bundle in bundles for o in outcomes(bundle, few, asked.seconds))
                told_pairs(size, told_along(solved, few * len(bundles), "pair"), bundles)
            some = -(-asked.regrets[place] // len(bundles))
            people = [(bundle, profile) for bundle in bundles for profile in bundle.profiles[:some]]
            regrets = (regret(bundle, profile, asked.seconds) for bundle, profile in people)
            told_regrets(size, told_along(regrets, len(people), "suggestion"))


if __name__ == "__main__":
    main()
