"""A visit from right to left, and back to Dutch with the same answers: in a real browser, checked with axe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
STANDING = ("", "voor-je-begint", "taal", "verder", "privacy", "hoe-het-werkt", "techniekkaart", "bezwaar", "nergens")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone; axe is a script of the test, so our own ban on scripts is set aside for it."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    yield context.new_page()
    context.close()


def look(page: Page) -> None:
    """The page is in Arabic from right to left, does not scroll sideways, and axe finds nothing."""
    expect(page.locator("html[lang=ar][dir=rtl]")).to_have_count(1)
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), page.url
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def middle(part: Locator) -> float:
    """How far from the left the middle of a part stands."""
    box = part.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def begin(page: Page, address: str) -> None:
    page.goto(f"{address}/ar/voor-je-begint")
    page.locator("[data-test=primary]").click()


@pytest.mark.parametrize("path", STANDING)
def test_a_page_reads_from_the_right(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/ar/{path}")
    look(page)


def test_a_question_reads_from_the_right_with_and_without_a_fault(page: Page, address: str) -> None:
    begin(page, address)
    look(page)
    page.locator("[data-test=primary]").click()
    expect(page.locator("[data-test=error-summary]")).to_be_focused()
    look(page)


def test_a_box_stands_right_of_its_words(page: Page, address: str) -> None:
    begin(page, address)
    page.goto(f"{address}/ar/vraag/3")
    row = page.locator("label.choice").first
    assert middle(row.locator("input")) > middle(row.locator("span"))


def test_another_language_keeps_the_page_and_the_answers(page: Page, address: str) -> None:
    begin(page, address)
    page.locator("input[name=place]").fill("8011 AB")
    page.locator("[data-test=primary]").click()
    page.goto(f"{address}/ar/taal?van=/vraag/1")
    page.locator("main a[lang=nl]").click()
    expect(page).to_have_url(f"{address}/vraag/1")
    expect(page.locator("html[lang=nl][dir=ltr]")).to_have_count(1)
    expect(page.locator("input[name=place]")).to_have_value("8011 Zwolle")
