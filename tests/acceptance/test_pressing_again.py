"""Back, reload and pressing twice neither lose an answer nor keep it double."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.acceptance.measuring import PHONE
from tests.browsing import Site

pytestmark = [pytest.mark.browser, pytest.mark.acceptance(15)]


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """Someone who answered where they live, and stands at the second question."""
    context = browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{site.address}/voor-je-begint")
    opened.locator("[data-test=primary]").click()
    opened.locator("input[name=place]").fill("8011 AB")
    opened.locator("[data-test=primary]").click()
    expect(opened).to_have_url(f"{site.address}/vraag/2")
    yield opened
    context.close()


def test_back_shows_the_answer_and_going_on_keeps_it(page: Page, site: Site) -> None:
    page.go_back()
    page.reload()
    expect(page.locator("input[name=place]")).to_have_value("8011 Zwolle")
    page.locator("[data-test=primary]").click()
    expect(page).to_have_url(f"{site.address}/vraag/2")


def test_reloading_a_page_sends_nothing_again(page: Page, site: Site) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.reload()
    expect(page).to_have_url(f"{site.address}/vraag/2")
    assert set(sent) == {"GET"}


def test_pressing_twice_goes_on_once(page: Page, site: Site) -> None:
    for part, value in (("day", "14"), ("month", "9"), ("year", "2008")):
        page.locator(f"input[name=birth_date-{part}]").fill(value)
    page.locator("[data-test=primary]").dblclick()
    expect(page).to_have_url(f"{site.address}/vraag/3")
    page.goto(f"{site.address}/controle")
    expect(page.get_by_text("14 september 2008")).to_have_count(1)
    expect(page.locator(".answers dd.open-question").first).to_be_visible()


def test_back_over_the_whole_visit_ends_at_the_start(page: Page, site: Site) -> None:
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{site.address}/voor-je-begint")
    page.locator("[data-test=primary]").click()
    expect(page).to_have_url(f"{site.address}/vraag/2")
