"""Where the country is: around the places that are known, and not far out at sea."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.land import land_of, on_plane
from gouden_poort.catalogue.snapshot import Snapshot
from tests.builders import a_snapshot


def is_land(snapshot: Snapshot, lat: float, lon: float) -> bool:
    columns = snapshot.columns
    return bool(land_of(columns.places, columns.postcode_areas).holds(*on_plane(lat, lon)))


@pytest.mark.parametrize(
    ("where", "lat", "lon", "land"),
    [
        ("Groningen", 53.22, 6.57, True),
        ("Maastricht", 50.85, 5.69, True),
        ("the woods of the Veluwe", 52.18, 5.82, True),
        ("the IJsselmeer", 52.83, 5.25, False),
        ("the North Sea", 52.6, 3.9, False),
        ("the sea near Zandvoort", 52.37, 4.42, False),
        ("Germany", 51.9, 7.2, False),
    ],
)
def test_the_country_can_be_recognised(builtin: Snapshot, where: str, lat: float, lon: float, land: bool) -> None:
    assert is_land(builtin, lat, lon) is land, where


def test_land_lies_around_one_place_that_is_known() -> None:
    snapshot = a_snapshot(places=[{}])
    assert is_land(snapshot, 52.0907, 5.1214)
    assert not is_land(snapshot, 52.3, 5.1214)


def test_a_catalogue_without_places_has_no_land() -> None:
    assert not is_land(a_snapshot(), 52.0907, 5.1214)


def test_a_place_abroad_is_no_fault() -> None:
    assert not is_land(a_snapshot(places=[{"lat": 40.0, "lon": -3.0}]), 40.0, -3.0)


def test_nothing_outside_the_grid_is_land(builtin: Snapshot) -> None:
    assert not is_land(builtin, 60.0, 5.0)
