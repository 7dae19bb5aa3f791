"""Pictures on a page that is read from right to left: what is drawn is turned round, words are not."""

from __future__ import annotations

from datetime import date, timedelta

from gouden_poort.web.language import LANGUAGES, nl, speaking
from gouden_poort.web.pictures.timeline import LYING_WIDTH, UPRIGHT_WIDTH, Bar, timeline

MONDAY = date(2027, 1, 4)
AFTER = MONDAY + timedelta(weeks=20)
BARS = (
    Bar(label="Cursus", start=MONDAY, end=AFTER, look="learn"),
    Bar(label="Werk", start=AFTER, end=None, look="work"),
)


def test_time_begins_at_the_right() -> None:
    dutch = timeline(BARS)
    with speaking(LANGUAGES["ar"]):
        arabic = timeline(BARS)
    for here, there, width in (
        (dutch.lying, arabic.lying, LYING_WIDTH),
        (dutch.upright, arabic.upright, UPRIGHT_WIDTH),
    ):
        for one, other in zip(here.bars, there.bars, strict=True):
            assert (one.y, one.width, one.height) == (other.y, other.width, other.height)
            assert abs(one.x + one.width + other.x - width) < 0.2
            assert abs(one.text_x + other.text_x - width) < 0.2
    assert [tick.at for tick in arabic.lying.ticks] == sorted((t.at for t in arabic.lying.ticks), reverse=True)


def test_words_keep_their_own_direction() -> None:
    with speaking(LANGUAGES["ar"]):
        drawn = timeline(BARS).lying
    assert drawn.bars[0].lines == ("\u2068Cursus\u2069",)
    assert drawn.bars[0].when == "\u20684 januari 2027\u2069"


def test_english_is_drawn_as_dutch_is() -> None:
    dutch = timeline(BARS)
    with speaking(LANGUAGES["en"]):
        assert timeline(BARS).lying.bars == dutch.lying.bars


def test_a_dutch_name_in_a_picture_is_told_apart() -> None:
    with speaking(LANGUAGES["en"]):
        first, second = timeline((Bar(label=nl("Cursus"), start=MONDAY, end=AFTER, look="learn"), BARS[1])).lying.bars
    assert (first.lines, first.is_dutch) == (("Cursus",), True)
    assert not second.is_dutch
