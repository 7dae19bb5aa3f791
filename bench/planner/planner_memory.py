"""What a worker needs to open a snapshot: run in a process of its own, `python planner_memory.py SNAPSHOT PROFILES`."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.routing.suggestion import suggest
from tests.feasibility.adapters import profile_value


def megabytes() -> dict[str, int]:
    """Of this process: memory of its own, and pages of files that others can share."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.startswith("Rss")}
    return {"own": kilobytes["RssAnon"] // 1024, "files": kilobytes["RssFile"] // 1024}


def main() -> None:
    """Open, plan for a few people, and print what that took as JSON."""
    path, profiles = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    bare = megabytes()
    began = time.perf_counter()
    snapshot = Snapshot.open(path)
    opened, first = time.perf_counter() - began, time.perf_counter()
    suggest(snapshot, profile_value(profiles[0]))
    first_took = time.perf_counter() - first
    for profile in profiles[1:6]:
        suggest(snapshot, profile_value(profile))
    print(json.dumps({"open_s": opened, "first_s": first_took, "bare": bare, "after": megabytes()}))


if __name__ == "__main__":
    main()
