"""Where the country is: cells of land, worked out from the places and postcode areas of the catalogue.

The catalogue has no borders and no coast. Around every known point lies land; what so comes to lie outside, at the
coast and the border, is taken off again. Lakes stay, and the country can be recognised.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gouden_poort.catalogue.snapshot import Places, PostcodeAreas

CELL_KM = 2.0
_AROUND_KM, _TAKEN_OFF_KM = 10.0, 6.0
"""Half the widest gap that is filled between two points, and the rim that goes; found by eye on a map."""
_NORTH, _WEST = 53.75, 3.2
"""The corner from which kilometres are counted: north west of every place in the country."""
_WIDE_KM, _HIGH_KM = 300.0, 350.0
_KM_A_DEGREE_SOUTH, _KM_A_DEGREE_EAST = 111.2, 68.2
"""At 52 degrees north, which is near enough for a country this small."""

Numbers = NDArray[np.float64]


def on_plane(lat: ArrayLike, lon: ArrayLike) -> tuple[Numbers, Numbers]:
    """Kilometres to the east and to the south of the corner."""
    east = (np.asarray(lon, dtype=float) - _WEST) * _KM_A_DEGREE_EAST
    return east, (_NORTH - np.asarray(lat, dtype=float)) * _KM_A_DEGREE_SOUTH


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Land:
    """The cells, row by row from the north west."""

    cells: NDArray[np.bool_]

    def holds(self, east: ArrayLike, south: ArrayLike) -> NDArray[np.bool_]:
        """Whether points on the plane lie on land; nothing does outside the grid."""
        column = np.floor(np.asarray(east, dtype=float) / CELL_KM).astype(int)
        row = np.floor(np.asarray(south, dtype=float) / CELL_KM).astype(int)
        rows, columns = self.cells.shape
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        return np.asarray(inside & self.cells[np.where(inside, row, 0), np.where(inside, column, 0)])

    @property
    def size_km(self) -> tuple[float, float]:
        """How wide and how high the grid is."""
        rows, columns = self.cells.shape
        return columns * CELL_KM, rows * CELL_KM


def land_of(places: Places, areas: PostcodeAreas) -> Land:
    """The land around the places and postcode areas of a catalogue."""
    disc = _disc(_AROUND_KM)
    margin = disc.shape[0]
    cells = np.zeros((int(_HIGH_KM / CELL_KM) + 2 * margin, int(_WIDE_KM / CELL_KM) + 2 * margin), dtype=bool)
    east, south = on_plane(np.concatenate([places.lat, areas.lat]), np.concatenate([places.lon, areas.lon]))
    known = (east >= 0) & (east < _WIDE_KM) & (south >= 0) & (south < _HIGH_KM)
    for row, column in zip((south[known] / CELL_KM).astype(int), (east[known] / CELL_KM).astype(int), strict=True):
        top, start = row + margin - margin // 2, column + margin - margin // 2
        cells[top : top + margin, start : start + margin] |= disc
    return Land(cells=_without_rim(cells)[margin:-margin, margin:-margin])


def _disc(radius_km: float) -> NDArray[np.bool_]:
    """A round stamp of cells."""
    reach = int(radius_km / CELL_KM)
    away = np.arange(-reach, reach + 1) ** 2
    return np.asarray(away[:, None] + away[None, :] <= (radius_km / CELL_KM) ** 2)


def _without_rim(cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Only what has land all around it."""
    disc = _disc(_TAKEN_OFF_KM)
    kept = cells.copy()
    for row, column in np.argwhere(disc) - disc.shape[0] // 2:
        kept &= np.roll(cells, (row, column), axis=(0, 1))
    return kept
