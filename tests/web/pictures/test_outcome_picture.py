"""A hundred dots for each year: as many large ones as there are people left, mirrored from right to left."""

from __future__ import annotations

import re

import pytest

from gouden_poort.services.ten_years.staying import Point
from gouden_poort.web.language import LANGUAGES, speaking
from gouden_poort.web.pictures.outcome_picture import WIDTH, Hundred, OutcomePicture, outcome_picture

SHARES = {0: 100, 1: 84, 3: 71, 5: 63, 10: 0}


def drawn(shares: dict[int, int], language: str = "nl") -> OutcomePicture:
    with speaking(LANGUAGES[language]):
        return outcome_picture(
            [Point(years=year, share=share, low=0, high=100, at_risk=1200) for year, share in shares.items()]
        )


def dots(path: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"M([\d.]+) ([\d.]+)h0", path)]


def test_each_year_after_the_first_day_has_a_hundred_dots() -> None:
    picture = drawn(SHARES)
    assert [len(dots(each.there)) for each in picture.hundreds] == [84, 71, 63, 0]
    assert [len(dots(each.there + each.gone)) for each in picture.hundreds] == [100] * 4
    assert [each.words.strip("\u2068\u2069") for each in picture.hundreds][2] == "Na 5 jaar: 63"


@pytest.mark.parametrize("shares", [SHARES, {0: 100, 5: 63}, {0: 100, 1: 90, 3: 80}])
def test_all_dots_lie_apart_and_inside_the_picture(shares: dict[int, int]) -> None:
    picture = drawn(shares)
    everywhere = [dot for each in picture.hundreds for dot in dots(each.there + each.gone)]
    room = picture.dot / 2
    assert len(set(everywhere)) == len(everywhere) == 100 * (len(shares) - 1)
    assert all(room <= x <= WIDTH - room and room <= y <= picture.height - room for x, y in everywhere)


def test_dots_are_read_row_by_row() -> None:
    first = drawn(SHARES).hundreds[0]
    assert dots(first.there)[:3] == [(6, 34), (22, 34), (38, 34)]
    assert dots(first.there)[10] == (6, 50)


def test_from_right_to_left_everything_is_mirrored() -> None:
    def turned(each: Hundred) -> list[tuple[float, float]]:
        return [(WIDTH - x, y) for x, y in dots(each.there)]

    left, right = drawn(SHARES), drawn(SHARES, "ar")
    assert [dots(each.there) for each in right.hundreds] == [turned(each) for each in left.hundreds]
    assert [each.x for each in right.hundreds] == [WIDTH - each.x for each in left.hundreds]


def test_the_table_and_the_description_have_the_same_numbers() -> None:
    picture = drawn(SHARES)
    assert picture.rows[2] == ("Na 5 jaar", "63", "37", "0 en 100", "ongeveer 1.200 mensen")
    assert "Na 10 jaar werken er nog 0 van de 100 in de techniek." in picture.description
    assert len(picture.rows) == 4
