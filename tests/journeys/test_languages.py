"""From one language to another with the same page and the same answers, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.acceptance(9)
def test_another_language_keeps_the_page_and_the_answers(page: Page, address: str) -> None:
    page.goto(f"{address}/ar/voor-je-begint")
    page.locator("[data-test=primary]").click()
    page.locator("input[name=place]").fill("8011 AB")
    page.locator("[data-test=primary]").click()
    page.goto(f"{address}/ar/taal?van=/vraag/1")
    page.locator("main a[lang=nl]").click()
    expect(page).to_have_url(f"{address}/vraag/1")
    expect(page.locator("html[lang=nl][dir=ltr]")).to_have_count(1)
    expect(page.locator("input[name=place]")).to_have_value("8011 Zwolle")
