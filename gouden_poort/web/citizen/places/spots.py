"""Places near someone in words: one spot for each town, by travel time, with what is there and what it is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.services.near_places import NearPlace, PlaceKind
from gouden_poort.web.filters import minutes
from gouden_poort.web.language import _, later, nl
from gouden_poort.web.wording import comma_list
from gouden_poort.web.words.names import Names, extra, sector_name

KINDS: Mapping[PlaceKind, tuple[str, str]] = MappingProxyType(
    {
        PlaceKind.HYBRID: (later("Hybride techniekcentrum"), later("Techniekcentra")),
        PlaceKind.SCHOOL: (later("School"), later("Scholen")),
        PlaceKind.MEETING: (later("Kennismaken met techniek"), later("Kennismaken")),
        PlaceKind.COMPANY: (later("Bedrijf"), later("Bedrijven")),
    }
)
"""What one of a kind is called, and the kind itself."""
_MOST_SECTORS = 4
CLOSE = 5
"""Minutes below which a number would say more than we know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """One place: what it is, and why someone would go there."""

    title: str
    kind: str
    url: str
    """Empty, or a web address."""
    example: bool
    work: tuple[tuple[str, str], ...]
    """Id and name of the work whose route goes past it."""
    taught: str
    """The kinds of technical work that are taught there; empty when nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TownSpot:
    """A town with its places, under one number."""

    number: int
    town: str
    lat: float
    lon: float
    travel: str
    """How long the way is, in words."""
    places: tuple[PlaceLine, ...]

    @property
    def row(self) -> tuple[int, str, str, int]:
        """The same as a row of a table."""
        return self.number, nl(self.town), self.travel, len(self.places)


def town_spots(snapshot: Snapshot, places: Sequence[NearPlace]) -> tuple[TownSpot, ...]:
    """Places that come by travel time, by town; a town lies where its nearest place lies."""
    towns: dict[str, list[NearPlace]] = {}
    for place in places:
        towns.setdefault(place.city, []).append(place)
    return tuple(
        TownSpot(
            number=number,
            town=town,
            lat=there[0].lat,
            lon=there[0].lon,
            travel=_travel(there[0].minutes),
            places=tuple(_line(snapshot, place) for place in there),
        )
        for number, (town, there) in enumerate(towns.items(), start=1)
    )


def _travel(many: int) -> str:
    """An estimate from the middle of one town to that of another says little about a short way."""
    return _("dicht bij jou") if many <= CLOSE else _("ongeveer %(time)s reizen", time=minutes(many))


def _line(snapshot: Snapshot, place: NearPlace) -> PlaceLine:
    is_company = place.kind is PlaceKind.COMPANY
    block = snapshot.columns.companies if is_company else snapshot.columns.sites
    names, url = Names(snapshot), extra(block, place.row, "url")
    return PlaceLine(
        title=str(block.label[place.row]),
        kind=_(KINDS[place.kind][0]),
        url=url if url.startswith("https://") else "",
        example=extra(block, place.row, "example") == "1",
        work=tuple((each, names.occupation(each)) for each in place.occupations),
        taught="" if is_company else _taught(snapshot, place.row),
    )


def _taught(snapshot: Snapshot, site: int) -> str:
    """The sectors of the work that is taught at a site, those with most courses first."""
    offerings, occupations = snapshot.columns.offerings, snapshot.columns.occupations
    here = offerings.sector[offerings.site == site]
    sectors, many = np.unique(here[np.isin(here, occupations.sector)], return_counts=True)
    most = sectors[np.argsort(-many, kind="stable")][:_MOST_SECTORS].tolist()
    return comma_list([sector_name(snapshot, str(snapshot.columns.sectors[sector])) for sector in most])
