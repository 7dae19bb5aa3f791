"""What one what-if costs beside one suggestion: `make bench`, or `PYTHONPATH=. python bench/what_if.py --help`.

Without arguments: the built-in catalogue, and a third of the people of `suggestions.py`, of each group and region. Each
gets, for each kind of change, a suggestion, a what-if that knows that suggestion (as for someone who has just
seen it) and a what-if from nothing. These take turns, so that a busy machine hinders them alike. Processor time;
printed is the median over people of what-if / suggestion, which is to be at most 1.5, and the one in twenty above.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import numpy as np
from suggestions import everywhere

from gouden_poort.api.profile_schema import read_profile
from gouden_poort.catalogue.bundle import BUILTIN, read_bundle
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.snapshot_building import build
from gouden_poort.profiles.levels import CEFR, SKILL_LEVEL_HIGHEST, Mode
from gouden_poort.profiles.profile import HeldSkill, Profile
from gouden_poort.routing.route import Route
from gouden_poort.routing.suggestion import suggest
from gouden_poort.routing.what_if import what_if

EVERY = 3
ROOM = frozenset({Mode.BIKE, Mode.TRANSIT, Mode.CAR})
Change = Callable[[Profile], Profile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Seconds of processor time for one person."""

    suggestion: float
    knowing_it: float
    from_nothing: float


def changes(snapshot: Snapshot) -> dict[str, Change]:
    """Kinds of change by name; one that changes nothing for a person is not asked for them."""
    skill = most_asked_skill(snapshot)
    return {
        "10 minutes more": lambda one: replace(one, max_travel_minutes=one.max_travel_minutes + 10),
        "10 minutes less": lambda one: replace(one, max_travel_minutes=max(0, one.max_travel_minutes - 10)),
        "a level of Dutch": lambda one: replace(one, cefr=CEFR(min(one.cefr + 1, max(CEFR)))),
        "35 weeks later": lambda one: replace(one, available_from=one.available_from + timedelta(weeks=35)),
        "a skill": lambda one: replace(one, skills=with_skill(one, skill)),
        "every way to travel": lambda one: replace(one, modes=ROOM),
        "only by bike": lambda one: replace(one, modes=frozenset({Mode.BIKE})),
        "500 euro more": lambda one: replace(one, budget_eur=one.budget_eur + 500),
    }


def most_asked_skill(snapshot: Snapshot) -> str:
    """The skill that most occupations ask."""
    occupations = snapshot.columns.occupations
    asked = np.concatenate([occupations.essential_skills[row] for row in range(len(occupations.id))])
    return str(snapshot.columns.skills.id[int(np.bincount(asked).argmax())])


def with_skill(profile: Profile, skill_id: str) -> tuple[HeldSkill, ...]:
    """The skills of a person and one more, held as well as can be."""
    others = (held for held in profile.skills if held.skill_id != skill_id)
    return (*others, HeldSkill(skill_id=skill_id, level=SKILL_LEVEL_HIGHEST))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one piece of work."""
    before = time.process_time()
    work()
    return time.process_time() - before


def taken(snapshot: Snapshot, before: Profile, after: Profile) -> Taken:
    """How long the three take for one person and one change."""
    known: list[Route] = []
    return Taken(
        suggestion=seconds(lambda: known.extend(suggest(snapshot, before))),
        knowing_it=seconds(lambda: what_if(snapshot, before, after, known=seen(known))),
        from_nothing=seconds(lambda: what_if(snapshot, younger(before), younger(after))),
    )


def seen(routes: list[Route]) -> list[Route]:
    """Routes as they are compared, without their ten years."""
    return [replace(route, career=None) for route in routes]


def younger(profile: Profile) -> Profile:
    """Someone for whom nothing was judged before."""
    return replace(profile, birth_date=profile.birth_date + timedelta(days=100))


def runs(snapshot: Snapshot, people: list[Profile], change: Change) -> Iterator[Taken]:
    """The three for everyone for whom the change is one."""
    for before in people:
        after = change(before)
        if after != before:
            yield taken(snapshot, before, after)


def spread(ratios: list[float]) -> str:
    """The median, and what one in twenty is above."""
    ratios = sorted(ratios)
    return f"x{statistics.median(ratios):.2f} (p95 x{ratios[min(len(ratios) - 1, int(0.95 * len(ratios)))]:.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, default=BUILTIN, help="a catalogue; the built-in one when left out")
    parser.add_argument("--profiles", type=Path, help="a JSON list of profiles; the four people when left out")
    asked = parser.parse_args()
    snapshot = build(read_bundle(asked.bundle))
    if asked.profiles:
        people = [read_profile(each) for each in json.loads(asked.profiles.read_text())]
    else:
        people = [one for at, one in enumerate(everywhere(snapshot)) if at % EVERY == 0]
    print(f"what-if on {asked.bundle.name}, processor time beside one suggestion:")
    for name, change in changes(snapshot).items():
        found = list(runs(snapshot, people, change))
        if found:
            knowing = spread([each.knowing_it / each.suggestion for each in found])
            nothing = spread([each.from_nothing / each.suggestion for each in found])
            suggestion = 1000 * statistics.median(each.suggestion for each in found)
            print(
                f"  {name:20} {len(found):3} people, suggestion {suggestion:3.0f} ms: "
                f"{knowing} knowing it, {nothing} from nothing"
            )


if __name__ == "__main__":
    main()
