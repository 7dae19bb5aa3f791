"""What holds for every page of the map, in Dutch and from right to left, with faults and without.

Each language is a class, for tests of one class stay together when they are shared among workers (`--dist loadscope`):
so each page is visited once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import pytest
from werkzeug.exceptions import NotFound

from tests.acceptance.looking import Sight
from tests.acceptance.spots import AFTER_A_FORM, FOR_BUILDERS, LEADING_ON, SPOTS, path_of
from tests.acceptance.stands import Guests

pytestmark = pytest.mark.browser
MOST_BYTES = 60_000


def wrong(sights: Iterable[Sight], measure: str) -> dict[str, list[str]]:
    """By page, what a measure found; empty when all is well."""
    return {str(sight.spot): found for sight in sights if (found := sight.wrong.get(measure))}


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
    assert seen | LEADING_ON | AFTER_A_FORM == pages


class EveryPage:
    """What holds in each language."""

    language: ClassVar[str]

    @pytest.mark.acceptance(2)
    def test_no_page_asks_anything_of_another_host(self, sights: tuple[Sight, ...]) -> None:
        assert {str(sight.spot): sight.foreign for sight in sights if sight.foreign} == {}

    @pytest.mark.acceptance(2)
    def test_every_page_is_small(self, sights: tuple[Sight, ...]) -> None:
        heavy = {str(sight.spot): sight.weight for sight in sights if sight.weight > MOST_BYTES}
        assert {spot: weight for spot, weight in heavy.items() if not spot.startswith(FOR_BUILDERS)} == {}

    @pytest.mark.acceptance(2)
    def test_no_page_scrolls_sideways_on_any_screen(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "wide") == {}

    @pytest.mark.acceptance(3)
    def test_axe_finds_nothing_on_any_page(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "axe") == {}

    @pytest.mark.acceptance(5)
    def test_each_fault_stands_in_the_summary_and_at_its_field(self, sights: tuple[Sight, ...]) -> None:
        spoilt = [sight for sight in sights if sight.spot.fill is not None]
        assert len(spoilt) > 10
        assert wrong(spoilt, "faults") == {}

    @pytest.mark.acceptance(6)
    def test_a_finger_does_not_miss(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "small") == {}

    @pytest.mark.acceptance(6)
    def test_a_finger_does_not_hit_two_things(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "touching") == {}

    def test_no_text_is_cut_off_or_over_another(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "cut") == {}

    @pytest.mark.acceptance(7)
    def test_text_twice_as_large_fits(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "large") == {}

    @pytest.mark.acceptance(7)
    def test_text_further_apart_fits(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "spaced") == {}

    @pytest.mark.acceptance(25)
    def test_every_picture_says_what_it_is_and_can_be_read_on_a_small_phone(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "pictures") == {}

    @pytest.mark.acceptance(1)
    def test_no_page_is_a_dead_end(self, sights: tuple[Sight, ...]) -> None:
        assert [str(sight.spot) for sight in sights if sight.ways == 0 and sight.spot.path != FOR_BUILDERS] == []

    @pytest.mark.acceptance(9)
    def test_a_page_says_its_language(self, sights: tuple[Sight, ...]) -> None:
        assert {sight.lang for sight in sights} == {self.language}


class TestDutch(EveryPage):
    """Every page in Dutch."""

    language = "nl"

    @pytest.fixture
    def sights(self, dutch: tuple[Sight, ...]) -> tuple[Sight, ...]:
        return dutch


class TestArabic(EveryPage):
    """Every page from right to left."""

    language = "ar"

    @pytest.fixture
    def sights(self, arabic: tuple[Sight, ...]) -> tuple[Sight, ...]:
        return arabic

    @pytest.mark.acceptance(8)
    def test_it_reads_from_right_to_left(self, sights: tuple[Sight, ...]) -> None:
        assert wrong(sights, "mirrored") == {}
