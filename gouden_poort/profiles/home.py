"""Where someone lives, as precisely as they told: the answer to the question `place`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

EXACT, APPROXIMATE = "exact", "approximate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A point with the words that led to it. No street and no house number: a postcode area or a place."""

    label: str
    """As it can be typed again: `8011 Zwolle` or `Zwolle`."""
    lat: float
    lon: float
    approximate: bool
    """The point is the middle of an area, so pages say `ongeveer`."""

    def as_answer(self) -> tuple[str, str, str, str]:
        """Four texts: label, degrees north, degrees east, `exact` or `approximate`.

        >>> Home(label="Zwolle", lat=52.517, lon=6.1041, approximate=True).as_answer()
        ('Zwolle', '52.517', '6.1041', 'approximate')
        """
        return self.label, repr(self.lat), repr(self.lon), APPROXIMATE if self.approximate else EXACT

    @classmethod
    def from_answer(cls, answer: Sequence[str]) -> Home:
        """The inverse of `as_answer`; ValueError when it is something else."""
        label, lat, lon, precision = answer
        home = cls(label=label, lat=float(lat), lon=float(lon), approximate=precision == APPROXIMATE)
        if precision not in (EXACT, APPROXIMATE) or not (-90 <= home.lat <= 90 and -180 <= home.lon <= 180):
            raise ValueError("not a point on earth")
        return home
