"""Activities that people of some ages can go to, by the site where they are held, nearest first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.levels import Mode
from gouden_poort.profiles.tech_card import Theme

NEAREST = 4
"""Sites of one list: enough to choose from, few enough to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outing:
    """One site and what is on there for these ages."""

    site: int
    """Row of the site."""
    activities: tuple[int, ...]
    """Rows of the activities."""
    bike_minutes: int
    car_minutes: int


def outings_near(
    snapshot: Snapshot,
    point: tuple[float, float],
    *,
    ages: tuple[int, int],
    kinds: Collection[str],
    most: int = NEAREST,
) -> tuple[Outing, ...]:
    """The nearest sites with an activity open to at least one of the ages; both ends of the ages count."""
    by_site: dict[int, list[int]] = {}
    for row in _open_to(snapshot, ages, kinds):
        by_site.setdefault(int(snapshot.columns.activities.site[row]), []).append(row)
    places = snapshot.columns.sites
    rows = np.array(sorted(by_site), dtype=int)
    away = kilometres(*point, places.lat[rows], places.lon[rows])
    by_bike, by_car = minutes(away, [Mode.BIKE]), minutes(away, [Mode.CAR])
    return tuple(
        Outing(
            site=int(rows[near]),
            activities=tuple(by_site[int(rows[near])]),
            bike_minutes=int(by_bike[near]),
            car_minutes=int(by_car[near]),
        )
        for near in np.argsort(away, kind="stable")[:most].tolist()
    )


def themes_at(snapshot: Snapshot, site: int, themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """The kinds of technology of which a site teaches the work to grown-ups, in the order given."""
    offerings = snapshot.columns.offerings
    taught = set(offerings.sector[offerings.site == site].tolist())
    return tuple(theme for theme in themes if taught & sectors_of(snapshot, theme))


def sectors_of(snapshot: Snapshot, theme: Theme) -> set[int]:
    """Rows of the sectors in which the work of a theme lies; work that this catalogue lacks does not count."""
    occupations = snapshot.columns.occupations
    return {int(occupations.sector[occupations.id.row(work)]) for work in theme.work if work in occupations.id}


def _open_to(snapshot: Snapshot, ages: tuple[int, int], kinds: Collection[str]) -> list[int]:
    """Rows of activities at a site, of these kinds, that overlap with the ages."""
    activities, (youngest, oldest) = snapshot.columns.activities, ages
    open_to = (activities.site >= 0) & (activities.min_age <= oldest) & (activities.max_age >= youngest)
    return [row for row in np.flatnonzero(open_to).tolist() if activities.kind[row] in kinds]
