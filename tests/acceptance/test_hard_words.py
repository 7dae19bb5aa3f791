"""A page that uses a hard word says on the same page what it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest

from tests.acceptance.spots import FOR_BUILDERS, SPOTS, path_of
from tests.acceptance.stands import Guests

pytestmark = pytest.mark.slow
EXPLAINED: Mapping[str, str] = {
    "leerbaan": r"[Jj]e leert en werkt tegelijk",
    "startkwalificatie": r"startkwalificatie \(havo, vwo of minstens mbo 2\)",
    "loondispensatie": r"\(loondispensatie\)|loondispensatie \(",
    "no-riskpolis": r"no-riskpolis \(",
    "proefplaatsing": r"proefplaatsing(?: \(|: )",
    "praktijkverklaring": r"praktijkverklaring \(|\(praktijkverklaring\)",
    "jobcoach": r"jobcoach (?:\(|helpt)",
}
"""By hard word, how its meaning stands on a page."""


_END_OF_A_ROUTE = "Klaar met je leerbaan"
"""What the last step is called in tables; who reads it has seen the step itself."""


def seen(page: str) -> str:
    """The words of the main part of a page, without its code."""
    main = page.partition("<main")[2].partition("</main>")[0]
    words = " ".join(unescape(re.sub(r"<[^>]+>", " ", f"<main{main}")).split())
    return words.replace(_END_OF_A_ROUTE, "")


def unexplained(words: str) -> list[str]:
    """The hard words among these that nothing explains."""
    return [
        hard
        for hard, meaning in EXPLAINED.items()
        if re.search(rf"\b{hard}\b", words) and not re.search(meaning, words)
    ]


def test_hard_words_are_explained_on_the_page_that_uses_them(guests: Guests) -> None:
    asked = [spot for spot in SPOTS if spot.fill is None and spot.path != FOR_BUILDERS and not spot.dutch_only]
    pages = [(spot, path_of(spot, guests)) for spot in asked]
    hard = {str(spot): unexplained(seen(guests.page(spot.stand, path))) for spot, path in pages}
    assert {spot: words for spot, words in hard.items() if words} == {}


def test_a_hard_word_by_itself_is_seen() -> None:
    assert unexplained("Vraag het bedrijf om een leerbaan.") == ["leerbaan"]
    assert unexplained("Een leerbaan (je leert en werkt tegelijk) past bij jou.") == []
