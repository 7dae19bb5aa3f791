"""Where someone lives, from what they typed."""

from __future__ import annotations

from gouden_poort.catalogue.places import Exact, Place
from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.services.finders import place_finder
from gouden_poort.services.ports import UnitOfWorkFactory


def find_place(snapshot: Snapshot, open_unit: UnitOfWorkFactory, text: str) -> Place:
    """The one place that is meant; exact for a postcode that was imported. UnknownPlace names what looks like it."""
    return place_finder(snapshot).find(text, _imported(open_unit))


def search_places(snapshot: Snapshot, open_unit: UnitOfWorkFactory, text: str, limit: int = 8) -> tuple[Place, ...]:
    """All that may be meant, most likely first."""
    return place_finder(snapshot).search(text, limit, _imported(open_unit))


def _imported(open_unit: UnitOfWorkFactory) -> Exact:
    """Looks in the imported table, and opens the database only when there is a postcode to look for."""

    def point(pc4: int) -> tuple[float, float] | None:
        with open_unit() as unit:
            known = unit.postcodes.find(pc4)
        return (known.lat, known.lon) if known else None

    return point
