"""What workers that plan on one snapshot file need: `python planner_memory.py SNAPSHOT PROFILES`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.suggestion import suggest
from tests.feasibility.adapters import profile_value

WORKERS = 2
PEOPLE = 6
WORKER = "--worker"


def megabytes() -> dict[str, int]:
    """Of this process: memory of its own, and pages of files that others can share."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith("Rss")}
    return {"own": kilobytes["RssAnon"] // 1024, "files": kilobytes["RssFile"] // 1024}


def mapped(path: Path) -> dict[str, float]:
    """Of the snapshot file: the pages this process has seen, its fair share of them, and what only it has."""
    kilobytes: Counter[str] = Counter()
    is_ours = False
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        name, *rest = line.split()
        if not name.endswith(":"):
            is_ours = line.endswith(str(path))
        elif is_ours and rest[0].isdecimal():
            kilobytes[name] += int(rest[0])
    alone = kilobytes["Private_Clean:"] + kilobytes["Private_Dirty:"]
    return {"seen": kilobytes["Rss:"] / 1024, "share": kilobytes["Pss:"] / 1024, "alone": alone / 1024}


def work(path: Path, profiles: Path) -> None:
    """Open, plan for a few people, wait until all workers have, and print what that took as JSON."""
    people = [profile_value(profile) for profile in json.loads(profiles.read_text(encoding="utf-8"))[:PEOPLE]]
    bare, began = megabytes(), time.perf_counter()
    snapshot = Snapshot.open(path)
    opened, first = time.perf_counter() - began, time.perf_counter()
    suggest(snapshot, people[0])
    told = {"open_s": opened, "first_s": time.perf_counter() - first, "bare": bare}
    for profile in people[1:]:
        suggest(snapshot, profile)
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(told | {"after": megabytes(), "mapped": mapped(path)}))


def main() -> None:
    """Print what the first worker took, measured while another has the same file open."""
    path, profiles = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    if WORKER in sys.argv:
        work(path, profiles)
        return
    program = [sys.executable, __file__, str(path), str(profiles), WORKER]
    workers = [_started(program) for _ in range(WORKERS)]
    told = [worker.communicate("\n")[0] for worker in workers]
    print(told[0].strip())


def _started(program: Sequence[str]) -> subprocess.Popen[str]:
    """A worker that has planned; each has the machine to itself until then."""
    worker = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    worker.stdout.readline()
    return worker


if __name__ == "__main__":
    main()
