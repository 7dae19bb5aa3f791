"""Travel time, one way, by the model of the bundle format (docs/formats.md): distance, speed, a fixed part."""

from __future__ import annotations

from collections.abc import Iterable

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


def minutes(km: NDArray[np.float64], modes: Iterable[Mode]) -> NDArray[np.int32]:
    """Whole one-way minutes over those kilometres by the quickest of a person's modes."""
    per_mode = [
        np.ceil(fixed + 60 * DETOUR * km / speed - 1e-9)
        for speed, fixed in (SPEED_KMH_AND_FIXED_MINUTES[mode] for mode in modes)
    ]
    return np.asarray(np.minimum.reduce(per_mode), dtype=np.int32)
