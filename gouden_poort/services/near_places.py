"""Where someone can learn or work near home: the places on their routes, and the nearest of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.columns import Floats
from gouden_poort.catalogue.snapshot import Companies, Sites, Snapshot
from gouden_poort.catalogue.travel import kilometres, minutes
from gouden_poort.profiles.levels import Mode
from gouden_poort.routing.route import Route

NEAREST, OF_ONE_KIND = (2, 5), (4, 10)
"""How many of each kind are shown in one town and in all, among other kinds and alone."""
INSTEAD = 3
"""How many are shown that lie too far, where nothing lies near enough."""


class PlaceKind(Enum):
    """What a place is to someone who looks for technical work."""

    HYBRID = "hybrid"
    SCHOOL = "school"
    MEETING = "meeting"
    """Where one gets to know technical work."""
    COMPANY = "company"


_OF_SUBKIND: Mapping[str, PlaceKind] = MappingProxyType(
    {
        "hybrid_learning_centre": PlaceKind.HYBRID,
        "orientation_hub": PlaceKind.MEETING,
        "tech_promotion": PlaceKind.MEETING,
        "roc": PlaceKind.SCHOOL,
        "sector_school": PlaceKind.SCHOOL,
        "company_school": PlaceKind.SCHOOL,
    }
)
"""Other sites, such as rooms for language lessons, show only to who has them on a route."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """From where someone goes, how, and how long at the most."""

    lat: float
    lon: float
    modes: frozenset[Mode]
    most_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPlace:
    """One site or company."""

    kind: PlaceKind
    row: int
    """Row of the company when the kind says so, else of the site."""
    city: str
    lat: float
    lon: float
    minutes: int
    """One way, by the quickest mode of the traveller."""
    occupations: tuple[str, ...]
    """The work whose route goes past this place, in the order of the routes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Places by travel time; `too_far`: nothing was near enough, and these are the nearest."""

    places: tuple[NearPlace, ...]
    too_far: bool


_Key = tuple[bool, int]
"""Whether it is a company, and its row."""


def near_places(
    snapshot: Snapshot, traveller: Traveller, routes: Sequence[Route] = (), kind: PlaceKind | None = None
) -> Near:
    """All places on the routes and the nearest of each kind, or of one kind; the nearest first.

    Who has routes sees only the companies on those, unless companies are asked for.
    """
    passed = _passed(snapshot, routes)
    ordered = sorted(_all_places(snapshot, traveller, passed), key=lambda place: (place.minutes, place.city))
    wanted = set(PlaceKind) - {PlaceKind.COMPANY} if routes and kind is None else {kind} if kind else set(PlaceKind)
    of_kind = [place for place in ordered if place.kind in wanted or (place.occupations and kind is None)]
    reached = [place for place in of_kind if place.minutes <= traveller.most_minutes or place.occupations]
    if not reached:
        return Near(places=tuple(of_kind[:INSTEAD]), too_far=True)
    return Near(places=tuple(_not_too_many(reached, *(NEAREST if kind is None else OF_ONE_KIND))), too_far=False)


def _not_too_many(places: Iterable[NearPlace], in_town: int, most: int) -> Iterator[NearPlace]:
    """Everything on a route, and of what is left the nearest of each kind; one town does not take all room."""
    of_kind: Counter[PlaceKind] = Counter()
    of_town: Counter[tuple[PlaceKind, str]] = Counter()
    for place in places:
        town = place.kind, place.city
        if place.occupations or (of_kind[place.kind] < most and of_town[town] < in_town):
            of_kind[place.kind] += 1
            of_town[town] += 1
            yield place


def _all_places(snapshot: Snapshot, traveller: Traveller, passed: Mapping[_Key, Sequence[str]]) -> Iterator[NearPlace]:
    sites, companies = snapshot.columns.sites, snapshot.columns.companies
    times = _minutes(traveller, sites.lat, sites.lon)
    for row in range(len(sites.id)):
        used_by = tuple(passed.get((False, row), ()))
        kind = _OF_SUBKIND.get(_subkind(snapshot, row), PlaceKind.SCHOOL if used_by else None)
        if kind is not None:
            yield _place(sites, row, kind, int(times[row]), used_by)
    times = _minutes(traveller, companies.lat, companies.lon)
    for row in sorted(set(snapshot.columns.positions.company.tolist())):
        yield _place(companies, row, PlaceKind.COMPANY, int(times[row]), tuple(passed.get((True, row), ())))


def _place(block: Sites | Companies, row: int, kind: PlaceKind, many: int, occupations: tuple[str, ...]) -> NearPlace:
    return NearPlace(
        kind=kind,
        row=row,
        city=str(block.city[row]),
        lat=float(block.lat[row]),
        lon=float(block.lon[row]),
        minutes=many,
        occupations=occupations,
    )


def _passed(snapshot: Snapshot, routes: Sequence[Route]) -> Mapping[_Key, list[str]]:
    """Which work each place leads to on these routes."""
    offerings, positions = snapshot.columns.offerings, snapshot.columns.positions
    passed: dict[_Key, list[str]] = {}
    for route in routes:
        steps = [int(offerings.site[offerings.id.row(step.offering_id)]) for step in route.steps]
        places: list[_Key] = [(False, site) for site in steps if site >= 0]
        places.append((True, int(positions.company[positions.id.row(route.placement.position_id)])))
        for place in dict.fromkeys(places):
            passed.setdefault(place, []).append(route.target_occupation_id)
    return passed


def _minutes(traveller: Traveller, lat: Floats, lon: Floats) -> NDArray[np.int32]:
    return minutes(kilometres(traveller.lat, traveller.lon, lat, lon), traveller.modes)


def _subkind(snapshot: Snapshot, site: int) -> str:
    """What a site is, or else what its provider is."""
    columns = snapshot.columns
    told = str(columns.sites.extra["subkind"][site]) if "subkind" in columns.sites.extra else ""
    return told or str(columns.providers.kind[columns.sites.provider[site]])
