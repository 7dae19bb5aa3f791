"""Getting the planner ready before anybody asks: what is compiled and what is kept for a snapshot."""

from __future__ import annotations

from datetime import date, timedelta

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.levels import CEFR, Mode
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.career_ground import CareerGround
from gouden_poort.routing.kernel import entries
from gouden_poort.routing.kernel.compiled import is_ready
from gouden_poort.routing.kernel.ground import NEVER
from gouden_poort.routing.planner import Planner
from gouden_poort.routing.suggestion import suggest

_SOME_ADULT = date(1990, 1, 1)


def takes_long() -> bool:
    """Whether the loops have never been compiled on this machine: that takes about a minute, once."""
    return not is_ready()


def warm(snapshot: Snapshot) -> None:
    """Ask a question of every kind, so that nobody who comes later waits for more than its answer."""
    columns = snapshot.columns
    if not len(columns.companies.id):
        return
    profile = Profile(
        profile_id="",
        birth_date=_SOME_ADULT,
        available_from=snapshot.base_date + timedelta(weeks=4),
        lat=float(columns.companies.lat[0]),
        lon=float(columns.companies.lon[0]),
        modes=frozenset({Mode.CAR}),
        max_travel_minutes=60,
        hours_per_week=36,
        cefr=CEFR.B1,
        nlqf=2,
        budget_eur=1_000,
    )
    suggest(snapshot, profile)
    planner = Planner(snapshot, profile)
    ground, network = planner.ground, planner.network
    later = entries.make_arrival(ground, 1, network.held(planner.person.held), network.weeks((), NEVER))
    entries.soonest_jobs(ground, later)
    entries.need_weeks(later)
    for occupation in range(min(1, len(columns.occupations.id))):
        planner.bound(occupation)
        planner.solved(occupation)
        CareerGround(planner.person, planner.laws)
