"""Where the time of a suggestion goes, by phase: `python bench/phases.py --bundle FOLDER --profiles FILE`.

Processor time of each phase by person, medians and 95th percentiles; the compiled loops are told apart from the
Python around them. Without arguments: the built-in catalogue and the people of `bench/suggestions.py`.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from suggestions import people

from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.career import Careers
from gouden_poort.routing.career_ground import CareerGround
from gouden_poort.routing.kernel import entries
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.suggestion import suggested

LOOPS = ("make_ground", "make_arrival", "cheap_bounds", "bound_of", "solve", "soonest_jobs")
Times = dict[str, list[float]]


@contextmanager
def timed_loops(into: Callable[[str, float], None]) -> Iterator[None]:
    """Have each call of a compiled loop timed."""
    plain = {name: getattr(entries, name) for name in LOOPS}

    def timed(name: str) -> Callable[..., Any]:
        def call(*values: Any) -> Any:
            before = time.process_time()
            done = plain[name](*values)
            into(name, time.process_time() - before)
            return done

        return call

    for name in LOOPS:
        setattr(entries, name, timed(name))
    try:
        yield
    finally:
        for name, loop in plain.items():
            setattr(entries, name, loop)


def phases(snapshot: Snapshot, profile: Profile) -> dict[str, float]:
    """Seconds by phase, and within a phase by loop."""
    spent: dict[str, float] = defaultdict(float)
    phase = ""

    def note(loop: str, seconds: float) -> None:
        spent[f"{phase} / {loop}"] += seconds

    with timed_loops(note):
        before = time.process_time()
        phase = "1 preparing"
        planner = Planner(snapshot, profile)
        after = time.process_time()
        spent[phase], before = after - before, after
        phase = "2 five best"
        routes = suggested(planner)
        after = time.process_time()
        spent[phase], before = after - before, after
        phase = "3 careers"
        careers = Careers(CareerGround(planner.person, planner.laws))
        for route in routes:
            careers.after(route)
        spent[phase] = time.process_time() - before
    return spent


def main() -> None:
    """Print a line for each phase."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundle", type=Path, default=BUILTIN)
    parser.add_argument("--profiles", type=Path)
    parser.add_argument("--people", type=int, default=60)
    asking = parser.parse_args()
    snapshot = build(read_bundle(asking.bundle))
    everyone = people(snapshot, asking.profiles)[: asking.people]
    phases(snapshot, everyone[0])
    times: Times = defaultdict(list)
    for profile in everyone:
        for name, seconds in phases(snapshot, profile).items():
            times[name].append(1000 * seconds)
    print(f"{len(everyone)} people, ms of processor time")
    for name in sorted(times):
        every = times[name] + [0.0] * (len(everyone) - len(times[name]))
        high = statistics.quantiles(every, n=20)[-1] if len(every) > 1 else every[0]
        print(f"  {name:<28} median {statistics.median(every):6.1f}  p95 {high:6.1f}")


if __name__ == "__main__":
    main()
