"""Someone comes in, answers the questions and gets a route: in a real browser, with script off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gouden_poort.catalogue.snapshot import Snapshot
from tests.journeys.conftest import Screen
from tests.journeys.people import VISITORS, Visitor
from tests.journeys.walking import Walk

pytestmark = pytest.mark.browser


def _look_at_paper(page: Page, pictures: Path | None, name: str) -> None:
    """On paper every reason can be read, no menu stands there, and a route takes two sheets at most."""
    page.emulate_media(media="print")
    for reason in page.locator("[data-test=why] [data-test=reason]:not(.gain)").all():  # a gain stands at its boxes
        expect(reason).to_be_visible()
    for pressed in page.locator("header, footer, .buttons, .back").all():
        expect(pressed).to_be_hidden()
    printed = page.pdf(path=None if pictures is None else pictures / f"{name}-route.pdf", format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) in (1, 2)


def _print_every_route(page: Page, address: str, language: str) -> dict[str, int]:
    """How many sheets each route takes; in another language than Dutch the Dutch stands beside it."""
    page.goto(f"{address}{language}/routes")
    links = page.locator("[data-test=route-card] a[href*='/routes/']")
    sheets = {}
    for route in dict.fromkeys(link.get_attribute("href") for link in links.all()):
        page.goto(f"{address}{route}")
        assert page.locator(".dutch").count() > 0 if language else True
        sheets[str(route)] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    return sheets


@pytest.mark.acceptance(1)
@pytest.mark.acceptance(17)
@pytest.mark.parametrize("visitor", VISITORS, ids=lambda visitor: visitor.name)
def test_from_the_start_to_a_route_without_script(
    browser: Browser, address: str, builtin: Snapshot, screen: Screen, visitor: Visitor, pictures: Path | None
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": screen.width, "height": screen.height}, locale="nl-NL"
    )
    page = context.new_page()
    walk = Walk(page, address, builtin, pictures, f"{visitor.name}-{screen.name}")

    page.goto(f"{address}/")
    walk.look("start")
    walk.press_primary()
    walk.look("begin")
    walk.press_primary()
    walk.go_through(visitor.answers)
    expect(page).to_have_url(f"{address}/controle")
    walk.look("check")
    walk.press_primary()

    expect(page).to_have_url(f"{address}/routes")
    cards = page.locator("[data-test=route-card]")
    assert cards.count() >= 3
    assert len(set(cards.locator("[data-test=sector]").all_inner_texts())) >= 3
    for card in cards.all():
        expect(card.locator("[data-test=state]")).to_contain_text("Open voor jou")
        expect(card.locator("[data-test=reason]").first).to_be_visible()
    walk.look("routes")

    walk.press_primary()
    expect(page.locator("svg[role=img]").first).to_be_visible()
    expect(page.locator("details table").first).to_be_attached()
    expect(page.get_by_text("voorbeeld").first).to_be_attached()
    walk.look("route")
    _look_at_paper(page, pictures, walk.name)
    if screen.name == "desk":  # paper is the same for every screen
        for language in ("", "/en", "/ar"):
            assert max(_print_every_route(page, address, language).values()) <= 2

    assert walk.foreign == []
    context.close()
