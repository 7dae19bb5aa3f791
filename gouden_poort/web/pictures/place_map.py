"""A map of dots: the surroundings of someone's home as through a lens, and the country with home in it.

Only the catalogue is used, no map of others. The template writes down what is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gouden_poort.catalogue.land import Land, on_plane
from gouden_poort.catalogue.snapshot import Places
from gouden_poort.web.pictures.labelling import Box, Label, Point, apart, place_labels, round_about

LENS = 340
"""Width of the picture, as of those of the routes; the lens fills it."""
MIDDLE, RADIUS = LENS / 2, 166.0
NUMBER_RADIUS, HOME_RADIUS = 12.0, 9.0
_GAP = 9.0
"""Units between dots of land."""
_COUNTRY_WIDE, _COUNTRY_GAP = 92.0, 2.6
_COUNTRY_AT = (LENS - _COUNTRY_WIDE, 300.0)
HEIGHT = 410
_LEAST_KM = 20.0
_TOWNS = 8
_LEAD = 4.0
"""How far a number moves before a line says where it belongs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Somewhere to draw: a place with its number."""

    number: int
    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A number on the map, and the point to which a line leads when the number had to move."""

    number: int
    x: float
    y: float
    lead: Point | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """Everything one SVG needs. Land is rows of dots: from x, at y, to x."""

    land: tuple[tuple[float, float, float], ...]
    gap: float
    numbers: tuple[Numbered, ...]
    labels: tuple[Label, ...]
    towns: tuple[Point, ...]
    ring: float | None
    """Radius of what can be reached; None where that lies outside the lens."""
    country: tuple[tuple[float, float, float], ...]
    country_gap: float
    home: Point
    """Home in the country; in the lens it is the middle."""
    lens: float
    """Radius of the lens as it lies over the country."""


def place_map(
    land: Land, places: Places, home: tuple[float, float], spots: Sequence[Spot], reach_km: float
) -> PlaceMap:
    """The map around a home; `reach_km`: how far its owner wants to go."""
    east, south = (float(each) for each in on_plane(*home))
    at = [tuple(float(each) for each in on_plane(spot.lat, spot.lon)) for spot in spots]
    far = max((float(np.hypot(x - east, y - south)) for x, y in at), default=0.0)
    km = _shown_km(far, reach_km)
    scale = RADIUS / km
    points = [(MIDDLE + (x - east) * scale, MIDDLE + (y - south) * scale) for x, y in at]
    moved = apart(points, (MIDDLE, MIDDLE), 2 * NUMBER_RADIUS + 2, RADIUS - NUMBER_RADIUS)
    towns = _towns(places, (east, south), scale, {spot.name for spot in spots})
    labels = _labels(spots, moved, towns)
    shown = {label.words for label in labels}
    country_scale = _COUNTRY_WIDE / land.size_km[0]
    left, top = _COUNTRY_AT
    return PlaceMap(
        land=tuple(_dots(land, (east, south), scale)),
        gap=_GAP,
        numbers=tuple(_numbered(*each) for each in zip(spots, moved, points, strict=True)),
        labels=tuple(labels),
        towns=tuple(point for name, point in towns if name in shown),
        ring=round(reach_km * scale, 1) if reach_km < km else None,
        country=tuple(_rows(*_country(land, country_scale))),
        country_gap=_COUNTRY_GAP,
        home=(round(left + east * country_scale, 1), round(top + south * country_scale, 1)),
        lens=round(max(km * country_scale, 6), 1),
    )


def _shown_km(far: float, reach: float) -> float:
    """How much the lens shows: all numbers, and the ring when that makes the rest little smaller."""
    least = max(far * 1.15, _LEAST_KM)
    return max(least, reach * 1.06) if reach < least * 1.5 else least


def _numbered(spot: Spot, moved: Point, point: Point) -> Numbered:
    far = float(np.hypot(moved[0] - point[0], moved[1] - point[1])) > _LEAD
    return Numbered(
        number=spot.number,
        x=round(moved[0], 1),
        y=round(moved[1], 1),
        lead=(round(point[0], 1), round(point[1], 1)) if far else None,
    )


def _towns(places: Places, home: Point, scale: float, named: set[str]) -> list[tuple[str, Point]]:
    """The largest places of the surroundings, by how many postcodes they have: to know where one looks."""
    east, south = on_plane(places.lat, places.lon)
    x, y = MIDDLE + (east - home[0]) * scale, MIDDLE + (south - home[1]) * scale
    inside = np.hypot(x - MIDDLE, y - MIDDLE) < RADIUS * 0.92
    by_size = np.argsort(places.pc4_from - places.pc4_to, kind="stable").tolist()
    largest = [row for row in by_size if inside[row] and places.label[row] == places.municipality[row]]
    names = [(str(places.label[row]), (round(float(x[row]), 1), round(float(y[row]), 1))) for row in largest]
    return [(name, point) for name, point in names if name not in named][:_TOWNS]


def _labels(spots: Sequence[Spot], moved: Sequence[Point], towns: Sequence[tuple[str, Point]]) -> list[Label]:
    taken = [round_about(point, NUMBER_RADIUS) for point in moved]
    taken += [round_about(point, 3) for _name, point in towns]
    taken.append(round_about((MIDDLE, MIDDLE), HOME_RADIUS))
    wanted = [(spot.name, point, NUMBER_RADIUS + 4) for spot, point in zip(spots, moved, strict=True)]
    wanted += [(name, point, 7.0) for name, point in towns]
    return place_labels(wanted, taken, Box(left=2, top=2, right=LENS - 2, bottom=LENS - 2))


def _dots(land: Land, home: Point, scale: float) -> Iterator[tuple[float, float, float]]:
    """The land in the lens; every second row lies half a gap to the side."""
    y = np.arange(MIDDLE % _GAP, LENS, _GAP)
    x = np.arange(MIDDLE % _GAP, LENS, _GAP)[None, :] + (np.arange(len(y)) % 2 * _GAP / 2)[:, None]
    high = np.broadcast_to(y[:, None], x.shape)
    inside = np.hypot(x - MIDDLE, high - MIDDLE) < RADIUS - 3
    holds = inside & land.holds(home[0] + (x - MIDDLE) / scale, home[1] + (high - MIDDLE) / scale)
    yield from _rows(x, y, holds, _GAP)


def _country(land: Land, scale: float) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_], float]:
    wide, high = land.size_km
    y = np.arange(0, high * scale, _COUNTRY_GAP)
    x = np.arange(0, wide * scale, _COUNTRY_GAP)[None, :] + (np.arange(len(y)) % 2 * _COUNTRY_GAP / 2)[:, None]
    holds = land.holds(x / scale, np.broadcast_to(y[:, None], x.shape) / scale)
    return x + _COUNTRY_AT[0], y + _COUNTRY_AT[1], holds, _COUNTRY_GAP


def _rows(
    x: NDArray[np.float64], y: NDArray[np.float64], holds: NDArray[np.bool_], gap: float
) -> Iterator[tuple[float, float, float]]:
    """Dots beside each other as one line, that is dashed when it is drawn: so a map stays small."""
    for across, down, row in zip(x, y, holds, strict=True):
        edges = np.flatnonzero(np.diff(np.concatenate([[False], row, [False]]).astype(int))).tolist()
        for first, after in zip(edges[::2], edges[1::2], strict=True):
            start = round(float(across[first]), 1)
            yield start, round(float(down), 1), round(start + (after - first - 1) * gap + 0.1, 1)
