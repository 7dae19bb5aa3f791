"""Where someone lives, kept as an answer and read back."""

import pytest

from gouden_poort.profiles.home import Home

ZWOLLE = Home(label="8011 Zwolle", lat=52.5168, lon=6.083, approximate=True)


@pytest.mark.parametrize("approximate", [True, False])
def test_an_answer_reads_back_as_the_same_home(approximate: bool) -> None:
    home = Home(label="8011 Zwolle", lat=52.51683, lon=6.08302, approximate=approximate)
    assert Home.from_answer(home.as_answer()) == home


@pytest.mark.parametrize(
    "answer",
    [
        (),
        ("Zwolle", "52", "6"),
        ("Zwolle", "north", "6", "exact"),
        ("Zwolle", "nan", "6", "exact"),
        ("Zwolle", "91", "6", "exact"),
        ("Zwolle", "52", "inf", "exact"),
        ("Zwolle", "52", "6", "maybe"),
    ],
)
def test_anything_but_a_point_on_earth_is_refused(answer: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Home.from_answer(answer)
