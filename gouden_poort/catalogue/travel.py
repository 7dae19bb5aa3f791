"""Travel time, one way, by the model of the bundle format (docs/formats.md): distance, speed, a fixed part."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gouden_poort.profiles.levels import Mode

EARTH_RADIUS_KM = 6371.0088
DETOUR = 1.3
"""How much longer a real road is than the straight line."""
SPEED_KMH_AND_FIXED_MINUTES = {Mode.BIKE: (15, 2), Mode.TRANSIT: (40, 12), Mode.CAR: (55, 6)}


def kilometres(lat: float, lon: float, to_lat: ArrayLike, to_lon: ArrayLike) -> NDArray[np.float64]:
    """Great-circle kilometres (haversine) from one point to many; degrees WGS84."""
    lat_1, lon_1 = np.radians(lat), np.radians(lon)
    lat_2, lon_2 = np.radians(np.asarray(to_lat, dtype=float)), np.radians(np.asarray(to_lon, dtype=float))
    h = np.sin((lat_2 - lat_1) / 2) ** 2 + np.cos(lat_1) * np.cos(lat_2) * np.sin((lon_2 - lon_1) / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(h, 1.0))))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """Places as points on a sphere with radius 1: worked out once, they are quick to measure from anywhere.

    Half the straight line between two such points is the square root of the h of the haversine formula.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    z: NDArray[np.float64]

    @classmethod
    def at(cls, lat: ArrayLike, lon: ArrayLike) -> Points:
        north, east = np.radians(np.asarray(lat, dtype=float)), np.radians(np.asarray(lon, dtype=float))
        return cls(x=np.cos(north) * np.cos(east), y=np.cos(north) * np.sin(east), z=np.sin(north))

    def kilometres_from(self, lat: float, lon: float) -> NDArray[np.float64]:
        """Great-circle kilometres to each of the points."""
        here = Points.at(lat, lon)
        h = ((self.x - here.x) ** 2 + (self.y - here.y) ** 2 + (self.z - here.z) ** 2) / 4
        return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(h, 1.0))))


def minutes(km: NDArray[np.float64], modes: Iterable[Mode]) -> NDArray[np.int32]:
    """Whole one-way minutes over those kilometres by the quickest of a person's modes."""
    per_mode = [
        fixed + 60 * DETOUR * km / speed for speed, fixed in (SPEED_KMH_AND_FIXED_MINUTES[mode] for mode in modes)
    ]
    return np.asarray(np.ceil(np.minimum.reduce(per_mode) - 1e-9), dtype=np.int32)


def minutes_between(lat: float, lon: float, to_lat: float, to_lon: float, modes: Iterable[Mode]) -> int:
    """The same for one place, by the formulas as they are written in the format."""
    lat_1, lat_2 = math.radians(lat), math.radians(to_lat)
    across = math.cos(lat_1) * math.cos(lat_2) * math.sin(math.radians(to_lon - lon) / 2) ** 2
    h = math.sin((lat_2 - lat_1) / 2) ** 2 + across
    km = 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(h, 1.0)))
    roads = (SPEED_KMH_AND_FIXED_MINUTES[mode] for mode in modes)
    return min(math.ceil(fixed + 60 * DETOUR * km / speed - 1e-9) for speed, fixed in roads)


def kilometres_within(many: int, modes: Iterable[Mode]) -> float:
    """How far someone comes in so many minutes by the quickest of their modes, as the crow flies.

    >>> round(kilometres_within(45, [Mode.BIKE, Mode.CAR]), 1)
    27.5
    """
    roads = (SPEED_KMH_AND_FIXED_MINUTES[mode] for mode in modes)
    return max(max(0.0, many - fixed) * speed / (60 * DETOUR) for speed, fixed in roads)
