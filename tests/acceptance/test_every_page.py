"""What holds for every page of the map, in Dutch and from right to left, with faults and without.

The tests of one language stay together when tests are shared among workers, so that each page is visited once.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from werkzeug.exceptions import NotFound

from tests.acceptance.looking import Sight
from tests.acceptance.spots import FOR_BUILDERS, LEADING_ON, SPOTS, path_of
from tests.acceptance.stands import Guests

pytestmark = pytest.mark.browser
MOST_BYTES = 60_000
both = pytest.mark.parametrize(
    "language",
    [
        pytest.param("dutch", marks=pytest.mark.xdist_group("dutch")),
        pytest.param("arabic", marks=pytest.mark.xdist_group("arabic")),
    ],
)
from_right = pytest.mark.xdist_group("arabic")
in_dutch = pytest.mark.xdist_group("dutch")


def wrong(sights: Iterable[Sight], measure: str) -> dict[str, list[str]]:
    """By page, what a measure found; empty when all is well."""
    return {str(sight.spot): found for sight in sights if (found := sight.wrong.get(measure))}


@pytest.fixture
def sights(language: str, request: pytest.FixtureRequest) -> tuple[Sight, ...]:
    found: tuple[Sight, ...] = request.getfixturevalue(language)
    return found


@in_dutch
def test_every_page_has_a_place_on_the_map(guests: Guests) -> None:
    """Red? Add the new page to `spots.py`, with who looks at it; all tests here then hold for it."""
    app = guests.site.app
    pages = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.endpoint.startswith("api_") and rule.endpoint != "static"
    }
    addresses = app.url_map.bind("localhost")
    seen = set()
    for spot in SPOTS:
        try:
            seen.add(addresses.match(path_of(spot, guests).partition("?")[0], method="GET")[0])
        except NotFound:
            assert spot.status == 404, spot
    assert seen | LEADING_ON == pages


@pytest.mark.acceptance(2)
@both
def test_no_page_asks_anything_of_another_host(sights: tuple[Sight, ...], language: str) -> None:
    assert {str(sight.spot): sight.foreign for sight in sights if sight.foreign} == {}


@pytest.mark.acceptance(2)
@both
def test_every_page_is_small(sights: tuple[Sight, ...], language: str) -> None:
    heavy = {str(sight.spot): sight.weight for sight in sights if sight.weight > MOST_BYTES}
    assert {spot: weight for spot, weight in heavy.items() if not spot.startswith(FOR_BUILDERS)} == {}


@pytest.mark.acceptance(2)
@both
def test_no_page_scrolls_sideways_on_any_screen(sights: tuple[Sight, ...], language: str) -> None:
    assert wrong(sights, "wide") == {}


@pytest.mark.acceptance(3)
@both
def test_axe_finds_nothing_on_any_page(sights: tuple[Sight, ...], language: str) -> None:
    assert wrong(sights, "axe") == {}


@pytest.mark.acceptance(5)
@both
def test_each_fault_stands_in_the_summary_and_at_its_field(sights: tuple[Sight, ...], language: str) -> None:
    spoilt = [sight for sight in sights if sight.spot.fill is not None]
    assert len(spoilt) > 10
    assert wrong(spoilt, "faults") == {}


@pytest.mark.acceptance(6)
@both
def test_a_finger_does_not_miss(sights: tuple[Sight, ...], language: str) -> None:
    assert wrong(sights, "small") == {}


@pytest.mark.acceptance(6)
@both
def test_a_finger_does_not_hit_two_things(sights: tuple[Sight, ...], language: str) -> None:
    assert wrong(sights, "touching") == {}


@both
def test_no_text_is_cut_off_or_over_another(sights: tuple[Sight, ...], language: str) -> None:
    assert wrong(sights, "cut") == {}


@pytest.mark.acceptance(7)
@both
def test_text_twice_as_large_fits(sights: tuple[Sight, ...], language: str) -> None:
    assert wrong(sights, "large") == {}


@pytest.mark.acceptance(7)
@both
def test_text_further_apart_fits(sights: tuple[Sight, ...], language: str) -> None:
    assert wrong(sights, "spaced") == {}


@pytest.mark.acceptance(25)
@both
def test_every_picture_says_what_it_is_and_can_be_read_on_a_small_phone(
    sights: tuple[Sight, ...], language: str
) -> None:
    assert wrong(sights, "pictures") == {}


@pytest.mark.acceptance(1)
@both
def test_no_page_is_a_dead_end(sights: tuple[Sight, ...], language: str) -> None:
    assert [str(sight.spot) for sight in sights if sight.ways == 0 and sight.spot.path != FOR_BUILDERS] == []


@pytest.mark.acceptance(8)
@from_right
def test_an_arabic_page_reads_from_right_to_left(arabic: tuple[Sight, ...]) -> None:
    assert wrong(arabic, "mirrored") == {}


@pytest.mark.acceptance(9)
@both
def test_a_page_says_its_language(sights: tuple[Sight, ...], language: str) -> None:
    assert {sight.lang for sight in sights} == {"nl" if language == "dutch" else "ar"}
