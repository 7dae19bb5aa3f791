"""Someone stops with a code and goes on in another browser, with script off; guessing a code is held back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from gouden_poort.catalogue.snapshot import Snapshot
from tests.journeys.conftest import Screen
from tests.journeys.people import CAREER_CHANGER
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser


def _window(browser: Browser, screen: Screen) -> BrowserContext:
    """A browser that knows nothing yet."""
    return browser.new_context(
        java_script_enabled=False, viewport={"width": screen.width, "height": screen.height}, locale="nl-NL"
    )


@pytest.mark.acceptance(1)
@pytest.mark.acceptance(14)
@pytest.mark.acceptance(17)
def test_a_code_brings_the_same_answers_and_routes(
    browser: Browser, address: str, builtin: Snapshot, screen: Screen, pictures: Path | None
) -> None:
    here, there = _window(browser, screen), _window(browser, screen)
    walk = Walk(here.new_page(), address, builtin, pictures, f"code-{screen.name}")
    walk.answer_all(CAREER_CHANGER)
    answers = walk.page.locator(".answers").all_inner_texts()
    walk.press_primary()
    routes = walk.page.locator("[data-test=route-card]").all_inner_texts()
    assert routes
    walk.page.get_by_role("button", name="Bewaar en stop").click()
    expect(walk.page).to_have_url(f"{address}/bewaren")
    walk.look("saved")
    code = walk.page.locator("[data-test=code]").inner_text()

    walk.press_primary()
    walk.press_primary()
    walk.page.emulate_media(media="print")
    expect(walk.page.locator("[data-test=code]")).to_be_visible()
    printed = walk.page.pdf(path=None if pictures is None else pictures / f"{walk.name}-route.pdf", format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) in (1, 2)

    again = Walk(there.new_page(), address, builtin, pictures, f"code-elsewhere-{screen.name}")
    again.page.goto(f"{address}/")
    again.page.get_by_role("link", name="Ik heb een code").click()
    again.look("resume")
    again.page.get_by_label("Wat is je code?").fill(code.lower())
    again.press_primary()
    expect(again.page).to_have_url(f"{address}/routes")
    assert again.page.locator("[data-test=route-card]").all_inner_texts() == routes
    again.page.goto(f"{address}/controle")
    assert again.page.locator(".answers").all_inner_texts() == answers
    assert not any(code in url or code.replace(" ", "") in url for url in (*walk.visited, *again.visited))
    assert walk.foreign == again.foreign == []
    here.close()
    there.close()


@pytest.mark.acceptance(14)
def test_the_sixth_wrong_code_waits(
    browser: Browser, address: str, builtin: Snapshot, screen: Screen, pictures: Path | None
) -> None:
    window = _window(browser, screen)
    walk = Walk(window.new_page(), address, builtin, pictures, f"guess-{screen.name}")
    walk.page.goto(f"{address}/verder")
    for _ in range(5):
        walk.page.get_by_label("Wat is je code?").fill("ABCD EFGH")
        walk.press_primary()
        expect(walk.page.locator("[data-test=error-summary]")).to_contain_text("vinden we geen antwoorden")
    walk.look("wrong")
    walk.press_primary()
    expect(walk.page.locator("[data-test=error-summary]")).to_contain_text("Wacht 15 minuten")
    walk.look("wait")
    window.close()
