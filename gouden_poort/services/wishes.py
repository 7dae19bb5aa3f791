"""What became of the sectors someone wished for, when other work suits better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.profiles.profile import Profile
from gouden_poort.routing.best_of_sector import best_of_sector
from gouden_poort.services.routes import ExplainedRoute, route_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wished sector that is not among the suggested routes."""

    sector: str
    route: ExplainedRoute | None
    """The best route there; None when there is none."""


def wishes_left(snapshot: Snapshot, profile: Profile, found: Sequence[ExplainedRoute]) -> tuple[Wish, ...]:
    """Each wished sector in which nothing was suggested, in the order of their ids; none where nothing was found."""
    if not found:
        return ()
    suggested = {_sector(snapshot, each) for each in found}
    left = sorted(profile.circumstances.wished_sectors - suggested)
    best = [(sector, best_of_sector(snapshot, profile, sector)) for sector in left]
    return tuple(
        Wish(sector=sector, route=route_to(snapshot, profile, work) if work else None) for sector, work in best
    )


def _sector(snapshot: Snapshot, found: ExplainedRoute) -> str:
    occupations = snapshot.columns.occupations
    row = occupations.id.row(found.route.target_occupation_id)
    return str(snapshot.columns.sectors[int(occupations.sector[row])])
