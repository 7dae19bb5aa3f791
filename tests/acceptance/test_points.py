"""Every point of the list of acceptance has a test that says so."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
IN_THE_BENCHMARK = {16}
"""How fast a page is on a slow phone is measured by bench/pages.py: times on a busy machine say little."""
POINTS = {*range(1, 21), 23, 25} - IN_THE_BENCHMARK
"""What is promised of the pages for citizens."""


def test_every_point_has_a_test() -> None:
    told = (text for path in TESTS.rglob("test_*.py") for text in [path.read_text(encoding="utf-8")])
    shown = {int(point) for text in told for point in re.findall(r"pytest\.mark\.acceptance\((\d+)\)", text)}
    assert shown >= POINTS
