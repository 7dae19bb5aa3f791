"""Which regions have something that not every region has: well spread over the country."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from math import cos, hypot, radians

from tools.build_catalogue.facts import draw, table

REGIONS_OF_SPREAD = {"every": 35, "half": 18, "few": 9}
KM_PER_DEGREE = 111.2


def regions_for(name: str, spread: str, preferred: Collection[str] = ()) -> frozenset[str]:
    """As many regions as the spread says: up to half of them preferred ones, then each time the farthest off."""
    wanted = REGIONS_OF_SPREAD[spread]
    regions = sorted((row["region_code"] for row in table("regions")), key=lambda code: draw("region", name, code))
    chosen = [code for code in regions if code in preferred][: wanted // 2] or regions[:1]
    while len(chosen) < min(wanted, len(regions)):
        chosen.append(max(regions, key=lambda code: min(_kilometres(code, other) for other in chosen)))
    return frozenset(chosen)


@cache
def _kilometres(code: str, other: str) -> float:
    """The distance between two region centres, near enough to compare."""
    (lat, lon), (to_lat, to_lon) = _centre(code), _centre(other)
    return KM_PER_DEGREE * hypot(lat - to_lat, (lon - to_lon) * cos(radians(52)))


@cache
def _centre(code: str) -> tuple[float, float]:
    row = next(row for row in table("regions") if row["region_code"] == code)
    return float(row["lat"]), float(row["lon"])
