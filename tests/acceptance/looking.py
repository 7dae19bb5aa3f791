"""Looking at every page of the map once, with everything measured in that one visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, Response

from gouden_poort.web.language.table import DUTCH, Language
from tests.acceptance import measuring
from tests.acceptance.spots import SPOTS, Spot, path_of
from tests.acceptance.stands import Guests

Wrong = Mapping[str, list[str]]
"""By measure, what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One page as it was seen in one language."""

    spot: Spot
    lang: str
    weight: int
    """Bytes of the page with its sheet and pictures, uncompressed."""
    foreign: list[str]
    """What was asked of other hosts."""
    ways: int
    """Links and buttons that lead on."""
    wrong: Wrong


@dataclass
class Looking:
    """A window that looks at pages, and keeps what it fetched."""

    context: BrowserContext
    guests: Guests
    language: Language
    sizes: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def look(self, page: Page, spot: Spot) -> Sight:
        """Visit one spot as its visitor, and measure."""
        site = self.guests.site
        self.context.clear_cookies()
        self.context.add_cookies(self.guests.who(spot.stand).cookies())
        self.asked.clear()
        prefix = "" if self.language == DUTCH else f"/{self.language.code}"
        answer = page.goto(f"{site.address}{prefix}{path_of(spot, self.guests)}")
        assert answer is not None
        if spot.fill is not None:
            answer = fill_in(page, spot.fill)
        assert answer.status == spot.status or spot.fill is not None, f"{spot}: {answer.status} {answer.url}"
        weight = len(page.content().encode()) + sum(self._size(url) for url in _looks(page))
        lang = str(page.evaluate("document.documentElement.lang"))
        measuring.ready(page)
        faults = {"faults": measuring.wrong(page, "faults")} if spot.fill is not None else {}
        return Sight(
            spot=spot,
            lang=lang,
            weight=weight,
            foreign=[url for url in self.asked if not url.startswith(site.address)],
            ways=page.evaluate("measure.ways()"),
            wrong={**faults, **_measured(page, self.language)},
        )

    def _size(self, url: str) -> int:
        if url not in self.sizes:
            self.sizes[url] = len(self.context.request.get(url).body())
        return self.sizes[url]


def look_everywhere(browser: Browser, guests: Guests, language: Language) -> Iterator[Sight]:
    """Every spot, on a phone. Our own ban on scripts is set aside: axe and the measures are scripts of the test."""
    context = browser.new_context(viewport=measuring.PHONE, locale="nl-NL", bypass_csp=True)
    looking = Looking(context=context, guests=guests, language=language)
    page = context.new_page()
    page.on("request", lambda request: looking.asked.append(request.url))
    for spot in SPOTS:
        if spot.dutch_only and language != DUTCH:
            continue
        yield looking.look(page, spot)
    context.close()


def fill_in(page: Page, words: Mapping[str, str]) -> Response:
    """Type wrong words and send the form."""
    for name, value in words.items():
        page.locator(f'main [name="{name}"]').fill(value)
    with page.expect_navigation() as going:
        page.locator(
            "main form [data-test=primary], main form button.primary, main form [data-test=send]"
        ).first.click()
    answer = going.value
    assert answer is not None
    return answer


def _looks(page: Page) -> list[str]:
    """What a page needs to be shown; not the photo of a paper, which is as large as somebody made it."""
    found = page.evaluate(
        "[...document.querySelectorAll('link[href], img[src]:not(.copy img)')].map(e => e.href || e.src)"
    )
    assert isinstance(found, list)
    return found


def _measured(page: Page, language: Language) -> Wrong:
    return {
        # one sheet gives its colours to every language
        "axe": measuring.accessibility(page, colours=language == DUTCH),
        "wide": measuring.too_wide(page),
        "small": measuring.wrong(page, "small"),
        "touching": measuring.wrong(page, "touching"),
        "cut": [*measuring.wrong(page, "cut"), *measuring.wrong(page, "colliding")],
        "large": measuring.large(page),
        "spaced": measuring.spaced(page),
        "pictures": measuring.unclear_pictures(page),
        "mirrored": measuring.wrong(page, "mirrored") if language.from_right else [],
    }
