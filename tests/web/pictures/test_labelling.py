"""Room on a map: nothing that is read lies over something else."""

from __future__ import annotations

import math
from itertools import combinations

from gouden_poort.web.pictures.labelling import Box, apart, place_labels, round_about

ROOM = Box(left=0, top=0, right=340, bottom=340)


def test_numbers_on_one_spot_move_apart_and_away_from_home() -> None:
    moved = apart([(170, 170)] * 6, (170, 170), 26, 150)
    for (x, y), (other_x, other_y) in combinations([(170.0, 170.0), *moved], 2):
        assert math.hypot(x - other_x, y - other_y) > 24


def test_numbers_with_room_stay_where_they_are() -> None:
    points = [(50.0, 170.0), (170.0, 50.0)]
    assert apart(points, (170, 170), 26, 150) == points


def test_numbers_stay_inside() -> None:
    moved = apart([(320, 170)] * 3, (170, 170), 26, 150)
    assert all(math.hypot(x - 170, y - 170) <= 150.1 for x, y in moved)


def test_a_name_stands_where_nothing_else_is() -> None:
    (label,) = place_labels([("Zwolle", (100, 100), 8)], [round_about((120, 100), 10)], ROOM)
    assert (label.anchor, label.x) == ("end", 92)


def test_a_name_without_room_is_left_out() -> None:
    assert place_labels([("Zwolle", (100, 100), 8)], [round_about((100, 100), 90)], ROOM) == []


def test_a_name_stays_inside() -> None:
    (label,) = place_labels([("Amersfoort", (330, 100), 8)], [], ROOM)
    assert label.anchor == "end"
