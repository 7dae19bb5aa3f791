"""The timeline as a drawing: in time, side by side where steps overlap, and readable."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from gouden_poort.web.pictures.timeline import LYING_WIDTH, UPRIGHT_WIDTH, Bar, lying, timeline, upright

MONDAY = date(2027, 1, 4)
LONG = "Eerste monteur elektrotechnische industriële installaties en besturingssystemen"


def a_bar(start: int, weeks: int | None, label: str = "Cursus", look: str = "learn") -> Bar:
    begin = MONDAY + timedelta(weeks=start)
    return Bar(label=label, start=begin, end=begin + timedelta(weeks=weeks) if weeks else None, look=look)


BUSY = [
    a_bar(0, 10),
    a_bar(2, 1, LONG),
    a_bar(4, 4),
    a_bar(10, 104, LONG, "learn-work"),
    a_bar(114, None, LONG, "work"),
]
SHAPES = [BUSY, [a_bar(0, None)], [a_bar(0, 1), a_bar(1, None)], [a_bar(i, 1) for i in range(12)] + [a_bar(200, None)]]


@pytest.mark.parametrize("bars", SHAPES)
def test_time_runs_down_and_longer_takes_more(bars: list[Bar]) -> None:
    drawn = upright(bars).bars
    assert [bar.y for bar in drawn] == sorted(bar.y for bar in drawn)
    lengths = {bar.end - bar.start: shape.height for bar, shape in zip(bars, drawn, strict=True) if bar.end}
    assert [lengths[many] for many in sorted(lengths)] == sorted(lengths.values())


@pytest.mark.parametrize("bars", SHAPES)
def test_bars_never_lie_over_each_other(bars: list[Bar]) -> None:
    for drawing in (upright(bars), lying(bars)):
        for i, one in enumerate(drawing.bars):
            for other in drawing.bars[i + 1 :]:
                apart_x = one.x + one.width <= other.x or other.x + other.width <= one.x
                apart_y = one.y + one.height <= other.y + 8 or other.y + other.height <= one.y + 8
                assert apart_x or apart_y, (one, other)


@pytest.mark.parametrize("bars", SHAPES)
def test_words_beside_upright_bars_never_lie_over_each_other(bars: list[Bar]) -> None:
    drawn = upright(bars).bars
    for above, below in pairwise(drawn):
        assert above.text_y + 18 * len(above.lines) < below.text_y - 12


@pytest.mark.parametrize("bars", SHAPES)
def test_everything_stays_inside_the_drawing(bars: list[Bar]) -> None:
    tall, wide = upright(bars), lying(bars)
    for drawing, width in ((tall, UPRIGHT_WIDTH), (wide, LYING_WIDTH)):
        for bar in drawing.bars:
            assert bar.x >= 0
            assert bar.x + bar.width <= width
            assert bar.y + bar.height <= drawing.height
            assert bar.text_y + 18 * (len(bar.lines) - 1) <= drawing.height
    for bar in tall.bars:
        assert all(bar.text_x + len(line) * 7.4 <= UPRIGHT_WIDTH for line in bar.lines)


def test_long_names_are_kept_whole() -> None:
    assert " ".join(upright(BUSY).bars[1].lines) == LONG
    assert lying(BUSY).bars[1].lines == (LONG,)


@pytest.mark.parametrize("weeks", [4, 20, 60, 150, 400, 520])
def test_the_axis_has_a_few_dates_in_order(weeks: int) -> None:
    ticks = lying([a_bar(0, weeks), a_bar(weeks, None)]).ticks
    assert len(ticks) <= 10
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)
    assert all(0 <= tick.at <= LYING_WIDTH for tick in ticks)


def test_the_table_says_what_the_picture_shows() -> None:
    picture = timeline(BUSY)
    assert picture.rows[0] == ("Cursus", "4 januari 2027", "15 maart 2027")
    assert picture.rows[-1] == (LONG, "12 maart 2029", "gaat door")
    assert picture.description == (
        "De route begint op 4 januari 2027, met 4 stappen. Het werk waar je naartoe gaat begint op 12 maart 2029."
    )
