"""Five stories, each from the first page to a route on paper, in a real browser with script off.

`--pictures DIR --in nl,ar,ti` walks each story in each of these languages and keeps pictures: `make pictures`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.web.language.table import LANGUAGES
from tests.acceptance.measuring import PHONE
from tests.acceptance.stories import STORIES
from tests.journeys.people import Visitor
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser
_A4_WIDE: ViewportSize = {"width": 794, "height": 1123}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each story in its own language, or in those that were asked for."""
    if {"story", "language"} <= set(metafunc.fixturenames):
        asked = (metafunc.config.getoption("--in") or "").split(",")
        walks = [(story, code) for story, own in STORIES for code in (asked if asked != [""] else [own])]
        metafunc.parametrize(("story", "language"), walks, ids=[f"{story.name}-{code}" for story, code in walks])


@pytest.mark.acceptance(17)
def test_a_story_ends_with_a_route_on_paper(
    browser: Browser, address: str, builtin: Snapshot, pictures: Path | None, story: Visitor, language: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    # A picture of every question would be too many; the walk itself keeps none.
    walk = Walk(context.new_page(), address, builtin, None, story.name, LANGUAGES[language])
    page = walk.page

    def keep(what: str) -> None:
        walk.look(what)
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=pictures / f"{story.name}-{language}-{what}.png", full_page=True)

    walk.answer_all(story)
    expect(page.locator("html")).to_have_attribute("lang", language)
    walk.press_primary()
    expect(page).to_have_url(walk.at("/routes"))
    expect(page.locator("[data-test=route-card]").first).to_be_visible()
    keep("routes")
    walk.press_primary()
    expect(page.locator("[data-test=steps]")).to_be_visible()
    keep("route")

    page.emulate_media(media="print")
    page.set_viewport_size(_A4_WIDE)
    for menu in ("header", "footer", ".buttons"):
        expect(page.locator(menu).first).to_be_hidden()
    keep("paper")
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) in (1, 2)
    assert walk.foreign == []
    context.close()
