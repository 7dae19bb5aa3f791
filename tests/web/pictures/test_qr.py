"""The QR picture: the path holds exactly the dark modules."""

from __future__ import annotations

import re

import segno

from gouden_poort.web.pictures.qr import qr_of

ADDRESS = "https://poort.example/verder"


def test_the_path_is_the_picture_with_a_light_edge() -> None:
    drawn = qr_of(ADDRESS)
    dark = {
        (int(x) + step, int(y))
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)", drawn.path)
        for step in range(int(width))
    }
    expected = segno.make(ADDRESS, micro=False, error="m").matrix_iter(border=4)
    assert dark == {(x, y) for y, row in enumerate(expected) for x, module in enumerate(row) if module}


def test_the_size_counts_the_edge() -> None:
    assert qr_of(ADDRESS).size == segno.make(ADDRESS, micro=False, error="m").symbol_size(border=4)[0]
