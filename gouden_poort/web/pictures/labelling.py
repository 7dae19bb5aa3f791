"""Finding room on a map: numbers that would lie over each other move apart, and names stand where nothing else is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
_CHARACTER, _HIGH = 7.6, 17
"""Size of a character at 14 units."""
_ROUNDS = 80
_TURN = 2.4
"""Radians between one point and the next where several lie on one spot: no two go the same way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share some room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words that found room; `anchor` as SVG has it."""

    words: str
    x: float
    y: float
    anchor: str


def round_about(point: Point, radius: float) -> Box:
    """The room that a dot takes."""
    x, y = point
    return Box(left=x - radius, top=y - radius, right=x + radius, bottom=y + radius)


def apart(points: Sequence[Point], fixed: Point, gap: float, most: float) -> list[Point]:
    """The points, moved until they lie `gap` from each other and from the fixed one, and `most` from it at the most."""
    moved = list(points)
    for _round in range(_ROUNDS):
        for n in range(len(moved)):
            for other in (*range(n), -1):
                away = fixed if other < 0 else moved[other]
                push = _push(moved[n], away, gap, n)
                share = 1.0 if other < 0 else 0.5
                moved[n] = moved[n][0] + push[0] * share, moved[n][1] + push[1] * share
                if other >= 0:
                    moved[other] = away[0] - push[0] * share, away[1] - push[1] * share
            moved[n] = _within(moved[n], fixed, most)
    return moved


def _push(point: Point, other: Point, gap: float, turn: int) -> Point:
    """How far and where a point must go to lie a gap from another."""
    dx, dy = point[0] - other[0], point[1] - other[1]
    length = math.hypot(dx, dy)
    if length >= gap:
        return 0.0, 0.0
    if length < 0.01:
        return gap * math.cos(_TURN * turn), gap * math.sin(_TURN * turn)
    return dx / length * (gap - length), dy / length * (gap - length)


def _within(point: Point, middle: Point, most: float) -> Point:
    dx, dy = point[0] - middle[0], point[1] - middle[1]
    length = math.hypot(dx, dy)
    return point if length <= most else (middle[0] + dx / length * most, middle[1] + dy / length * most)


def place_labels(wanted: Iterable[tuple[str, Point, float]], taken: Sequence[Box], room: Box) -> list[Label]:
    """A label at each point (words, point, distance) with room at a side, above or below; the first come first."""
    full, placed = list(taken), []
    for words, point, away in wanted:
        for label, box in _sides(words, point, away):
            if not any(box.meets(other) for other in full) and _inside(box, room):
                full.append(box)
                placed.append(label)
                break
    return placed


def _sides(words: str, point: Point, away: float) -> Iterable[tuple[Label, Box]]:
    x, y = point
    wide = len(words) * _CHARACTER
    for left, middle in (
        (x + away, y),
        (x - away - wide, y),
        (x - wide / 2, y - away - 6),
        (x - wide / 2, y + away + 8),
    ):
        anchor, at = ("start", left) if left > x else ("end", left + wide) if left + wide < x else ("middle", x)
        box = Box(left=left, top=middle - _HIGH / 2, right=left + wide, bottom=middle + _HIGH / 2)
        yield Label(words=words, x=round(at, 1), y=round(middle + 5, 1), anchor=anchor), box


def _inside(box: Box, room: Box) -> bool:
    return room.left <= box.left and box.right <= room.right and room.top <= box.top and box.bottom <= room.bottom
