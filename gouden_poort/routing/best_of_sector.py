"""The one route of a sector that comes nearest to the best five, for who wants to know what became of a wish."""

from __future__ import annotations

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.planner import NO_LIMIT, Planner
from gouden_poort.routing.suggestion import worth_of


def best_of_sector(snapshot: Snapshot, profile: Profile, sector: str) -> str | None:
    """The occupation of a sector with the best score; None when no work in it has a route."""
    planner = Planner(snapshot, profile)
    worth, occupations = worth_of(planner), snapshot.columns.occupations
    row = snapshot.columns.sectors.index(sector)
    prospects = sorted(
        (bound - worth[target], target)
        for target, bound in planner.prospects()
        if int(occupations.sector[target]) == row
    )
    best: tuple[int, int] | None = None
    for bound, target in prospects:
        if best is not None and bound >= best[0]:
            break
        limit = NO_LIMIT if best is None else min(best[0] + worth[target], NO_LIMIT)
        solution = planner.solved(target, limit) if planner.bound(target) is not None else None
        if solution is not None:
            best = (solution.effort - worth[target], target)
    return None if best is None else str(occupations.id[best[1]])
