"""Travel minutes, against figures worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gouden_poort.catalogue.travel import EARTH_RADIUS_KM, Points, kilometres, minutes, minutes_between
from gouden_poort.profiles.levels import Mode


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    # A degree of a great circle is 2 pi R / 360 = 111.195 080 km.
    assert kilometres(52, 5, 53, 5) == pytest.approx(2 * math.pi * EARTH_RADIUS_KM / 360)
    assert float(kilometres(52, 5, 53, 5)) == pytest.approx(111.195080, abs=1e-6)


def test_a_degree_of_longitude_shrinks_with_the_latitude() -> None:
    # At 60 degrees north the haversine of a degree east gives h = (cos 60 x sin 0.5)^2, d = 2 R asin(sqrt h).
    by_hand = 2 * 6371.0088 * math.asin(0.5 * math.sin(math.radians(0.5)))
    assert float(kilometres(60, 5, 60, 6)) == pytest.approx(by_hand)
    assert by_hand == pytest.approx(55.597, abs=1e-3)


def test_from_utrecht_to_amersfoort_by_each_mode() -> None:
    # 0.0654 degrees north and 0.2664 x cos 52.12 = 0.1636 degrees east: 111.195 x 0.17615 = 19.59 km.
    # By bike 2 + 5.2 x 19.59 = 103.9, by transit 12 + 1.95 x 19.59 = 50.2, by car 6 + 1.41818 x 19.59 = 33.8.
    km = kilometres(52.0907, 5.1214, [52.1561], [5.3878])
    assert km[0] == pytest.approx(19.59, abs=0.01)
    assert [minutes(km, {mode}).tolist() for mode in (Mode.BIKE, Mode.TRANSIT, Mode.CAR)] == [[104], [51], [34]]
    assert minutes(km, set(Mode)).tolist() == [34]


@pytest.mark.parametrize(
    ("km", "mode", "expected"),
    [
        (0.0, Mode.BIKE, 2),
        (0.0, Mode.TRANSIT, 12),
        (0.0, Mode.CAR, 6),
        (10.0, Mode.BIKE, 54),  # 2 + 52 exactly: not 55
        (10.0, Mode.TRANSIT, 32),  # 12 + 19.5
        (10.0, Mode.CAR, 21),  # 6 + 14.18
        (20.0, Mode.TRANSIT, 51),  # 12 + 39 exactly
        (32 * 55 / 78, Mode.CAR, 38),  # 6 + 32 exactly, though binary fractions make it a hair more
    ],
)
def test_minutes_are_rounded_up_but_not_past_a_whole_number(km: float, mode: Mode, expected: int) -> None:
    assert minutes(np.array([km]), {mode}).tolist() == [expected]


def test_the_quickest_mode_counts_per_place() -> None:
    near_and_far = np.array([1.0, 30.0])
    assert minutes(near_and_far, {Mode.BIKE, Mode.TRANSIT}).tolist() == [8, 71]  # 2 + 5.2 by bike, 12 + 58.5 by transit


def test_the_other_side_of_the_earth_is_half_a_turn_away() -> None:
    assert float(kilometres(0, 0, 0, 180)) == pytest.approx(math.pi * EARTH_RADIUS_KM)


HOME = (52.0907, 5.1214)
LATITUDES = np.append(np.linspace(50.7, 53.5, 40), HOME[0])
LONGITUDES = np.append(np.linspace(7.2, 3.4, 40), HOME[1])


def test_points_on_a_sphere_are_as_far_as_the_haversine_says() -> None:
    by_points = Points.at(LATITUDES, LONGITUDES).kilometres_from(*HOME)
    assert by_points == pytest.approx(kilometres(*HOME, LATITUDES, LONGITUDES), abs=1e-9)


def test_points_on_the_other_side_of_the_earth_are_half_a_turn_away() -> None:
    assert Points.at([0], [180]).kilometres_from(0, 0)[0] == pytest.approx(math.pi * EARTH_RADIUS_KM)


@pytest.mark.parametrize("modes", [{Mode.BIKE}, {Mode.TRANSIT, Mode.CAR}, set(Mode)])
def test_the_minutes_to_one_place_are_those_to_many(modes: set[Mode]) -> None:
    one_by_one = [minutes_between(*HOME, lat, lon, modes) for lat, lon in zip(LATITUDES, LONGITUDES, strict=True)]
    assert one_by_one == minutes(kilometres(*HOME, LATITUDES, LONGITUDES), modes).tolist()
