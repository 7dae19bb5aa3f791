"""The map of dots: home in the middle, places in their direction, and small enough for an old phone."""

from __future__ import annotations

import pytest

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.services.finders import land
from gouden_poort.web.pictures.place_map import LENS, MIDDLE, RADIUS, PlaceMap, Spot, place_map

ZWOLLE = (52.517, 6.104)
NORTH = Spot(number=1, name="Meppel", lat=52.69, lon=6.19)
WEST = Spot(number=2, name="Kampen", lat=52.55, lon=5.91)
HOME = Spot(number=3, name="Zwolle", lat=52.517, lon=6.104)


def drawn(builtin: Snapshot, *spots: Spot, reach_km: float = 25) -> PlaceMap:
    return place_map(land(builtin), builtin.columns.places, ZWOLLE, spots, reach_km)


def test_places_lie_in_their_direction_from_home(builtin: Snapshot) -> None:
    north, west = drawn(builtin, NORTH, WEST).numbers
    assert north.y < MIDDLE - 20
    assert west.x < MIDDLE - 20
    assert (north.lead, west.lead) == (None, None)


def test_a_place_at_home_moves_aside_and_keeps_a_line(builtin: Snapshot) -> None:
    (number,) = drawn(builtin, HOME).numbers
    assert number.lead == (MIDDLE, MIDDLE)
    assert (number.x, number.y) != (MIDDLE, MIDDLE)


def test_everything_lies_in_the_lens_however_far(builtin: Snapshot) -> None:
    far = Spot(number=4, name="Maastricht", lat=50.85, lon=5.69)
    for number in drawn(builtin, NORTH, far).numbers:
        assert (number.x - MIDDLE) ** 2 + (number.y - MIDDLE) ** 2 < RADIUS**2


@pytest.mark.parametrize(("reach_km", "ring"), [(22, True), (200, False)])
def test_the_ring_shows_where_it_fits(builtin: Snapshot, reach_km: float, ring: bool) -> None:
    assert (drawn(builtin, NORTH, reach_km=reach_km).ring is not None) is ring


def test_the_largest_towns_are_named_once(builtin: Snapshot) -> None:
    names = [label.words for label in drawn(builtin, NORTH, WEST, HOME).labels]
    assert {"Meppel", "Kampen", "Zwolle"} < set(names)
    assert len(names) == len(set(names))


def test_land_is_dots_in_rows_inside_the_picture(builtin: Snapshot) -> None:
    shown = drawn(builtin, NORTH)
    assert 20 < len(shown.land) < 200
    assert all(0 <= x <= end <= LENS + 1 for x, _y, end in (*shown.land, *shown.country))


def test_the_country_is_recognised_beside_the_lens(builtin: Snapshot) -> None:
    shown = drawn(builtin, NORTH)
    assert len(shown.country) > 40
    assert shown.home[0] > LENS - 100
