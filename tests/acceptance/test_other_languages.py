"""A language that is offered is whole: no page falls back on Dutch, and what stays Dutch says so."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from gouden_poort.web.language.catalogues import is_complete
from gouden_poort.web.language.table import TRANSLATED, Language
from tests.acceptance.spots import FOR_BUILDERS, SPOTS, Spot, path_of
from tests.acceptance.stands import Guests

pytestmark = [pytest.mark.slow, pytest.mark.acceptance(9)]
FEWEST_WORDS = 3
"""Shorter texts are names, sums and days, which may be the same in two languages."""
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "rect", "circle"}


class Texts(HTMLParser):
    """The texts of a page that stand there in the language of the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            elsewhere = tag != "html" and "lang" in dict(attrs)
            self.open.append((tag, elsewhere or (bool(self.open) and self.open[-1][1])))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What closes itself holds no text."""

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split()).removesuffix(" – Gouden Poort")
        if self.open and not self.open[-1][1] and sum(word.isalpha() for word in words.split()) >= FEWEST_WORDS:
            self.found.add(words)


def texts(page: str) -> set[str]:
    reader = Texts()
    reader.feed(page)
    return reader.found


def still_dutch(guests: Guests, language: Language, spots: tuple[Spot, ...] = SPOTS) -> Iterator[str]:
    """Texts that a page in another language says in Dutch without telling so."""
    for spot in spots:
        if spot.fill is None and spot.path != FOR_BUILDERS and not spot.dutch_only:
            path = path_of(spot, guests)
            same = texts(guests.page(spot.stand, path)) & texts(guests.page(spot.stand, f"/{language.code}{path}"))
            yield from (f"{spot}: {words}" for words in sorted(same))


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda language: language.code)
def test_no_page_of_an_offered_language_falls_back_on_dutch(guests: Guests, language: Language) -> None:
    if not is_complete(language):
        pytest.skip(f"{language.code} is not offered yet: some messages wait for a translator")
    assert list(still_dutch(guests, language)) == []


def test_a_text_that_stays_dutch_is_seen() -> None:
    told = (
        '<html lang="en"><p>Dit is nog Nederlands.</p><p><span lang="nl">Monteur van grote machines</span></p></html>'
    )
    dutch = '<html lang="nl"><p>Dit is nog Nederlands.</p><p>Monteur van grote machines</p></html>'
    assert texts(dutch) & texts(told) == {"Dit is nog Nederlands."}
