"""How long a full suggestion takes, from the command line: `make bench`, or `python bench/suggestions.py --help`.

Without arguments: the built-in catalogue, four people (one of each group) in each of the 35 region centres. With
`--bundle` and `--profiles`: any catalogue and profiles. Catalogue in memory, one core, processor time, so that a busy
machine disturbs less; each person is planned for once, as a visitor is.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from gouden_poort.api.profile_schema import read_profile
from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.levels import CEFR, Benefit, Mode, TargetGroup
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.suggestion import suggest

NEWCOMER = Profile(
    profile_id="newcomer",
    birth_date=date(1997, 5, 3),
    available_from=date(2027, 1, 4),
    lat=52.517,
    lon=6.104,
    modes=frozenset({Mode.BIKE, Mode.TRANSIT}),
    max_travel_minutes=60,
    hours_per_week=36,
    cefr=CEFR.A1,
    nlqf=1,
    skills=(HeldSkill(skill_id="sk-gereedschap-hand", level=2), HeldSkill(skill_id="sk-rekenen-basis", level=2)),
    target_groups=frozenset({TargetGroup.STATUS_HOLDER}),
    benefit=Benefit.BIJSTAND,
    budget_eur=500,
)
PEOPLE = (
    NEWCOMER,
    replace(
        NEWCOMER,
        profile_id="starter",
        birth_date=date(2008, 9, 14),
        cefr=CEFR.B2,
        target_groups=frozenset({TargetGroup.STARTER}),
        benefit=Benefit.NONE,
        budget_eur=300,
    ),
    replace(
        NEWCOMER,
        profile_id="career changer",
        birth_date=date(1991, 2, 20),
        modes=frozenset(Mode),
        cefr=CEFR.C1,
        nlqf=3,
        target_groups=frozenset({TargetGroup.CAREER_CHANGER}),
        benefit=Benefit.NONE,
        budget_eur=1500,
    ),
    replace(
        NEWCOMER,
        profile_id="experienced",
        birth_date=date(1980, 7, 1),
        modes=frozenset({Mode.TRANSIT, Mode.CAR}),
        cefr=CEFR.C1,
        nlqf=2,
        skills=(HeldSkill(skill_id="sk-lassen-migmag", level=4), HeldSkill(skill_id="sk-gereedschap-hand", level=4)),
        target_groups=frozenset({TargetGroup.EXPERIENCED}),
        benefit=Benefit.WW,
        budget_eur=1000,
        hours_per_week=38,
    ),
)


def everywhere(snapshot: Snapshot) -> Iterator[Profile]:
    """Each of the four people in each region centre, born on another day, so that nobody finds doors judged before."""
    regions = snapshot.columns.regions
    for person in PEOPLE:
        for row in range(len(regions.code)):
            born = person.birth_date + timedelta(days=row)
            yield replace(person, lat=float(regions.lat[row]), lon=float(regions.lon[row]), birth_date=born)


def people(snapshot: Snapshot, file: Path | None) -> list[Profile]:
    """The people of a file, or the four everywhere."""
    if file is None:
        return list(everywhere(snapshot))
    return [read_profile(each) for each in json.loads(file.read_text())]


def milliseconds(snapshot: Snapshot, profile: Profile) -> float:
    """Processor time of one full suggestion."""
    before = time.process_time()
    suggest(snapshot, profile)
    return (time.process_time() - before) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, default=BUILTIN, help="a catalogue; the built-in one when left out")
    parser.add_argument("--profiles", type=Path, help="a JSON list of profiles; the four people when left out")
    asked = parser.parse_args()
    snapshot = build(read_bundle(asked.bundle))
    profiles = people(snapshot, asked.profiles)
    milliseconds(snapshot, profiles[0])  # the first one also warms what a running server has warm
    times = sorted(milliseconds(snapshot, profile) for profile in profiles)
    print(f"{asked.bundle.name}: {len(snapshot.columns.offerings.id)} offerings, {len(times)} suggestions")
    p95 = times[min(len(times) - 1, int(0.95 * len(times)))]
    print(f"ms of processor time: median {statistics.median(times):.0f}, p95 {p95:.0f}, most {times[-1]:.0f}")


if __name__ == "__main__":
    main()
