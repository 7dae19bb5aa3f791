"""How many plans the house looks at again in a second: `make bench`, or `python bench/look_again.py`.

The invented people of the demo with their plans, on the built-in catalogue and SQLite, after another version of that
catalogue became active. What is measured is what `gouden-poort look-again` does, in this process, on one core.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from gouden_poort.catalogue.bundle import BUILTIN, content_hash, read_bundle
from gouden_poort.services.catalogues import load_builtin
from gouden_poort.services.demo.loading import load
from gouden_poort.services.ten_years.reviewing import Reviewed, review_plans
from tests.databases import Database, Databases

PEOPLE = 300
LEAST_A_SECOND = 2
NOW = datetime.now(UTC)
SECRET = str(uuid4())


def fill(database: Database, people: int) -> None:
    """Put everyone in with their plans, and let a catalogue answer that is another one and says the same."""
    shelf = database.shelf()
    load_builtin(database.unit, shelf, NOW)
    load(database.unit, shelf.active(), many=people, seed=1, password=SECRET, key=SECRET, moment=NOW)
    bundle = read_bundle(BUILTIN)
    other = replace(bundle, other_files={**bundle.other_files, "bench.txt": b"later"})
    shelf.prepare(other, content_hash(other))
    with database.unit() as unit:
        unit.catalogues.activate(unit.catalogues.add(other, content_hash(other), NOW).id, NOW)
        unit.commit()


def go_round(database: Database) -> tuple[Reviewed, float]:
    """One round, and how many seconds it took."""
    began = time.perf_counter()
    done = review_plans(database.unit, database.shelf(), datetime.now(UTC))
    return done, time.perf_counter() - began


def main() -> int:
    """Print what was found; 1 when it goes too slowly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    people = parser.parse_args().people
    print(f"{people:,} people of the demo; load before: {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as name, Databases(Path(name), None).migrated(Path(name)) as database:
        fill(database, people)
        done, seconds = go_round(database)
        again, more = go_round(database)
    a_second = done.looked / seconds
    mark = "ok  " if a_second >= LEAST_A_SECOND else "SLOW"
    found = ", ".join(f"{many} {kind.value}" for kind, many in sorted(done.found.items())) or "nothing"
    print(f"{mark} {done.looked} plans in {seconds:.1f} s: {a_second:.1f} a second (at least {LEAST_A_SECOND})")
    print(f"     found: {found}; a second round looked at {again.looked} in {more:.2f} s")
    return 0 if a_second >= LEAST_A_SECOND else 1


if __name__ == "__main__":
    sys.exit(main())
